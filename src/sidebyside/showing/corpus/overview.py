"""What a corpus is, on a few lines: how many texts of whom and of when, how many claims, and how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from sidebyside.matching.corpus.claims import STANDINGS, counted_by
from sidebyside.showing.corpus.example import INVENTED
from sidebyside.showing.markup import render
from sidebyside.showing.tables import Sheet
from sidebyside.showing.wording import count

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

NAMED = 12  # publishers that are named


def overview(corpus: Corpus) -> Sheet:
    """Texts, publishers, dates, statements and claims in counts; `.frame` has a row for each standing."""
    texts, claims = corpus.texts, corpus.claims
    by = counted_by(texts).value_counts()
    dated = texts.date[texts.date != ""]
    facts = [
        ("Texts", f"{len(texts):,}"),
        ("Published by", who(by)),
        ("Dated", dates(dated, len(texts))),
        (
            "Statements",
            f"{len(corpus.statements):,}; {count(len(corpus.pairs), 'pair')} of them held against each other",
        ),
        ("Claims", f"{len(claims):,} to which two texts or more speak"),
    ]
    counts = claims.standing.value_counts()
    frame = pd.DataFrame(
        [(key, int(counts.get(key, 0)), says) for key, says in STANDINGS.items()],
        columns=["standing", "claims", "means"],
    )
    invented = len(texts) > 0 and set(texts.address) == {INVENTED}
    told = f"{count(len(texts), 'text')}, {count(len(claims), 'claim')}"
    piece = render("corpus/overview.html.j2", told, facts=facts, standings=list(frame.itertuples()), invented=invented)
    return Sheet(piece, frame)


def who(by: pd.Series) -> str:
    """Who published the texts, those of most first."""
    order = sorted(by.index, key=lambda name: (-by[name], name))
    each = [f"{name} ({by[name]:,})" if by[name] > 1 else str(name) for name in order[:NAMED]]
    more = f" and {len(order) - NAMED:,} more" if len(order) > NAMED else ""
    return f"{count(len(order), 'publisher')}: {', '.join(each)}{more}" if order else "nobody"


def dates(dated: pd.Series, texts: int) -> str:
    """From when to when."""
    if dated.empty:
        return "no text has a date"
    first, last = dated.min(), dated.max()
    told = first if first == last else f"{first} to {last}"
    return told if len(dated) == texts else f"{told}; {texts - len(dated):,} without a date"
