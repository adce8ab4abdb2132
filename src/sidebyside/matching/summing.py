"""Proposals point by point, over any number of sources: the verdict on every two of them, and one over all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from sidebyside.matching.origins import origins
from sidebyside.matching.over_all import gravest, of_every_two
from sidebyside.matching.proposals import SUMMARIES
from sidebyside.reading.frames import frame

SIDES = ("left", "right")


def by_point(proposals: pd.DataFrame) -> pd.DataFrame:
    """One row a group of proposals, in the order of their ranks (columns: proposals.SUMMARIES)."""
    groups = proposals.sort_values("rank").groupby("group", sort=True)
    return frame((summary(rows.to_dict("records")) for _, rows in groups), SUMMARIES)


def summary(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What is proposed of one point; the rows stand best first."""
    verdicts = of_every_two(rows)
    rests: dict[str, frozenset[str]] = {}
    passages: dict[str, None] = {}
    for row in rows:
        for side in SIDES:
            rests[row[side]] = rests.get(row[side], frozenset()) | set(row[f"{side}_witnesses"])
            passages |= dict.fromkeys(row[f"{side}_passages"])
    return {
        "group": rows[0]["group"],
        "rank": rows[0]["rank"],
        "sources": tuple(sorted(rests)),
        "passages": tuple(passages),
        "verdicts": tuple((*pair, verdict) for pair, verdict in sorted(verdicts.items())),
        "summary": gravest(verdicts.values()),
        "origins": origins(rests.values()),
        "proposals": tuple(row["id"] for row in rows),
    }
