"""What hangs on the date of the text: the nearest Friday, October, third quarter or spring, back or ahead.

By default a name without a year looks back from the day of writing, as reports do; where the words before it look
forward ("will", "due", "expected"), it looks ahead.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sidebyside.reading.dates.calendar import grain, moved, stretch, valid, week
from sidebyside.reading.dates.grammar import Meaning, Setting

UNDATED = "hangs on when the text was written"
# How much farther a day ahead seems than one as far back, by where the sentence looks.
AHEAD = {"": 2.0, "back": 4.0, "ahead": 0.1}


def coarser(timex: str, unit: str) -> str:
    """The value at the grain of a unit, if it is fine enough; else empty.

    >>> coarser("1998-02-27", "W"), coarser("1998-02-27", "Q"), coarser("2000", "C"), coarser("1998", "M")
    ('1998-W09', '1998-Q1', '19', '')
    """
    if unit == "Y":
        return timex[:4] if timex[:4].isdigit() else ""
    if unit == "E":
        return timex[:3] if timex[:3].isdigit() else ""
    if unit == "C":
        return f"{(int(timex[:4]) - 1) // 100:02}" if timex[:4].isdigit() and len(timex) > 3 else ""
    return moved(timex, 0, unit)


def hanging(timex: str, unknown: str, type_: str = "DATE") -> Meaning:
    """A meaning that needs the date of the text: the value, or what is left of it without."""
    return Meaning(timex, type_) if timex else Meaning(unknown, type_, vague=UNDATED)


def nearest(spans: Sequence[int], look: str) -> int:
    """Which of several distances is nearest; one ahead (above 0) counts as farther than one back, unless looked for.

    >>> nearest([-270, 95], ""), nearest([-270, 95], "back"), nearest([-10, 355], "ahead")
    (1, 0, 1)
    """
    return min(
        range(len(spans)),
        key=lambda n: spans[n] * AHEAD[look] if spans[n] > 0 else -spans[n] * (20 if look == "ahead" else 1),
    )


def day(s: Setting, month: int, number: int, year: str = "", weekday: int = 0) -> Meaning | None:
    """A day of a month, in the year given or the nearest that fits; None if no such day is in the calendar.

    >>> day(Setting("1989-11-02"), 11, 13).timex, day(Setting("1989-11-02"), 3, 31).timex
    ('1989-11-13', '1989-03-31')
    >>> day(Setting("1989-11-02"), 2, 30), day(Setting(), 7, 4).timex
    (None, 'XXXX-07-04')
    """
    tail = f"-{month:02}-{number:02}"
    if not valid("2000" + tail):
        return None
    if year or s.year:
        return Meaning((year or s.year) + tail) if valid((year or s.year) + tail) else None
    if grain(s.written) != "D":
        return Meaning(s.written[:4] + tail) if s.written else Meaning("XXXX" + tail, vague=UNDATED)
    now, written = int(s.written[:4]), dt.date.fromisoformat(s.written)
    days = [dt.date.fromisoformat(d) for d in (f"{y:04}{tail}" for y in range(now - 4, now + 5)) if valid(d)]
    days = [d for d in days if d.isoweekday() == weekday] or days  # "Saturday, April 25" knows its year
    return Meaning(str(days[nearest([(d - written).days for d in days], s.look)]))


def named(s: Setting, month: int, which: str = "") -> Meaning:
    """A month by its name alone: the nearest; `which` is last, this or next.

    >>> named(Setting("1998-01-08"), 10).timex, named(Setting("1998-01-08"), 10, "this").timex
    ('1997-10', '1998-10')
    >>> named(Setting(), 7).timex
    'XXXX-07'
    """
    if s.year:
        return Meaning(f"{s.year}-{month:02}")
    if not s.written:
        return Meaning(f"XXXX-{month:02}", vague=UNDATED)
    year, now = int(s.written[:4]), int(s.written[5:7] or 12)
    if which == "last":
        year -= month >= now
    elif which == "next":
        year += month <= now
    elif which != "this":
        year += nearest([month - now - 12, month - now, month - now + 12], s.look) - 1
    return Meaning(f"{year:04}-{month:02}")


def weekday(s: Setting, number: int, which: str = "") -> Meaning:
    """A day of the week: the latest, the day of writing included, or looking ahead the next.

    Tomorrow's name is tomorrow: who means six days ago writes "last".

    >>> weekday(Setting("1998-08-08"), 5).timex, weekday(Setting("1998-08-07"), 5, "last").timex
    ('1998-08-07', '1998-07-31')
    >>> weekday(Setting(), 5).timex
    'XXXX-WXX-5'
    """
    if grain(s.written) != "D":
        return Meaning(f"XXXX-WXX-{number}", vague=UNDATED)
    back = (dt.date.fromisoformat(s.written).isoweekday() - number) % 7
    step = -back
    if which == "last":
        step = -(back or 7)
    elif which == "next":
        step = 7 - back
    elif which == "this" or s.look == "ahead" or back == 6:
        step = -back % 7
    return Meaning(moved(s.written, step, "D"))


def of_year(s: Setting, part: str, which: str = "") -> Meaning:
    """A quarter, half or season without its year: the latest begun, or looking ahead the next.

    >>> of_year(Setting("1989-10-26"), "Q3").timex, of_year(Setting("1998-01-26"), "Q4").timex
    ('1989-Q3', '1997-Q4')
    >>> of_year(Setting("1998-12-03"), "FA", "last").timex, of_year(Setting(), "SU").timex
    ('1998-FA', 'XXXX-SU')
    """
    if s.year:
        return Meaning(f"{s.year}-{part}")
    if not s.written:
        return Meaning(f"XXXX-{part}", vague=UNDATED)
    year, now = int(s.written[:4]), (s.written + "-12")[:7]
    first, last = stretch(f"{year:04}-{part}")
    if which == "last":
        year -= last >= now
    elif which == "next":
        year += first <= now
    elif which != "this":
        year += (last < moved(now, -3, "M")) if s.look == "ahead" else -(first > now)
    return Meaning(f"{year:04}-{part}")


def weekend(s: Setting, which: str) -> Meaning:
    """A weekend: the last one over or under way, or the next.

    >>> weekend(Setting("1989-10-30"), "").timex, weekend(Setting("1989-10-30"), "this").timex
    ('1989-W43-WE', '1989-W44-WE')
    """
    if grain(s.written) != "D":
        return Meaning("XXXX-WXX-WE", vague=UNDATED)
    today = dt.date.fromisoformat(s.written)
    over = today.isoweekday() < 6
    ahead = which in ("this", "next") or s.look == "ahead"
    return Meaning(week(today - dt.timedelta(7 if over and not ahead else 0)) + "-WE")


def last_quarter(s: Setting) -> str:
    """The quarter under discussion: the one last named, or the last one that was over; empty without a date."""
    return s.quarter or moved(s.written, -1, "Q")
