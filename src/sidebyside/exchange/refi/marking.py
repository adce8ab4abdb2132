"""Every place that evidence names is a selection, one for each coder, with the codes of all the coder's points on it.

Importers keep one coding of a code at a place by a coder: two selections of a coder's same words would lose one. And
QualCoder takes the coder of a selection for that of every coding in it: in one selection for all, what a second coder
coded would become the first one's.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sidebyside.exchange.refi.laying import Span
from sidebyside.record import Comparison, PointEntry

NEAR = "A near miss: the source is silent, and these are the words that come nearest."


@dataclass
class Mark:
    """A place in a source, the coder's points that it serves (whether as near misses), and its codes, kind and key."""

    source: str
    span: Span
    coder: str
    points: dict[str, tuple[PointEntry, bool]] = field(default_factory=dict)
    codes: dict[tuple[str, str], None] = field(default_factory=dict)  # each once, in the order of the points


def marks(work: Comparison) -> list[Mark]:
    """The marks, in the order of the points."""
    found: dict[tuple[str, Span, str], Mark] = {}
    for point in work.coded.points:
        for key, position in point.positions.items():
            for role in ("evidence", "near"):
                for place in work.evidence_of(point.id, key, role):
                    where = key, (place.start, place.end), point.coded.by
                    mark = found.setdefault(where, Mark(*where))
                    mark.points.setdefault(point.id, (point, role == "near"))
                    for kind, value in [
                        ("point", point.id),
                        ("verdict", point.verdict),
                        ("theme", point.theme),
                        *(("certainty", certainty) for certainty in position.certainty),
                    ]:
                        mark.codes[kind, value] = None
    return list(found.values())
