"""How far two coders agree on the verdicts: per cent, a coefficient corrected for chance, n, and every disagreement."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

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
}


SETTLED = "settled"


def paired(work: Comparison, one: str, two: str) -> pd.DataFrame:
    """One row a point that both codings hold: point, `one`, `two`. "settled" names the verdicts of points.yml."""
    verdicts = {coding.coder: {p.id: p.verdict for p in coding.points} for coding in work.codings}
    verdicts[SETTLED] = {p.id: p.verdict for p in work.coded.points}
    first, second = verdicts.get(one, {}), verdicts.get(two, {})
    rows = [(p.id, first[p.id], second[p.id]) for p in work.coded.points if p.id in first and p.id in second]
    return pd.DataFrame(rows, columns=["point", "one", "two"])


def agreement(work: Comparison, one: str = "first", two: str = "second", resamples: int = 2000) -> pd.DataFrame:
    """One row for all verdicts together, then one for each (columns: AGREEMENT). Empty where a coding is missing.

    The interval is the percentile bootstrap over points, its seed fixed so that a report can be made again.
    """
    pairs = paired(work, one, two)
    rows = []
    if len(pairs):
        rows.append(_row("all verdicts", pairs.one.to_numpy(), pairs.two.to_numpy(), resamples))
        for verdict in VERDICTS:
            ones, twos = (pairs.one == verdict).to_numpy(), (pairs.two == verdict).to_numpy()
            if (ones | twos).any():
                rows.append(_row(verdict, ones, twos, resamples))
    return pd.DataFrame(rows, columns=list(AGREEMENT))


def disagreements(work: Comparison, one: str = "first", two: str = "second") -> pd.DataFrame:
    """One row a point on which two codings differ: point, one, two."""
    pairs = paired(work, one, two)
    return pairs[pairs.one != pairs.two].reset_index(drop=True)


def found_by(work: Comparison, one: str = "first", two: str = "second") -> pd.Series:
    """Settled points by which coding had found them: both, one alone, the other alone, or neither."""
    held = {coding.coder: {p.id for p in coding.points} for coding in work.codings}
    first, second = held.get(one, set()), held.get(two, set())
    names = {(True, True): "both", (True, False): one, (False, True): two, (False, False): "neither"}
    found = [names[p.id in first, p.id in second] for p in work.coded.points]
    return pd.Series(found, name="found by", dtype=object).value_counts().reindex(list(names.values()), fill_value=0)


def _row(name: str, one: np.ndarray, two: np.ndarray, resamples: int) -> list[object]:
    same = one == two
    both, given = (
        (int(same.sum()), len(one)) if one.dtype == object else (int((one & two).sum()), int((one | two).sum()))
    )
    draws = np.random.default_rng(20261122).integers(0, len(one), (resamples, len(one)))
    spread = [kappa(one[draw], two[draw]) for draw in draws]
    low, high = np.nanpercentile(spread, [2.5, 97.5]) if not np.isnan(spread).all() else (np.nan, np.nan)
    return [name, given, both, 100 * same.mean(), kappa(one, two), low, high]


def kappa(one: Sequence[object] | np.ndarray, two: Sequence[object] | np.ndarray) -> float:
    """Cohen's kappa of two lists of labels, point by point; NaN where chance alone would agree always.

    Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960). Held
    against scikit-learn in the tests: its own function takes a thousand times longer in the bootstrap.

    >>> kappa(["yes", "yes", "no", "no"], ["yes", "no", "no", "no"])
    0.5
    """
    _, coded = np.unique(np.concatenate([one, two]).astype(str), return_inverse=True)
    first, second = coded[: len(one)], coded[len(one) :]
    size = coded.max() + 1
    chance = float(
        (np.bincount(first, minlength=size) / len(first)) @ (np.bincount(second, minlength=size) / len(second))
    )
    observed = float((first == second).mean())
    return float("nan") if chance == 1 else (observed - chance) / (1 - chance)
