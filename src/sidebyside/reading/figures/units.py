"""What a number is a number of, when the next words name a unit: per cent, money, time, age, heat, length, times."""

from __future__ import annotations

import re
from typing import NamedTuple

from sidebyside.reading.figures.measures import measure_at, named
from sidebyside.reading.figures.money import MONEY_TALK, money_after
from sidebyside.reading.figures.tokens import HYPHENS, Line


class Unit(NamedTuple):
    """A unit's canonical name, its kind, and the token after its words."""

    name: str
    kind: str
    after: int


TIME = {
    "second": "seconds", "sec": "seconds", "secs": "seconds", "minute": "minutes", "min": "minutes", "mins": "minutes",
    "hour": "hours", "hr": "hours", "hrs": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years",
    "yr": "years", "yrs": "years", "decade": "decades", "century": "centuries", "millisecond": "milliseconds",
    "fortnight": "fortnights", "centuries": "centuries", "millennia": "millennia", "nanosecond": "nanoseconds",
}  # fmt: skip
SCALES_OF_HEAT = {"celsius": "degrees Celsius", "c": "degrees Celsius", "centigrade": "degrees Celsius",
                  "fahrenheit": "degrees Fahrenheit", "f": "degrees Fahrenheit"}  # fmt: skip
EACH = frozenset(
    "share ounce barrel litre liter gallon tonne ton person head pound kilo kilogram unit night game".split()
)
MORE = frozenset("more less as the higher lower bigger larger smaller greater faster longer that what its over".split())


def unit_at(line: Line, j: int, value: float, scaled: bool = False) -> Unit | None:
    """The unit that begins with token `j`, after a number of this value.

    >>> [unit_at(Line(words), 0, 5)[:2] for words in ("per cent of", "years old", "times as many", "basis points")]
    [('per cent', 'per cent'), ('years', 'age'), ('times', 'ratio'), ('basis points', 'per cent')]
    """
    for rule in (per_cent, time, heat, coins, lengths, pounds, times, abbreviated):
        if unit := rule(line, j, value, scaled):
            return each(line, unit)
    return None


def per_cent(line: Line, j: int, value: float, scaled: bool) -> Unit | None:
    """%, per cent, pc, percentage points, basis points."""
    j = line.joined(j)
    word = line.low(j)
    if word == "per" and line.low(j + 1) == "cent":
        return Unit("per cent", "per cent", j + 2)
    if word in ("percentage", "percent") and line.low(line.joined(j + 1)) in ("point", "points"):
        return Unit("percentage points", "per cent", line.joined(j + 1) + 1)
    if word in ("%", "percent", "percents", "percentage", "pct") or (word == "pc" and line.hung(j)):
        if line.low(k := line.joined(j + 1)) in ("point", "points", "pts"):
            return Unit("percentage points", "per cent", k + 1)
        return Unit("per cent", "per cent", j + 1 + (word == "pct" and line.low(j + 1) == "."))
    if word == "basis" and line.low(j + 1) in ("point", "points"):
        return Unit("basis points", "per cent", j + 2)
    return None


def time(line: Line, j: int, value: float, scaled: bool) -> Unit | None:
    """A length of time, or an age: years, year-old, years of age."""
    k = line.joined(j)
    word = line.low(k)
    name = TIME.get(word) or TIME.get(word[:-1] if word.endswith("s") and len(word) > 3 else "")
    if name is None and word.endswith(("s’", "s'")):
        name = TIME.get(word[:-2])
    if name is None and word.endswith(("’s", "'s")):
        name = TIME.get(word[:-2])
    if name is None or (word in TIME and name == "centuries" and not word.endswith("ies") and value != 1):
        return None
    after = k + 1
    old = line.joined(after)
    if line.low(old) in ("old", "olds"):
        return Unit(name, "age", old + 1)
    if line.low(after) == "of" and line.low(after + 1) == "age":
        return Unit(name, "age", after + 2)
    return Unit(name, "duration", after)


