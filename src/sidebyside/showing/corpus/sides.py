"""The sides of a claim as they are shown: who stands together, on how many origins, and a few of their quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sidebyside.matching.corpus.sides import VERDICTS
from sidebyside.record import VERDICTS as KNOWN
from sidebyside.showing.corpus.words import Leaf, Leaves
from sidebyside.showing.passage_sheets import when
from sidebyside.showing.wording import are, count

MOST = 5  # sides
NAMED = 8  # publishers of a side that are named


@dataclass(frozen=True)
class Side:
    """Texts that stand together: who they are, and some of their words.

    `more` publishers are not named; `same` statements have words that are shown, and `left` have others that are not.
    """

    number: int  # from 1; 0 for those on whom the machine abstains
    texts: int
    who: tuple[str, ...]
    more: int
    leaves: tuple[Leaf, ...]
    same: int
    left: int

    @property
    def head(self) -> str:
        """What stands above it."""
        name = f"Side {self.number}" if self.number else "Open: the machine abstains"
        return f"{name}, {count(self.texts, 'text')}"


def shown_of(leaves: Leaves, claim: Any, quotes: int) -> dict[str, Any]:
    """What is shown of a claim, wherever it stands; so many quotes, one of each side at least."""
    return {
        "claim": claim,
        "label": leaves.said(claim.label),
        "tally": tally(claim),
        "sides": sides_of(leaves, claim, quotes),
        "beyond": beyond(claim),
        "when": span(claim.first, claim.last),
    }


def sides_of(leaves: Leaves, claim: Any, quotes: int) -> list[Side]:
    """The first sides of a claim (a row of CLAIMS), MOST of them, then those left open, with `quotes` in all."""
    shown = list(enumerate(claim.sides[:MOST], 1)) + ([(0, claim.open)] if claim.open else [])
    return [side(leaves, number, said, max(1, quotes // len(shown))) for number, said in shown]


def beyond(claim: Any) -> str:
    """How many more sides a claim has that are not shown, as a sentence; "" for none."""
    left = len(claim.sides) - MOST
    return f"{count(left, 'more side')} {are(left)} not shown." if left > 0 else ""


def side(leaves: Leaves, number: int, statements: Sequence[int], quotes: int) -> Side:
    """A side; of the same words one quote is enough, the earliest."""
    rows = sorted({leaves.statements[n].text for n in statements})
    who = list(dict.fromkeys(leaves.texts[row].who for row in rows))
    told: dict[str, list[int]] = {}
    for statement in sorted(statements, key=lambda n: (leaves.texts[leaves.statements[n].text].date or "~", n)):
        told.setdefault(" ".join(leaves.statements[statement].words.casefold().split()), []).append(statement)
    chosen = list(told.values())[:quotes]
    shown = tuple(leaves.of(those[0]) for those in chosen)
    same = sum(map(len, chosen)) - len(chosen)
    left = len(statements) - len(shown) - same
    return Side(number, len(rows), tuple(who[:NAMED]), max(0, len(who) - NAMED), shown, same, left)


def tally(claim: Any) -> list[tuple[str, str, int]]:
    """What is proposed on a claim: (verdict, how it is shown, on how many pairs of origins), the gravest first."""
    return [
        (verdict, KNOWN[verdict].shown if verdict in KNOWN else verdict, getattr(claim, verdict))
        for verdict in VERDICTS
        if getattr(claim, verdict)
    ]


def span(first: str, last: str) -> str:
    """The dates of a claim in words.

    >>> span("2016-05-14", "2016-05-14"), span("2016-05", "2017"), span("", "")
    ('2016-05-14', '2016-05 to 2017', 'not dated')
    """
    return when(first, last) if first else "not dated"
