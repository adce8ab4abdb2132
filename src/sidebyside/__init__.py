"""Side by Side: two or more texts on one subject, compared point by point, every cell leading to the exact words.

import sidebyside as sbs
work = sbs.load("../data/russia-afghanistan")
work.points            # one row a point
sbs.matrix(work)       # point by source, every cell opens its words
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sidebyside.record import VERDICTS as VERDICTS
    from sidebyside.record import Comparison as Comparison
    from sidebyside.record import load as load

__version__ = "0.1.0"

# Where each name lives. They are fetched when first used: loading a comparison needs neither matplotlib nor a widget,
# and the command line says its help without pandas.
_ROOMS = {
    "sidebyside.exchange": ["export"],
    "sidebyside.exchange.archive": ["unpacked"],
    "sidebyside.exchange.refi": ["codebook_from"],
    "sidebyside.matching.summing": ["by_point"],
    "sidebyside.reading.read": ["read"],
    "sidebyside.record.corpus": ["corpus"],
    "sidebyside.record.correcting": ["correct"],
    "sidebyside.record.differences": ["differences"],
    "sidebyside.record.holding": ["held_against", "precision", "recall"],
    "sidebyside.record.making": ["Pasted", "narrowed", "new", "renew", "trial", "waiting"],
    "sidebyside.record.proposals": ["propose", "silent"],
    "sidebyside.record.reading": ["proposed_terms"],
    "sidebyside.record": [
        "VERDICTS",
        "Comparison",
        "agreement",
        "agreement_of_all",
        "disagreements",
        "found_by",
        "load",
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
    "sidebyside.showing.corpus.about": ["many"],
    "sidebyside.showing.corpus.between": ["between"],
    "sidebyside.showing.corpus.claims": ["claims"],
    "sidebyside.showing.corpus.contested": ["contested"],
    "sidebyside.showing.corpus.course": ["course"],
    "sidebyside.showing.corpus.example": ["twelve_reports"],
    "sidebyside.showing.corpus.hands": ["alone", "repeated"],
    "sidebyside.showing.corpus.overview": ["overview"],
    "sidebyside.showing.decided": ["memos_table", "overruled_table"],
    "sidebyside.showing.drawing": ["draw"],
    "sidebyside.showing.examples": ["examples"],
    "sidebyside.showing.explore": ["explore"],
    "sidebyside.showing.front": ["findings", "opening", "sources", "verdicts"],
    "sidebyside.showing.ledger": ["ledger"],
    "sidebyside.showing.matrix": ["matrix"],
    "sidebyside.showing.origins": ["origins"],
    "sidebyside.showing.passage_sheets": ["figures", "statements", "talks", "witnesses"],
    "sidebyside.showing.point_sheets": ["claims_by_certainty", "conflict_sheet", "inconsistencies", "silences"],
    "sidebyside.showing.proposals": ["proposals"],
    "sidebyside.showing.prose": ["say"],
    "sidebyside.showing.reader": ["reader"],
    "sidebyside.showing.ribbon": ["ribbon"],
    "sidebyside.showing.tables": ["show"],
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names}

# Everything under one roof.
__all__ = ["charts", "told", *_HOMES]


def __getattr__(name: str) -> Any:
    if name in ("charts", "told"):
        return import_module(f"sidebyside.showing.{name}")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"sidebyside has no {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted(__all__)
