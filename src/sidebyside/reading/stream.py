"""A source is read in a stream: parsed, read and let go, so that a book takes hardly more memory than an essay.

What one passage says is read from that passage alone. Who speaks is not: pronouns, quotations and surnames look to the
passages around. They are read in windows so wide that an essay or a long report is one window, and a book is a few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeVar

from sidebyside.progress import watched
from sidebyside.reading.certainty import by_reference
from sidebyside.reading.frames import READING
from sidebyside.reading.language import languages_of
from sidebyside.reading.parse import parsed
from sidebyside.reading.pieces import Piece, pieces_of
from sidebyside.reading.rows import Row, claim_row, dates_of, found_in
from sidebyside.reading.voices import rows_of, voices_in
from sidebyside.texts import Passage, Source

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sidebyside.reading.dates import Date

T = TypeVar("T")
Table = dict[str, list[Any]]  # the cells by column: half the memory of a list of rows

READ = ("body", "comment", "note", "byline")  # furniture is nobody's
DATED = ("title", "heading")  # these make no claims and name no one who acts, but an era stands in many of them
WINDOW = 2_000  # pieces, some 50,000 words; parsed, they take about 50 MB
BEFORE = 100  # pieces read again for what the first ones of a window look back to: a pronoun's source, a quotation
AFTER = 20  # and forward: no quotation is longer


def tables_of(source: Source, written: str | None = None) -> dict[str, Table]:
    """All that is read in a source, by table and column; rows in the order of the text, voices by their cues."""
    tables: dict[str, Table] = {name: {column: [] for column in columns} for name, columns in READING.items()}
    passages = [passage for passage in source.passages if passage.part in READ]
    languages = languages_of(source, passages)
    ours = [passage for passage, language in zip(passages, languages, strict=True) if language != "other"]
    pieces = watched(parsed_pieces(source, ours), f"reading {source.key}", len(ours))
    for _, stretch in groupby(pieces, key=lambda pair: pair[0].passage.part):
        named: list[Date] = []
        for held, first, last in windows(stretch, WINDOW, BEFORE, AFTER):
            for piece, doc in held[first:last]:
                for name, row in found_in(piece, doc, written, named):
                    add(tables[name], row)
            for name, row in said_in(held, first, last):
                add(tables[name], row)
    for piece, doc in parsed_pieces(source, [passage for passage in source.passages if passage.part in DATED]):
        for row in dates_of(piece, doc, written, []):
            add(tables["dates"], row)
    for name in ("dates", "claims"):
        put_in_order(tables[name])
    for row in passage_rows(source, passages, languages, tables):
        add(tables["passages"], row)
    return tables


def parsed_pieces(source: Source, passages: Iterable[Passage]) -> Iterator[tuple[Piece, Doc]]:
    """The pieces of the passages, each with its parse, one at a time."""
    pieces = [piece for passage in passages for piece in pieces_of(source, passage)]
    return zip(pieces, parsed(piece.words for piece in pieces), strict=True)


def put_in_order(table: Table) -> None:
    """Brings the rows of a table into the order of the text."""
    order = sorted(range(len(table["start"])), key=lambda row: (table["start"][row], table["end"][row]))
    for column, cells in table.items():
        table[column] = [cells[row] for row in order]


def add(table: Table, row: Row) -> None:
    """A row, laid into the columns; what it leaves out is empty."""
    for column, cells in table.items():
        cells.append(row.get(column, ""))


def windows(items: Iterable[T], size: int, before: int, after: int) -> Iterator[tuple[Sequence[T], int, int]]:
    """Runs of items with others around them: (all of them, first, last), of which first up to last are the run itself.

    >>> [(held[first:last], held) for held, first, last in windows("abcde", 2, 1, 1)]
    [(['a', 'b'], ['a', 'b', 'c']), (['c', 'd'], ['b', 'c', 'd', 'e']), (['e'], ['d', 'e'])]
    """
    held: list[T] = []
    first = 0
    for item in items:
        held.append(item)
        if len(held) == first + size + after:
            yield held, first, first + size
            gone = max(0, first + size - before)
            held, first = held[gone:], first + size - gone
    if len(held) > first:
        yield held, first, len(held)


def said_in(held: Sequence[tuple[Piece, Doc]], first: int, last: int) -> Iterator[tuple[str, Row]]:
    """The voices of the pieces from first up to last, read with those around them, and the claims they bear on."""
    docs = [doc for _, doc in held]
    voices = [voice for voice in voices_in(docs) if first <= voice.doc < last]
    for voice in voices:
        piece = held[voice.doc][0]
        for row in rows_of(voice, piece.words, piece.source.key, piece.passage.id, piece.start):
            yield "voices", row
    for borne in by_reference(docs, voices):
        piece, doc = held[borne.doc]
        cue = held[borne.cue_doc][0]
        yield "claims", claim_row(piece, doc, borne.certainty, cue.start) | {"note": borne.note}


def main_claims(claims: Table, voices: Table) -> dict[str, int]:
    """For each passage the row of its main claim: the one with the longest clause.

    That someone says a thing is less than what is said: the cue of a voice comes last.
    """
    cues = set(voices["reporting"])
    best: dict[str, tuple[bool, bool, int, int]] = {}
    for number, (passage, *place) in enumerate(zip(claims["passage"], claims["start"], claims["end"], strict=True)):
        first, after = claims["clause"][number]
        own = not claims["note"][number]
        rank = (own, tuple(place) not in cues, after - first, -number)  # of two alike, the first
        best[passage] = max(best.get(passage, rank), rank)
    return {passage: -number for passage, (*_, number) in best.items()}


def passage_rows(
    source: Source,
    passages: Sequence[Passage],
    languages: Sequence[str],
    tables: dict[str, Table],
) -> Iterator[Row]:
    """The passages with what was read in each, counted."""
    main = main_claims(tables["claims"], tables["voices"])
    counts = {name: Counter(tables[name]["passage"]) for name in ("dates", "figures", "names", "voices")}
    claims = tables["claims"]
    own = [row for row, note in enumerate(claims["note"]) if not note]  # what is borne on from elsewhere stands twice
    counts["claims"] = Counter(claims["passage"][row] for row in own)
    kinds = Counter((claims["passage"][row], claims["certainty"][row]) for row in own)
    for passage, language in zip(passages, languages, strict=True):
        claim = main.get(passage.id)
        yield {
            "source": source.key,
            "passage": passage.id,
            "part": passage.part,
            "paragraph": passage.paragraph,
            "section": passage.section,
            "start": passage.start,
            "end": passage.end,
            "words": len(source.words(passage).split()),
            "language": language,
            "certainty": "" if claim is None else tables["claims"]["certainty"][claim],
            "mood": "" if claim is None else tables["claims"]["mood"][claim],
            **{name: count[passage.id] for name, count in counts.items()},
            **{value: kinds[passage.id, value] for value in ("asserted", "attributed", "hedged", "denied")},
        }
