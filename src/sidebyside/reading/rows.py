"""What was found in a piece of a source, as rows of the tables that `reading.frames` names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sidebyside.reading.arguments import arguments_of
from sidebyside.reading.certainty import Certainty, certainties_in
from sidebyside.reading.dates import Date, dates_in
from sidebyside.reading.dates.kinds import kind_of, subject_of
from sidebyside.reading.figures import Figure, figures_in
from sidebyside.reading.names import Mention, mentions_in
from sidebyside.reading.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Doc

Row = dict[str, Any]
MEMORY = 20  # dates: none is pointed back to over more than these


def found_in(piece: Piece, doc: Doc, written: str | None, named: list[Date]) -> Iterator[tuple[str, Row]]:
    """Everything that a piece says for itself: (table, row), table by table.

    `named` are the dates of the part so far, on which "at the time" may hang; those of the piece are added to it. What
    looks further around (voices, and what a voice denies elsewhere) has its place in `stream`.
    """
    taken = []
    for row in dates_of(piece, doc, written, named):
        taken.append((row["start"] - piece.start, row["end"] - piece.start))
        yield "dates", row
    for figure in figures_in(piece.words, taken):
        yield "figures", figure_row(piece, figure)
    for mention in mentions_in(doc):
        yield "names", mention_row(piece, mention)
    for claim in certainties_in(doc):
        yield "claims", claim_row(piece, doc, claim)


def dates_of(piece: Piece, doc: Doc, written: str | None, named: list[Date]) -> Iterator[Row]:
    """The dates of a piece as rows of DATES; `named` are those before it, to which its own are added."""
    found = dates_in(piece.words, written, named)
    named += found
    del named[:-MEMORY]
    return (date_row(piece, doc, date) for date in found)


def date_row(piece: Piece, doc: Doc, date: Date) -> Row:
    """A date as a row of DATES; its TIMEX3 value stands in the note."""
    return piece.placed(date.start, date.end) | {
        "since": date.since,
        "until": date.until,
        "kind": kind_of(doc, date),
        "what": subject_of(doc, date),
        "note": "; ".join(filter(None, [date.timex, date.type.lower(), date.vague])),
    }


def figure_row(piece: Piece, figure: Figure) -> Row:
    """A figure as a row of READ_FIGURES; what vouches for it is told by the voices around it (see `whole`)."""
    return piece.placed(figure.start, figure.end) | {
        "value": figure.value,
        "unit": figure.unit,
        "bound": figure.bound,
        "of": figure.of,
        "upper": figure.upper,
        "kind": figure.kind,
        "change": figure.change,
    }


def mention_row(piece: Piece, mention: Mention) -> Row:
    """A name as a row of MENTIONS; which name it is throughout is told by all mentions together (see `whole`)."""
    return piece.placed(mention.start, mention.end) | {
        "type": mention.type,
        "title": mention.title,
        "setting": mention.setting,
        "short_for": mention.short_for,
    }


def claim_row(piece: Piece, doc: Doc, claim: Certainty, cues_from: int | None = None) -> Row:
    """A claim as a row of CLAIMS; `cues_from` is where the piece of its cues starts, if they stand in another."""
    start = piece.start if cues_from is None else cues_from
    predicate = doc.char_span(claim.start, claim.end)
    assert predicate is not None  # a claim's place is a token's
    told = arguments_of(predicate.root)
    return piece.placed(claim.start, claim.end) | {
        "certainty": claim.value,
        "mood": claim.mood,
        "degree": claim.degree,
        "cues": "; ".join(cue.words for cue in claim.cues),
        "cue_places": tuple((start + cue.start, start + cue.end) for cue in claim.cues),
        "cue_scopes": tuple((piece.start + cue.scope[0], piece.start + cue.scope[1]) for cue in claim.cues),
        "clause": (piece.start + claim.scope[0], piece.start + claim.scope[1]),
        "predicate": told.predicate,
        "subject": told.subject,
        "objects": told.objects,
    }
