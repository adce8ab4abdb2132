"""What each coder had decided of each point; a point that a coder did not come upon is missing, not a disagreement."""

from __future__ import annotations

import pandas as pd

from sidebyside.record.comparison import Comparison
from sidebyside.record.points_file import CodingEntry

SETTLED = "settled"


def coded_by(work: Comparison) -> dict[str, dict[str, CodingEntry]]:
    """By coder, then by point, what that coder decided; "settled" is the points as they stand in points.yml."""
    held = {coding.coder: {entry.id: entry for entry in coding.points} for coding in work.codings}
    settled = {
        point.id: CodingEntry(
            id=point.id,
            verdict=point.verdict,
            certainty={key: position.certainty for key, position in point.positions.items()},
            confidence=point.coded.confidence,
        )
        for point in work.coded.points
    }
    return held | {SETTLED: settled}


def paired(work: Comparison, one: str, two: str) -> pd.DataFrame:
    """One row a point that both codings hold: point, `one`, `two`. "settled" names the verdicts of points.yml."""
    held = coded_by(work)
    first, second = held.get(one, {}), held.get(two, {})
    rows = [
        (p.id, first[p.id].verdict, second[p.id].verdict) for p in work.coded.points if p.id in first and p.id in second
    ]
    return pd.DataFrame(rows, columns=["point", "one", "two"])


def found_by(work: Comparison, one: str = "first", two: str = "second") -> pd.Series:
    """Settled points by which coding had found them: both, one alone, the other alone, or neither."""
    held = coded_by(work)
    first, second = held.get(one, {}), held.get(two, {})
    names = {(True, True): "both", (True, False): one, (False, True): two, (False, False): "neither"}
    found = [names[p.id in first, p.id in second] for p in work.coded.points]
    return pd.Series(found, name="found by", dtype=object).value_counts().reindex(list(names.values()), fill_value=0)
