"""Who prints what another has printed adds no second hand: sources in the same words are one author's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sidebyside.matching.told import Told

WORD = re.compile(r"\w+")
RUN = 5  # words in a row: two who write for themselves have few such runs in common, names and quotations apart
HALF = 0.5  # of the shorter source's runs: from here on it is printed from the other, or both from a third
NEARLY_ALL = 0.8  # of the shorter statement's runs: one sentence that was taken over, with a word changed
SHORTEST = 8  # words: anyone may write a shorter sentence


def hands(told: Mapping[str, Sequence[Told]]) -> dict[str, str]:
    """What the author of each source is called: by its key, or by the keys of all that have the same words.

    >>> hands({"A": [], "B": []})
    {'A': 'A', 'B': 'B'}
    """
    runs = {key: runs_in(each.words for each in listed) for key, listed in told.items()}
    family = {key: {key} for key in told}
    for one, other in combinations(told, 2):
        if family[one] is not family[other] and in_common(runs[one], runs[other]) >= HALF:
            family[one] |= family[other]
            family |= dict.fromkeys(family[other], family[one])
    return {key: ", ".join(sorted(family[key])) for key in told}


def taken_over(one: Told, other: Told) -> bool:
    """Whether one of two statements is the other once more."""
    return once_more(runs_in([one.words]), runs_in([other.words]))


def once_more(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether of two statements, given by their runs, one is the other once more."""
    return min(len(a), len(b)) > SHORTEST - RUN and in_common(a, b) >= NEARLY_ALL


def runs_in(texts: Iterable[str]) -> frozenset[int]:
    """The runs of RUN words in some texts, each once, as numbers that are the same within a process."""
    found: set[int] = set()
    for text in texts:
        words = WORD.findall(text.lower())
        found.update(map(hash, zip(*(words[shift:] for shift in range(RUN)), strict=False)))
    return frozenset(found)


def in_common(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of the shorter one's runs that the other has, 0 to 1."""
    fewest = min(len(a), len(b))
    return len(a & b) / fewest if fewest else 0.0
