"""Statements by their vectors: as wholes, and by the nearest of their clauses."""

from __future__ import annotations

import numpy as np

from sidebyside.matching.candidates.batch import Batch
from sidebyside.matching.candidates.best import Pairs, highest
from sidebyside.matching.candidates.both import Both
from sidebyside.matching.candidates.near import nearest

PLACES = 4  # decimal places of a cosine: beyond them, the order of a sum shows


class Meaning:
    """Statements by their vectors."""

    def __init__(self, both: Both) -> None:
        self.both = both

    def pairs(self, k: int) -> Pairs:
        """Ranked by CSLS."""
        right = None if self.both.within else self.both.right.vectors
        return nearest(self.both.left.vectors, right, k, self.both.content)

    def strength(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """The cosine."""
        products = np.einsum("nd,nd->n", self.both.left.vectors[a], self.both.right.vectors[b])
        found: np.ndarray = np.round(products.astype(np.float64), PLACES)
        return found


class Clauses:
    """Statements by the nearest of their clauses."""

    def __init__(self, both: Both) -> None:
        self.both = both

    def pairs(self, k: int) -> Pairs:
        """Ranked by CSLS of the clauses, of which each has its `k` nearest."""
        left, right = self.both.left, self.both.right
        orders = order_of_clauses(left, self.both.content[0]), order_of_clauses(right, self.both.content[1])
        a, b, scores = nearest(left.clauses, None if self.both.within else right.clauses, k, orders)
        a, b = left.owners[a], right.owners[b]
        if self.both.within:
            a, b, scores = np.minimum(a, b)[a != b], np.maximum(a, b)[a != b], scores[a != b]
        return highest(a, b, scores)

    def strength(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """The highest cosine of a clause of one with a clause of the other."""
        left, right = self.both.left, self.both.right
        ones = np.searchsorted(left.owners, np.arange(len(left) + 1))
        others = np.searchsorted(right.owners, np.arange(len(right) + 1))
        nearest_ones = [
            (left.clauses[ones[i] : ones[i + 1]] @ right.clauses[others[j] : others[j + 1]].T).max()
            for i, j in zip(a, b, strict=True)
        ]
        return np.round(np.array(nearest_ones, dtype=np.float64), PLACES)


def order_of_clauses(batch: Batch, content: np.ndarray) -> np.ndarray:
    """The place of each clause in an order by content: that of its statement, then its place in it."""
    order = np.lexsort((np.arange(len(batch.owners)), content[batch.owners]))
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return places
