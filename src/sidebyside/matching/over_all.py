"""The verdict on every two sources that proposals are on, and the one over all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

GRAVEST = ("conflict", "internal", "certainty", "detail", "framing", "agree", "unsure")


def of_every_two(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], str]:
    """The verdict on every two sources: that of their first proposal that is not unsure; the rows stand best first."""
    verdicts: dict[tuple[str, str], str] = {}
    for row in rows:
        pair = row["left"], row["right"]
        if verdicts.get(pair, "unsure") == "unsure":
            verdicts[pair] = row["verdict"]
    return verdicts


def gravest(verdicts: Iterable[str]) -> str:
    """The one over all.

    >>> gravest(["agree", "unsure", "detail"])
    'detail'
    """
    return min(verdicts, key=GRAVEST.index)
