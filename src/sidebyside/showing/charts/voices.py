"""Who speaks through each source besides its author, and how surely its positions are put."""

from __future__ import annotations

import pandas as pd

from sidebyside.reading import CERTAINTIES
from sidebyside.record import Comparison
from sidebyside.record.reading import by_whom
from sidebyside.showing.charts.chart import Canvas, ChartAxes, Finding, Nothing, beside, chart
from sidebyside.showing.palette import PAPER, QUIET, source_colour
from sidebyside.showing.wording import UNDECIDED

UNTOLD = "No country named"  # where the words for who speaks tell no side
ROOM = 0.06  # share of a bar in which a number and a word have room
TEXTURES = {"asserted": ("", True), "attributed": ("||||", False), "hedged": ("////", True), "denied": ("xxxx", False)}


def heard(work: Comparison) -> pd.DataFrame:
    """The voices in the bodies: a reader who comments under an essay is no voice of the essay."""
    body = {passage.id for source in work.texts for passage in source.body}
    return work.reading.voices[work.reading.voices.passage.isin(body)]


def attribution(work: Comparison) -> pd.DataFrame:
    """Side x source: places where someone of that side speaks or is credited with a thought; the most first."""
    voices = heard(work)
    sides = voices.group.where(voices.group != "", UNTOLD)
    counts = voices.groupby([sides, "source"], sort=False).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(work.keys), fill_value=0)
    return counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index].reset_index()


