"""How right the machine is: the accuracy card, from figures that benchmarks/ measured and this package carries."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import pandas as pd

from sidebyside.record import Comparison
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.tables import Cell, Group, Row, Sheet, table

CARD = {
    "task": "what the machine does",
    "what": "what is counted",
    "data": "the public data set",
    "split": "which part of it",
    "value": "the figure, from 0 to 1",
    "n": "on how many cases",
    "open": "how many of them the machine left open",
    "measured": "the day",
}
SPLITS = {"dev_timebank": "TimeBank", "dev_aquaint": "AQUAINT"}  # what else is measured has one part only
LIMITS = (
    "Measured on the development halves of public sets, nearly all of them English news. The rules were mended while "
    "these cases were in view: expect somewhat less on texts never seen."
)


@cache
def rows() -> tuple[dict[str, object], ...]:
    """The rows of the card, as `python -m benchmarks.quality --card` wrote them."""
    listed: list[dict[str, object]] = json.loads((files(__package__) / "accuracy.json").read_text(encoding="utf-8"))
    return tuple(listed)


def accuracy_card(work: Comparison) -> Sheet:
    """The card as a table, grouped by what the machine does."""
    frame = pd.DataFrame(list(rows()), columns=list(CARD))
    groups = []
    for task, found in frame.groupby("task", sort=False):
        listed = [
            Row(
                row.what,
                [
                    Cell(" ".join(filter(None, [row.data, SPLITS.get(row.split, "")]))),
                    Cell(f"{row.value:.2f}", number=True),
                    Cell(f"{row.n:,}", number=True),
                    Cell(f"{row.open:,}", number=True),
                ],
            )
            for row in found.itertuples()
        ]
        groups.append(Group(str(task).capitalize(), listed))
    return table(frame, ["What is counted", "Data", "Figure", "n", "Left open"], groups, Chips(work), caption=LIMITS)


def accuracy_line() -> str:
    """The card in a sentence, for the foot of a page."""
    told: dict[str, list[str]] = {}
    for row in rows():
        where = SPLITS.get(str(row["split"]), "")
        told.setdefault(str(row["task"]), []).append(
            f"{row['what']} {row['value']:.2f} ({' '.join(filter(None, [str(row['data']), where]))}, n = {row['n']:,}"
            + (f", {row['open']:,} left open)" if row["open"] else ")")
        )
    days = sorted({str(row["measured"]) for row in rows()})
    listed = ". ".join(f"{task.capitalize()}: {'; '.join(figures)}" for task, figures in told.items())
    return f"{listed}. {LIMITS} Measured on {days[-1]}." if days else ""
