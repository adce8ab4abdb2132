"""Times that a text leaves open: now, recently, in the past, the foreseeable future, at the time, so far."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.reading.dates.calendar import moved, part
from sidebyside.reading.dates.grammar import Meaning, Rule, Setting, has, value
from sidebyside.reading.dates.relative import REFERS, UNKNOWN
from sidebyside.reading.dates.setting import UNDATED, coarser, hanging
from sidebyside.reading.dates.tokens import Token

NO_CENTURY = "the text does not say of which century"
NO_VALUE = ""  # TIMEX3 does not mark these, but a reader who dates statements wants to see them


def now(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Now, currently, recently."""
    return Meaning(t[-1].value, vague=UNDATED)


def present(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The current policy; these days; "those days" are others."""
    if t[0].word == "those":
        return Meaning(NO_VALUE, vague=REFERS) if s.before in ("in", "during") else None
    return Meaning("PRESENT_REF", vague=UNDATED) if t[-1].word != "present" else None


def recent(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Recent claims; the most recent edition."""
    return Meaning("PAST_REF", vague=UNDATED)


def past(t: Sequence[Token], s: Setting) -> Meaning | None:
    """In the past; not "past the gate"."""
    open_ended = s.after in ("", "comma", "stop", "other", "and", "or", "to", "in", "possessive", "closing")
    return Meaning("PAST_REF", vague=UNDATED) if t[-1].word == "past" and open_ended else None


def future(t: Sequence[Token], s: Setting) -> Meaning | None:
    """In the future; for the foreseeable future; not "the future government"."""
    owned = t[0].word not in ("the", "near", "any") or (t[0].word == "any" and not has(t, "near"))
    return None if owned and s.after == "other" else Meaning("FUTURE_REF", vague=UNDATED)


def then(t: Sequence[Token], s: Setting) -> Meaning | None:
    """At the time; in this period."""
    return Meaning(NO_VALUE, vague=REFERS) if t[-1].word in ("time", "period") else None


def that_time(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Since then, by then, before that time; not "and then"."""
    return Meaning(NO_VALUE, vague=REFERS) if s.before in BOUNDING else None


BOUNDING = ("since", "until", "by", "before", "after", "from")


def turn(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The turn of the 20th century, about 1900; "the turn of the century" does not say which."""
    if t[-1].value != "C":
        return None
    number = value(t, "ordinal")
    if number is None:
        return Meaning(NO_VALUE, vague=NO_CENTURY)
    return Meaning(f"{100 * (number - 1):04}", mod="APPROX") if 2 <= number <= 30 else None


def middle(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Midweek, mid-week, mid-month: the middle of the one under way."""
    unit = value(t, "unit") or "W"
    if (has(t, "phase") and t[0].word != "mid") or unit not in ("W", "M", "Y"):
        return None
    found = hanging(coarser(s.written, unit), UNKNOWN[unit])
    since, until = ("", "") if found.vague else part(found.timex, "MID")
    return found.but(mod="MID", since=since, until=until)


def far(t: Sequence[Token], s: Setting) -> Meaning | None:
    """So far."""
    return Meaning(NO_VALUE, vague=UNDATED) if s.after != "as" else None


def throughout(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Historically; throughout its history."""
    return Meaning(NO_VALUE, vague=UNDATED)


def year_end(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Year-end."""
    if t[0].value != "Y" or t[-1].word != "end":
        return None
    return hanging(moved(s.written, 0, "Y")[:4], "XXXX").but(mod="END")


def overnight(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Overnight: the night before the text was written."""
    day = moved(s.written, -1, "D")
    return hanging(day and day + "TNI", "XXXX-XX-XXTNI", "TIME")


VAGUE = [
    Rule("now", now),
    Rule("the? current", present),
    Rule("these units", present),
    Rule("the? most? recent", recent),
    Rule("(the|any)? last", past),
    Rule("(the|any) near? future", future),
    Rule("near future", future),
    Rule("at (the|that) time", then),
    Rule("(in|during) (this|that) period", then),
    Rule("(then|that time)", that_time),
    Rule("the turn of the ordinal? unit", turn),
    Rule("phase hyphen unit", middle),
    Rule("midweek", middle),
    Rule("so far", far),
    Rule("historically", throughout),
    Rule("during the history", throughout),
    Rule("unit possessive? hyphen? edge", year_end),
    Rule("overnight", overnight),
]