@chart(height=3.9, narrow_height=5.4)
def attribution_profile(canvas: Canvas, work: Comparison) -> Finding:
    """Who is heard in each source: bars to one scale, one panel a source, counts printed."""
    voices = heard(work)
    if voices.empty:
        raise Nothing("No one but the authors speaks in the sources")
    table = attribution(work)
    voiced = {key: voices[voices.source == key].passage.nunique() for key in work.keys}
    body = {source.key: len(source.body) for source in work.texts}
    rows = range(len(table))[::-1]
    most = table[list(work.keys)].to_numpy().max()
    across = len(work.keys) if len(work.keys) < 4 else 2 if canvas.narrow else 4
    deep = -(-len(work.keys) // across)
    if deep > 1:
        canvas.figure.set_figheight(deep * (0.9 + 0.3 * len(table)))
    for place, key in enumerate(work.keys):
        ax = canvas.add(deep, across, place + 1)
        for y, count in zip(rows, table[key], strict=True):
            ax.barh(
                y,
                count,
                0.6,
                color=source_colour(key),
                hatch="" if place == 0 else "////",
                edgecolor=PAPER.light,
                linewidth=0,
            )
            beside(ax, count, count, y, gap=4)
        first_in_row = place % across == 0
        ax.set_yticks(list(rows) if first_in_row else [], table.group if first_in_row else [])
        ax.set(xlim=(0, 1.2 * most), ylim=(-0.6, len(table) - 0.2), xticks=[])
        heading = (
            f"{key}: {voiced[key]} of {body[key]} passages\nreport someone"
            if canvas.narrow or across > 3
            else f"{key}: {voiced[key]} of {body[key]} passages report someone"
        )
        ax.set_title(heading, loc="left", fontsize=9.5, fontweight="bold")
        ax.spines["left"].set_visible(True)
    rate = {key: voiced[key] / max(1, body[key]) for key in work.keys}
    named = {key: voices[(voices.source == key) & (voices.type == "person")].who.nunique() for key in work.keys}
    # Of two, both; of many, the one that lets others speak most, and the one that does least.
    first, second = (
        work.keys if len(work.keys) == 2 else (max(rate, key=rate.__getitem__), min(rate, key=rate.__getitem__))
    )
    title = (
        f"{first} reports someone in {rate[first]:.0%} of its passages and names {people(named[first])}; "
        f"{second} in {rate[second]:.0%}, and names {people(named[second])}"
    )
    counted = ", ".join(f"{key} {table[key].sum()}" for key in work.keys)
    note = (
        "Places in the body where someone other than the author speaks or is credited with a belief, want or denial; "
        f"n = {counted}; {by_whom(voices)}."
    )
    return Finding(title, note, table)


def people(count: int) -> str:
    """How many persons, in words a title can hold.

    >>> people(0), people(1), people(12)
    ('no person', 'one person', '12 persons')
    """
    return {0: "no person", 1: "one person"}.get(count, f"{count} persons")


def certainty_counts(work: Comparison) -> pd.DataFrame:
    """Source x certainty: positions by how they are put first and foremost, silence left out."""
    rows = [(key, p.certainty[0]) for point in work.coded.points for key, p in point.positions.items() if not p.silent]
    counts = pd.DataFrame(rows, columns=["source", "certainty"]).value_counts(sort=False).unstack(fill_value=0)
    order = [c for c in CERTAINTIES if c in counts.columns]
    return counts.reindex(index=list(work.keys), columns=order, fill_value=0).reset_index()


def segment(ax: ChartAxes, y: float, left: float, share: float, kind: str, colour: str) -> None:
    """A stretch of a bar in the texture of its certainty: solid, striped, broken or crossed."""
    hatch, filled = TEXTURES[kind]
    face, edge = (colour, PAPER.light) if filled else (PAPER.light, colour)  # a hatch takes the colour of the edge
    ax.barh(y, share, 0.56, left=left, facecolor=face, edgecolor=edge, hatch=hatch, linewidth=1)


@chart(height=1.9, narrow_height=2.6)
def certainty_profile(canvas: Canvas, work: Comparison) -> Finding:
    """How each source puts its positions: one bar a source, to one scale of 100 per cent, counts printed."""
    if work.points.empty:
        raise Nothing(UNDECIDED[:-1])
    table = certainty_counts(work)
    kinds = [c for c in table.columns if c != "source"]
    totals = table[kinds].sum(axis=1)
    canvas.figure.set_figheight(max(canvas.figure.get_figheight(), 0.7 * len(table) + 0.5))
    ax = canvas.add()
    for y, row, total in zip(range(len(table))[::-1], table.to_dict("records"), totals, strict=True):
        left, slivers = 0.0, []
        for kind in kinds:
            share = row[kind] / total if total else 0.0
            if share:
                segment(ax, y, left, share, kind, source_colour(row["source"]))
            if share >= ROOM:
                number = {"boxstyle": "square,pad=0.18", "fc": PAPER.light, "ec": "none"}
                middle = (left + share / 2, y)
                ax.annotate(
                    str(row[kind]), middle, ha="center", va="center", fontsize=9, fontweight="bold", bbox=number
                )
                ax.annotate(kind, (left, y + 0.34), va="bottom", fontsize=8 if canvas.narrow else 9, color=QUIET.light)
            elif share:
                slivers.append(f"{kind} {row[kind]}")
            left += share
        beside(ax, "\n".join(slivers), 1.0, y, gap=6)
    names = [f"{key}, {total} positions" for key, total in zip(table.source, totals, strict=True)]
    ax.set_yticks(range(len(table))[::-1], names)
    ax.set(xlim=(0, 1.2 if canvas.narrow else 1.08), ylim=(-0.5, len(table) - 0.1), xticks=[])
    ax.spines["bottom"].set_visible(False)
    shares = table.set_index("source").pipe(lambda t: t.div(t.sum(axis=1), axis=0))
    asserted = (shares["asserted"] if "asserted" in shares else shares.iloc[:, 0] * 0).fillna(0)
    first, second = work.keys if len(work.keys) == 2 else (asserted.idxmin(), asserted.idxmax())
    title = f"{second} asserts {asserted[second]:.0%} of its positions, {first} {asserted[first]:.0%}"
    note = (
        "Positions by how they are put first and foremost; silence left out. "
        "A position reported and also denied counts once, as reported."
    )
    return Finding(title, note, table)
