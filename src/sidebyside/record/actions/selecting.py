"""A selection becomes a quote: the words as they stand, trimmed, and lengthened until they are found there alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sidebyside.errors import QuoteError, Refused
from sidebyside.record.actions.action import LONGEST
from sidebyside.record.actions.proving import finder_of
from sidebyside.record.keeping.changes import Json
from sidebyside.texts import Source
from sidebyside.texts.quotes import plain

WORD = re.compile(r"\s*\S+")


def quote_at(source: Source, start: int, end: int) -> Json:
    """The quote {quote, passage} of a stretch of a source, in code points, the end excluded.

    It stands at the passage in which it begins, and a load finds it at its place and nowhere else. Raises Refused where
    nothing, or more than one paragraph, is selected, or where no lengthening makes the words stand there once.
    """
    if not start < end <= len(source.text):
        mend = f"{source.key} has {len(source.text)} characters: select the words anew"
        raise Refused(f"{start} to {end} is no stretch of {source.key}", mend, "start")
    start, end = of_whole_letters(source.text, start, end)
    passages = source.passages_in(start, end)
    if not passages:
        raise Refused("no words are selected", "Select the words to quote", "start")
    first, paragraph = passages[0], passages[0].paragraph
    if passages[-1].paragraph != paragraph:
        mend = "Select within one paragraph, and add what stands in the next as a quote of its own"
        raise Refused(f"the selection runs from {first.id} into another paragraph", mend, "end")
    last = max(passage.end for passage in source.passages if passage.paragraph == paragraph)
    for a, b in longer(source.text, start, end, first.start, last):
        if b - a > LONGEST:
            raise Refused(f"the quote would have more than {LONGEST} characters", "Select less", "end")
        if found_alone(source, first.id, a, b):
            return {"quote": source.text[a:b], "passage": first.id}
    raise Refused(f"these words stand more than once in {first.id}, however long", "Select other words", "start")


def of_whole_letters(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space, or marks that nobody sees, at its ends; no letter is cut from its marks.

    >>> of_whole_letters(" cafe\\u0301 ", 0, 5)
    (1, 6)
    """
    while start < end and not plain(text[start]).strip():
        start += 1
    while start < end and not plain(text[end - 1]).strip():
        end -= 1
    while 0 < start < end and unicodedata.combining(text[start]):
        start -= 1
    while start < end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return start, end


def longer(text: str, start: int, end: int, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The stretch, then a word longer behind, then before, and so on, up to `low` and `high`.

    >>> text = "one two three"
    >>> [text[a:b] for a, b in longer(text, 4, 7, 0, 13)]
    ['two', 'two three', 'one two three']
    """
    yield start, end
    while start > low or end < high:
        word = WORD.match(text, end, high)
        if word:
            end = word.end()
            yield start, end
        before = text[low:start].rstrip()
        if before:
            start = low + len(before) - len(before.split()[-1])
            yield start, end
        elif not word:
            return


def found_alone(source: Source, passage: str, start: int, end: int) -> bool:
    """Whether a load finds the words at this place, and only there among those that begin in the passage."""
    try:
        place = finder_of(source).find(source.text[start:end], passage)
    except QuoteError:
        return False
    return (place.start, place.end) == (start, end)


def place_of(source: Source, entry: Json) -> tuple[int, int]:
    """Where a quote of a point stands, in code points, the end excluded."""
    place = finder_of(source).find(entry["quote"], entry.get("passage") or "")
    return place.start, place.end
