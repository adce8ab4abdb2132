"""Times of day: "10:35 a.m.", "5 p.m. EST Nov. 9", "noon Thursday", "Friday morning", "4 in the morning"."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.reading.dates.calendar import grain, moved
from sidebyside.reading.dates.grammar import Meaning, Rule, Setting, has, value
from sidebyside.reading.dates.points import day_of_month, weekday
from sidebyside.reading.dates.setting import UNDATED
from sidebyside.reading.dates.tokens import Token


def time(t: Sequence[Token], s: Setting) -> Meaning | None:
    """A time by the clock, with its day where one stands beside it."""
    if has(t, "noon"):
        clock = "T12:00"
    elif has(t, "midnight"):
        clock = "T24:00"
    else:
        clock = by_the_clock(t)
    return (clock and on_a_day(t, s, clock)) or None


def by_the_clock(t: Sequence[Token]) -> str:
    """Hours and minutes on the 24-hour clock.

    >>> from sidebyside.reading.dates.tokens import tokens
    >>> [by_the_clock(tokens(s)) for s in ("7:15 p.m.", "12 a.m.", "20:15", "4 in the morning")]
    ['T19:15', 'T00:00', 'T20:15', 'T04:00']
    """
    said = value(t, "clock") or str(value(t, "hour", "count") or "")
    hours, _, minutes = said.partition(":")
    if not hours.isdigit() or int(hours) > 24:
        return ""
    hour, half = int(hours), (value(t, "ampm") or "").lower()
    late = half.startswith("p") or value(t, "part") in ("AF", "EV")
    if late and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return f"T{hour:02}:{(minutes or '00')[:2]}"


def part_of_day(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Friday morning; the morning; the next morning."""
    if t[0].kind == "the" and s.after in ("of", "the"):
        return None
    return on_a_day(t, s, "T" + value(t, "part"))


def on_a_day(t: Sequence[Token], s: Setting, clock: str) -> Meaning | None:
    """The time with the day that the row names, or the day under discussion."""
    if has(t, "month"):
        at = next(i for i, x in enumerate(t) if x.kind == "month")
        found = day_of_month(t[at:], s)
    elif has(t, "weekday"):
        found = weekday([x for x in t if x.kind in ("weekday", "last", "next")], s)
    elif has(t, "today"):
        found = Meaning(moved(s.written, value(t, "today"), "D"))
    else:
        base = s.anchor if grain(s.anchor) == "D" else s.written
        found = Meaning(moved(base, 1 if has(t, "next") else 0, "D"))
    if found is None:
        return None
    if grain(found.timex) != "D":
        return Meaning(("XXXX-XX-XX" if not found.timex else found.timex) + clock, "TIME", vague=UNDATED)
    return Meaning(found.timex + clock, "TIME")


DAY = "((comma|on)? (last|next)? weekday)? ((comma|on)? month dom (comma? year)?)? today?"
CLOCK = [
    Rule(f"clock ampm? zone? {DAY}", time),
    Rule(f"(hour|count) ampm zone? {DAY}", time),
    Rule(f"(hour|count) oclock {DAY}", time),
    Rule("(hour|count) in the part", time),
    Rule(f"(noon|midnight) {DAY}", time),
    Rule("(last|this|next)? weekday part", part_of_day),
    Rule("(the|that) next? part", part_of_day),
    Rule("phase hyphen? part today?", part_of_day),
    Rule("part today", part_of_day),
    Rule("month dom (comma? year)? comma? part", part_of_day),
]
