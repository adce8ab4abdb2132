"""One ranking out of many: what several signals rank high comes first, and no statement takes more than its share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from sidebyside.matching.candidates.best import Pairs, unlike

HALF = 32  # bits of a pair's number: the left statement before them, the right one in them
DAMPING = 60  # ranks: how little it matters whether a signal has a pair first or tenth

# How much the rank that a signal gives a pair counts. The first three find most of what there is; the others speak of
# few pairs each, and order what is found.
WEIGHTS = {
    "meaning": 1.0,
    "clauses": 1.0,
    "wording": 1.0,
    "names": 0.5,
    "times": 0.25,
    "clash": 0.25,
    "figures": 0.25,
    "deeds": 0.25,
    "denial": 0.25,
    "themes": 0.5,
}


def fused(ranked: Mapping[str, Pairs], content: tuple[np.ndarray, np.ndarray]) -> pd.DataFrame:
    """All pairs with their `score`, best first: the sum of weight / (DAMPING + rank) over the signals that have them.

    Columns left, right, score. Pairs that a signal cannot tell apart all have the last of their ranks; equal scores
    are told apart by the words of the statements. After Cormack, Clarke and Büttcher, "Reciprocal rank fusion
    outperforms Condorcet and individual rank learning methods", SIGIR 2009.
    """
    both = {name: (a.astype(np.int64) << HALF) | b for name, (a, b, _) in sorted(ranked.items())}
    pairs = sorted_once([*both.values()])
    score, lost = np.zeros(len(pairs)), np.zeros(len(pairs))
    for name, found in both.items():
        places = np.searchsorted(pairs, found)
        share = WEIGHTS[name] / (DAMPING + last_rank(ranked[name][2])) - lost[places]
        whole = score[places] + share
        lost[places] = whole - score[places] - share  # Kahan: what a sum has rounded off goes into the next
        score[places] = whole
    left, right = pairs >> HALF, pairs & (2**HALF - 1)
    one, other = content[0][left], content[1][right]
    order = np.lexsort((np.maximum(one, other), np.minimum(one, other), -score.round(12)))
    return pd.DataFrame({"left": left[order], "right": right[order], "score": score[order]})


def sorted_once(parts: Sequence[np.ndarray]) -> np.ndarray:
    """All numbers of some arrays, each once, in order; np.unique takes ten times as long.

    >>> sorted_once([np.array([3, 1]), np.array([1, 2])]).tolist()
    [1, 2, 3]
    """
    numbers = np.concatenate([np.zeros(0, dtype=np.int64), *parts])
    numbers.sort()
    once: np.ndarray = numbers[unlike(numbers, 1)]
    return once


def last_rank(scores: np.ndarray) -> np.ndarray:
    """How many are at least as high.

    >>> last_rank(np.array([7, 9, 7])).tolist()
    [3, 1, 3]
    """
    return len(scores) - np.searchsorted(np.sort(scores), scores)


def capped(table: pd.DataFrame, most: int, within: bool) -> pd.DataFrame:
    """The pairs, in their order, that are among the first `most` of both their statements."""
    if within:  # a statement stands on either side
        kept = (turns(table.left.to_numpy(), table.right.to_numpy()) < most).all(axis=1)
    else:
        kept = ((table.groupby("left").cumcount() < most) & (table.groupby("right").cumcount() < most)).to_numpy()
    return table[kept].reset_index(drop=True)


def turns(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """How many pairs of the left statement, and how many of the right one, come before each pair: two columns.

    >>> turns(np.array([1, 1, 0]), np.array([2, 3, 1])).tolist()
    [[0, 0], [1, 0], [0, 2]]
    """
    met = np.column_stack([left, right]).ravel()
    order = np.argsort(met, kind="stable")
    first = np.flatnonzero(unlike(met[order], 1))
    places = np.empty(len(met), dtype=np.int64)
    places[order] = np.arange(len(met)) - np.repeat(first, np.diff(np.append(first, len(met))))
    return places.reshape(-1, 2)
