"""What the machine takes from a source, passage by passage, each item with its place: the same tables a coder fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import pandas as pd

from sidebyside.reading.dates import Date, dates_in
from sidebyside.reading.figures import figures_in
from sidebyside.reading.frames import CLAIMS, DATES, FIGURES, VOICES, frame
from sidebyside.reading.parse import parsed
from sidebyside.texts import Passage, Source

if TYPE_CHECKING:
    from spacy.tokens import Doc

READ = ("body", "comment", "note", "byline")  # headings make no claims, and furniture is nobody's


@dataclass(frozen=True)
class Reading:
    """The machine's reading of one source. A table has the columns that `reading.frames` names for it."""

    dates: pd.DataFrame
    figures: pd.DataFrame
    voices: pd.DataFrame
    claims: pd.DataFrame


def read(source: Source, written: str | None = None) -> Reading:
    """Reads a source; `written` is its own date (ISO 8601) where it is known, for "last year" and the like.

    Parts are read apart: a reader's comment does not go on where the essay stopped. What a coder adds and the machine
    does not read (the side a voice belongs to, what vouches for a figure) stays empty.
    """
    from sidebyside.reading.certainty import certainties_in
    from sidebyside.reading.voices import rows_of, voices_in

    passages = [p for p in source.passages if p.part in READ]
    docs = list(parsed(source.words(p) for p in passages))
    rows: dict[str, list[dict[str, object]]] = {"dates": [], "figures": [], "voices": [], "claims": []}
    for passage, doc in zip(passages, docs, strict=True):
        words = doc.text
        dates = dates_in(words, written)
        rows["dates"] += [date_row(source, passage, date) for date in dates]
        for figure in figures_in(words, [(date.start, date.end) for date in dates]):
            what = {
                "value": figure.value,
                "unit": figure.unit,
                "bound": figure.bound,
                "of": figure.of,
                "note": figure.kind,
            }
            rows["figures"].append(placed(source, passage, figure.start, figure.end) | what)
        for claim in certainties_in(doc):
            cues = "; ".join(cue.words for cue in claim.cues)
            said = {"certainty": claim.value, "mood": claim.mood, "degree": claim.degree, "cues": cues}
            rows["claims"].append(placed(source, passage, claim.start, claim.end) | said)
    for stretch, stretch_docs in by_part(passages, docs):
        for voice in voices_in(stretch_docs):
            passage = stretch[voice.doc]
            rows["voices"] += rows_of(voice, source.words(passage), source.key, passage.id, passage.start)
    columns = {"dates": DATES, "figures": FIGURES, "voices": VOICES, "claims": CLAIMS}
    return Reading(**{name: frame(found, columns[name]) for name, found in rows.items()})


def placed(source: Source, passage: Passage, start: int, end: int) -> dict[str, object]:
    """The place of something found at (start, end) of a passage, in its source."""
    first, last = passage.start + start, passage.start + end
    return {"source": source.key, "passage": passage.id, "start": first, "end": last, "quote": source.text[first:last]}


def date_row(source: Source, passage: Passage, date: Date) -> dict[str, object]:
    """A date as a row of DATES. What it is the date of is a coder's judgement; its TIMEX3 value stands in the note."""
    note = "; ".join(filter(None, [date.timex, date.type.lower(), date.vague]))
    return placed(source, passage, date.start, date.end) | {"since": date.since, "until": date.until, "note": note}


def by_part(passages: Sequence[Passage], docs: Sequence[Doc]) -> Iterator[tuple[list[Passage], list[Doc]]]:
    """The passages and their parses, one part after the other."""
    pairs = zip(passages, docs, strict=True)
    for _, group in groupby(pairs, key=lambda pair: pair[0].part):
        stretch = list(group)
        yield [passage for passage, _ in stretch], [doc for _, doc in stretch]
