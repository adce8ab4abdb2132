"""One ranking out of many: what several signals rank high comes first, and no statement takes more than its share."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from sidebyside.matching.candidates.best import Pairs

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
    shares = [
        pd.DataFrame({"left": a, "right": b, "score": WEIGHTS[name] / (DAMPING + last_rank(scores))})
        for name, (a, b, scores) in sorted(ranked.items())
    ]
    table = pd.concat(shares).groupby(["left", "right"], as_index=False, sort=True).score.sum()
    one, other = content[0][table.left], content[1][table.right]
    order = np.lexsort((np.maximum(one, other), np.minimum(one, other), -table.score.round(12)))
    return table.iloc[order].reset_index(drop=True)


def last_rank(scores: np.ndarray) -> np.ndarray:
    """How many are at least as high.

    >>> last_rank(np.array([7, 9, 7])).tolist()
    [3, 1, 3]
    """
    return len(scores) - np.searchsorted(np.sort(scores), scores)


def capped(table: pd.DataFrame, most: int, within: bool) -> pd.DataFrame:
    """The pairs, in their order, that are among the first `most` of both their statements."""
    pairs = table[["left", "right"]].reset_index(drop=True)
    if within:  # a statement stands on either side
        long = pd.concat([pairs.left, pairs.right]).sort_index(kind="stable")
        places = long.groupby(long).cumcount().to_numpy().reshape(-1, 2)
        kept = (places < most).all(axis=1)
    else:
        kept = ((pairs.groupby("left").cumcount() < most) & (pairs.groupby("right").cumcount() < most)).to_numpy()
    return table[kept].reset_index(drop=True)
