"""A passage is a place in a source, not a copy: everything later points back through its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sentencex import get_sentence_boundaries

from sidebyside.texts.parts import BODY, Part, role_at

LIST_MARK = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})[.)]")
LONE = re.compile("[\ud800-\udfff]")  # half a character: no file has one, but a string may
ASIDE = re.compile(r"\s*\([^()]*[.!?]\)\s+(?=[A-Z“\"'(])")


@dataclass(frozen=True)
class Passage:
    """A sentence's place: `start` up to, not including, `end`, in code points of its source.

    `paragraph` counts lines with words from 1; `section` is the id of the heading it stands under ("" before any).
    """

    id: str
    source: str
    start: int
    end: int
    part: str
    paragraph: int
    section: str


def passages_in(text: str, key: str, parts: Sequence[Part] = ()) -> Iterator[Passage]:
    """The passages of a text in reading order; only white space lies between them.

    >>> text = "A title\\n\\nThey met. Gen. Orlov spoke."
    >>> [(p.id, text[p.start:p.end]) for p in passages_in(text, "A")]
    [('A1', 'A title'), ('A2', 'They met.'), ('A3', 'Gen. Orlov spoke.')]
    """
    section, paragraph_of = "", 0
    number = 0
    for paragraph, line_start, line in lines_with_words(text):
        for start, end in sentences(line):
            number += 1
            place = line_start + start
            part = role_at(parts, place)
            if part == "heading" and paragraph != paragraph_of:
                section, paragraph_of = f"{key}{number}", paragraph
            elif part not in (BODY, "heading"):
                section = ""
            yield Passage(f"{key}{number}", key, place, line_start + end, part, paragraph, section)


def lines_with_words(text: str) -> Iterator[tuple[int, int, str]]:
    """(number from 1, start, line) of every line that is not blank.

    >>> list(lines_with_words("one\\r\\n \\ntwo"))
    [(1, 0, 'one\\r\\n'), (2, 7, 'two')]
    """
    start = number = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            number += 1
            yield number, start, line
        start += len(line)


def sentences(line: str) -> list[tuple[int, int]]:
    """Places of the sentences of one line, trimmed of white space.

    Line by line: fed whole, a heading runs into the sentence after it. Two repairs to what sentencex gives: a bracketed
    sentence ends at its bracket, and a list mark belongs to the words it numbers.

    >>> line = "1. (It met. Twice.) Then it stopped."
    >>> [line[start:end] for start, end in sentences(line)]
    ['1. (It met. Twice.)', 'Then it stopped.']
    """
    found: list[tuple[int, int]] = []
    for boundary in get_sentence_boundaries("en", encodable(line)):
        start, end = boundary["start_index"], boundary["end_index"]
        aside = ASIDE.match(line[start:end])
        cut = start + aside.end() if aside else start
        for first, last in ((start, cut), (cut, end)):
            first, last = trimmed(line, first, last)
            if first == last:
                continue
            if found and LIST_MARK.fullmatch(line[slice(*found[-1])]):
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    return found


def encodable(text: str) -> str:
    """The text with a replacement mark for each half of a character, at which libraries stop; every place stays.

    >>> encodable("a\\ud800b") == "a\\ufffdb"
    True
    """
    return LONE.sub("\ufffd", text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without the white space at its ends.

    >>> trimmed("  ab ", 0, 5)
    (2, 4)
    """
    words = text[start:end].strip()
    first = text.index(words, start) if words else end
    return first, first + len(words)
