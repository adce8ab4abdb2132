"""What a key weighs: the rarer over the whole corpus the more, and nothing where it stands once or everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sidebyside.matching.candidates.best import unlike
from sidebyside.matching.candidates.shared import COMMON, FEW

if TYPE_CHECKING:
    from scipy.sparse import csr_array as Weights

Lists = tuple[np.ndarray, np.ndarray]  # the keys of some statements end to end, and where those of each end


class Known(NamedTuple):
    """The keys that stand in two statements at least, in order, how rare each is, and whether it tells any apart.

    `rarest` is the rarity of a key that stands in one statement alone.
    """

    keys: np.ndarray
    rarity: np.ndarray
    telling: np.ndarray
    rarest: float


def known(lists: Iterable[Lists], most: float = inf) -> Known:
    """The keys of all statements; one that stands in more than `most` of them, or is `common`, tells nothing."""
    statements, keys, standing = standing_of(lists)
    rarity = np.log((1 + statements) / (1 + standing)) + 1
    return Known(keys, rarity, standing <= min(common(statements), most), float(np.log((1 + statements) / 2) + 1))


def common(statements: int) -> float:
    """A key that stands in more of so many statements tells none apart."""
    return max(COMMON * statements, FEW)


def standing_of(lists: Iterable[Lists]) -> tuple[int, np.ndarray, np.ndarray]:
    """How many statements there are; the keys that stand in two at least, in order; and in how many each stands."""
    statements, parts = 0, [np.zeros(0, dtype=np.uint64)]
    for keys, ends in lists:
        parts.append(distinct(keys, ends)[1])
        statements += len(ends) - 1
    every = np.concatenate(parts)
    every.sort()
    first = np.flatnonzero(unlike(every, 1))
    standing = np.diff(np.append(first, len(every)))
    twice = standing > 1
    return statements, every[first[twice]], standing[twice]


def distinct(keys: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(statement, key, how often) for every key of every statement, in the order of the statements, then of the keys.

    >>> [each.tolist() for each in distinct(np.array([7, 3, 7, 7]), np.array([0, 3, 4]))]
    [[0, 0, 1], [3, 7, 7], [1, 2, 1]]
    """
    rows = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    order = np.lexsort((keys, rows))
    rows, keys = rows[order], keys[order]
    first = np.flatnonzero(unlike(rows, 1) | unlike(keys, 1))
    return rows[first], keys[first], np.diff(np.append(first, len(keys)))


def weights_of(keys: np.ndarray, ends: np.ndarray, among: Known, length: bool) -> Weights:
    """Some statements as rows of weights (see candidates.shared.weighed), a column for each telling key, in order."""
    from scipy.sparse import csr_array

    rows, found, times = distinct(keys, ends)
    count = len(ends) - 1
    places = np.searchsorted(among.keys, found)
    here = places < len(among.keys)
    here[here] = among.keys[places[here]] == found[here]
    rarity = np.full(len(found), among.rarest)
    rarity[here] = among.rarity[places[here]]
    if length:
        weights = (1 + np.log(times)) * rarity
        weights /= np.sqrt(np.bincount(rows, weights**2, minlength=count))[rows]
    else:
        weights = np.sqrt(rarity - 1)
    here[here] = among.telling[places[here]]
    column = np.cumsum(among.telling) - 1
    cells = weights[here].astype(np.float32), column[places[here]].astype(np.int32)
    stops = np.concatenate([[0], np.cumsum(np.bincount(rows[here], minlength=count))]).astype(np.int64)
    return csr_array((*cells, stops), shape=(count, int(among.telling.sum())))
