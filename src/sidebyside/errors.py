"""What went wrong, where, and how to mend it: every error of the package says all three."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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
