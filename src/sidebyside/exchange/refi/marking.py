"""Every place that evidence names is a selection once, with the codes of all the points that rest on it.

Importers keep one coding of a code at a place by a coder: two selections of the same words would lose one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sidebyside.exchange.refi.laying import Span
from sidebyside.record import Comparison, PointEntry

NEAR = "A near miss: the source is silent, and these are the words that come nearest."


@dataclass
class Mark:
    """A place in a source, the points that it serves (and whether as a near miss), and its codes by kind and key."""

    source: str
    span: Span
    points: dict[str, tuple[PointEntry, bool]] = field(default_factory=dict)
    codes: dict[tuple[str, str], str] = field(default_factory=dict)  # and who coded it so first


def marks(work: Comparison) -> dict[tuple[str, Span], Mark]:
    """The marks by source and place, in the order of the points."""
    found: dict[tuple[str, Span], Mark] = {}
    for point in work.coded.points:
        for key, position in point.positions.items():
            for role in ("evidence", "near"):
                for place in work.evidence_of(point.id, key, role):
                    span = place.start, place.end
                    mark = found.setdefault((key, span), Mark(key, span))
                    mark.points.setdefault(point.id, (point, role == "near"))
                    for kind, value in [
                        ("point", point.id),
                        ("verdict", point.verdict),
                        ("theme", point.theme),
                        *(("certainty", certainty) for certainty in position.certainty),
                    ]:
                        mark.codes.setdefault((kind, value), point.coded.by)
    return found
