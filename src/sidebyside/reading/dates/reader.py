"""All dates of a text, paragraph by paragraph: what stands in one paragraph never changes what is read in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sidebyside.reading.dates.bounds import Found, joined, wrapped
from sidebyside.reading.dates.calendar import grain, valid
from sidebyside.reading.dates.clock import CLOCK
from sidebyside.reading.dates.date import Date
from sidebyside.reading.dates.grammar import Meaning, Setting, expression, letter, openings, spelled
from sidebyside.reading.dates.lengths import LENGTHS
from sidebyside.reading.dates.periods import PERIODS
from sidebyside.reading.dates.points import POINTS
from sidebyside.reading.dates.relative import RELATIVE
from sidebyside.reading.dates.tokens import Token, tokens
from sidebyside.reading.dates.vague import VAGUE

RULES = [*CLOCK, *POINTS, *PERIODS, *RELATIVE, *VAGUE, *LENGTHS]
STOP = letter("stop")
BREAK = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*")
# "May" has the year of "May and June 1992", "3 March" that of "from 3 March to 5 April 2019".
ITEM = "((comma|and|or|to|through|until|hyphen|dash)? (and|or|the|from|comma)? (month|dom))"
SAME_LIST = expression(f"(and|or|to|through|until|hyphen|dash|comma) (the|from)? (month|dom) {ITEM}* comma? year")
BY_OPENING: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
for number, each in enumerate(RULES):
    for opening in openings(each.row):
        BY_OPENING.setdefault(opening, []).append((number, expression(each.row)))
AHEAD = frozenset(
    "will shall expected expects expect scheduled due payable planned plans plan expires maturing soon effective "
    "starting beginning deadline".split()
)
PAST = frozenset("said was were had been did told reported announced ended ago since".split())


def dates_in(text: str, written: str | None = None) -> list[Date]:
    """Every expression of time in a text, in reading order; `written` is the date of the text in ISO 8601, if known.

    >>> dates_in("by the mid-2010s")[0].span
    ('..', '2016')
    >>> dates_in("CASA-1000")
    []
    >>> [d.span for d in dates_in("From 2000 to 2017, since the end of the 2000s, in 2013 and 2016")]
    [('2000', '2017'), ('2007', '..'), ('2013', '2013'), ('2016', '2016')]
    >>> dates_in("in July")[0].span, dates_in("in July", "2020-09-01")[0].span
    (('?', '?'), ('2020-07', '2020-07'))
    """
    day = known(written)
    found: list[Date] = []
    start = 0
    for gap in [*BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        found += in_paragraph(text[start:end], start, day)
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


def in_paragraph(text: str, shift: int, written: str) -> Iterator[Date]:
    """The dates of a paragraph that starts at `shift` in its text."""
    row = tokens(text)
    letters = spelled(row)
    held: Found | None = None
    for found in expressions(row, letters, written):
        if held and (span := joined(held, found, letters, row, shift)):
            yield span
            held = None
            continue
        if held:
            yield held.date(row, shift)
        held = found
    if held:
        yield held.date(row, shift)


def expressions(row: Sequence[Token], letters: str, written: str) -> Iterator[Found]:
    """The expressions of a paragraph from left to right, the longest at each place."""
    at, floor, anchor, quarter, opened = 0, 0, "", "", ""
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
        if meaning.type == "DATE" and grain(meaning.timex):
            anchor = meaning.timex
            opened = anchor if row[found.lead].kind == "from" and grain(anchor) == "Y" else opened
            quarter = max(quarter, anchor) if grain(anchor) == "Q" else quarter
        at = floor = end


def best(row: Sequence[Token], letters: str, at: int, s: Setting) -> tuple[int, Meaning | None]:
    """The longest row of a rule that means something here, and what it means."""
    fits = [(m.end(), -n) for n, rule in BY_OPENING.get(letters[at], ()) if (m := rule.match(letters, at))]
    for end, n in sorted(fits, reverse=True):
        list_year = SAME_LIST.match(letters, end)
        here = replace(
            s,
            left=tuple(row[max(0, at - 3) : at]),
            right=tuple(row[end : end + 6]),
            look=look(row, at),
            year=row[list_year.end() - 1].value if list_year else "",
        )
        if meaning := RULES[-n].read(row[at:end], here):
            return end, meaning
    return at, None


def look(row: Sequence[Token], at: int) -> str:
    """Whether the nearest verb before a place looks `ahead` or `back`, as far as the start of the sentence.

    >>> look(tokens("It will meet Friday"), 3), look(tokens("They met, he said Friday"), 5)
    ('ahead', 'back')
    >>> look(tokens("It was due Friday"), 3), look(tokens("until Friday"), 1), look(tokens("the Friday"), 1)
    ('back', 'ahead', '')
    """
    for i in range(at - 1, max(-1, at - 13), -1):
        word, before = row[i].word, row[i - 1].word if i else ""
        if row[i].kind == "stop":
            return ""
        if word in PAST or (word in AHEAD and before in PAST):
            return "back"
        if word in AHEAD or word == "until" or (word == "to" and before in ("is", "are", "set")):
            return "ahead"
        if word == "as" and before in ("early", "soon"):
            return "ahead"
    return ""
