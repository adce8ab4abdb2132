"""The account of the coding: who coded, and what was covered."""

from __future__ import annotations

from sidebyside.record import Comparison
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
                Cell(labels or ": ".join(filter(None, [found.status, found.reason]))),
            ]
            rows.append(Row(str(found.id), cells))
        groups.append(Group(work.source(key).title, rows))
    return table(work.coverage, ["Passage", "Words", "Points", "Which points, or why set aside"], groups, chips)
