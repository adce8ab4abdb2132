"""One deed under two dates: whoever says when a thing was done answers whoever has it done at another time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from sidebyside.matching.candidates.batch import Batch
from sidebyside.matching.candidates.best import Pairs
from sidebyside.matching.candidates.both import Both
from sidebyside.matching.candidates.families import family
from sidebyside.matching.candidates.in_common import InCommon
from sidebyside.matching.candidates.shared import Each
from sidebyside.matching.candidates.traits import WORD, taking_part

if TYPE_CHECKING:
    from sidebyside.matching.statement import Statement

Span = tuple[str, str]  # first and last day, ISO 8601 at the precision given, or an end that is open or unknown


class Clash:
    """Statements that date one deed, with one of those who take part in it, where no date of one meets the other's."""

    def __init__(self, both: Both) -> None:
        self.deeds = InCommon(both, dated)
        self.spans = [[spans(statement) for statement in side.statements] for side in (both.left, both.right)]

    def pairs(self, k: int) -> Pairs:
        """Ranked by the weight of the deeds."""
        a, b, scores = self.deeds.pairs(k)
        apart = self.apart(a, b)
        return a[apart], b[apart], scores[apart]

    def strength(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """The weight of the deeds; 0 where a date of one meets one of the other."""
        found: np.ndarray = self.deeds.strength(a, b)
        told = np.flatnonzero(found)
        found[told] *= self.apart(a[told], b[told])
        return found

    def apart(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Whether the dates of each pair keep clear of each other."""
        left, right = self.spans
        clear = [not any(meet(one, other) for one in left[i] for other in right[j]) for i, j in zip(a, b, strict=True)]
        return np.array(clear, dtype=bool)


def dated(batch: Batch) -> Each:
    """Of each statement, its dated deeds."""
    return Each(batch.statements, dated_deeds)


def dated_deeds(statement: Statement) -> Iterator[str]:
    """Each family of predicates that a date stands beside in its clause, with each who or what takes part."""
    dates = [date for date in statement.dates if is_known(date.span)]
    when = {word for date in dates for word in WORD.findall(statement.words[date.start : date.end].lower())}
    found: set[str] = set()
    for claim in statement.claims:
        low, high = claim.certainty.scope
        deed = family(claim.arguments.predicate)
        if deed and any(low <= date.start and date.end <= high for date in dates):
            found |= {f"{deed} {word}" for word in taking_part(claim) - when}
    yield from found


def spans(statement: Statement) -> list[Span]:
    """The stretches of time that its dates name."""
    return [date.span for date in statement.dates if is_known(date.span)]


def is_known(span: Span) -> bool:
    """Whether either end is fixed."""
    return any(end[:1].isdigit() for end in span)


def meet(one: Span, other: Span) -> bool:
    """Whether two stretches of time may have a day in common.

    >>> meet(("2010-10", "2010-12"), ("2010", "2010")), meet(("2015", ".."), ("2010", "2010"))
    (True, False)
    """
    return not_after(one[0], other[1]) and not_after(other[0], one[1])


def not_after(first: str, last: str) -> bool:
    """Whether one day may be as early as another, as far as the coarser of the two goes."""
    coarser = min(len(first), len(last))
    known = first[:1].isdigit() and last[:1].isdigit()
    return not known or first[:coarser] <= last[:coarser]
