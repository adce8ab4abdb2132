"""A rule is a row of kinds of tokens, written in words, and a function that says what such a row means.

Kinds are turned into single letters, so that a row of tokens is a string and a rule a regular expression over it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sidebyside.reading.dates.tokens import Token

# Names for kinds that may stand in one place.
ANY_OF = {
    "n": "hour day two number count many",
    "dom": "hour day ordinal",
    "spell": "unit units",
    "rel": "last this next",
    "upto": "to through until hyphen dash",
}


@dataclass(frozen=True)
class Meaning:
    """What an expression says, before the words around it are heard; see Date for the fields."""

    timex: str
    type: str = "DATE"
    mod: str = ""
    since: str = ""
    until: str = ""
    vague: str = ""

    def but(self, **changes: str) -> Meaning:
        """The same with other fields."""
        return replace(self, **changes)


@dataclass(frozen=True)
class Setting:
    """What an expression hangs on.

    `written` is the date of the text, `anchor` the date last named in the paragraph, `quarter` the latest quarter named
    there, `opened` a year of the same sentence that "from" makes a start, `year` the year that a later item of the same
    list gives. `look` is `ahead` or `back` where the sentence looks that way. `left` and `right` are the few
    tokens on either side.
    """

    written: str = ""
    anchor: str = ""
    quarter: str = ""
    opened: str = ""
    look: str = ""
    year: str = ""
    left: tuple[Token, ...] = ()
    right: tuple[Token, ...] = ()

    @property
    def before(self) -> str:
        """Kind of the token to the left, empty at the start of a paragraph."""
        return self.left[-1].kind if self.left else ""

    @property
    def after(self) -> str:
        """Kind of the token to the right, empty at the end of a paragraph."""
        return self.right[0].kind if self.right else ""


Read = Callable[[Sequence[Token], Setting], Meaning | None]


@dataclass(frozen=True)
class Rule:
    """A row of kinds and its meaning; None says that this row is no date after all."""

    row: str
    read: Read


@cache
def letter(kind: str) -> str:
    """The letter of a kind: one each, from the private letters of Unicode."""
    return chr(0xE000 + LETTERS.setdefault(kind, len(LETTERS)))


LETTERS: dict[str, int] = {}


def spelled(row: Iterable[Token]) -> str:
    """The letters of a row of tokens."""
    return "".join([letter(t.kind) for t in row])


@cache
def expression(row: str) -> re.Pattern[str]:
    """A row of kinds as a regular expression: `a b` in turn, `a|b` either, `( )` together, `?` perhaps, `*` up to four.

    >>> bool(expression("the? month (comma? year)?").fullmatch(letter("month") + letter("year")))
    True
    """
    # Bounded, so that no row of a thousand equal tokens is read a thousand times over.
    return re.compile(re.sub(r"[a-z_.-]+\??|\s+", word, row).replace("*", "{0,4}"))


def word(m: re.Match[str]) -> str:
    """One word of a row of kinds as a set of letters."""
    name, perhaps = m.group().strip(), ""
    if not name:
        return ""
    if name not in ANY_OF and name.endswith("?"):
        name, perhaps = name[:-1], "?"
    return "[" + "".join(letter(kind) for kind in ANY_OF.get(name, name).split()) + "]" + perhaps


def openings(row: str) -> frozenset[str]:
    """The letters that a row may begin with, so that a rule is tried only where it can fit.

    >>> openings("(the? year)? (month|set)") == {letter(kind) for kind in ("the", "year", "month", "set")}
    True
    """
    return frozenset(beginning(re.findall(r"[a-z_.-]+|[()|?*]", row))[0])


def beginning(words: list[str]) -> tuple[set[str], bool]:
    """The letters that a row of words may begin with, and whether it may be empty; the words read are taken away."""
    letters: set[str] = set()
    open_, any_empty = True, False
    while words and words[0] != ")":
        name = words.pop(0)
        if name == "|":
            any_empty, open_ = any_empty or open_, True
            continue
        if name == "(":
            starts, empty = beginning(words)
            words.pop(0)
        else:
            starts, empty = {letter(kind) for kind in ANY_OF.get(name, name).split()}, False
        if words and words[0] in ("?", "*"):
            words.pop(0)
            empty = True
        if open_:
            letters |= starts
        open_ = open_ and empty
    return letters, any_empty or open_


def value(row: Iterable[Token], *kinds: str) -> Any:
    """The value of the first token of one of these kinds, None if there is none."""
    return next((t.value for t in row if t.kind in kinds), None)


def has(row: Iterable[Token], *kinds: str) -> bool:
    """Whether a token of one of these kinds is in the row."""
    return any(t.kind in kinds for t in row)
