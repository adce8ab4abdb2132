"""Of a comparison that was made to decide on claims, what is proposed on each claim is one group, and comes first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from sidebyside.matching.over_all import gravest, of_every_two
from sidebyside.record.comparison_file import ClaimEntry


def claims_first(proposals: pd.DataFrame, claims: Sequence[ClaimEntry]) -> pd.DataFrame:
    """The proposals, those on the claims first and in their order, a group each; ranks and groups are numbered anew.

    Of a claim the first is one that has the gravest verdict of any two sources, as a group is taken up (`over_all`):
    it stands for the claim. The others follow, best first.
    """
    if not claims or proposals.empty:
        return proposals
    keys = proposals.assign(claim=on_claims(proposals, claims), behind=1)
    told = keys.claim < len(claims)
    keys.loc[[leading(rows) for _, rows in keys[told].groupby("claim")], "behind"] = 0
    order = keys.sort_values(["claim", "behind"], kind="stable").index
    group = pd.MultiIndex.from_arrays([keys.claim[order], proposals.group.where(~told, 0)[order]])
    return (
        proposals.loc[order]
        .assign(group=pd.factorize(group)[0] + 1, rank=range(1, len(order) + 1))
        .reset_index(drop=True)
    )


def leading(proposals: pd.DataFrame) -> Any:
    """The index of the first of some proposals that bears the gravest verdict of any two sources."""
    verdicts = of_every_two(proposals.to_dict("records"))
    worst = gravest(verdicts.values())
    borne = [(left, right) for (left, right), verdict in verdicts.items() if verdict == worst]
    sides = pd.Series(list(zip(proposals.left, proposals.right, strict=True)), proposals.index)
    return proposals.index[(proposals.verdict == worst) & sides.isin(borne)][0]


def on_claims(proposals: pd.DataFrame, claims: Sequence[ClaimEntry]) -> list[int]:
    """For each proposal the place, from 0, of the first claim that has words of both its sides; behind all: of none."""
    said = [{key: {plain(words) for words in told} for key, told in claim.said.items()} for claim in claims]
    columns = ("left", "left_quotes", "right", "right_quotes")
    return [
        next((n for n, told in enumerate(said) if has(told, one, ours) and has(told, other, theirs)), len(claims))
        for one, ours, other, theirs in zip(*(proposals[name] for name in columns), strict=True)
    ]


def has(said: Mapping[str, set[str]], source: str, quotes: Iterable[str]) -> bool:
    """Whether any of a source's quotes is what it says to a claim."""
    return any(plain(quote) in said.get(source, ()) for quote in quotes)


def plain(words: str) -> str:
    """The words without regard to line ends."""
    return " ".join(words.split())
