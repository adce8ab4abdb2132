"""All dates of a text, paragraph by paragraph: what stands in one paragraph never changes what is read in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sidebyside.reading.dates.anaphora import referred
from sidebyside.reading.dates.beside import counted
from sidebyside.reading.dates.bounds import Found, wrapped
from sidebyside.reading.dates.calendar import grain, moved, valid
from sidebyside.reading.dates.clock import CLOCK
from sidebyside.reading.dates.date import Date
from sidebyside.reading.dates.eras import NAMED_ERAS
from sidebyside.reading.dates.grammar import Meaning, Setting, expression, letter, openings, spelled
from sidebyside.reading.dates.holidays import NAMED_DAYS
from sidebyside.reading.dates.lengths import LENGTHS
from sidebyside.reading.dates.looks import look
from sidebyside.reading.dates.names import named_tokens
from sidebyside.reading.dates.periods import PERIODS
from sidebyside.reading.dates.points import POINTS
from sidebyside.reading.dates.ranges import joined
from sidebyside.reading.dates.relative import RELATIVE
from sidebyside.reading.dates.tokens import Token
from sidebyside.reading.dates.vague import VAGUE

RULES = [*CLOCK, *NAMED_ERAS, *NAMED_DAYS, *POINTS, *PERIODS, *RELATIVE, *VAGUE, *LENGTHS]
STOP = letter("stop")
MEMORY = 50  # so many dates back may be referred to
BREAK = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*")
# "May" has the year of "May and June 1992", "3 March" that of "from 3 March to 5 April 2019".
ITEM = "((comma|and|or|to|through|until|hyphen|dash)? (and|or|the|from|comma)? (month|dom))"
SAME_LIST = expression(f"(and|or|to|through|until|hyphen|dash|comma) (the|from)? (month|dom) {ITEM}* comma? year")
BY_OPENING: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
for number, each in enumerate(RULES):
    for opening in openings(each.row):
        BY_OPENING.setdefault(opening, []).append((number, expression(each.row)))
LONGER_ACCOUNTS = frozenset(("P6M", "P9M", "P12M"))  # results for nine months are compared with those of a year ago


def dates_in(text: str, written: str | None = None, before: Sequence[Date] | None = None) -> list[Date]:
    """Every expression of time in a text, in reading order; `written` is the date of the text in ISO 8601, if known.

    `before` are the dates named before this text, in reading order: "that year" and "at the time" may hang on them, and
    each paragraph on those before it. Without, every paragraph is read alone.

    >>> dates_in("by the mid-2010s")[0].span
    ('..', '2016')
    >>> dates_in("CASA-1000")
    []
    >>> [d.span for d in dates_in("From 2000 to 2017, since the end of the 2000s, in 2013 and 2016")]
    [('2000', '2017'), ('2007', '..'), ('2013', '2013'), ('2016', '2016')]
    >>> dates_in("in July")[0].span, dates_in("in July", "2020-09-01")[0].span
    (('?', '?'), ('2020-07', '2020-07'))
    >>> dates_in("They left the following year.", before=dates_in("It began in 1978."))[0].span
    ('1979', '1979')
    """
    day = known(written)
    found: list[Date] = []
    start = 0
    for gap in [*BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        named = [] if before is None else [*before, *found][-MEMORY:]
        for date in counted(list(in_paragraph(text[start:end], start, day, named)), text):
            found.append(referred(date, text[date.core_start : date.core_end], named))
            named.append(found[-1])
        start = gap.end() if gap else end
    return found


def known(written: str | None) -> str:
    """The date of a text down to the day, as far as it is known; a time of day is dropped.

    >>> known("1998-02-27T08:02:00"), known("2020-07"), known(None), known("?")
    ('1998-02-27', '2020-07', '', '')
    """
    said = (written or "")[:10]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
        return said if valid(said) else ""
    return said if re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", said) else ""


def in_paragraph(text: str, shift: int, written: str, before: Sequence[Date]) -> Iterator[Date]:
    """The dates of a paragraph that starts at `shift` in its text."""
    row = named_tokens(text)
    letters = spelled(row)
    held: Found | None = None
    for found in expressions(row, letters, written, before):
        if held and (span := joined(held, found, letters, row, shift)):
            yield span
            held = None
            continue
        if held:
            yield held.date(row, shift)
        held = found
    if held:
        yield held.date(row, shift)


def expressions(row: Sequence[Token], letters: str, written: str, before: Sequence[Date]) -> Iterator[Found]:
    """The expressions of a paragraph from left to right, the longest at each place."""
    anchor, quarter = last_named(before, written)
    at, floor, opened = 0, 0, ""
    while at < len(row):
        if letters[at] == STOP:
            opened = ""
        if letters[at] not in BY_OPENING:
            at += 1
            continue
        end, meaning = best(row, letters, at, Setting(written, anchor, quarter, opened))
        if meaning is None:
            at += 1
            continue
        found = wrapped(letters, row, at, end, floor, meaning)
        yield found
        if meaning.type == "DATE" and grain(meaning.timex) and row[end - 1].kind not in ("ago", "earlier"):
            anchor = meaning.timex
            opened = anchor if row[found.lead].kind == "from" and grain(anchor) == "Y" else opened
            quarter = max(quarter, anchor) if grain(anchor) == "Q" else quarter
        quarter = "" if meaning.timex in LONGER_ACCOUNTS else quarter
        at = floor = end


def last_named(before: Sequence[Date], written: str) -> tuple[str, str]:
    """The value last named, and the latest quarter that was named and is over; empty where there is none."""
    values = [d.timex for date in before for d in date.parts or (date,) if d.type == "DATE" and grain(d.timex)]
    under_way = moved(written, 0, "Q") or "9999"
    return values[-1] if values else "", max((v for v in values if grain(v) == "Q" and v < under_way), default="")


def best(row: Sequence[Token], letters: str, at: int, s: Setting) -> tuple[int, Meaning | None]:
    """The longest row of a rule that means something here, and what it means."""
    fits = [(m.end(), -n) for n, rule in BY_OPENING.get(letters[at], ()) if (m := rule.match(letters, at))]
    for end, n in sorted(fits, reverse=True):
        list_year = SAME_LIST.match(letters, end)
        here = replace(
            s,
            left=tuple(row[max(0, at - 5) : at]),
            right=tuple(row[end : end + 6]),
            look=look(row, at, end),
            year=row[list_year.end() - 1].value if list_year else "",
        )
        if meaning := RULES[-n].read(row[at:end], here):
            return end, meaning
    return at, None
