"""Figures of a ranking: how often what belongs together ranks above what does not, ties counting half."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np


def auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """The chance that one of the right scores above one of the wrong.

    >>> auc([2, 1], [1, 0])
    0.875
    """
    below = np.sort(wrong)
    wins = np.searchsorted(below, right, "left") + np.searchsorted(below, right, "right")
    return float(wins.sum()) / (2 * len(right) * len(wrong))


def average_precision(right: Sequence[float], wrong: Sequence[float]) -> float:
    """The mean, over the right, of the share of right among all that score at least as high.

    >>> average_precision([3, 1], [2])
    0.8333333333333333
    """
    hits, misses = np.sort(right), np.sort(wrong)
    above = len(hits) - np.searchsorted(hits, right, "left")
    others = len(misses) - np.searchsorted(misses, right, "left")
    return float(np.mean(above / (above + others)))


def false_at(recall: float, right: Sequence[float], wrong: Sequence[float]) -> float:
    """The share of the wrong that is let in where so much of the right is.

    >>> false_at(0.5, [3, 1], [2, 3, 0])
    0.3333333333333333
    """
    bar = np.sort(right)[::-1][math.ceil(recall * len(right)) - 1]
    return float(np.mean(np.asarray(wrong) >= bar))
