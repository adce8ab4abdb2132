"""Statements by what they have in common, weighted by rarity: names, times, deeds; or a denial and what it denies."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sidebyside.matching.candidates.batch import Batch
from sidebyside.matching.candidates.best import Pairs
from sidebyside.matching.candidates.both import Both
from sidebyside.matching.candidates.shared import Keys, sharing, strength, weighed


class InCommon:
    """Statements by the keys that both have.

    `keys` takes them from a batch, `answers` from the other one where they are not the same: there a key stands for
    what would answer it. With `length`, long statements are not the nearer for being long.
    """

    def __init__(
        self,
        both: Both,
        keys: Callable[[Batch], Keys],
        answers: Callable[[Batch], Keys] | None = None,
        length: bool = False,
    ) -> None:
        self.both = both
        other = () if both.within and answers is None else (answers or keys)(both.right)
        self.left, self.right = weighed(keys(both.left), other, length)
        if not other:
            self.right = self.left if both.within else self.right

    def pairs(self, k: int) -> Pairs:
        """Ranked by the weight of what is shared."""
        return sharing(self.left, self.right, k, self.both.content, self.both.within)

    def strength(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """The weight of what is shared."""
        return strength(self.left, self.right, a, b)
