"""What the machine takes from a source, passage by passage, each item with its place: the same tables a coder fills."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from sidebyside.reading import cache, parse
from sidebyside.reading.frames import READING, TOUCHES, frame
from sidebyside.reading.items import items_of
from sidebyside.reading.language import foreign
from sidebyside.reading.whole import whole
from sidebyside.texts import Source

WORTH_SAYING = 0.02  # of the words: less in another language is a motto or a title, and goes without a warning


@dataclass(frozen=True)
class Reading:
    """The machine's reading of one source. A table has the columns that `reading.frames` names for it."""

    dates: pd.DataFrame
    figures: pd.DataFrame
    names: pd.DataFrame
    voices: pd.DataFrame
    claims: pd.DataFrame
    passages: pd.DataFrame
    themes: pd.DataFrame = field(default_factory=lambda: frame([], TOUCHES))

    @cached_property
    def items(self) -> pd.DataFrame:
        """Everything that was found, in the order of the text (columns: ITEMS)."""
        return items_of(vars(self), self.passages.source)

    @property
    def foreign(self) -> float:
        """The share of another language, 0 to 1, in the words whose language could be told. It was not read."""
        return foreign(zip(self.passages.language, self.passages.words, strict=True))

    @property
    def language(self) -> str:
        """`en`, `mixed` or `other`: English in all that could be told, in part, or nowhere."""
        return "en" if not self.foreign else "other" if self.foreign == 1 else "mixed"


def read(source: Source, written: str | None = None) -> Reading:
    """Reads a source; `written` is its own date (ISO 8601) where it is known, for "last year" and the like.

    Parts are read apart: a reader's comment does not go on where the essay stopped. Of headings only the dates are
    read. Passages in another language than English are listed and not read, not even their figures: "3.000" is three
    thousand in one language and three in another; a warning says so. What was read once is kept (see `reading.cache`).
    Themes belong to a codebook: see `reading.themes`.
    """
    reading = Reading(**whole(taken_from(source, written)))
    if reading.foreign >= WORTH_SAYING:
        warnings.warn(in_other_words(source, reading), stacklevel=2)
    return reading


def taken_from(source: Source, written: str | None = None) -> dict[str, pd.DataFrame]:
    """The tables of frames.READING: what is taken from each passage, before sources are looked at as wholes."""
    what = identity(source, written)
    tables = cache.kept(what, READING)
    if tables is None:
        from sidebyside.reading.stream import tables_of  # spaCy and the grammars: only when something is read

        tables = tables_of(source, written)
        cache.keep(what, tables)
    return {name: pd.DataFrame(cells) for name, cells in tables.items()}


def identity(source: Source, written: str | None = None) -> list[object]:
    """All that decides what is taken from a source, besides the code: its words, their parts, its date, the model."""
    parts = [(part.role, part.start, part.end) for part in source.parts]
    return [source.key, source.text, parts, written, parse.SHA256]


def in_other_words(source: Source, reading: Reading) -> str:
    """What is not English in a source, and where."""
    others = reading.passages[reading.passages.language == "other"]
    count = f"{len(others)} of {len(reading.passages)} passages"
    return (
        f"source {source.key} ({source.title}): {reading.foreign:.0%} of the words ({count}, the first "
        f"{others.passage.iloc[0]}) are in another language than English and were not read"
    )
