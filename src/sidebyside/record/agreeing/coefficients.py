"""Agreement corrected for chance, from tables of who said what beside whom; many tables at once, as a bootstrap needs.

Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), and
Krippendorff, "Computing Krippendorff's alpha-reliability" (2011). Held in the tests against scikit-learn and the
package krippendorff, which take one table at a time: a bootstrap asks for thousands.
"""

from __future__ import annotations

import numpy as np


def kappa(tables: np.ndarray) -> np.ndarray:
    """Cohen's kappa; NaN where it is not defined: nothing was coded, or chance alone would agree always.

    `tables`, of shape (..., values, values), count the units to which the first coder gave the value of the row and the
    second that of the column. 1 is full agreement, 0 what chance gives.

    >>> float(kappa(np.array([[1, 1], [0, 2]])))
    0.5
    """
    size = tables.sum((-2, -1))
    chance = (tables.sum(-1) * tables.sum(-2)).sum(-1)  # of all pairs of units, those that would agree by chance
    alike = np.trace(tables, axis1=-2, axis2=-1) * size
    return _ratio(alike - chance, size * size - chance)


def alpha(paired: np.ndarray, ordinal: bool = False) -> np.ndarray:
    """Krippendorff's alpha, for values without an order or, `ordinal`, in theirs; NaN where values do not vary.

    `paired` is what `coincidences` gives, of shape (..., values, values). Two values of an ordinal scale lie as far
    apart as their mean ranks among all that were given, and the distance counts squared.

    >>> float(alpha(np.array([[10, 4], [4, 2]])).round(3))  # Krippendorff's first example: ten units, yes or no
    0.095
    """
    given = paired.sum(-1)
    if ordinal:
        rank = given.cumsum(-1) - given / 2
        apart = (rank[..., :, None] - rank[..., None, :]) ** 2
    else:
        apart = 1 - np.eye(given.shape[-1])
    observed = (paired * apart).sum((-2, -1)) * (given.sum(-1) - 1)
    expected = (given[..., :, None] * given[..., None, :] * apart).sum((-2, -1))
    return _ratio(expected - observed, expected)


def coincidences(counts: np.ndarray) -> np.ndarray:
    """How often, of each unit, two coders gave which two values, of shape (..., values, values).

    `counts`, of shape (..., values), says how many coders gave each value. Each pair counts in both orders, and a unit
    for as many as coded it; one that fewer than two coded says nothing of agreement.

    >>> coincidences(np.array([[1, 1], [0, 2], [1, 0]])).tolist()
    [[[0.0, 1.0], [1.0, 0.0]], [[0.0, 0.0], [0.0, 2.0]], [[0.0, 0.0], [0.0, 0.0]]]
    """
    pairs = counts[..., :, None] * counts[..., None, :] - counts[..., :, None] * np.eye(counts.shape[-1])
    others = np.maximum(counts.sum(-1) - 1, 1)
    shared: np.ndarray = pairs / others[..., None, None]
    return shared


def against_others(tables: np.ndarray, value: int) -> np.ndarray:
    """The tables with one value kept and all others taken as one, of shape (..., 2, 2).

    >>> against_others(np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), 0).tolist()
    [[1, 5], [11, 28]]
    """
    kept = tables[..., value, value]
    row, column = tables[..., value, :].sum(-1) - kept, tables[..., :, value].sum(-1) - kept
    rest = tables.sum((-2, -1)) - kept - row - column
    return np.stack([np.stack([kept, row], -1), np.stack([column, rest], -1)], -2)


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    defined = whole > 0
    return np.where(defined, part / np.where(defined, whole, 1), np.nan)
