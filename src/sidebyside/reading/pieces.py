"""A piece is what is parsed at one go: a passage, or a stretch of one that is longer than any sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sidebyside.texts import Passage, Source

LONGEST = 3_000  # code points, some 500 words: a text without full stops is parsed in time that grows with its length


class Piece(NamedTuple):
    """Words of one passage, and where they start in its source."""

    source: Source
    passage: Passage
    start: int
    words: str

    def placed(self, start: int, end: int) -> dict[str, object]:
        """The columns of PLACE for what was found at (start, end) of the words."""
        return {
            "source": self.source.key,
            "passage": self.passage.id,
            "start": self.start + start,
            "end": self.start + end,
            "quote": self.words[start:end],
        }


def pieces_of(source: Source, passage: Passage) -> Iterator[Piece]:
    """The passage as it is parsed: as a rule one piece, the whole of it."""
    words = source.words(passage)
    for start, end in cuts(words, LONGEST):
        yield Piece(source, passage, passage.start + start, words[start:end])


def cuts(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Places of at most that length which together are the text: cut after white space, or in a word that has no end.

    >>> list(cuts("one two", 10)), list(cuts("one two three", 8)), list(cuts("seventeen", 4))
    ([(0, 7)], [(0, 8), (8, 13)], [(0, 4), (4, 8), (8, 9)])
    """
    start = 0
    while len(text) - start > longest:
        end = next((i for i in range(start + longest, start, -1) if text[i - 1].isspace()), start + longest)
        yield start, end
        start = end
    yield start, len(text)