def heat(line: Line, j: int, value: float, scaled: bool) -> Unit | None:
    """°C, degrees Celsius, Fahrenheit; plain degrees are left plain."""
    j = line.joined(j)
    word = line.low(j)
    if word in ("℃", "℉"):
        return Unit("degrees Celsius" if word == "℃" else "degrees Fahrenheit", "temperature", j + 1)
    if word in ("°", "º", "degree", "degrees"):
        after = line.joined(j + 1)
        if (name := SCALES_OF_HEAT.get(line.low(after))) and (len(line.low(after)) > 1 or line[after].text.isupper()):
            return Unit(name, "temperature", after + 1)
        return Unit("degrees", "temperature", j + 1)
    if len(word) > 1 and word in SCALES_OF_HEAT:
        return Unit(SCALES_OF_HEAT[word], "temperature", j + 1)
    if line.hung(j) and line[j].text == "C":
        return Unit("degrees Celsius", "temperature", j + 1)
    return None


def coins(line: Line, j: int, value: float, scaled: bool) -> Unit | None:
    """A currency after its number."""
    found = money_after(line, j)
    return Unit(found[0], "money", found[1]) if found else None


def lengths(line: Line, j: int, value: float, scaled: bool) -> Unit | None:
    """A physical unit."""
    found = measure_at(line, j)
    if found is None:
        return None
    return Unit(found[0], "rate" if " per " in found[0] and not found[0].startswith("parts") else "measure", found[1])


def pounds(line: Line, j: int, value: float, scaled: bool) -> Unit | None:
    """Pounds are money in millions or where the line talks of money, and a weight otherwise."""
    k = line.joined(j)
    if line.low(k) not in ("pound", "pounds"):
        return None
    if line.low(k + 1) == "sterling":
        return Unit("GBP", "money", k + 2)
    if scaled or any(token.low in MONEY_TALK for token in line.tokens[max(0, k - 30) : k + 30]):
        return Unit("GBP", "money", k + 1)
    return Unit("pounds", "measure", k + 1)


def times(line: Line, j: int, value: float, scaled: bool) -> Unit | None:
    """Times as a multiple, or as often as it happened."""
    k = line.joined(j)
    if line.low(k) in ("fold", "x") and (k > j or line.hung(j)):
        return Unit("times", "ratio", k + 1)
    if line.low(k) == "times" and k == j:
        return Unit("times", "ratio" if line.low(k + 1) in MORE else "count", k + 1)
    return None


def abbreviated(line: Line, j: int, value: float, scaled: bool) -> Unit | None:
    """A short word without a vowel is some unit, as written: 15.3 ppg, 150 kn."""
    if (
        NO_VOWEL.fullmatch(line[j].text)
        and line[j].gap
        and line.low(j) not in ("st", "nd", "rd", "th", "vs", "mr", "dr")
    ):
        return Unit(line[j].text, "count", j + 1)
    return None


NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,4}")
AGO = frozenset("earlier ago later before after back".split())


def each(line: Line, unit: Unit) -> Unit:
    """The unit, and for each of what: "a barrel", "per month", "/year"."""
    j = unit.after
    if line.low(j) in HYPHENS and line.hung(j) and line.low(j + 1) in ("a", "per"):
        j += 1
    if line.low(j) in ("a", "an") or (line.low(j) == "/" and unit.kind != "per cent"):
        k = line.joined(j + 1)
        if line.low(k + 1) in AGO:
            return unit  # "$6 billion a year earlier"
        if (name := one_of(line, k)) is None and not (line.low(k) in EACH and line.low(j) != "/"):
            return unit
        return Unit(f"{unit.name} per {name or line.low(k)}", "rate", k + 1)
    if line.low(j) == "per" and line.low(j + 1) != "cent" and line[j + 1].kind == "word":
        if line.low(j + 1) in ("sq", "square", "cubic") and (found := measure_at(line, j + 1)):
            return Unit(f"{unit.name} per {single(found[0])}", "rate", found[1])
        return Unit(f"{unit.name} per {one_of(line, j + 1) or line.low(j + 1)}", "rate", j + 2)
    return unit


def one_of(line: Line, j: int) -> str | None:
    """A span of time or a physical unit in the singular, for what follows "per"."""
    word = line.low(j)
    if name := TIME.get(word):
        return name[:-3] + "y" if name == "centuries" else name[:-1]
    name = named(line[j].text) if len(word) > 1 else None
    return single(name) if name else None


def single(name: str) -> str:
    """ "square feet" -> "square foot"."""
    first, _, last = name.rpartition(" ")
    last = {"feet": "foot", "inches": "inch"}.get(last, last[:-1] if last.endswith("s") else last)
    return f"{first} {last}".strip()
