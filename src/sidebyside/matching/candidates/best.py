"""The best few of each row, whatever the order in which they are met: equal scores are told apart by content alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

SCORE, PLACE = 24, 20  # bits of a key: the row before them, the score reversed, the partner's place by content
HIGHEST = 2**SCORE - 1
LARGEST = 2**PLACE - 1  # statements in one batch; one bit less for the rows than int64 has left
ROOM = 1  # how many times what is kept may wait before it is sorted again

Pairs = tuple[np.ndarray, np.ndarray, np.ndarray]  # rows, partners, scores: whole numbers, larger is better


class Best:
    """The `k` best partners of each row. `content` gives each partner's place in an order by content.

    A score is a whole number from 0 to HIGHEST. Row, score and partner are packed into one number, so that sorting
    is exact, fast and the same whatever came first.
    """

    def __init__(self, rows: int, k: int, content: np.ndarray) -> None:
        self.k, self.content, self.by_content = k, content, np.argsort(content)
        self.floor = np.zeros(rows, dtype=np.int64)  # what a score must reach to be among the best of its row
        self.kept = np.zeros(0, dtype=np.int64)
        self.waiting: list[np.ndarray] = []
        self.count = 0

    def add(self, rows: np.ndarray, partners: np.ndarray, scores: np.ndarray) -> None:
        """Takes in pairs; one that comes twice counts once, as long as its score is the same."""
        good = scores >= self.floor[rows]
        rows, partners, scores = rows[good].astype(np.int64), partners[good], scores[good].astype(np.int64)
        self.waiting.append((rows << (SCORE + PLACE)) | ((HIGHEST - scores) << PLACE) | self.content[partners])
        self.count += len(rows)
        if self.count > ROOM * self.k * len(self.floor):
            self.settle()

    def expect(self, first: int, scores: np.ndarray) -> None:
        """Of the rows from `first` on, `k` partners each are known, or are being added, that reach these scores."""
        known = self.floor[first : first + len(scores)]
        np.maximum(known, scores, out=known)

    def settle(self) -> None:
        """Drops what is no longer among the best."""
        keys = np.concatenate([self.kept, *self.waiting])
        self.waiting, self.count = [], 0
        keys.sort()
        keys = keys[unlike(keys, 1)]  # np.unique takes ten times as long
        rows = keys >> (SCORE + PLACE)
        among = unlike(rows, self.k)
        keys, rows = keys[among], rows[among]
        full = rows[self.k - 1 :]
        last = np.flatnonzero(full == rows[: len(full)])
        self.floor[full[last]] = HIGHEST - ((keys[last + self.k - 1] >> PLACE) & HIGHEST)
        self.kept = keys

    def pairs(self) -> Pairs:
        """What is kept, best first in each row."""
        self.settle()
        return self.unpacked(self.kept)

    def some(self, most: int) -> Iterator[Pairs]:
        """The same, so many at a time: unpacked, they take three times what they take here."""
        self.settle()
        for at in range(0, len(self.kept), most):
            yield self.unpacked(self.kept[at : at + most])

    def unpacked(self, keys: np.ndarray) -> Pairs:
        """The pairs that some keys stand for."""
        scores = HIGHEST - ((keys >> PLACE) & HIGHEST)
        return keys >> (SCORE + PLACE), self.by_content[keys & LARGEST], scores


def unlike(sorted_ones: np.ndarray, before: int) -> np.ndarray:
    """Whether each is another than the one that stands so many places before it; the first ones are.

    >>> unlike(np.array([3, 3, 3, 5]), 2).tolist()
    [True, True, False, True]
    """
    found = np.ones(len(sorted_ones), dtype=bool)
    found[before:] = sorted_ones[before:] != sorted_ones[:-before]
    return found


def order_by_content(words: Sequence[str]) -> np.ndarray:
    """The place of each text in alphabetical order; among equal texts the first comes first.

    >>> order_by_content(["sea", "air", "sea"]).tolist()
    [1, 0, 2]
    """
    places = np.empty(len(words), dtype=np.int64)
    places[sorted(range(len(words)), key=lambda n: (words[n], n))] = np.arange(len(words))
    return places


def either(rows: Best, columns: Best) -> Pairs:
    """The pairs that are among the best of their row or of their column, once each, in the order of their numbers.

    Where both are one and the same, its rows are their own partners, and the lower number comes first.
    """
    a, b, scores = rows.pairs()
    if rows is columns:
        a, b = np.minimum(a, b), np.maximum(a, b)
    else:
        d, c, more = columns.pairs()
        a, b, scores = np.concatenate([a, c]), np.concatenate([b, d]), np.concatenate([scores, more])
    return highest(a, b, scores)


def highest(a: np.ndarray, b: np.ndarray, scores: np.ndarray) -> Pairs:
    """Each pair once, with its highest score, in the order of the numbers."""
    order = np.lexsort((-scores, b, a))
    a, b, scores = a[order], b[order], scores[order]
    new = np.ones(len(a), dtype=bool)
    new[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    return a[new], b[new], scores[new]
