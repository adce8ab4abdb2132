"""A relation is what a verdict says of two sources on a point; where one source speaks alone, of that one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from sidebyside.record import Comparison, Evidence, PointEntry


@dataclass(frozen=True)
class Relation:
    """A point, and the passages that it rests on, of the one or two sources that its verdict is on."""

    point: PointEntry
    sides: tuple[tuple[Evidence, ...], ...]

    @property
    def places(self) -> tuple[Evidence, ...]:
        """The passages of all sides."""
        return tuple(place for side in self.sides for place in side)

    def pairs(self) -> Iterator[tuple[Evidence, Evidence]]:
        """The passages two by two, as they stand to each other: across the sides, or within a source at odds."""
        if len(self.sides) == 2:
            yield from product(*self.sides)
        elif self.point.within:
            yield from combinations(self.sides[0], 2)


def relations(work: Comparison) -> Iterator[Relation]:
    """Points in their order, and of each: every two sources that speak; for `only` and `internal`, the one."""
    for point in work.coded.points:
        speaking = [point.within] if point.within else point.speaking
        resting = [side for key in speaking if (side := tuple(work.evidence_of(point.id, key)))]
        size = 1 if point.within or point.verdict == "only" else 2
        yield from (Relation(point, sides) for sides in combinations(resting, size))
