"""The matter of a comparison: every source's statements with their vectors, and the pairs of them worth comparing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from sidebyside.matching.candidates import Batch, batch_of, candidates
from sidebyside.matching.told import UNDATED, Told, told_in
from sidebyside.texts import Source

if TYPE_CHECKING:
    from sidebyside.reading.read import Reading

COMMON = 0.2  # of the statements: a word in more of them is the subject of the comparison and tells no two apart
FEW = 20  # statements; among fewer, that is no measure


@dataclass(frozen=True)
class Matter:
    """What the sources tell, and its batches, by the key of the source, keys in order."""

    told: dict[str, list[Told]]
    batches: dict[str, Batch]

    def across(self) -> list[tuple[str, str]]:
        """Every two sources."""
        return list(combinations(self.told, 2))

    def pairs(self, left: str, right: str) -> pd.DataFrame:
        """The candidates of two sources, or of one with itself (columns: candidates.CANDIDATES)."""
        return candidates(self.batches[left], None if left == right else self.batches[right])

    @cached_property
    def common(self) -> frozenset[str]:
        """What so many statements speak of that it tells none apart."""
        standing = Counter(word for listed in self.told.values() for told in listed for word in told.content)
        most = max(FEW, COMMON * sum(map(len, self.told.values())))
        return frozenset(word for word, count in standing.items() if count > most)


def matter_of(sources: Sequence[Source], reading: Reading, written: Mapping[str, str] = UNDATED) -> Matter:
    """What the sources tell, whatever the order they are given in; `written` as `told_in` has it.

    Raises ModelError when a model is missing.
    """
    told = told_in(sources, reading, written)
    batches = {
        key: batch_of([t.statement for t in listed], [t.themes for t in listed], names=[t.named for t in listed])
        for key, listed in told.items()
    }
    return Matter(told, batches)
