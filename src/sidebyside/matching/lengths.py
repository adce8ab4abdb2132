"""Lengths of time that cannot both be right: 13 days and 6 days; not two weeks and half a month."""

from __future__ import annotations

import re
from math import inf

from sidebyside.reading.dates import Date
from sidebyside.reading.dates.setting import UNDATED

DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440}  # of each unit of a TIMEX3 length
LENGTH = re.compile(r"P(?:\d+[YMWD])*(?:T(?:\d+[HM])+)?")
RANGE = re.compile(r"\b(?:to|or)\b|–")
ROOM = {"": 0.5, "APPROX": 1.5}  # of the finest unit named, to either side: "two weeks" may be 11 days, and no 10
OPEN = {"LESS_THAN": (0.0, 1.0), "MORE_THAN": (1.0, inf)}  # what a bound leaves open, in times of the length


def lengths_apart(a: Date, words_a: str, b: Date, words_b: str) -> bool:
    """Whether two lengths of time, each with its words, have none in common; of a range or a vague one, never.

    In one unit they are held against each other as they stand, or else as far as the coarser one tells. Bounds on one
    side ("more than 20 years", "more than 30 years") are each the best that its text can say.

    >>> def lasting(timex, mod=""): return Date(0, 1, 0, 1, "?", "?", timex, "DURATION", mod)
    >>> lengths_apart(lasting("P13D"), "13 days", lasting("P6D"), "6 days")
    True
    >>> lengths_apart(lasting("P2W"), "two weeks", lasting("P14D"), "14 days")
    False
    >>> lengths_apart(lasting("P2W"), "two weeks", lasting("P15D", "MORE_THAN"), "more than 15 days")
    False
    """
    if not (counted(a, words_a) and counted(b, words_b)) or (a.mod and a.mod == b.mod):
        return False
    same_unit = finest(a.timex) == finest(b.timex) and not (a.mod or b.mod)
    (low_a, high_a), (low_b, high_b) = reach(a, same_unit), reach(b, same_unit)
    return high_a < low_b or high_b < low_a


def counted(date: Date, words: str) -> bool:
    """Whether it is one length, and does not end when the text was written: "the past three years" are others' four."""
    return date.type == "DURATION" and date.vague != UNDATED and parts(date.timex) != [] and not RANGE.search(words)


def reach(date: Date, exact: bool) -> tuple[float, float]:
    """The fewest and the most days that a length leaves open."""
    days = sum(count * DAYS[unit] for count, unit in parts(date.timex))
    if date.mod in OPEN:
        low, high = OPEN[date.mod]
        return days * low, days * high
    room = 0.0 if exact else ROOM.get(date.mod, ROOM["APPROX"]) * DAYS[finest(date.timex)]
    return days - room, days + room


def finest(timex: str) -> str:
    """The finest unit of a length."""
    return min((unit for _, unit in parts(timex)), key=DAYS.__getitem__)


def parts(timex: str) -> list[tuple[int, str]]:
    """(how many, unit) of a TIMEX3 length; units of the day are marked by a T. None of one that is not counted.

    >>> parts("P1DT12H"), parts("PXM"), parts("PT20M")
    ([(1, 'D'), (12, 'TH')], [], [(20, 'TM')])
    """
    if not LENGTH.fullmatch(timex):
        return []
    day, _, time = timex[1:].partition("T")
    found = [(int(n), unit) for n, unit in re.findall(r"(\d+)([YMWD])", day)]
    return found + [(int(n), f"T{unit}") for n, unit in re.findall(r"(\d+)([HM])", time)]
