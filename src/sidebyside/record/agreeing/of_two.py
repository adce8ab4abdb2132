"""How far two coders agree on the verdicts: on all together, and on each against all others."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sidebyside.record.agreeing.bootstrap import RESAMPLES, interval, resampled
from sidebyside.record.agreeing.coders import coded_by, paired
from sidebyside.record.agreeing.coefficients import against_others, alpha, kappa
from sidebyside.record.comparison import Comparison
from sidebyside.record.vocabulary import VERDICTS

AGREEMENT = {
    "verdict": "the verdict against all others, or 'all verdicts'",
    "n": "points that both coded; for one verdict, those to which either gave it",
    "both": "points on which both gave it; for all, on which both gave the same",
    "per_cent": "of the points that both coded, on how many they agree (for one verdict: given by both or by neither)",
    "kappa": "Cohen's kappa, 1 at full agreement, 0 at what chance gives; empty where it is not defined",
    "low": "lower end of the 95 % bootstrap interval of kappa",
    "high": "its upper end",
    "alpha": "Krippendorff's alpha for values without an order, read like kappa",
    "alpha_low": "lower end of the 95 % bootstrap interval of alpha",
    "alpha_high": "its upper end",
    "alone": "points that only one of the two coded, for one verdict those to which that coder gave it: missing data, "
    "which count neither for nor against",
}


def agreement(work: Comparison, one: str = "first", two: str = "second", resamples: int = RESAMPLES) -> pd.DataFrame:
    """One row for all verdicts together, then one for each (columns: AGREEMENT). Empty where a coding is missing.

    A verdict is its key: "only" is the same whoever speaks. The coefficients rest on the points that both coded,
    whatever the row. The intervals are the percentile bootstrap over these points, its seed fixed so that a report can
    be made again; samples in which a coefficient is not defined, as one that never meets the verdict, are left out.
    """
    pairs = paired(work, one, two)
    order = list(VERDICTS)
    tables = np.zeros((len(pairs), len(order), len(order)))
    tables[np.arange(len(pairs)), pairs.one.map(order.index), pairs.two.map(order.index)] = 1
    rows = []
    if len(pairs):
        alone = verdicts_alone(work, one, two)
        whole, drawn = tables.sum(0), resampled(tables, resamples)
        alike = int(np.trace(whole))
        rows.append(["all verdicts", len(pairs), alike, *figures(whole, drawn), len(alone)])
        for place, verdict in enumerate(order):
            table = against_others(whole, place)
            given, both = int(table.sum() - table[1, 1]), int(table[0, 0])
            if given:
                counted = figures(table, against_others(drawn, place))
                rows.append([verdict, given, both, *counted, alone.count(verdict)])
    return pd.DataFrame(rows, columns=list(AGREEMENT))


def figures(table: np.ndarray, drawn: np.ndarray) -> list[float]:
    """Per cent alike, then kappa and alpha of a table, each with the interval from the tables drawn."""
    found: list[float] = [float(100 * np.trace(table) / table.sum())]
    for coefficient in (kappa, of_pairs):
        found += [float(coefficient(table)), *interval(coefficient(drawn))]
    return found


def of_pairs(tables: np.ndarray) -> np.ndarray:
    """Krippendorff's alpha from the tables of two coders, each pair of whom counts in both orders."""
    return alpha(tables + np.swapaxes(tables, -2, -1))


def verdicts_alone(work: Comparison, one: str, two: str) -> list[str]:
    """The verdicts of the points that only one of the two coded, in reading order."""
    held = coded_by(work)
    codings = [held.get(coder, {}) for coder in (one, two)]
    given = [[coding[point.id].verdict for coding in codings if point.id in coding] for point in work.coded.points]
    return [verdicts[0] for verdicts in given if len(verdicts) == 1]
