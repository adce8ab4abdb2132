"""The account of the coding: what was covered, who coded, and how far two codings agree."""

from __future__ import annotations

from sidebyside.record import (
    SETTLED,
    VERDICTS,
    CodingEntry,
    Comparison,
    PointEntry,
    agreement,
    disagreements,
    verdict_shown,
)
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.markup import Html, render
from sidebyside.showing.tables import Cell, Group, Row, Sheet, table


def coding_note(work: Comparison) -> Html:
    """Who coded and how, as comparison.yml says it."""
    return render("coders.html.j2", coders=work.about.coders)


def coverage(work: Comparison) -> Sheet:
    """The account: every body passage, the points that rest on it, or why it is set aside."""
    chips = Chips(work)
    points: dict[str, list[str]] = {}
    for place in work.places:
        if place.role == "evidence":
            points.setdefault(place.passage, []).append(work.point(place.point).label)
    groups = []
    for key in work.keys:
        rows = []
        for found in work.coverage[work.coverage.source == key].itertuples():
            labels = ", ".join(dict.fromkeys(points.get(found.id, [])))
            words = str(found.text) if len(found.text) < 70 else f"{found.text[:66].rstrip()} …"
            cells = [
                Cell(chips=[chips.passage(key, found.id)], quote=words),
                Cell(str(found.points), number=True),
                Cell(labels or f"{found.status}: {found.reason}"),
            ]
            rows.append(Row(str(found.id), cells))
        groups.append(Group(work.source(key).title, rows))
    return table(work.coverage, ["Passage", "Words", "Points", "Which points, or why set aside"], groups, chips)


def agreement_table(work: Comparison, one: str = "first", two: str = "second") -> Sheet:
    """How far the two codings agree: for all verdicts together, then one by one."""
    frame = agreement(work, one, two)
    rows = []
    for found in frame.itertuples():
        whole = found.verdict == "all verdicts"
        name = str(found.verdict) if whole else VERDICTS[str(found.verdict)].shown
        interval = f"{found.low:.2f} to {found.high:.2f}" if found.low == found.low else "–"
        cells = [
            Cell(str(found.n), number=True),
            Cell(str(found.both), number=True),
            Cell(f"{found.per_cent:.0f}", number=True),
            Cell("–" if found.kappa != found.kappa else f"{found.kappa:.2f}", number=True),
            Cell(interval, number=True),
        ]
        rows.append(Row(name, cells))
    heads = ["Verdict", "Points", "Same in both", "Per cent alike", "Cohen's kappa", "95 % interval"]
    return table(frame, heads, [Group(rows=rows)], Chips(work))


def disagreement_table(work: Comparison, one: str = "first", two: str = "second") -> Sheet:
    """Every point on which two codings differ, and how it was settled."""
    frame = disagreements(work, one, two)
    codings = {coding.coder: {entry.id: entry for entry in coding.points} for coding in work.codings}
    rows = []
    for found in frame.itertuples():
        point = work.point(str(found.point))
        given = [
            verdict_cell(codings[coder][point.id]) if coder in codings else settled_cell(point) for coder in (one, two)
        ]
        shown = given if SETTLED in (one, two) else [*given, settled_cell(point)]
        rows.append(Row(point.question, [*shown, Cell(point.coded.settled or point.reason)]))
    heads = ["Question", *dict.fromkeys([one, two, SETTLED]), "Why it was settled so"]
    return table(frame, heads, [Group(rows=rows)], Chips(work))


def verdict_cell(entry: CodingEntry) -> Cell:
    """The verdict of one coding, with its signs."""
    speaking = tuple(key for key, certainty in entry.certainty.items() if certainty != ("silent",))
    return Cell(verdict=entry.verdict, shown=verdict_shown(entry.verdict, speaking), speaking=speaking)


def settled_cell(point: PointEntry) -> Cell:
    """The verdict as it was settled."""
    return Cell(verdict=point.verdict, shown=point.shown, speaking=point.speaking)
