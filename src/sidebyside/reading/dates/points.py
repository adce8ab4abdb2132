"""Days, months, years and longer by name: "27 December 2016", "Oct. 11", "last April", "2014", "the 1990s"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sidebyside.reading.dates import setting
from sidebyside.reading.dates.calendar import moved, valid
from sidebyside.reading.dates.grammar import Meaning, Rule, Setting, has, value
from sidebyside.reading.dates.setting import coarser
from sidebyside.reading.dates.tokens import Token

# What numbers things, and so no years: "room 1999", "Resolution 1373".
NUMBERED = frozenset(
    "room no nos number page pages p pp section sections article chapter resolution flight highway route figure table "
    "model paragraph line version channel box suite phone extension boeing".split()
)
# After one of these a year is a year even if a thing stands after it: "in 2014 troops left", not "some 2014 troops".
LEADS = frozenset(
    "in since until by of from through during before after the and or to between for fiscal month phase comma opening "
    "hyphen dash possessive ordinal season as post pre stop".split()
)
# What is counted, though it has no plural -s: "2000 people", "1800 km".
COUNTED = frozenset("people men women children personnel staff km m kg miles".split())
FIRST_LEADS = frozenset("in since until by from between before after circa".split())


def stamp(t: Sequence[Token], s: Setting) -> Meaning | None:
    """1998-02-27; 10/26/1989."""
    return Meaning(t[0].value) if valid(t[0].value) else None


def day_of_month(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Oct. 11; April 14, 2017; 27 December 2016; the third of May; Saturday, April 25; last Oct. 23."""
    if which(t):
        s = replace(s, look="back" if which(t) == "last" else "ahead")
    number = value(t, "hour", "day", "ordinal")
    return setting.day(s, value(t, "month"), number, value(t, "year") or "", value(t, "weekday") or 0)


def days_of_month(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Oct. 11-13, 2017: from one day of a month to another."""
    first, last = [x.value for x in t if x.kind in ("hour", "day", "ordinal")]
    a, b = (setting.day(s, value(t, "month"), n, value(t, "year") or "") for n in (first, last))
    if not (a and b and first < last):
        return None
    return Meaning(f"{a.timex}/{b.timex}", since="" if a.vague else a.timex, until=b.timex, vague=a.vague)


def month_of_year(t: Sequence[Token], s: Setting) -> Meaning | None:
    """May 1992; July of last year."""
    step = {"last": -1, "next": 1}.get(which(t), 0)
    if has(t, "that"):
        return Meaning(f"{s.anchor[:4]}-{value(t, 'month'):02}") if coarser(s.anchor, "Y") else None
    year = value(t, "year") or moved(s.written, step, "Y")[:4]
    return Meaning(f"{year}-{value(t, 'month'):02}") if year else setting.named(s, value(t, "month"))


def month(t: Sequence[Token], s: Setting) -> Meaning | None:
    """October; last April; this September."""
    return setting.named(s, value(t, "month"), which(t))


def which(t: Sequence[Token]) -> str:
    """Whether a row says last, this or next."""
    return next((x.kind for x in t if x.kind in ("last", "this", "next")), "")


def year(t: Sequence[Token], s: Setting) -> Meaning | None:
    """2014, '97, nineteen ninety-six; not "room 2014", "CASA-1000", "2014 soldiers"."""
    named = t[-1]
    if s.left and not year_may_follow(s.left, named):
        return None
    if s.right and not year_may_precede(s.right, named, s.before in LEADS, s.before in FIRST_LEADS):
        return None
    if int(named.value) < 1500 and s.before not in FIRST_LEADS:
        return None
    return Meaning(named.value)


def year_may_follow(left: Sequence[Token], named: Token) -> bool:
    """Whether the words before leave a number free to be a year."""
    last = left[-1]
    if last.word in NUMBERED or (last.kind == "stop" and len(left) > 1 and left[-2].word in NUMBERED):
        return False
    if last.kind in ("other", "slash", "ampm", "number") and last.end == named.start and last.word not in '([“"‘`¿¡…':
        return False
    if last.kind == "hyphen" and last.end == named.start and len(left) > 1 and left[-2].end == last.start:
        return left[-2].kind not in ("other", "hour", "day", "two", "number", "amount")
    return not (last.kind == "stop" and last.end == named.start)


def year_may_precede(right: Sequence[Token], named: Token, led: bool, led_in: bool) -> bool:
    """Whether the word after leaves a number free to be a year: things that it might count do not, unless it is led."""
    following = right[0]
    touching = following.start == named.end
    if touching and following.kind == "hyphen" and len(right) > 1 and right[1].kind in ("number", "amount"):
        return False
    if touching and (following.kind in ("slash", "amount") or (following.kind == "other" and following.word.isalnum())):
        return False
    if following.kind in ("units", "scale", "amount", "zone", "ampm"):
        return False
    if following.word in COUNTED and not led_in:
        return False
    counts = following.kind == "other" and following.word.isalpha() and following.word.endswith("s")
    return led or not counts or named.word[0] in "'’‘`"


def year_in_words(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The year two thousand."""
    return Meaning(str(t[-1].value)) if t[1].value == "Y" and 1000 <= int(t[-1].value) <= 2100 else None


def years(t: Sequence[Token], s: Setting) -> Meaning | None:
    """1996-97: from one year to another of the same century."""
    first, last = value(t, "year"), t[-1].value
    if not year_may_follow(s.left, t[0]) if s.left else False:
        return None
    until = first[:2] + f"{last:02}"
    return Meaning(f"{first}/{until}", since=first, until=until) if int(until) > int(first) else None


def decade(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The 1990s, the '80s, the nineties."""
    named: str = value(t, "decade")
    return Meaning(named.replace("X", "19"))


def century(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The 19th century."""
    number = value(t, "ordinal")
    return Meaning(f"{number - 1:02}") if value(t, "unit", "units") == "C" and 1 <= number <= 30 else None


def century_of_list(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The late 19th, in "the late 19th and early 20th centuries"."""
    kinds = " ".join(x.kind for x in s.right if x.kind not in ("the", "phase", "hyphen"))
    listed = kinds.startswith(("and ordinal unit", "or ordinal unit", "to ordinal unit"))
    if not listed or not any(x.kind in ("unit", "units") and x.value == "C" for x in s.right):
        return None
    return Meaning(f"{t[-1].value - 1:02}") if 1 <= t[-1].value <= 30 else None


def weekday(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Friday; last Friday; this coming Sunday."""
    return setting.weekday(s, value(t, "weekday"), which(t))


POINTS = [
    Rule("stamp", stamp),
    Rule("((weekday comma?)|rel)? month dom (comma? of? year)?", day_of_month),
    Rule("(weekday comma?)? the? dom of? month (comma? year)?", day_of_month),
    Rule("dom hyphen month hyphen year", day_of_month),
    Rule("month dom (hyphen|dash) dom (comma? year)?", days_of_month),
    Rule("dom (hyphen|dash) dom month (comma? year)?", days_of_month),
    Rule("month (hyphen|comma)? of? (year|rel unit|that same? unit)", month_of_year),
    Rule("rel? month", month),
    Rule("year", year),
    Rule("the unit (year|count)", year_in_words),
    Rule("year (hyphen|dash|slash) (hour|day|two)", years),
    Rule("the? decade", decade),
    Rule("the? ordinal hyphen? (unit|units)", century),
    Rule("the? ordinal", century_of_list),
    Rule("(this|that|the)? rel? weekday", weekday),
]
