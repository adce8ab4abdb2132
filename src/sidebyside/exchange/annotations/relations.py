"""A relation is what a verdict says of two sources on a point; where one source speaks alone, of that one.

Where a point tells pairs of sources apart, each has its own verdict, and those that are not named stand in no relation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from sidebyside.record import Comparison, Evidence, PointEntry, verdict_shown
from sidebyside.record.pairs import PairEntry, pair_of


@dataclass(frozen=True)
class Relation:
    """A point, and the passages that it rests on, of the one or two sources that its verdict is on."""

    point: PointEntry
    sides: tuple[tuple[Evidence, ...], ...]

    @property
    def places(self) -> tuple[Evidence, ...]:
        """The passages of all sides."""
        return tuple(place for side in self.sides for place in side)

    @property
    def own(self) -> PairEntry | None:
        """The verdict that the point names of these two; None where that over all is theirs, or it is on one source."""
        if not self.point.pairs or len(self.sides) < 2:
            return None
        return self.point.between[pair_of("-".join(side[0].source for side in self.sides))]

    @property
    def shown(self) -> str:
        """The verdict in words."""
        return verdict_shown(self.own.verdict) if self.own else self.point.shown

    def pairs(self) -> Iterator[tuple[Evidence, Evidence]]:
        """The passages two by two, as they stand to each other: across the sides, or within a source at odds."""
        if len(self.sides) == 2:
            yield from product(*self.sides)
        elif self.point.within:
            yield from combinations(self.sides[0], 2)


def relations(work: Comparison) -> Iterator[Relation]:
    """Points in their order; of each the source that speaks, or is at odds with itself, alone, then every two."""
    for point in work.coded.points:
        resting = {key: side for key in point.speaking if (side := tuple(work.evidence_of(point.id, key)))}
        alone = [point.within] if point.within else resting if point.verdict == "only" else []
        yield from (Relation(point, (resting[key],)) for key in alone if key in resting)
        for pair in combinations(resting, 2):
            if pair_of("-".join(pair)) in point.between if point.pairs else not alone:
                yield Relation(point, tuple(resting[key] for key in pair))
