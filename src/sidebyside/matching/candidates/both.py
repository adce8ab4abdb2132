"""Two batches that are joined, or one with itself, and what every signal needs of them."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from sidebyside.matching.candidates.batch import Batch
from sidebyside.matching.candidates.best import order_by_content


class Both:
    """`left` against `right`; `within` says that both are the same source, where no statement meets itself."""

    def __init__(self, left: Batch, right: Batch | None = None) -> None:
        self.left, self.right, self.within = left, left if right is None else right, right is None

    @cached_property
    def content(self) -> tuple[np.ndarray, np.ndarray]:
        """The place of each statement in an order by content, for either side."""
        left = order_by_content([s.words for s in self.left.statements])
        return left, left if self.within else order_by_content([s.words for s in self.right.statements])
