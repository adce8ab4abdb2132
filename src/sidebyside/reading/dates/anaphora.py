"""What "at the time" and "in this period" point back to: the date last named that fits, as a guess that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sidebyside.reading.dates.calendar import grain
from sidebyside.reading.dates.date import OPEN, UNKNOWN, Date
from sidebyside.reading.dates.relative import GUESSED, REFERS

STRETCHES = ("period", "years", "days", "decades")


def referred(date: Date, words: str, before: Sequence[Date]) -> Date:
    """A date that only points back, with the days it points to; any other as it is.

    `words` are the date's own; `before` the dates named before it, in reading order. Where the nearest that fits is not
    fixed itself ("in July"), nothing is guessed.
    """
    if date.vague != REFERS or date.timex:
        return date
    fits = is_stretch if words.split()[-1] in STRETCHES else is_moment
    named = next(filter(fits, reversed(before)), None)
    if named is None or UNKNOWN in named.span:
        return date
    since, until = named.span
    if date.mod == "AFTER":
        since, until = until, OPEN
    elif date.mod == "BEFORE":
        since, until = OPEN, since
    elif OPEN in date.span:  # since then; by then
        since, until = (since, OPEN) if date.until == OPEN else (OPEN, until)
    return replace(date, since=since, until=until, vague=GUESSED.format(said(named)))


def said(date: Date) -> str:
    """The days of a date in words.

    >>> said(Date(0, 4, 0, 4, "..", "1989", "1989", "DATE")), said(Date(0, 4, 0, 4, "1878", "1878", "1878", "DATE"))
    ('until 1989', '1878')
    """
    if OPEN in date.span:
        return f"until {date.until}" if date.since == OPEN else f"since {date.since}"
    return date.since if date.since == date.until else " to ".join(date.span)


def is_moment(date: Date) -> bool:
    """Whether "at the time" can mean it: a day, month or year, be its year known or not.

    >>> is_moment(Date(0, 4, 0, 4, "1878", "1878", "1878", "DATE"))
    True
    >>> is_moment(Date(0, 5, 0, 5, "1990", "1999", "199", "DATE"))
    False
    """
    known = grain(date.timex) not in ("", "E", "C")
    return date.type in ("DATE", "TIME") and OPEN not in date.span and (known or date.timex.startswith("XXXX"))


def is_stretch(date: Date) -> bool:
    """Whether "in this period" can mean it: a range, an era, a decade, or a time with a start or an end alone."""
    era = not date.timex and UNKNOWN not in date.span and date.since != date.until
    return bool(date.parts) or OPEN in date.span or era or grain(date.timex) in ("E", "C")
