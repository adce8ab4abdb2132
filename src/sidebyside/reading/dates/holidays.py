"""Holidays by name, where the calendar fixes them: Christmas, New Year's Day, Easter, Thanksgiving."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from sidebyside.reading.dates.calendar import grain
from sidebyside.reading.dates.grammar import Meaning, Rule, Setting, has, value
from sidebyside.reading.dates.lengths import OFTEN
from sidebyside.reading.dates.points import which
from sidebyside.reading.dates.setting import UNDATED, nearest
from sidebyside.reading.dates.tokens import Token

# Month and day; the closed list.
FIXED = {
    "New Year’s Day": (1, 1), "Valentine’s Day": (2, 14), "May Day": (5, 1), "Bastille Day": (7, 14),
    "Halloween": (10, 31), "Armistice Day": (11, 11), "Christmas Eve": (12, 24), "Christmas": (12, 25),
    "Christmas Day": (12, 25), "Boxing Day": (12, 26), "New Year’s Eve": (12, 31),
}  # fmt: skip
LEADS = frozenset("in on at by since until before after during over around about through from between".split())


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches: the Gregorian computus as Meeus, Jones and Butcher give it.

    >>> [str(easter(year)) for year in (1999, 2000, 2024)]
    ['1999-04-04', '2000-04-23', '2024-03-31']
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def thanksgiving(year: int) -> dt.date:
    """The fourth Thursday of November, as the United States keep it.

    >>> str(thanksgiving(2023))
    '2023-11-23'
    """
    first = dt.date(year, 11, 1)
    return first + dt.timedelta((4 - first.isoweekday()) % 7 + 21)


MOVABLE: dict[str, Callable[[int], dt.date]] = {
    "Good Friday": lambda year: easter(year) - dt.timedelta(2),
    "Easter": easter,
    "Easter Sunday": easter,
    "Easter Monday": lambda year: easter(year) + dt.timedelta(1),
    "Thanksgiving": thanksgiving,
    "Thanksgiving Day": thanksgiving,
}
HOLIDAYS = {name: name for name in (*FIXED, *MOVABLE)}


def day_of(name: str, year: int) -> dt.date:
    """The day of a holiday in a year.

    >>> str(day_of("Good Friday", 2020)), str(day_of("Christmas Eve", 2020))
    ('2020-04-10', '2020-12-24')
    """
    return dt.date(year, *FIXED[name]) if name in FIXED else MOVABLE[name](year)


def holiday(t: Sequence[Token], s: Setting) -> Meaning | None:
    """On Christmas Day; last Thanksgiving; Easter 2019; not "Christmas trees"."""
    name, said = value(t, "holiday"), which(t)
    told = name.endswith(("Day", "Eve")) or has(t, "year") or said or s.before in LEADS
    if not told or (s.after == "other" and name in ("Christmas", "Easter")):
        return None
    if year := value(t, "year") or s.year:
        return Meaning(str(day_of(name, int(year))))
    if grain(s.written) != "D":
        return Meaning(unknown(name), vague=UNDATED)
    now = dt.date.fromisoformat(s.written)
    days = [day_of(name, year) for year in range(max(1, now.year - 1), min(now.year + 1, 9999) + 1)]
    if said == "last":
        days = [day for day in days if day < now]
    elif said == "next":
        days = [day for day in days if day > now]
    return Meaning(str(days[nearest([(day - now).days for day in days], s.look)])) if days else None


def every(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Every Christmas."""
    return Meaning(unknown(value(t, "holiday")), "SET", vague=OFTEN)


def unknown(name: str) -> str:
    """A holiday without its year."""
    return "XXXX-{:02}-{:02}".format(*FIXED[name]) if name in FIXED else "XXXX-XX-XX"


NAMED_DAYS = [
    Rule("(this|that|the)? rel? holiday (comma? (in|of)? year)?", holiday),
    Rule("each holiday", every),
]
