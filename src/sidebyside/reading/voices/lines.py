"""Who speaks by the layout of a line: "Holm: The bridge fell", and “The bridge fell” with “— Ana Holm” below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from sidebyside.reading.voices.documents import DOCUMENTS
from sidebyside.reading.voices.quotes import LONGEST, Quoted
from sidebyside.reading.voices.report import Report
from sidebyside.reading.voices.ties import Told
from sidebyside.reading.voices.voice import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DASHES = frozenset({"―", "—", "–", "--", "-"})
SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
LABELS = frozenset(
    "correction clarification source image photo note update related credit caption video breaking".split()
)
LONGEST_NAME = 8  # tokens before the colon or after the dash


def speakers(docs: Sequence[Doc], quotes: Sequence[Sequence[Quoted]]) -> Iterator[Told]:
    """The reports that have a colon or a dash for their cue."""
    for i, doc in enumerate(docs):
        who = before_colon(doc)
        if who is not None:
            colon = who.i + 1
            place = (doc[colon + 1].idx, len(doc.text))
            yield Told(i, Report("states", colon, (colon, colon + 1), who, (), "colon"), [place])
        elif i and quotes[i - 1] and (who := after_dash(doc)) is not None:
            number = quotes[i - 1][-1].number
            beyond: dict[int, list[Place]] = {}
            for quoted in (q for found in quotes[max(0, i - LONGEST) : i] for q in found if q.number == number):
                beyond.setdefault(quoted.doc, []).append((quoted.start, quoted.end))
            yield Told(i, Report("states", 0, (0, 1), who, (), "dash"), [], beyond)
        closed = {quoted.end: quoted for quoted in quotes[i] if quoted.closed}
        for dash in doc[1:] if closed else ():  # “The bridge fell.” — Ana Holm “It was old.” — Peter Marsh
            before = doc[dash.i - 1]
            signed = closed.get(before.idx + len(before)) if dash.text in DASHES else None
            if signed is not None and (who := after_dash(doc, dash.i)) is not None:
                place = (signed.start, signed.end)
                yield Told(i, Report("states", dash.i, (dash.i, dash.i + 1), who, (), "dash"), [place])


def before_colon(doc: Doc) -> Token | None:
    """The last word of the name in "Ana Holm: The bridge fell"; None where something else stands before a colon."""
    names: list[Token] = []
    for token in doc[:LONGEST_NAME]:
        if token.text == ":":
            if not names or names[-1].lemma_.lower() in LABELS:
                return None
            who = names[-1]
            known = who.pos_ == "PROPN" or who.ent_type_ in SPEAKERS or who.lemma_.lower() in DOCUMENTS
            return who if known and len(doc) - token.i > 4 else None
        if token.is_quote and not names:
            continue
        if token.pos_ not in ("PROPN", "NOUN", "ADJ") or not token.text[:1].isupper():
            return None
        names.append(token)
    return None


def after_dash(doc: Doc, dash: int = 0) -> Token | None:
    """The last word of the name in "— Ana Holm", where that is the whole line or all before a quotation."""
    after = takewhile(
        lambda t: not t.is_quote, doc[dash + 1 : dash + 2 + 2 * LONGEST_NAME]
    )  # another quotation may follow on the same line
    words = [t for t in after if not (t.is_space or t.is_punct)]
    if doc[dash : dash + 1].text not in DASHES or not words or len(words) > LONGEST_NAME:
        return None
    named = any(t.ent_type_ in SPEAKERS for t in words) or all(t.pos_ == "PROPN" for t in words)
    return next((t for t in reversed(words) if t.pos_ == "PROPN"), None) if named else None
