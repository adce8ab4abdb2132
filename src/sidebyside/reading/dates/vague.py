"""Times that a text leaves open: now, recently, in the past, the foreseeable future, at the time, so far."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.reading.dates.calendar import moved
from sidebyside.reading.dates.grammar import Meaning, Rule, Setting, has
from sidebyside.reading.dates.relative import REFERS
from sidebyside.reading.dates.setting import UNDATED, hanging
from sidebyside.reading.dates.tokens import Token

NO_VALUE = ""  # TIMEX3 does not mark these, but a reader who dates statements wants to see them


def now(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Now, currently, recently."""
    return Meaning(t[-1].value, vague=UNDATED)


def present(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The current policy; these days."""
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
    Rule("so far", far),
    Rule("historically", throughout),
    Rule("during the history", throughout),
    Rule("unit possessive? hyphen? edge", year_end),
    Rule("overnight", overnight),
]
