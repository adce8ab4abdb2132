"""Times told from another: last year, three days ago, the last three decades, that week, a year earlier, yesterday.

They are counted from the date of the text; "earlier", "later", "that" and "following" from the date last named in the
paragraph. Without such a date the value keeps its shape and both ends stay open to the reader ('?').
"""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.reading.dates.calendar import grain, moved
from sidebyside.reading.dates.grammar import Meaning, Rule, Setting, has, value
from sidebyside.reading.dates.lengths import amount, length_of
from sidebyside.reading.dates.points import which
from sidebyside.reading.dates.setting import UNDATED, coarser, hanging
from sidebyside.reading.dates.tokens import Token

NO_NUMBER = "the text gives no number"
REFERS = "refers to a time named elsewhere"
GUESSED = "taken to be {}, named before it"
UNKNOWN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "Q": "XXXX-QX", "E": "XXX", "C": "XX"}


def unit_told(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Last year, this week, next month, the following day, that year, the past decade."""
    unit, said = value(t, "unit"), t[-2]
    if unit not in UNKNOWN or (unit == "D" and said.kind == "this" and not has(t, "same")):
        return None
    if said.word == "past" and unit in ("E", "C"):
        return length_of(amount(t), unit).but(**back(s, 1, unit))
    told = has(t, "that", "same") or said.word in ("following", "previous", "preceding")
    base = s.anchor if told and coarser(s.anchor, unit) else s.written
    step = {"last": -1, "next": 1}.get(said.kind, 0)
    if told and said.kind in ("that", "same"):
        named = coarser(base, unit) if base != s.written else ""
        return Meaning(named, vague=GUESSED.format(named)) if named else Meaning(UNKNOWN[unit], vague=REFERS)
    if unit == "C":
        now = coarser(base, "C")
        return hanging(now and f"{int(now) + step:02}", "XX")
    if unit == "E":
        now = coarser(base, "E")
        return hanging(now and f"{int(now) + step:03}", "XXX")
    return hanging(moved(coarser(base, unit), step, unit), UNKNOWN[unit])


def unit_of_text(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The year, the month, the day: the one under discussion, or that of the text; "the year ended ..." is a length."""
    unit = value(t, "unit")
    if t[0].word != "the" and not has(t, "full"):
        return None
    if unit not in UNKNOWN or (s.after in ("of", "hyphen") and unit != "M" and unit != "Y"):
        return None
    if s.after == "ended" or s.after in ("before", "after", "that"):
        return length_of("1", unit)
    if unit in ("E", "C"):
        return Meaning(UNKNOWN[unit], vague=REFERS)
    base = s.anchor if coarser(s.anchor, unit) and unit != "Y" else s.written
    return hanging(coarser(base, unit), UNKNOWN[unit])


def ago(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Three days ago, a year earlier, two weeks later: at the grain of the unit."""
    n, unit = amount(t), value(t, "unit", "units")
    later = has(t, "later", "hence", "from")
    if n == "X":
        return Meaning("FUTURE_REF" if later else "PAST_REF", vague=NO_NUMBER)
    base = s.anchor if has(t, "earlier", "later", "before", "after") and s.anchor else s.written
    if unit == "Y" and n == "1" and s.quarter and not later:
        base = s.quarter  # beside a quarter, "a year ago" is the same quarter of that year
    elif unit in ("Y", "M"):
        base = coarser(base, unit)
    if "." in n or unit in ("S", "MIN", "H"):
        return length_of(n, unit).but(vague=UNDATED)
    return hanging(moved(base, int(n) * (1 if later else -1), unit), UNKNOWN.get(unit, "XXXX"))


def back(s: Setting, n: int, unit: str) -> dict[str, str]:
    """The n units up to the day of writing (ahead of it, where n is negative), as first and last day."""
    now = coarser(s.written, {"E": "Y", "C": "Y", "W": "D", "Q": "M"}.get(unit, unit)) if unit != "D" else s.written
    steps, step = {"W": (7 * n, "D"), "FN": (14 * n, "D"), "Q": (3 * n, "M")}.get(unit, (n, unit))
    then = moved(now, -steps, step)
    if not then:
        return {"vague": UNDATED}
    return {"since": min(then, now), "until": max(then, now)}


def units_told(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The last three decades, the next 14 months: a length that ends, or begins, at the writing."""
    if has(t, "units") and not has(t, "hour", "day", "two", "number", "count", "many"):
        return near_units(t, s)
    n, unit, said = amount(t), value(t, "unit", "units"), which(t) or "last"
    if said == "next" and n.isdigit() and (until := moved(coarser(s.opened, "Y"), int(n), unit)):
        return length_of(n, unit).but(since=s.opened, until=until)  # "From 1989 ... for the next two decades"
    length = length_of(n, unit)
    if n == "X" or "." in n or unit in ("S", "MIN", "H"):
        return length.but(vague=NO_NUMBER if n == "X" else UNDATED)
    return length.but(**back(s, int(n) * (-1 if said == "next" else 1), unit))


def near_units(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Recent years, coming months, past years: no number is given."""
    if has(t, "next", "future"):
        return Meaning("FUTURE_REF", vague=NO_NUMBER)
    return Meaning("PAST_REF", vague=NO_NUMBER)


def day_told(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Yesterday, today, tonight, tomorrow morning, this evening, last night."""
    step = value(t, "today")
    if step is None:
        step = -1 if has(t, "last") else 1 if has(t, "next") else 0
    day = moved(s.written, step, "D")
    part = value(t, "part")
    if has(t, "part") or t[0].word == "tonight":
        clock = "T" + (part or "NI")
        return hanging(day and day + clock, "XXXX-XX-XX" + clock, "TIME")
    if t[0].word == "today" and not day:
        return Meaning("PRESENT_REF", vague=UNDATED)
    return hanging(day, "XXXX-XX-XX")


def unit_before(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The day before, the year before: from the date last named; "the week before the vote" counts from the vote."""
    unit = value(t, "unit")
    if unit not in UNKNOWN or s.after not in CLAUSE_ENDS:
        return None
    base = s.anchor if coarser(s.anchor, unit) or grain(s.anchor) == unit else s.written
    return hanging(moved(coarser(base, unit) if unit in ("Y", "M", "Q") else base, -1, unit), UNKNOWN[unit])


# After one of these, "the day before" stands alone.
CLAUSE_ENDS = ("", "comma", "stop", "and", "or", "in", "on", "at", "by", "closing", "dash", "possessive")


RELATIVE = [
    Rule("(the|this|that)? (last|this|next|that|same|current|latest) unit", unit_told),
    Rule("the full? unit", unit_of_text),
    Rule("(n|a) fraction? trading? spell (ago|earlier|later|hence)", ago),
    Rule("n spell and a half (ago|earlier|later)", ago),
    Rule("n and a half spell (ago|earlier|later)", ago),
    Rule("(n|a) (or|to) n spell (ago|earlier|later|hence)", ago),
    Rule("(n|a)* spell from now", ago),
    Rule("a many of? spell (ago|earlier|later)", ago),
    Rule("(n|a) spell or so ago", ago),
    Rule("spell ago", ago),
    Rule("(the|these)? rel (a|many|n)* of? trading? spell", units_told),
    Rule("(the|these)? (rel|recent|future) (units|seasons)", near_units),
    Rule("today part?", day_told),
    Rule("(this|last|next) part", day_told),
    Rule("the unit before", unit_before),
]
