"""Which proposals belong to one point: those on statements that stand close together, over any number of sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sidebyside.matching.candidates.groups import fits

Place = tuple[str, int]  # a side, as a rule the key of its source, and the number of the statement there


def points_of(pairs: Sequence[tuple[Place, Place]]) -> list[int]:
    """The number, from 1, of the point that each pair falls into, the pairs being given best first.

    A pair joins the first point that has one of its statements, where the other fits what the point has of its side
    (see `candidates.groups`) or is the first of its side; otherwise it opens a point.

    >>> points_of([(("A", 1), ("B", 7)), (("B", 7), ("C", 2)), (("A", 40), ("C", 9))])
    [1, 1, 2]
    """
    points: list[dict[str, set[int]]] = []
    having: dict[Place, list[int]] = defaultdict(list)
    found = []
    for pair in pairs:
        known = sorted({number for place in pair for number in having[place]})
        number = next((n for n in known if all(joins(place, points[n]) for place in pair)), len(points))
        if number == len(points):
            points.append({})
        for side, statement in pair:
            mine = points[number].setdefault(side, set())
            if statement not in mine:
                mine.add(statement)
                having[side, statement].append(number)
        found.append(number + 1)
    return found


def joins(place: Place, point: dict[str, set[int]]) -> bool:
    """Whether a statement may come to a point."""
    side, statement = place
    return side not in point or fits(statement, point[side])
