"""A line is read as words, numbers and marks; every rule of the reader looks at these, left to right."""

from __future__ import annotations

import re
from typing import NamedTuple

# Digits keep their commas only in threes: "18,000" is one number, "1,2" is three tokens.
DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?|"
    r"\d{1,3}(?: 000)+(?!\d)|\d+(?:\.\d+)?"
)
TOKEN = re.compile(
    rf"(?P<number>{DIGITS}|(?<![\w.])\.\d+)|(?P<word>(?:[^\W\d_]\.){{2,}}|Ph\.D\.|[^\W\d_]+(?:[’'][^\W\d_]+)*)|(?P<mark>\S)"
)
LONGEST = 24  # more digits than that are a code, not a quantity


class Token(NamedTuple):
    """A word, a number in digits or a mark, with its place in the line; `gap` tells of white space before it."""

    text: str
    start: int
    end: int
    kind: str
    gap: bool
    low: str


NOTHING = Token("", 0, 0, "edge", True, "")


class Line:
    """The tokens of one line; beyond either end there is only NOTHING, so no rule has to count.

    >>> line = Line("US$11 billion")
    >>> [token.text for token in line.tokens]
    ['US', '$', '11', 'billion']
    >>> line[-1].text, line[99].text
    ('', '')
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = []
        end = -1
        for m in TOKEN.finditer(text):
            words, start = m.group(), m.start()
            self.tokens.append(Token(words, start, m.end(), m.lastgroup or "", start != end, words.lower()))
            end = m.end()

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else NOTHING

    def low(self, i: int) -> str:
        """The token in lower case."""
        return self[i].low

    def hung(self, i: int) -> bool:
        """No white space between this token and the one before it."""
        return i > 0 and not self[i].gap and self[i].kind != "edge"

    def joined(self, i: int) -> int:
        """Past the hyphen of "five-year": the token after it, or `i` itself where there is no such hyphen."""
        if self.low(i) in HYPHENS and self.hung(i) and self.hung(i + 1):
            return i + 1
        return i

    def words(self, first: int, after: int) -> str:
        """The text from one token up to another."""
        return self.text[self[first].start : self[after - 1].end] if after > first else ""


HYPHENS = frozenset("-‐‑–")
DASHES = frozenset("-‐‑–—~")
MINUS = frozenset("-−–")
