"""A passage set in lines of a given width, so that any place in it is known by its line and how far along it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sidebyside.showing.drawing.letters import SERIF, width

Place = tuple[int, int]  # code points from the start of the passage, the end excluded
Point = tuple[int, float]  # number of a line, and how far along it
WORD = re.compile(r"\S+")
MARGIN = 14.0  # at both sides of the lines, for arrows that come from another line or go on to one
GAP = 0.3  # between words, of the size of the type; Times has 0.25, and a font that runs wider needs some air


@dataclass(frozen=True)
class Format:
    """A drawing's name, its width and the size of its words, in its own units."""

    name: str
    width: float
    size: float

    @property
    def right(self) -> float:
        """Where lines end."""
        return self.width - MARGIN


WIDE, NARROW = Format("wide", 820, 18), Format("narrow", 354, 16)  # some 90 and 40 characters a line


@dataclass(frozen=True)
class Word:
    """A word, or as much of one as fits on a line: its place in the passage, where it begins and how wide it is."""

    text: str
    start: int
    x: float
    width: float

    @property
    def end(self) -> int:
        """The code point after its last."""
        return self.start + len(self.text)

    def at(self, place: int) -> float:
        """How far along the line a code point of the word begins."""
        before = self.text[: max(0, place - self.start)]
        return self.x + self.width * width(before, 1, SERIF) / (width(self.text, 1, SERIF) or 1)


Line = tuple[Word, ...]


@dataclass(frozen=True)
class Run:
    """The part of some words that stands on one line, from x to x; `first` and `last`: nothing of them comes before or
    after."""

    line: int
    left: float
    right: float
    first: bool = True
    last: bool = True

    @property
    def middle(self) -> float:
        """Half way."""
        return (self.left + self.right) / 2


def set_in_lines(text: str, form: Format) -> list[Line]:
    """The words of a passage from left to right, a new line where the next word does not fit.

    >>> [[word.text for word in line] for line in set_in_lines("They met in Kabul. " + 30 * "m", NARROW)]
    [['They', 'met', 'in', 'Kabul.'], ['mmmmmmmmmmmmmmmmmmmmmmmmmm'], ['mmmm']]
    """
    lines: list[list[Word]] = [[]]
    x = MARGIN
    for start, piece in pieces(text, form):
        wide = max(width(piece, form.size, SERIF), form.size / 5)  # a word of invisible signs still has to be somewhere
        if lines[-1] and x + wide > form.right:
            lines.append([])
            x = MARGIN
        lines[-1].append(Word(piece, start, x, wide))
        x += wide + GAP * form.size
    return [tuple(line) for line in lines]


def pieces(text: str, form: Format) -> Iterator[tuple[int, str]]:
    """(start, piece) of every word, cut where it is wider than a line."""
    for found in WORD.finditer(text):
        start, wide = found.start(), 0.0
        for place in range(found.start(), found.end()):
            letter = width(text[place], form.size, SERIF)
            if wide + letter > form.right - MARGIN:
                yield start, text[start:place]
                start, wide = place, 0.0
            wide += letter
        yield start, text[start : found.end()]


def runs(lines: Sequence[Line], place: Place) -> list[Run]:
    """The words of a place, line by line; none where it holds no word.

    >>> lines = set_in_lines("They met in Kabul. " + 30 * "m", NARROW)
    >>> [(run.line, run.first, run.last) for run in runs(lines, (12, 22))]
    [(0, True, False), (1, False, True)]
    """
    start, end = place
    touched = [(n, word) for n, line in enumerate(lines) for word in line if word.start < end and start < word.end]
    found = []
    for number, group in groupby(touched, key=lambda pair: pair[0]):
        words = [word for _, word in group]
        found.append((number, words[0].at(start), words[-1].at(end)))
    return [Run(number, left, right, n == 0, n == len(found) - 1) for n, (number, left, right) in enumerate(found)]
