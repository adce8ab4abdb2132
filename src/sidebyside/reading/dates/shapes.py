"""What a single word, number or mark may stand for, by its shape alone: its kind and its value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sidebyside.reading.dates.words import KNOWN

MARKS = {",": "comma", "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "dash", "—": "dash", "/": "slash",
         "(": "opening", ")": "closing", "'": "possessive", "’": "possessive"}  # fmt: skip
STOPS = frozenset(".!?;:")


def word_kind(word: str) -> tuple[str, Any]:
    """Kind and value of a word.

    >>> word_kind("Several"), word_kind("Moscow")
    (('many', 'X'), ('other', 'Moscow'))
    """
    return KNOWN.get(word.lower().replace("’", "'"), ("other", word))


def digits_kind(word: str) -> tuple[str, Any]:
    """Kind and value of bare digits: what they may be the number of.

    >>> digits_kind("7"), digits_kind("31"), digits_kind("1996"), digits_kind("300")
    (('hour', 7), ('day', 31), ('year', '1996'), ('number', 300))
    """
    n = int(word)
    if len(word) == 4:
        return ("year", word) if 1000 <= n <= 2100 else ("number", n)
    if len(word) <= 2:
        return ("hour" if 1 <= n <= 12 else "day" if 13 <= n <= 31 else "two", n)
    return ("number", n)


def short_year(word: str) -> str:
    """The full year of an abbreviated one: the twentieth century from 30 on.

    >>> short_year("'97"), short_year("'14")
    ('1997', '2014')
    """
    two = word[-2:]
    return ("19" if int(two) >= 30 else "20") + two


def american(word: str) -> str:
    """Month, day and year as Americans write them; the other way round where that alone makes a date.

    >>> american("10/26/1989"), american("27/12/16")
    ('1989-10-26', '2016-12-27')
    """
    first, second, year = re.split(r"[/-]", word)
    month, day = (first, second) if int(first) <= 12 else (second, first)
    return f"{year if len(year) == 4 else short_year(year)}-{int(month):02}-{int(day):02}"


def decade_of(word: str) -> str:
    """The decade of figures, as TIMEX3 has it.

    >>> decade_of("1990s"), decade_of("'80s")
    ('199', '198')
    """
    figures = re.sub(r"\D", "", word)
    return figures[:3] if len(figures) == 4 else short_year(figures)[:3]


READERS: dict[str, Callable[[str], tuple[str, Any]]] = {
    "word": word_kind,
    "digits": digits_kind,
    "iso": lambda word: ("stamp", word.replace("/", "-")),
    "american": lambda word: ("stamp", american(word)),
    "decade": lambda word: ("decade", decade_of(word)),
    "ordinal": lambda word: ("ordinal", int(word[:-2])),
    "short": lambda word: ("year", short_year(word)),
    "named": lambda word: (word[0].lower() + "n", word),
    "mark": lambda word: (MARKS.get(word, "stop" if word in STOPS else "other"), word),
}
