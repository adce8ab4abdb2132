"""Lengths of time and what recurs: "10 years", "two decades", "a year-long", "2 1/2 years", "every July"."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.reading.dates.grammar import Meaning, Rule, Setting, has, value
from sidebyside.reading.dates.tokens import Token

LENGTH = "a length of time, its ends not given"
OFTEN = "it recurs"
CLOCK = {"S": "S", "MIN": "M", "H": "H"}
TIMES = {"E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "FN": (2, "W")}
SMALLER = {"Y": "6M", "H": "30M", "MIN": "30S", "D": "T12H"}


def length_of(n: str, unit: str) -> Meaning:
    """A length as TIMEX3 writes it.

    >>> length_of("3", "Y").timex, length_of("2", "E").timex, length_of("5", "H").timex, length_of("X", "W").timex
    ('P3Y', 'P20Y', 'PT5H', 'PXW')
    >>> length_of("2.5", "Y").timex, length_of("X", "E").timex
    ('P2Y6M', 'PXE')
    """
    whole, _, half = n.partition(".")
    if unit in TIMES and whole != "X":
        times, unit = TIMES[unit]
        whole, half = str(int(float(n) * times)), ""
    full = whole + CLOCK.get(unit, unit) if whole != "0" else ""
    rest = SMALLER.get(unit, "") if half else ""
    return Meaning(f"P{'T' if unit in CLOCK else ''}{full}{rest}", "DURATION", vague=LENGTH)


def amount(t: Sequence[Token]) -> str:
    """How many units a row speaks of: a number, with .5 for a half, or X.

    >>> from sidebyside.reading.dates.tokens import tokens
    >>> [amount(tokens(s)) for s in ("twenty years", "a few days", "a year", "2 1/2 years", "two to three weeks")]
    ['20', 'X', '1', '2.5', '2']
    """
    half = ".5" if has(t, "half") or any(x.word == "1/2" for x in t) else ""
    numbers = [x for x in t if x.kind in ("hour", "day", "two", "number", "count", "many", "year")]
    scales = [x.value for x in t if x.kind == "scale"]
    if numbers and numbers[0].kind != "many":
        return f"{numbers[0].value}{half}"
    if numbers:
        return str(numbers[0].value) + half
    if scales:
        return "X"
    if has(t, "units", "seasons") and not has(t, "a"):
        return "X"
    return ("0" if half and not has(t, "and") else "1") + half


def length(t: Sequence[Token], s: Setting) -> Meaning | None:
    """10 years, two-week, a couple of years, a year and a half; not "37 years old" nor "a quarter of exports"."""
    unit = value(t, "unit", "units")
    old = s.after == "old" or (s.after == "hyphen" and len(s.right) > 1 and s.right[1].kind == "old")
    if old or (unit == "Q" and s.after == "of"):
        return None
    if (t[0].kind == "number" and s.before == "hyphen") or t[0].kind == "year":
        return None
    return length_of(amount(t), unit)


def one(t: Sequence[Token], s: Setting) -> Meaning | None:
    """A week, a year; "$33 million a year" recurs."""
    unit = value(t, "unit")
    if unit == "Q" or s.after == "old" or s.after == "hyphen":
        return None
    found = length_of("1", unit)
    each = s.before in ("scale", "amount", "units") or (bool(s.left) and s.left[-1].word in RATES)
    return found.but(type="SET", vague=OFTEN) if each else found


RATES = frozenset("times once twice million billion dollars people tons barrels".split())


def bare(t: Sequence[Token], s: Setting) -> Meaning | None:
    """For weeks, within months, over the years, weeks or months: a length without a number."""
    if s.after == "of" and value(t, "units", "unit") == "Q":
        return None
    lead = s.before in ("for", "in", "within", "over", "after", "of", "ago", "or", "during", "about")
    if not (lead or has(t, "long") or s.after in ("before", "after", "ahead", "ago", "or", "of")):
        return None
    return length_of("X", value(t, "units", "unit"))


def long(t: Sequence[Token], s: Setting) -> Meaning | None:
    """A year-long, decades-long."""
    return length_of("1" if has(t, "unit") else "X", value(t, "unit", "units"))


def recurring(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Every year, each month, each July, every Thursday, Tuesdays, every two weeks."""
    if month := value(t, "month"):
        return Meaning(f"XXXX-{month:02}", "SET", vague=OFTEN)
    if number := value(t, "weekday", "weekdays"):
        return Meaning(
            f"XXXX-WXX-{number}" + ("T" + value(t, "part", "parts") if has(t, "part", "parts") else ""),
            "SET",
            vague=OFTEN,
        )
    if part := value(t, "season", "seasons"):
        return Meaning(f"XXXX-{part}", "SET", vague=OFTEN)
    if part := value(t, "part", "parts"):
        return Meaning(f"T{part}", "SET", vague=OFTEN)
    return length_of(amount(t), value(t, "unit", "units")).but(type="SET", vague=OFTEN)


def regularly(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Daily, annually; not "the quarterly dividend", which is a kind of dividend."""
    if t[0].word in ("quarterly", "monthly") and s.after == "other":
        return None
    return Meaning(t[0].value, "SET", vague=OFTEN)


LENGTHS = [
    Rule("n (or|to|hyphen) n hyphen? (more|trading)? spell", length),
    Rule("(a|n) fraction? hyphen? (more|trading)* spell", length),
    Rule("n and a half spell", length),
    Rule("(a|n) many? of? spell", length),
    Rule("many of? spell", length),
    Rule("n spell and a half", length),
    Rule("a unit and a half", length),
    Rule("half a unit", length),
    Rule("the? (ordinal|last|latest) n spell", length),
    Rule("the n spell", length),
    Rule("a unit", one),
    Rule("(the|these)? units", bare),
    Rule("a? (unit|units) hyphen? long", long),
    Rule("each n? (unit|units|month|weekday|season|part)", recurring),
    Rule("(weekdays|seasons) (part|parts)?", recurring),
    Rule("weekday parts", recurring),
    Rule("set", regularly),
]
