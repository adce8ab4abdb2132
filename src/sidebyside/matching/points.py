"""Which proposals belong to one point: those on statements that answer each other, or stand close to such a pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from sidebyside.matching.candidates.groups import fits

Place = tuple[str, int]  # a side, as a rule the key of its source, and the number of the statement there
Pair = tuple[Place, Place]
MOST_OF = 0.5  # of the pairs that two clusters make: as many have to answer each other before they are one
THREE = 3  # sources: of two, the pair itself is the cluster, and those beside it are read with it


def points_of(pairs: Sequence[Pair], answering: Set[Pair] = frozenset()) -> list[int]:
    """The number, from 1, of the point that each pair falls into, the pairs being given best first.

    `answering` are the pairs whose statements are each other's best. A pair within a cluster of them (see `clusters`)
    is of the point that the cluster is. Any other joins the first point of its two sides that has one of its
    statements, where the other fits what the point has of its side (see `candidates.groups`), or opens a point.

    >>> points_of([(("A", 1), ("B", 7)), (("A", 2), ("B", 7)), (("A", 40), ("C", 9))])
    [1, 1, 2]
    >>> three = [(("A", 1), ("B", 7)), (("A", 1), ("C", 2)), (("B", 7), ("C", 2)), (("B", 8), ("C", 2))]
    >>> points_of(three, set(three[:3])), points_of(three)
    ([1, 1, 1, 2], [1, 2, 3, 3])
    """
    cluster = {place: number for number, places in enumerate(clusters(pairs, answering)) for place in places}
    points: list[dict[str, set[int]]] = []
    having: dict[tuple[Place, str], list[int]] = defaultdict(list)  # a statement, held against a side: its points
    opened: dict[int, int] = {}  # the points that are clusters, by the number of the cluster
    found = []
    for one, other in pairs:
        number = None
        if one in cluster and cluster[one] == cluster.get(other):
            number = opened.setdefault(cluster[one], len(points))
        else:
            known = sorted({*having[one, other[0]], *having[other, one[0]]})
            number = next((n for n in known if all(joins(place, points[n]) for place in (one, other))), len(points))
            for (side, statement), against in ((one, other[0]), (other, one[0])):
                if number not in having[(side, statement), against]:
                    having[(side, statement), against].append(number)
        if number == len(points):
            points.append({})
        for side, statement in (one, other):
            points[number].setdefault(side, set()).add(statement)
        found.append(number + 1)
    return found


def joins(place: Place, point: dict[str, set[int]]) -> bool:
    """Whether a statement may come to a point."""
    side, statement = place
    return side not in point or fits(statement, point[side])


def clusters(pairs: Sequence[Pair], answering: Set[Pair]) -> list[set[Place]]:
    """Statements of three sources or more that answer each other: most of any two parts of a cluster do.

    What one answer alone ties to the others is left out, or all that is told of one event would be one point.
    """
    own: dict[Place, set[Place]] = {place: {place} for pair in answering for place in pair}
    for one, other in pairs:
        if (one, other) in answering and own[one] is not own[other]:
            made = [(a, b) for a in own[one] for b in own[other] if a[0] != b[0]]
            said = sum((a, b) in answering or (b, a) in answering for a, b in made)
            if said >= MOST_OF * len(made):
                own[one] |= own[other]
                own |= dict.fromkeys(own[other], own[one])
    found = {id(places): places for places in own.values()}
    return [places for places in found.values() if len({side for side, _ in places}) >= THREE]
