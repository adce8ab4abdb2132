"""What an entailment model adds to proposals: two signals, a doubt where they agree, and never a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from sidebyside.matching.entailment import Opinion

SURE = 0.5  # from here on a reading is likelier than both others together
CONTRADICTED = "an entailment model reads the two as contradicting each other"


def texts_of(proposals: pd.DataFrame) -> list[tuple[str, str]]:
    """The words of both sides of each proposal, in one row each."""
    sides = zip(proposals.left_quotes, proposals.right_quotes, strict=True)
    return [(" ".join(" ".join(left).split()), " ".join(" ".join(right).split())) for left, right in sides]


def heard(proposals: pd.DataFrame, opinions: Mapping[str, Opinion]) -> pd.DataFrame:
    """The proposals with what a model holds of each, by its id: `entails` and `contradicts` among the signals.

    Rank, id and group stay, and no verdict is made of it: an agreement that the model contradicts becomes unsure.
    """
    rows = [with_opinion(row, opinions[row["id"]]) for row in proposals.to_dict("records")]
    return pd.DataFrame(rows, columns=list(proposals.columns))


def with_opinion(row: dict[str, Any], opinion: Opinion) -> dict[str, Any]:
    """A proposal with what a model holds of it."""
    found = row | {"signals": (*row["signals"], *signals(opinion))}
    if row["verdict"] == "agree" and opinion.contradicts >= SURE:
        return found | {"verdict": "unsure", "reason": f"{row['reason']}; but {CONTRADICTED}"}
    return found


def signals(opinion: Opinion) -> Sequence[tuple[str, float]]:
    """What the model is sure of, as signals (name, strength)."""
    return [(name, chance) for name, chance in opinion._asdict().items() if chance >= SURE]
