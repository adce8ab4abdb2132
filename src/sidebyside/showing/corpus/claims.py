"""The claims of a corpus as a list to work through: searched, filtered, each unfolding to the words of its sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from sidebyside.matching.corpus.claims import STANDINGS
from sidebyside.showing.corpus.sides import shown_of
from sidebyside.showing.corpus.words import Leaves
from sidebyside.showing.markup import render
from sidebyside.showing.tables import Sheet
from sidebyside.showing.wording import count

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

MOST = 250  # claims that a page has: with as many quotes they take some two megabytes
QUOTES = 6  # of a claim, one of each side at least
FILTERED = 40  # publishers that can be chosen: those who speak to most claims


def claims(corpus: Corpus, standing: str = "", by: str = "", words: str = "", most: int = MOST) -> Sheet:
    """The first claims, `most` of them, that have this standing, this publisher and these words in a quote; "": any.

    In an exported page the list can be searched and filtered; in a notebook, ask again. `.frame` has all that meet the
    conditions (columns: CLAIMS).
    """
    found = chosen(corpus, standing, by, words)
    leaves = Leaves(corpus)
    shown = list(found.head(most).itertuples())
    names = (
        pd.Series([who for row in shown for who in row.by]).value_counts().index[:FILTERED].tolist() if shown else []
    )
    place = {who: f"b{n}" for n, who in enumerate(sorted(names))}
    rows = [
        {
            **shown_of(leaves, row, QUOTES),
            "who": " ".join(place[who] for who in row.by if who in place),
            "order": order(row),
        }
        for row in shown
    ]
    filters = [
        ("standing", "Standing", [(key, key) for key in STANDINGS if any(row.standing == key for row in shown)]),
        ("by", "Who speaks", [(place[who], who) for who in sorted(names)]),
    ]
    told = f"{count(len(found), 'claim')}"
    if len(found) > len(shown):
        told += f"; the first {len(shown):,} stand here, those of most origins before the others"
    nothing = (
        "No claim meets these conditions." if len(corpus.claims) else "No two texts were found to speak to one thing."
    )
    return Sheet(
        render(
            "corpus/claims.html.j2", told, told=told, rows=rows, filters=filters, leaves=leaves, nothing=nothing,
            STANDINGS=STANDINGS,
        ),
        found,
    )  # fmt: skip


def chosen(corpus: Corpus, standing: str = "", by: str = "", words: str = "") -> pd.DataFrame:
    """The claims that meet every condition."""
    found = corpus.claims
    if standing:
        if standing not in STANDINGS:
            raise KeyError(f"“{standing}” is no standing; there are {', '.join(STANDINGS)}")
        found = found[found.standing == standing]
    if by:
        found = found[[by in who for who in found.by]]
    if sought := words.strip().casefold():
        having = corpus.statements.words.str.casefold().str.contains(sought, regex=False).to_numpy()
        found = found[[any(having[n] for n in said) for said in found.statements]]
    return found.reset_index(drop=True)


def order(row: Any) -> dict[str, float]:
    """What a list can be sorted by, the smallest first."""
    first = str(row.first).replace("-", "").ljust(8, "0")
    return {
        "conflict": -row.conflict,
        "first": float(first) if first.strip("0") else 99999999,
        "texts": -len(row.texts),
    }
