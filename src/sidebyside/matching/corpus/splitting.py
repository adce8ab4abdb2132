"""A key that stands in very many statements is split: there it counts together with another key of its statement.

"Russia" in 60,000 statements would bring every two of them together, and the work would grow with their square. With
"sell" beside it, or a month, it brings together few, and those are worth it. Words need none of this: they are joined
two by two as well as one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

import numpy as np

from sidebyside.matching.corpus.rarity import Lists, common, standing_of

MOST = 5_000  # statements in which a key may stand before it is split, and a split one before it is passed over
BY = ("names", "times", "deeds")  # the traits by whose keys it is split


def large(lists: Iterable[Lists], most: float) -> np.ndarray:
    """The keys to split, in order: those that stand in more than `most` statements, and yet tell some apart."""
    if most == inf:
        return np.zeros(0, dtype=np.uint64)
    statements, keys, standing = standing_of(lists)
    found: np.ndarray = keys[(standing > most) & (standing <= common(statements))]
    return found


def split(lists: Lists, large: np.ndarray, by: Sequence[Lists]) -> Lists:
    """The keys of some statements, each of the `large` ones replaced by its pairs with the others of its statement.

    `by` has these others, for the same statements. A pair is one key, whichever of its two was the large one.

    >>> ends = np.array([0, 2, 3])
    >>> names, deeds = (np.array([8, 1, 8]), ends), (np.array([4, 2]), np.array([0, 1, 2]))
    >>> [each.tolist() for each in split(names, np.array([8]), [names, deeds])]
    [[1, 9, 12, 10], [0, 3, 4]]
    """
    keys, ends = lists
    rows = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    apart = large[np.minimum(np.searchsorted(large, keys), len(large) - 1)] == keys
    found = [(rows[~apart], keys[~apart])]
    rows, keys = rows[apart], keys[apart]
    for others, stops in by:
        count = np.diff(stops)[rows]
        within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        pairs = np.repeat(keys, count) ^ others[np.repeat(stops[rows], count) + within]
        others_than_itself = pairs != 0
        found.append((np.repeat(rows, count)[others_than_itself], pairs[others_than_itself]))
    of, made = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.argsort(of, kind="stable")
    return made[order], np.searchsorted(of[order], np.arange(len(ends)))
