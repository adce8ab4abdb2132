"""What went wrong, where, and how to mend it: every error of the package says all three."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


class SideBySideError(Exception):
    """Base of every error that this package raises on purpose."""


class SourceError(SideBySideError):
    """A source cannot be read as text."""


class QuoteError(SideBySideError):
    """A quote is not in its source, or stands there more than once."""


class ModelError(SideBySideError):
    """A model that reading needs is missing, or is another than the one that was measured."""


class PageError(SideBySideError):
    """A notebook did not run, or its page could not be written."""


class Refused(SideBySideError):
    """What a person asked for cannot be done as it is put; `field` names what to mend, "" for the whole."""

    def __init__(self, what: str, mend: str, field: str = "") -> None:
        self.field = field
        super().__init__(f"{f'{field}: ' if field else ''}{what}. {mend}")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in a file of a comparison, with the line to go to (1 is the first; 0: the whole file)."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file} line {self.line}" if self.line else self.file
        return f"{place}: {self.what}. {self.mend}"


class ComparisonError(SideBySideError):
    """A comparison that cannot be used as it stands; `problems` lists everything that was found."""

    def __init__(self, folder: str, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        count = len(self.problems)
        head = f"{folder}: {count} problem{'s' if count != 1 else ''} to mend"
        super().__init__("\n  ".join([head, *map(str, self.problems)]))


class NotSaved(SideBySideError):
    """A decision that could not be kept as it should be: nothing in force has changed. Says why, and the mend."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}. {mend}")


class Clash(NotSaved):
    """Someone else meanwhile made something else of what this decision changes.

    `mine` and `theirs` have what either made of each such place ("points/day/verdict"), None where it was taken away.
    `entry` is the id of the action that could not be taken back or done again, "" where it was another that clashed.
    """

    def __init__(
        self, what: str, mend: str, mine: Mapping[str, Any], theirs: Mapping[str, Any], entry: str = ""
    ) -> None:
        super().__init__(what, mend)
        self.entry = entry
        self.mine = dict(mine)
        self.theirs = dict(theirs)
