"""Pairs that belong together: sentences that stand close to one another and answer the same ones are read at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

CLOSE = 3  # sentences
MOST = 3  # statements a side


def groups_of(left: Sequence[int], right: Sequence[int]) -> np.ndarray:
    """The number, from 1, of the group that each pair falls into, the pairs being given best first.

    A pair joins the first group that has one of its statements, where the other stands CLOSE to one on its side and
    the side has fewer than MOST; otherwise it opens a group.

    >>> groups_of([10, 10, 40, 11], [5, 6, 6, 5]).tolist()
    [1, 1, 2, 1]
    """
    groups: list[tuple[set[int], set[int]]] = []
    having: dict[tuple[int, int], list[int]] = defaultdict(list)  # (side, statement): the groups that have it
    found = []
    for pair in zip(left, right, strict=True):
        known = sorted({g for side in (0, 1) for g in having[side, pair[side]]})
        number = next((g for g in known if all(fits(pair[side], groups[g][side]) for side in (0, 1))), len(groups))
        if number == len(groups):
            groups.append((set(), set()))
        for side in (0, 1):
            if pair[side] not in groups[number][side]:
                groups[number][side].add(pair[side])
                having[side, pair[side]].append(number)
        found.append(number + 1)
    return np.array(found, dtype=np.int64)


def fits(statement: int, side: set[int]) -> bool:
    """Whether a statement is on a side of a group, or may come to it."""
    return statement in side or (len(side) < MOST and any(abs(statement - other) <= CLOSE for other in side))
