"""Parts of a year: quarters, halves, seasons, fiscal years and the periods that accounts are given for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sidebyside.reading.dates import setting
from sidebyside.reading.dates.calendar import moved
from sidebyside.reading.dates.grammar import Meaning, Rule, Setting, has, value
from sidebyside.reading.dates.points import which
from sidebyside.reading.dates.tokens import Token


def part_of_year(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The third quarter of 1984; this year's third quarter; the year-ago third quarter; the first half of 2018."""
    if has(t, "half"):
        number = value(t, "ordinal") or 2
        part = f"H{number}"
    elif has(t, "qn", "hn"):
        part, number = value(t, "qn", "hn"), 1
    elif value([x for x in t if x.value == "Q"], "unit"):
        number = value(t, "ordinal")
        part = f"Q{number}"
    else:
        return None
    if has(t, "half") and s.after == "of":
        return None
    if number > (2 if has(t, "half") else 4):
        return None
    if year := year_meant(t, s):
        return Meaning(f"{year}-{part}")
    if has(t, "ago", "earlier"):
        now = setting.of_year(s, part)
        return setting.hanging(moved(now.timex, -1, "Y"), f"XXXX-{part}")
    if has(t, "half") and not has(t, "of", "fiscal") and s.before != "the":
        return None if t[0].kind != "the" else setting.of_year(s, part)
    if has(t, "hyphen"):
        s = replace(s, look="back")  # "will publish third-quarter results": the quarter is over all the same
    return setting.of_year(s, part, which([x for x in t if x.kind != "last"] if has(t, "half") else t))


def year_meant(t: Sequence[Token], s: Setting) -> str:
    """The year that a row names, or says by "last year" or "the year"; empty if neither."""
    if year := value(t, "year"):
        return str(year)
    for said, unit, then in zip(t, t[1:], [*t[2:], t[0]], strict=False):
        if (
            unit.kind == "unit"
            and unit.value == "Y"
            and then.kind not in ("hyphen", "ago", "earlier")
            and said.kind in ("last", "this", "next", "the", "current")
        ):
            return moved(s.written, {"last": -1, "next": 1}.get(said.kind, 0), "Y")[:4]
    return ""


def season(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The summer of 2019; winter 1994; last fall; this past spring; not "the fall of Kabul"."""
    part = value(t, "season")
    if year := year_meant(t, s):
        return Meaning(f"{year}-{part}")
    if has(t, "last", "this", "next"):
        return setting.of_year(s, part, "" if has(t, "this") and has(t, "last") else which(t))
    placed = s.before in ("in", "during", "phase", "of", "since", "by")
    sure = t[-1].word in ("summer", "winter", "autumn") and (placed or has(t, "the") or s.after != "other")
    if s.after == "of" or not (sure or (placed and has(t, "the"))):
        return None
    return setting.of_year(s, part)


def fiscal(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Fiscal 1989; FY15; the current fiscal year; the next financial year."""
    if year := value(t, "year"):
        return Meaning(year)
    if (short := value(t, "two", "hour", "day")) is not None:
        return Meaning(f"20{short:02}")
    step = -1 if has(t, "last", "latest") else 1 if has(t, "next") else 0
    return setting.hanging(moved(s.written, step, "Y")[:4], "XXXX")


def account(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The quarter, the latest quarter, the year-ago period, the 1988 period: what a report of results is about."""
    if (t[-1].kind == "unit" and t[-1].value != "Q") or (t[-1].value == "Q" and s.after in ("of", "hyphen")):
        return None
    now = setting.last_quarter(s)
    if year := value(t, "year"):
        return Meaning(f"{year}{now[4:]}" if t[-1].value == "Q" or s.quarter else year)
    if has(t, "ago", "earlier"):
        return setting.hanging(moved(now, -1, "Y"), "XXXX-QX")
    if has(t, "latest"):
        return setting.hanging(max(now, moved(s.written, -1, "Q")), "XXXX-QX")
    if has(t, "this", "current"):
        return setting.hanging(moved(s.written, 0, "Q"), "XXXX-QX")
    if has(t, "next"):
        return setting.hanging(moved(s.written, 1, "Q"), "XXXX-QX")
    return setting.hanging(now, "XXXX-QX")


def account_before(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The quarter a year ago, the corresponding period last year, last year's quarter."""
    years = [x for x in t if x.kind == "unit" and x.value == "Y"]
    if not years or not has(t, "ago", "earlier", "last") or not (has(t, "period") or "Q" in (x.value for x in t)):
        return None
    return setting.hanging(moved(setting.last_quarter(s), -1, "Y"), "XXXX-QX")


def year_before(t: Sequence[Token], s: Setting) -> Meaning | None:
    """Year-ago, year-earlier: before a thing, the same stretch one year back."""
    return setting.hanging(moved(s.quarter or s.written[:4], -1, "Y"), "XXXX")


def weekend(t: Sequence[Token], s: Setting) -> Meaning | None:
    """The weekend, last weekend."""
    return setting.weekend(s, which(t)) if t[-1].value == "WE" else None


QUARTER = "ordinal hyphen? (unit|half)"
PERIODS = [
    Rule(
        f"the? fiscal? hyphen? {QUARTER} ((of|in|comma)? (fiscal? year|(rel|the|current) fiscal? unit))?", part_of_year
    ),
    Rule(f"(the|rel)? (year|unit hyphen? (ago|earlier)) fiscal? {QUARTER}", part_of_year),
    Rule(f"(rel|the) unit possessive fiscal? {QUARTER}", part_of_year),
    Rule(f"year possessive fiscal? {QUARTER}", part_of_year),
    Rule("the (last|latest) half of (year|rel unit|the unit)", part_of_year),
    Rule("(qn|hn) of? year?", part_of_year),
    Rule("year (qn|hn)", part_of_year),
    Rule("the? season (of? year|of? rel unit)?", season),
    Rule("this? rel season", season),
    Rule("fiscal unit? year", fiscal),
    Rule("fn unit? (two|hour|day|year)", fiscal),
    Rule("(the|rel|current|latest)* fiscal unit", fiscal),
    Rule("the? (year|latest|current) (period|unit)", account),
    Rule("the? alike? unit hyphen? (ago|earlier) (period|unit)", account),
    Rule("the? (same|alike)? (period|unit) (a unit hyphen? (ago|earlier)|of? last unit)", account_before),
    Rule("last unit possessive (period|unit)", account_before),
    Rule("(the|this|next) unit", account),
    Rule("(the|a)? unit hyphen (ago|earlier)", year_before),
    Rule("(the|this|rel) unit", weekend),
]
