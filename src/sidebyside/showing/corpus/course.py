"""One claim in the order of time: who said it first, who came to say otherwise, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as date_of
from typing import TYPE_CHECKING, Any

import pandas as pd

from sidebyside.matching.corpus.claims import claim_named
from sidebyside.showing.corpus.contested import all_contested
from sidebyside.showing.corpus.words import Leaf, Leaves
from sidebyside.showing.markup import render
from sidebyside.showing.tables import Sheet
from sidebyside.showing.wording import count

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

COURSE = {
    "date": "of the text, '' where none is known",
    "side": "number of the side, 0 where the machine abstains",
    "by": "who published it",
    "text": "key of the text",
    "statement": "number of the statement in the corpus",
    "words": "what it says",
}
LANES = 6  # sides that are drawn, the largest ones
WIDTH, LANE, LEFT, DOT = 800, 34, 96, 6.0  # of the drawing, in its own units
MOST = 40  # rows that are listed


@dataclass(frozen=True)
class Dot:
    """Texts of one day in one lane."""

    x: float
    y: float
    r: float
    told: str


def course(corpus: Corpus, claim: str | int | None = None, most: int = MOST) -> Sheet:
    """Who said a claim (its id or its number) when, day by day and side by side; without one, the most contested.

    `.frame` has a row for each statement, in the order of time (COURSE), undated ones last. Raises Refused for a claim
    that the corpus does not have.
    """
    row = claim_of(corpus, claim)
    leaves = Leaves(corpus)
    if row is None:
        nothing = "No two texts were found to speak to one thing."
        piece = render("corpus/course.html.j2", nothing, told=nothing, rows=[], leaves=leaves)
        return Sheet(piece, pd.DataFrame(columns=list(COURSE)))
    frame = pd.DataFrame(told_by(leaves, row), columns=list(COURSE))
    shown: list[tuple[Any, Leaf]] = [(r, leaves.of(r.statement)) for r in frame.head(most).itertuples()]
    told = lead(leaves.said(row.label), frame)
    values = {"claim": row, "rows": shown, "left": len(frame) - len(shown), "lanes": lanes(frame), "leaves": leaves}
    return Sheet(render("corpus/course.html.j2", told, told=told, **values), frame)


def claim_of(corpus: Corpus, claim: str | int | None) -> Any:
    """The row of a claim by its id or number; without one the most contested, or else the first; None if none is."""
    if claim is not None:
        return claim_named(corpus.claims, claim)
    for found in (all_contested(corpus.claims), corpus.claims):
        if len(found):
            return next(found.itertuples())
    return None


def told_by(leaves: Leaves, row: Any) -> list[tuple[str, int, str, str, int, str]]:
    """The statements of a claim in the order of time."""
    side = {statement: number for number, said in enumerate(row.sides, 1) for statement in said}
    found = []
    for statement in row.statements:
        said = leaves.statements[statement]
        text = leaves.texts[said.text]
        found.append((text.date, side.get(statement, 0), text.who, text.key, statement, said.words))
    return sorted(found, key=lambda told: (told[0] or "~", told[1], told[4]))


def lead(label: str, frame: pd.DataFrame) -> str:
    """From when to when a claim was made, and when another side came up."""
    dated = frame[frame.date != ""]
    name = f"“{label}”: " if label else ""
    if dated.empty:
        return f"{name}{count(len(frame), 'statement')}, none with a date."
    first = dated.iloc[0]
    told = f"{name}first in {first.by}, {first.date}"
    if len(dated) > 1:
        told += f", last in {dated.iloc[-1].by}, {dated.iloc[-1].date}"
    others = dated[(dated.side > 0) & (dated.side != first.side)]
    if len(others) and first.side:
        told += f". Another side speaks first in {others.iloc[0].by}, {others.iloc[0].date}"
    missing = len(frame) - len(dated)
    return f"{told}. {count(missing, 'statement')} without a date." if missing else f"{told}."


def lanes(frame: pd.DataFrame) -> dict[str, Any] | None:
    """The drawing: a lane for each side, in it a dot for each day, large where many texts are; None for one day."""
    dated = frame[frame.date != ""]
    days = {ordinal(date) for date in dated.date}  # 2016 and 2016-01-01 are drawn as one
    if len(days) < 2:
        return None
    low, high = min(days), max(days)
    order = sorted(dated.side.unique(), key=lambda side: (side == 0, side))[:LANES]
    drawn = []
    for lane, side in enumerate(order):
        here = dated[dated.side == side].groupby("date")
        y = LANE * (lane + 0.5)
        dots = [
            Dot(
                round(LEFT + (WIDTH - LEFT - 20) * (ordinal(str(date)) - low) / (high - low), 1), y,
                round(min(14.0, DOT * len(rows) ** 0.5), 1), f"{date}: {', '.join(dict.fromkeys(rows.by))}",
            )
            for date, rows in here
        ]  # fmt: skip
        drawn.append((int(side), y, dots))
    return {
        "lanes": drawn, "height": LANE * len(order) + 22, "width": WIDTH, "left": LEFT,
        "first": dated.date.min(), "last": dated.date.max(), "undrawn": dated.side.nunique() - len(order),
    }  # fmt: skip


def ordinal(date: str) -> int:
    """A day as a number of days; of a month or a year, its first.

    >>> ordinal("2016-05-14") - ordinal("2016-05")
    13
    """
    year, month, day = [*map(int, date.split("-")), 1, 1][:3]
    return date_of(year, month, day).toordinal()
