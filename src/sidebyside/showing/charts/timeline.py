"""When: two lanes over one axis of years, which tell what happened from what was said and what was charged."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from sidebyside.record import Comparison
from sidebyside.record.reading import by_whom
from sidebyside.showing.charts.chart import Canvas, ChartAxes, Finding, Nothing, chart
from sidebyside.showing.palette import INK, PAPER, QUIET, RULE, source_colour
from sidebyside.showing.passage_sheets import read, when
from sidebyside.showing.wording import count, listed

SHAPES = {  # marker, filled
    "event": ("o", True),
    "period": ("o", True),
    "document": ("s", False),
    "statement": ("o", False),
    "accusation": ("X", True),
}
NAMES = {"event": "event or course", "document": "document", "statement": "statement", "accusation": "accusation"}
PARTED = ("conflict", "certainty", "detail", "framing")
OPEN = float("inf")


class Mark(NamedTuple):
    """A date on its level: `left` and `right` in years, open ends cut at the edge; `number` in the key, or 0."""

    source: str
    kind: str
    left: float
    right: float
    opens: str
    level: int
    number: int


def dated(work: Comparison) -> pd.DataFrame:
    """Dates that can be placed: as `work.reading.dates`, with `first` and `last` as years, infinite where open.

    Left out: dates that hang on when the text was written, and dates of the writing itself. A statement or accusation
    with an open beginning is placed at its end: a saying has a day, not a course.
    """
    dates = work.reading.dates
    table = dates[(dates.since != "?") & (dates.until != "?") & (dates.kind != "writing")]
    last = [year(until, end=True) for until in table.until]
    first = [
        end - 1 if since == ".." and kind in ("statement", "accusation", "document") else year(since, end=False)
        for since, kind, end in zip(table.since, table.kind, last, strict=True)
    ]
    return table.assign(first=first, last=last)


def year(value: str, end: bool) -> float:
    """An ISO date of any precision as a year and its fraction; at the end of its time if `end`; '..' is infinite.

    >>> year("2016", end=False), year("2016", end=True), round(year("2016-12-27", end=False), 2), year("..", end=True)
    (2016, 2017, 2016.99, inf)
    """
    if value == "..":
        return OPEN if end else -OPEN
    parts = [int(p) for p in re.findall(r"\d+", value)]
    start = parts[0] + sum((part - 1) / width for part, width in zip(parts[1:], (12, 365), strict=False))
    return start + ((1, 1 / 12, 1 / 365)[len(parts) - 1] if end else 0)


@chart(height=5.2, narrow_height=7.6)
def timeline(canvas: Canvas, work: Comparison, since: int | None = None, most: int = 14) -> Finding:
    """Each source's dates: a mark for the time meant, a line over its length, an arrow where it is open.

    Of two sources the first stands above the axis; more have a lane each below it, under a line that names it.
    Statements and accusations stand at the date on which they were made, not at that of the act they speak of. `most`
    dates on which contested core points rest carry a number that the key explains. `since` is the first year drawn;
    without it, the year that leaves one date in twelve.
    """
    table = dated(work)
    ends = table[["first", "last"]].where(lambda x: x.abs() != OPEN).max(axis=1)
    if ends.dropna().empty:
        raise Nothing("No dates that can be placed stand in the sources")
    since = int(ends.quantile(1 / 12)) - 2 if since is None else since
    drawn = table[ends >= since]
    until = int(ends.max()) + 1
    numbers = told(work, drawn, most)
    ax = canvas.add()
    many = len(work.keys) > 2
    edges = [0.0, 0.0]  # how far the lanes reach up and down so far
    for key in work.keys:
        up = key == work.keys[0] and not many
        side = 1 if up else -1
        lane = stacked(drawn[drawn.source == key], since, until, numbers)
        start = edges[0 if up else 1] - many
        for mark in lane:
            draw(ax, mark, start + side * (mark.level + 0.9), side)
        edge = start + side * (max((mark.level for mark in lane), default=-many) + (1.2 if many else 2.0))
        edges[0 if up else 1] = edge
        named = start if many else edge
        ax.annotate(caption(table, drawn, key, since), (since, named), va="center", fontsize=9.5, fontweight="bold")
    for tick in range(since + -since % 5, until + 1, 10 if canvas.narrow else 5):
        ax.axvline(tick, color=RULE.light, lw=0.6, zorder=0)
        box = {"fc": PAPER.light, "ec": "none", "pad": 1.5}
        ax.annotate(str(tick), (tick, 0), ha="center", va="center", fontsize=9, color=QUIET.light, bbox=box)
    if many:
        canvas.figure.set_figheight(max(canvas.figure.get_figheight(), 0.28 * (edges[0] - edges[1])))
    ax.set(xlim=(since - 0.8, until + 0.8), ylim=(edges[1] - 0.8, edges[0] + 0.8), xticks=[], yticks=[])
    ax.spines["bottom"].set_visible(False)
    counted = ", ".join(f"{NAMES[k]} {n}" for k, n in table.kind.replace("period", "event").value_counts().items())
    note = (
        "One mark, one date named; a line spans the time meant, an arrow leaves an end open. "
        f"Full dot: {NAMES['event']}; ring: statement; cross: accusation, at the date it was made; square: "
        f"document. n = {len(table)} ({counted}); {by_whom(table)}."
    )
    explained = [
        f"{table.source[at]}, {when(table.since[at], table.until[at])}: {read(work, table.what[at])}" for at in numbers
    ]
    return Finding(
        headline(work, table), note, table[["source", "since", "until", "kind", "what", "passage"]], explained
    )


def caption(table: pd.DataFrame, drawn: pd.DataFrame, key: str, since: int) -> str:
    """What stands in the lane of a source, and what is left out of it."""
    whole, shown = (table.source == key).sum(), (drawn.source == key).sum()
    dates = count(int(whole), "date")
    if whole == shown:
        return f"{key}: {dates}"
    left = "before" if not shown else f"{whole - shown} of them before"
    return f"{key}: {dates}, {left} {since} and not drawn"


def headline(work: Comparison, table: pd.DataFrame) -> str:
    """Which source's dates end first, and how much of the others lies beyond."""
    starts = table[table["first"] != -OPEN]
    newest = starts.groupby("source")["first"].max().astype(int)
    if len(newest) < 2:
        return f"Only {newest.index[0]} names dates that can be placed" if len(newest) else "When it happened"
    behind = str(newest.idxmin())
    others = table[table.source != behind]
    later = int((others["first"] >= newest[behind] + 1).sum())
    names = listed([key for key in work.keys if key != behind and key in set(others.source)])
    return f"{behind} dates nothing after {newest[behind]}; {later} of the {len(others)} dates in {names} are later"


