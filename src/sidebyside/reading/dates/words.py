"""The words that dates are made of, each with its kind and its value: the whole vocabulary of the grammar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
UNITS = {
    "second": "S", "minute": "MIN", "hour": "H", "day": "D", "week": "W", "weekend": "WE", "fortnight": "FN",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
}  # fmt: skip
ONES = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: n for n, word in enumerate(ONES, 1)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
SCALES = {"hundred": 100, "thousand": 1000}
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
SETS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q",
    "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
}  # fmt: skip
MANY = {"several": "X", "few": "X", "many": "X", "couple": "2", "dozen": "12", "dozens": "X", "some": "X"}
PHASES = {"early": "START", "mid": "MID", "late": "END"}
EDGES = {"beginning": "START", "start": "START", "middle": "MID", "end": "END", "close": "END"}
NOW = {
    "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "contemporary": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF",
}  # fmt: skip
DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

# Words that only hold an expression together: the kind is the word that stands for all of its line.
GLUE = {
    "the": "the its their his her our",
    "a": "a an",
    "last": "last past previous preceding",
    "latest": "latest newest",
    "this": "this",
    "current": "current present",
    "recent": "recent",
    "that": "that",
    "same": "same",
    "next": "next coming following upcoming",
    "each": "each every",
    "ago": "ago",
    "earlier": "earlier",
    "later": "later",
    "before": "before prior",
    "after": "after",
    "hence": "hence",
    "about": "about around approximately roughly circa some",
    "nearly": "nearly almost",
    "more": "more over",
    "less": "less under barely",
    "than": "than",
    "least": "least",
    "most": "most",
    "up": "up",
    "within": "within",
    "fiscal": "fiscal",
    "half": "half",
    "period": "period term",
    "old": "old",
    "long": "long",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "to": "to",
    "from": "from",
    "and": "and &",
    "or": "or",
    "so": "so",
    "for": "for",
    "as": "as",
    "since": "since",
    "by": "by",
    "until": "until till til",
    "through": "through thru",
    "between": "between",
    "during": "during throughout",
    "over": "over",
    "post": "post",
    "pre": "pre",
    "beyond": "beyond onward onwards",
    "ahead": "ahead",
    "future": "future",
    "near": "near foreseeable immediate",
    "noon": "noon midday",
    "midnight": "midnight",
    "oclock": "o'clock o’clock",
    "these": "these those",
    "trading": "trading business working consecutive straight additional calendar",
    "full": "full whole entire",
    "alike": "corresponding comparable equivalent",
    "time": "time",
    "far": "far",
    "yet": "yet",
    "history": "history",
    "historically": "historically",
    "any": "any",
    "era": "era",
    "course": "course",
    "begin": "begins starting beginning effective",
    "ended": "ended ending ends",
    "year-end": "year-end",
    "overnight": "overnight",
    "turn": "turn",
    "then": "then",
    "midweek": "midweek",
    "zone": "est edt cst cdt mst mdt pst pdt gmt utc cet",
}


# Two letters changed places: "unitl 2001". None of these is a word; "form" for "from" would be.
SLIPS = {
    word[:i] + word[i + 1] + word[i] + word[i + 2 :]: word
    for word in ("since", "until", "before", "after", "during", "between")
    for i in range(len(word) - 1)
    if word[i] != word[i + 1]
}


def vocabulary() -> dict[str, tuple[str, Any]]:
    """Every word with its kind and value.

    >>> known = vocabulary()
    >>> known["sept"], known["decades"], known["thirty"]
    (('month', 9), ('units', 'E'), ('count', 30))
    """
    known: dict[str, tuple[str, Any]] = {}
    for kind, words in GLUE.items():
        known |= {word: (kind, word) for word in words.split()}
    for n, month in enumerate(MONTHS, 1):
        known |= {month: ("month", n), month[:3]: ("month", n)}
    known["sept"] = ("month", 9)
    for n, weekday in enumerate(WEEKDAYS, 1):
        known |= {weekday: ("weekday", n), weekday + "s": ("weekdays", n)}
    for unit, letter in UNITS.items():
        plural = {"century": "centuries", "millennium": "millennia"}.get(unit, unit + "s")
        known |= {unit: ("unit", letter), plural: ("units", letter)}
    tables: dict[str, Mapping[str, Any]] = {
        "season": SEASONS, "part": PARTS, "count": NUMBERS, "scale": SCALES, "ordinal": ORDINALS, "set": SETS,
        "decade": {word: f"X{n}" for word, n in DECADES.items()}, "many": MANY, "now": NOW, "today": DAYS,
        "phase": PHASES, "edge": EDGES,
    }  # fmt: skip
    for kind, table in tables.items():
        known |= {word: (kind, value) for word, value in table.items()}
    known |= {word + "s": ("seasons", value) for word, value in SEASONS.items() if word not in ("fall", "spring")}
    known |= {word + "s": ("parts", value) for word, value in PARTS.items()}
    return known | {slip: known[word] for slip, word in SLIPS.items()}


KNOWN = vocabulary()
