"""How far a coefficient might have fallen elsewhere: it is counted again on points drawn anew from those there are."""

from __future__ import annotations

import numpy as np

SEED = 20261122  # fixed, so that a report can be made again
RESAMPLES = 2000


def resampled(tables: np.ndarray, resamples: int) -> np.ndarray:
    """Sums of the tables of single points over samples of points, drawn with return, each as many as there are.

    `tables` has the shape (points, ...), the result (resamples, ...). A table is drawn whole: what was said of one
    point stays together, because it does not vary on its own.
    """
    size, draw = len(tables), np.random.default_rng(SEED)
    flat = tables.reshape(size, -1).astype(float)
    sums = [np.bincount(draw.integers(0, size, size), minlength=size) @ flat for _ in range(resamples)]
    return np.array(sums).reshape(resamples, *tables.shape[1:])


def interval(spread: np.ndarray) -> tuple[float, float]:
    """The middle 95 % of a coefficient over the samples; those in which it is not defined are left out.

    >>> interval(np.array([0.0, 0.5, 1.0, np.nan]))
    (0.025, 0.975)
    >>> interval(np.array([np.nan]))
    (nan, nan)
    """
    known = spread[~np.isnan(spread)]
    low, high = np.percentile(known, [2.5, 97.5]) if len(known) else (np.nan, np.nan)
    return float(low), float(high)
