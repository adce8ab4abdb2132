"""What a date hangs on in the parse: the verb or the noun that is dated by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sidebyside.reading.dates.date import Date

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A name is a place or a party, and dates nothing: "its intervention in Ukraine in 2014" dates the intervention.
NAMES = frozenset(("PROPN", "NUM", "PRON", "X"))
LINKS = frozenset(("ADP", "SCONJ", "ADV", "PART", "DET", "PUNCT", "CCONJ", "ADJ"))


def governor(doc: Doc, date: Date) -> Token | None:
    """The verb or common noun that a date hangs on; None where the passage has none above it."""
    from sidebyside.reading.voices.documents import DOCUMENTS

    first = date.parts[0] if date.parts else date  # "the war of 1877 to 1878": its second end may hang anywhere
    span = doc.char_span(first.start, first.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    at = span.root
    while at.head != at:
        at = at.head
        if span.start <= at.i < span.end or at.pos_ in LINKS:
            continue
        if at.pos_ not in NAMES or is_event_name(at) or (at.lower_ in DOCUMENTS and at.pos_ == "PROPN"):
            return at
    return at if at.pos_ not in NAMES | LINKS or at.dep_ == "ROOT" else None


def is_event_name(token: Token) -> bool:
    """Whether a name is that of an event: the Russian-Turkish War, the Berlin Congress."""
    from sidebyside.reading.certainty.grammar import EVENT_NOUNS

    return token.pos_ == "PROPN" and token.lower_ in EVENT_NOUNS | MEETINGS


MEETINGS = frozenset("congress conference summit forum revolution round session".split())
