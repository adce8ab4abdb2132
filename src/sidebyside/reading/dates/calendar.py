"""A TIMEX3 value names a stretch of the calendar: its first and last day, its neighbours and its parts."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from sidebyside.reading.dates.date import UNKNOWN

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
IN_MONTHS = {"Y": 12, "E": 120, "C": 1200, "L": 12000, "M": 1, "Q": 3}
IN_DAYS = {"D": 1, "W": 7, "FN": 14, "WE": 7}
GRAINS = [
    ("C", r"\d\d"), ("E", r"\d{3}"), ("Y", r"\d{4}"), ("M", r"\d{4}-\d\d"), ("D", r"\d{4}-\d\d-\d\d"),
    ("Q", r"\d{4}-Q[1-4]"), ("H", r"\d{4}-H[12]"), ("S", r"\d{4}-(?:SP|SU|FA|WI)"), ("W", r"\d{4}-W\d\d"),
    ("WE", r"\d{4}-W\d\d-WE"), ("T", r"\d{4}-\d\d-\d\dT.*"),
]  # fmt: skip
GRAIN = [(grain, re.compile(pattern)) for grain, pattern in GRAINS]


def grain(timex: str) -> str:
    """How fine a value is: C century, E decade, Y, Q, M, W, D ...; empty if it names no stretch of the calendar.

    >>> grain("199"), grain("1989-Q3"), grain("PRESENT_REF"), grain("XXXX-07")
    ('E', 'Q', '', '')
    """
    return next((name for name, shape in GRAIN if shape.fullmatch(timex)), "")


def months(year: int, first: int, last: int) -> tuple[str, str]:
    """First and last month, the year carried over."""
    return month(year * 12 + first - 1), month(year * 12 + last - 1)


def month(n: int) -> str:
    """The nth month, counted from the year 0."""
    return f"{n // 12:04}-{n % 12 + 1:02}"


def monday(timex: str) -> dt.date:
    """The first day of a week."""
    return dt.date.fromisocalendar(int(timex[:4]), max(1, min(int(timex[6:8]), 52 + (timex[6:8] == "53"))), 1)


def stretch(timex: str) -> tuple[str, str]:
    """First and last day of a value, at the precision given.

    >>> stretch("18"), stretch("199"), stretch("1989-Q3")
    (('1801', '1900'), ('1990', '1999'), ('1989-07', '1989-09'))
    >>> stretch("1998-W12"), stretch("1994-WI"), stretch("P3Y")
    (('1998-03-16', '1998-03-22'), ('1994-12', '1995-02'), ('?', '?'))
    """
    kind, year = grain(timex), int(timex[:4]) if timex[:4].isdigit() else 0
    if kind == "C":
        return f"{timex}01", f"{int(timex) + 1:02}00"
    if kind == "E":
        return timex + "0", timex + "9"
    if kind in ("Y", "M", "D"):
        return timex, timex
    if kind == "Q":
        return months(year, 3 * int(timex[-1]) - 2, 3 * int(timex[-1]))
    if kind == "H":
        return months(year, 6 * int(timex[-1]) - 5, 6 * int(timex[-1]))
    if kind == "S":
        return months(year, *SEASONS[timex[-2:]])
    if kind in ("W", "WE"):
        first = monday(timex)
        return str(first + dt.timedelta(5 if kind == "WE" else 0)), str(first + dt.timedelta(6))
    if kind == "T":
        return timex[:10], timex[:10]
    return UNKNOWN, UNKNOWN


def part(timex: str, mod: str, edge: bool = False) -> tuple[str, str]:
    """The early, middle or late part of a value: thirds; with `edge`, the first or last quarter of a year.

    >>> part("201", "START"), part("201", "MID"), part("200", "END")
    (('2010', '2013'), ('2014', '2016'), ('2007', '2009'))
    >>> part("2018", "START"), part("2014", "END", edge=True), part("19", "MID")
    (('2018-01', '2018-04'), ('2014-10', '2014-12'), ('1934', '1966'))
    >>> part("2020-02", "END")
    ('2020-02-21', '2020-02-29')
    """
    kind, at = grain(timex), ("START", "MID", "END").index(mod)
    if kind == "C":
        first, last = [(1, 33), (34, 66), (67, 100)][at]
        return f"{int(timex) * 100 + first:04}", f"{int(timex) * 100 + last:04}"
    if kind == "E":
        first, last = [(0, 3), (4, 6), (7, 9)][at]
        return f"{timex}{first}", f"{timex}{last}"
    if kind == "Y":
        return months(int(timex), *([(1, 3), (5, 8), (10, 12)] if edge else [(1, 4), (5, 8), (9, 12)])[at])
    if kind == "M":
        first, last = [(1, 10), (11, 20), (21, length(timex))][at]
        return f"{timex}-{first:02}", f"{timex}-{last:02}"
    return stretch(timex)  # "early this week" is somewhere in that week


def length(timex: str) -> int:
    """How many days a month has."""
    return calendar.monthrange(int(timex[:4]), int(timex[5:7]))[1]


def moved(timex: str, n: int, unit: str) -> str:
    """The value n units on, as fine as it was, or as the unit if that is coarser; empty where that names nothing.

    >>> moved("1989-Q3", -1, "Y"), moved("1998-03-22", -2, "W"), moved("1998-03-22", -5, "M")
    ('1988-Q3', '1998-W10', '1997-10')
    >>> moved("1998-03-22", -10, "D"), moved("2020", -3, "E"), moved("2020", -1, "D")
    ('1998-03-12', '1990', '')
    """
    kind = grain(timex)
    try:
        if unit in ("Y", "E", "C", "L") and kind not in ("C", "E", ""):
            year = int(timex[:4]) + n * IN_MONTHS[unit] // 12
            return f"{year:04}{timex[4:] if kind in 'QHSM' else ''}" if 1 <= year <= 9999 else ""
        if unit == "Q" and kind in ("Q", "M", "D", "T"):
            at = int(timex[:4]) * 4 + (int(timex[-1]) - 1 if kind == "Q" else (int(timex[5:7]) - 1) // 3) + n
            return f"{at // 4:04}-Q{at % 4 + 1}" if 4 <= at < 40000 else ""
        if unit == "M" and kind in ("M", "D", "T"):
            at = int(timex[:4]) * 12 + int(timex[5:7]) - 1 + n
            return month(at) if 12 <= at < 120000 else ""
        if unit in ("W", "FN", "WE") and kind in ("D", "T", "W", "WE"):
            first = monday(timex) if kind in ("W", "WE") else dt.date.fromisoformat(timex[:10])
            return week(first + dt.timedelta(IN_DAYS[unit] * n)) + ("-WE" if unit == "WE" else "")
        if unit == "D" and kind in ("D", "T"):
            return str(dt.date.fromisoformat(timex[:10]) + dt.timedelta(n))
    except (ValueError, OverflowError):  # as above: before the year 1 or after 9999
        return ""
    return ""


def week(day: dt.date) -> str:
    """The week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def valid(timex: str) -> bool:
    """Whether a day is in the calendar.

    >>> valid("2016-02-29"), valid("2015-02-29")
    (True, False)
    """
    try:
        dt.date.fromisoformat(timex)
    except ValueError:
        return False
    return True