def told(work: Comparison, drawn: pd.DataFrame, most: int) -> dict[object, int]:
    """Row label -> number in the key, by time: accusations, and the dates that most contested points rest on."""
    core = work.points[(work.points["rank"] == "core") & work.points.verdict.isin(PARTED)].id
    resting = work.evidence[work.evidence.point.isin(core)].drop_duplicates(["point", "passage"]).passage.value_counts()
    weight = drawn.passage.map(resting).fillna(0) + 100 * (drawn.kind == "accusation")
    bounded = drawn[(drawn["first"] != -OPEN) & (weight > 0)]
    chosen = weight[bounded.index].sort_values(ascending=False, kind="stable").index[:most]
    return {at: number for number, at in enumerate(drawn.loc[chosen].sort_values("first", kind="stable").index, 1)}


def stacked(table: pd.DataFrame, since: int, until: int, numbers: dict[object, int]) -> list[Mark]:
    """The dates of one lane, each on the lowest level where it overlaps no other; long ones nearest to the axis."""
    free: list[list[tuple[float, float]]] = []
    marks = []
    rows = [(at, max(r["first"], since), min(r["last"], until), r) for at, r in table.iterrows()]
    for at, left, right, row in sorted(rows, key=lambda r: (-(r[2] - r[1]) if is_long(r[1], r[2]) else 0, r[1])):
        spot, wide = (left + right) / 2, 0.95 if at in numbers else 0.42
        taken = (left - 0.5, right + 0.5) if is_long(left, right) else (spot - 0.42, spot + wide)
        level = next(
            (n for n, spans in enumerate(free) if all(taken[1] <= a or taken[0] >= b for a, b in spans)), len(free)
        )
        if level == len(free):
            free.append([])
        free[level].append(taken)
        opens = "left" if row["first"] == -OPEN else "right" if row["last"] == OPEN else ""
        marks.append(Mark(row["source"], row["kind"], left, right, opens, level, numbers.get(at, 0)))
    return marks


def is_long(left: float, right: float) -> bool:
    """A time drawn as a line: more than a year."""
    return right - left > 1.05


def draw(ax: ChartAxes, mark: Mark, y: float, side: int) -> None:
    """One date: its line, its open end, its mark and its number in the key."""
    colour = source_colour(mark.source)
    if is_long(mark.left, mark.right):
        ax.plot([mark.left, mark.right], [y, y], color=colour, lw=1.2)
    tips = {"right": (mark.right + 0.3, mark.right - 0.3), "left": (mark.left - 0.5, mark.left + 0.1)}
    if mark.opens:
        tip, tail = tips[mark.opens]
        ax.annotate(
            "",
            (tip, y),
            (tail, y),
            arrowprops={"arrowstyle": "->", "color": colour, "lw": 1.2, "shrinkA": 0, "shrinkB": 0},
        )
    spot = {"right": mark.left, "left": mark.right, "": (mark.left + mark.right) / 2}[mark.opens]
    shape, filled = SHAPES[mark.kind]
    charge = mark.kind == "accusation"
    ax.plot(
        spot,
        y,
        shape,
        ms=8 if charge else 6.5,
        mfc=colour if filled else PAPER.light,
        mec=INK.light if charge else colour,
        mew=1.1,
        zorder=3,
    )
    if mark.number:
        ax.annotate(
            str(mark.number),
            (spot, y),
            (5, 1 if side > 0 else -1),
            textcoords="offset points",
            va="center",
            fontsize=9,
            fontweight="bold",
            bbox={"fc": PAPER.light, "ec": "none", "pad": 0.6},
            zorder=4,
        )
