"""A date is a place in a text and the stretch of time it names, as far as the text fixes it."""

from __future__ import annotations

from dataclasses import dataclass, field

OPEN, UNKNOWN = "..", "?"


@dataclass(frozen=True)
class Date:
    """One expression of time. Places are code points, the end excluded.

    `start` to `end` takes in the words that bound it (since, by, until, in, from ... to); `core_start` to `core_end`
    is the bare expression. `since` and `until` are ISO 8601 at the precision given; '..' is an open end, '?' an end
    that the text does not fix, and `vague` then says why. `timex` is the value by TIMEX3 (two of them with a slash
    between for a range, empty for words that TIMEX3 does not value), `type` DATE, TIME, DURATION or SET, `mod` START,
    MID, END, APPROX, BEFORE, AFTER, LESS_THAN or MORE_THAN. A range keeps its two ends, as each reads by itself, in
    `parts`; so does a length counted from a date. `vague` also marks days that are not the text's own: the usual bounds
    of an era, a guess from a date named before, a misspelt word that bounds.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    since: str
    until: str
    timex: str
    type: str
    mod: str = ""
    vague: str = ""
    parts: tuple[Date, ...] = field(default=(), repr=False)

    @property
    def span(self) -> tuple[str, str]:
        """First and last day of the time meant.

        >>> Date(0, 7, 3, 7, "..", "2013", "2013", "DATE").span
        ('..', '2013')
        """
        return self.since, self.until
