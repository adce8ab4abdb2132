"""A length counted from a date beside it: "three days before March 27", "a week after the talks of 3 May 2015"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sidebyside.reading.dates.calendar import grain, moved, stretch
from sidebyside.reading.dates.date import Date
from sidebyside.reading.dates.looks import PAST
from sidebyside.reading.dates.setting import coarser

COUNTED = "counted from the date named after it"
SIDE = re.compile(r"\s+(before|prior\s+to|ahead\s+of|after|following)(?!\w)", re.IGNORECASE)
LENGTH = re.compile(r"P(\d+|X)([DWMY])")
SEVERAL = (2, 9)  # so many are "several", "a few"
ROUGHER = {"D": "M", "W": "M", "M": "Y", "Y": "Y"}
# Past one of these the date belongs to another clause: "ten days before the raid, he was in Kabul in May".
CLAUSE = PAST | frozenset("he she it they we i who which that when while is are has have will would could can".split())
GAP = 30  # words between the length and its date


def counted(dates: Sequence[Date], text: str) -> Iterator[Date]:
    """The dates of a paragraph, each length that is counted from the date after it with its days."""
    taken = False
    for date, after in pairwise([*dates, None]):
        said = SIDE.match(text, date.end) if date and date.type == "DURATION" and after else None
        if date is None or taken:
            taken = False
        elif not said or not after or not same_phrase(text[said.end() : max(said.end(), after.core_start)]):
            yield date
        else:
            found = from_date(date, after, said[1].lower() in ("after", "following"))
            taken = after.start == said.start(1) and found.vague == COUNTED
            yield whole(found, after) if taken else found


def whole(count: Date, date: Date) -> Date:
    """A length and the date right after it as one expression, its two halves as each reads by itself."""
    since, until = stretch(date.timex)
    bare = replace(date, start=date.core_start, since=since, until=until, mod="")
    return replace(count, end=date.end, core_end=date.core_end, parts=(count, bare))


def same_phrase(gap: str) -> bool:
    """Whether what stands between leaves the date to the thing that the length is counted from.

    >>> same_phrase(" the talks in Moscow on "), same_phrase(" the raid, he was in Kabul in ")
    (True, False)
    """
    words = re.findall(r"[^\W\d_]+|[.!?;:]", re.sub(r"\([^()]*\)", "", gap).lower())
    return len(words) <= GAP and not any(w in CLAUSE or w.endswith("ed") or w in ".!?;:" for w in words)


def from_date(length: Date, date: Date, later: bool) -> Date:
    """The length as the date so far before or after another; unchanged where that gives none.

    >>> talks = Date(17, 31, 17, 31, "2018-03-27", "2018-03-27", "2018-03-27", "DATE")
    >>> from_date(Date(0, 10, 0, 10, "?", "?", "P3D", "DURATION"), talks, later=False).span
    ('2018-03-24', '2018-03-24')
    >>> from_date(Date(0, 12, 0, 12, "?", "?", "PXD", "DURATION"), talks, later=False).span
    ('2018-03', '2018-03')
    """
    m = LENGTH.fullmatch(length.timex)
    if not m or not grain(date.timex):
        return length
    n, unit = m.groups()
    step, sign = ("D" if unit == "W" else unit), (1 if later else -1)
    each = 7 if unit == "W" else 1
    if n == "X":
        ends = [coarser(moved(date.timex, sign * many * each, step), ROUGHER[unit]) for many in SEVERAL]
    else:
        ends = [moved(date.timex, sign * int(n) * each, step)] * 2
    if not all(ends):
        return length
    value = ends[0] if ends[0] == ends[1] else length.timex
    kind = "DATE" if value == ends[0] else length.type
    return replace(length, since=min(ends), until=max(ends), timex=value, type=kind, vague=COUNTED)
