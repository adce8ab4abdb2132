"""The most contested claims, the words of each side beside each other, with the reason that the machine gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from sidebyside.showing.corpus.sides import shown_of
from sidebyside.showing.corpus.words import Leaves
from sidebyside.showing.markup import render
from sidebyside.showing.tables import Sheet
from sidebyside.showing.wording import count

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

QUOTES = 9  # of a claim, one of each side at least


def contested(corpus: Corpus, most: int = 8) -> Sheet:
    """The claims on which most pairs of origins are proposed to conflict, `most` of them; `.frame` has all of these.

    Where no conflict is proposed at all, those that differ in certainty, detail or framing.
    """
    found = all_contested(corpus.claims)
    leaves = Leaves(corpus)
    shown = list(found.head(most).itertuples())
    rows = [
        {**shown_of(leaves, row, QUOTES), "because": reason(corpus, row) if leaves.most is None else ""}
        for row in shown
    ]
    told = lead(corpus.claims, found, len(rows))
    return Sheet(render("corpus/contested.html.j2", told, told=told, rows=rows, leaves=leaves), found)


def all_contested(claims: pd.DataFrame) -> pd.DataFrame:
    """The contested claims, or where there are none the parted ones, those with most pairs that part first."""
    standing = "contested" if (claims.standing == "contested").any() else "parted"
    found = claims[claims.standing == standing]
    parting = found[["certainty", "detail", "framing"]].sum(axis=1)
    order = pd.DataFrame(
        {"conflict": -found.conflict, "origins": -found.origins, "parting": -parting, "claim": found.claim}
    )
    return found.loc[order.sort_values(list(order)).index].reset_index(drop=True)


def lead(claims: pd.DataFrame, found: pd.DataFrame, shown: int) -> str:
    """How many claims are contested, in a sentence."""
    if found.empty:
        return "On no claim is a conflict or a difference proposed."
    contested = found.standing.iloc[0] == "contested"
    part = "conflict" if contested else "differ"
    first = f"; the {shown} on which most pairs {part} stand here" if len(found) > shown else ""
    if contested:
        return (
            f"Of {count(len(claims), 'claim')}, {len(found):,} {'is' if len(found) == 1 else 'are'} contested{first}."
        )
    differ = "one of them differs" if len(found) == 1 else f"{len(found):,} differ"
    told = f"No conflict is proposed on any of {count(len(claims), 'claim')}"
    return f"{told}; {differ} in certainty, detail or framing{first}."


def reason(corpus: Corpus, claim: Any) -> str:
    """Why the best pair of the claim that parts most is proposed to do so."""
    verdict = "conflict" if claim.conflict else next(v for v in ("detail", "certainty", "framing") if getattr(claim, v))
    pairs = corpus.pairs[corpus.pairs.verdict == verdict]
    inside = pairs[pairs.left.isin(claim.statements) & pairs.right.isin(claim.statements)]
    return "" if inside.empty else str(inside.sort_values("rank").reason.iloc[0])
