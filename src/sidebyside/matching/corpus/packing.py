"""What was read in a statement as compact bytes, and back: data that executes nothing, whoever has written it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sidebyside.matching.statement import Claimed, Statement
from sidebyside.matching.told import TABLES, Row, Told
from sidebyside.matching.word import Word
from sidebyside.reading.arguments import Arguments
from sidebyside.reading.certainty import Certainty
from sidebyside.reading.certainty.scale import Cue
from sidebyside.reading.dates import Date
from sidebyside.reading.figures import Figure
from sidebyside.reading.frames import CLAIMS, DATES, NAMES, READ_FIGURES, READ_VOICES
from sidebyside.reading.names import Mention

LEVEL = 6  # of zlib: a tenth smaller than the fastest, and packing is a hundredth of reading
LARGEST = 10_000_000  # bytes of one statement unpacked: a hundred times what the longest piece has
PLACED = ("source", "passage")  # columns that are the statement's own
COLUMNS = {  # of the rows, in order
    name: [column for column in columns if column not in PLACED]
    for name, columns in zip(TABLES, (CLAIMS, READ_VOICES, DATES, READ_FIGURES, NAMES), strict=True)
}


def packed(told: Told) -> bytes:
    """A statement without its source, its words and its places in either.

    >>> unpacked(packed(Told("A", "A1", 4, 0, Statement("It fell."), {})), "B", "B1", 4, 0, "It fell.").source
    'B'
    """
    said = told.statement
    tokens = [list(column) for column in zip(*said.tokens, strict=True)] or [[] for _ in Word._fields]
    del tokens[Word._fields.index("text")]  # stands in the words
    what = [
        [flat(mention) for mention in said.names],
        [flat(date) for date in said.dates],
        [flat(figure) for figure in said.figures],
        [[flat(claim.certainty), flat(claim.arguments)] for claim in said.claims],
        said.lemmas,
        tokens,
        {name: [[row[column] for column in COLUMNS[name]] for row in rows] for name, rows in told.rows.items()},
        sorted(told.themes),
        told.written,
    ]
    return zlib.compress(json.dumps(what, separators=(",", ":")).encode(), LEVEL)


def unpacked(data: bytes, source: str, passage: str, start: int, number: int, words: str) -> Told:
    """The statement as it was, under the key of its source. Raises ValueError for bytes that are none."""
    try:
        names, dates, figures, claims, lemmas, tokens, rows, themes, written = json.loads(inflated(data))
        said = Statement(
            words,
            tuple(Mention(*each) for each in names),
            tuple(map(date_of, dates)),
            tuple(Figure(*each) for each in figures),
            tuple(Claimed(certainty_of(one), Arguments(*closed(other))) for one, other in claims),
            tuple(lemmas),
            tuple(word_of(each, words) for each in zip(*tokens, strict=True)),
        )
        own = {"source": source, "passage": passage}
        table = {name: [row_of(name, cells, own) for cells in listed] for name, listed in rows.items()}
    except (TypeError, KeyError, ValueError, zlib.error) as error:
        raise ValueError(f"statement {number} of {source} is damaged ({error}): read its text again") from None
    return Told(source, passage, start, number, said, table, frozenset(themes), str(written))


def speaks(data: bytes, words: Iterable[str]) -> bool:
    """Whether a packed statement may speak of any of some words: they stand in it somewhere.

    >>> told = Told("A", "A1", 4, 0, Statement("They fell.", lemmas=("they", "fall")), {})
    >>> speaks(packed(told), ["fall"]), speaks(packed(told), ["all"])
    (True, False)
    """
    text = inflated(data)
    return any(json.dumps(word).encode() in text for word in words)


def inflated(data: bytes) -> bytes:
    """The bytes that were compressed. Raises ValueError, or zlib's error, for what is cut short or too large."""
    whole = zlib.decompressobj()
    text = whole.decompress(data, LARGEST)
    if not whole.eof:
        raise ValueError("cut short, or too large")
    return text


def flat(thing: Any) -> Any:
    """A dataclass as the list of its values; tuples of them likewise.

    >>> flat(Mention(0, 4, "Oslo", "place"))
    [0, 4, 'Oslo', 'place', '', '', '']
    """
    if isinstance(thing, (tuple, list)):
        return [flat(each) for each in thing]
    if isinstance(thing, (Date, Figure, Mention, Certainty, Cue, Arguments)):
        return [flat(getattr(thing, field.name)) for field in fields(thing)]
    return thing


def date_of(cells: Sequence[Any]) -> Date:
    """A date, with the dates that it is made of."""
    *plain, parts = cells
    return Date(*[*plain, tuple(map(date_of, parts))])


def certainty_of(cells: Sequence[Any]) -> Certainty:
    """A certainty with its cues."""
    start, end, value, mood, degree, cues, scope = cells
    return Certainty(start, end, value, mood, degree, tuple(Cue(*closed(cue)) for cue in cues), tuple(scope))


def word_of(cells: tuple[Any, ...], words: str) -> Word:
    """A word, its text taken from where it stands."""
    start, end, *rest = cells
    return Word(start, end, words[start:end], *rest)


def row_of(name: str, cells: Sequence[Any], own: Mapping[str, str]) -> Row:
    """A row of a table as it was read."""
    return dict(own) | dict(zip(COLUMNS[name], closed(cells), strict=True))


def closed(cells: Any) -> Any:
    """Lists as the tuples that they were."""
    return tuple(map(closed, cells)) if isinstance(cells, list) else cells
