"""Side by Side: two or more texts on one subject, compared point by point, every cell leading to the exact words.

import sidebyside as sbs
work = sbs.load("../data/russia-afghanistan")
work.points            # one row a point
sbs.matrix(work)       # point by source, every cell opens its words
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from sidebyside.record import VERDICTS, Comparison, load

__version__ = "0.1.0"

# Where each name lives. They are fetched when first used: loading a comparison needs neither matplotlib nor a widget.
_ROOMS = {
    "sidebyside.matching.summing": ["by_point"],
    "sidebyside.reading.read": ["read"],
    "sidebyside.record.correcting": ["correct"],
    "sidebyside.record.differences": ["differences"],
    "sidebyside.record.holding": ["held_against", "precision", "recall"],
    "sidebyside.record.proposals": ["propose", "silent"],
    "sidebyside.record.reading": ["proposed_terms"],
    "sidebyside.record": [
        "agreement",
        "agreement_of_all",
        "disagreements",
        "found_by",
        "memos",
        "memos_text",
        "overruled",
        "settling",
    ],
    "sidebyside.showing.accuracy": ["accuracy_card"],
    "sidebyside.showing.account": ["coding_note", "coverage"],
    "sidebyside.showing.bench.widget": ["bench"],
    "sidebyside.showing.codebook": ["codebook"],
    "sidebyside.showing.coders": [
        "agreement_of_all_table",
        "agreement_table",
        "disagreement_table",
        "settling_table",
    ],
    "sidebyside.showing.decided": ["memos_table", "overruled_table"],
    "sidebyside.showing.drawing": ["draw"],
    "sidebyside.showing.explore": ["explore"],
    "sidebyside.showing.front": ["findings", "opening", "sources", "verdicts"],
    "sidebyside.showing.ledger": ["ledger"],
    "sidebyside.showing.matrix": ["matrix"],
    "sidebyside.showing.passage_sheets": ["figures", "statements", "talks", "witnesses"],
    "sidebyside.showing.point_sheets": ["claims_by_certainty", "conflict_sheet", "inconsistencies", "silences"],
    "sidebyside.showing.prose": ["say"],
    "sidebyside.showing.reader": ["reader"],
    "sidebyside.showing.ribbon": ["ribbon"],
    "sidebyside.showing.tables": ["show"],
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}

# Everything under one roof: what is loaded at once, then what is fetched when used.
__all__ = ["VERDICTS", "Comparison", "charts", "load", *_HOMES]


def __getattr__(name: str) -> Any:
    if name == "charts":
        return import_module("sidebyside.showing.charts")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"sidebyside has no {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted(__all__)
