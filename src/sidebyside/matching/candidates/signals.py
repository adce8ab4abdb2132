"""The signals: each by itself says which statements may speak to one point, and how strongly any two of them do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import numpy as np

from sidebyside.matching.candidates import traits
from sidebyside.matching.candidates.batch import Batch
from sidebyside.matching.candidates.best import Pairs
from sidebyside.matching.candidates.both import Both
from sidebyside.matching.candidates.clash import Clash
from sidebyside.matching.candidates.in_common import InCommon
from sidebyside.matching.candidates.meaning import Clauses, Meaning
from sidebyside.matching.candidates.shared import Each, Keys

SIGNALS = {
    "meaning": "cosine of the vectors; ranked by CSLS, which holds back what is near to everything",
    "clauses": "the same for the two clauses that are nearest, long sentences being matched by their parts",
    "wording": "cosine of the words, one by one and two by two, the rare ones weighing more (TF-IDF)",
    "names": "names that both have: the sum of their weights, the rarer the more",
    "times": "years and months that the dates of both touch, likewise",
    "clash": "deeds that both date, with those who take part, where no date of one meets one of the other, likewise",
    "figures": "kinds of figures, and things counted, that both have, likewise",
    "deeds": "families of predicates that both have, likewise",
    "denial": "what one denies and the other does not, likewise",
    "themes": "themes that both touch, likewise",
}


class Signal(Protocol):
    """One way to find candidates in two batches."""

    def pairs(self, k: int) -> Pairs:
        """The pairs that are among the `k` best of either statement."""

    def strength(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """How strongly it speaks for each of these pairs; 0 where it does not."""


def signals_of(both: Both) -> Iterator[tuple[str, Signal]]:
    """The signals with their names, in the order of SIGNALS, each made when it is its turn."""
    yield "meaning", Meaning(both)
    yield "clauses", Clauses(both)
    yield "wording", InCommon(both, of_each(traits.words), length=True)
    yield "names", InCommon(both, names)
    yield "times", InCommon(both, of_each(traits.times))
    yield "clash", Clash(both)
    yield "figures", InCommon(both, of_each(traits.figures))
    yield "deeds", InCommon(both, of_each(traits.deeds))
    yield "denial", InCommon(both, of_each(traits.claimed), of_each(traits.gainsaid))
    yield "themes", InCommon(both, themes)


def of_each(trait: traits.Trait) -> Callable[[Batch], Keys]:
    """A trait of a statement, taken from each statement of a batch."""
    return lambda batch: Each(batch.statements, trait)


def names(batch: Batch) -> Keys:
    """The words of the names in each statement: one name throughout where somebody has said it, else as they stand."""
    if batch.names:
        return [list(traits.words_of_names(named)) for named in batch.names]
    return of_each(traits.names)(batch)


def themes(batch: Batch) -> Keys:
    """The themes that each statement touches; none where nobody has said."""
    return batch.themes or [()] * len(batch)
