"""A text is read as a row of tokens, each of one kind; whatever cannot be part of a date is of the kind `other`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sidebyside.reading.dates.shapes import READERS
from sidebyside.reading.dates.words import MONTHS


class Token(NamedTuple):
    """A word, number or mark: its kind, its place and what it stands for."""

    kind: str
    start: int
    end: int
    value: Any
    word: str


# Quantifiers that might run long are possessive (`++`): a word of 10,000 letters is read once.
TOKEN = re.compile(
    r"""
      (?P<iso>\d{4}-\d{2}-\d{2}(?!\w|-\d)|\d{4}/\d{2}/\d{2}(?![\w/]))
    | (?P<american>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/])|\d{1,2}-\d{1,2}-\d{2,4}(?![\w-]))
    | (?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:(?![\w:])|(?=[ap]m\b)))
    | (?P<amount>[$€£¥\#]\s?\d[\d,.]*+|\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++\.\d++|\d++(?:\.\d++)?\s?%)
    | (?P<decade>\d{3}0['’]?s(?!\w)|['’‘`]\d0['’]?s(?!\w))
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)(?!\w))
    | (?P<short>['’‘`]\d\d(?!\w))
    | (?P<fraction>\d{1,4}/\d{1,4}(?![\w/]))
    | (?P<digits>\d{1,4}(?!\w)|\d{1,2}(?=[ap]m\b))
    | (?P<ampm>[ap]\.m(?:\.|(?!\w))|(?:am|pm|AM|PM|A\.M\.|P\.M\.)(?!\w))
    | (?P<named>(?:Q[1-4]|H[12]|FY)(?!\w)|FY(?=\d{2}))
    | (?P<word>o['’]clock|[^\W\d_]++(?!\w))
    | (?P<other>\w++)
    | (?P<possessive>['’]s?(?!\w))
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
SHORT_MONTHS = frozenset(month[:3] for month in MONTHS) - {"may"} | {"sept"}  # "May" is whole: a stop ends its sentence
# "May" and "March" open a sentence as verbs; after one of these, or before a day or a year, they are months.
BEFORE_A_MONTH = frozenset(
    "in since until till by of from through during before after last next this every each early late mid - – and or to "
    "between on around about for".split()
)
AFTER_A_DAY = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?:-|[ \xa0]| of )\Z")
AFTER_A_MONTH = re.compile(r"-\d{4}\b|[ \xa0]+(?:\d{1,2}(?:st|nd|rd|th)?(?![\w,.]\d|\w)|(?:of )?\d{4}\b)|, ?\d{4}\b")


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, numbers in words joined to one token.

    >>> [(t.kind, t.value) for t in tokens("by the mid-2010s")]
    [('by', 'by'), ('the', 'the'), ('phase', 'MID'), ('hyphen', '-'), ('decade', '201')]
    >>> [t.kind for t in tokens("CASA-1000")], [t.kind for t in tokens("18,000 servicemen")]
    (['other', 'hyphen', 'year'], ['amount', 'other'])
    """
    return list(joined(token(m, text) for m in TOKEN.finditer(text, start, len(text) if end is None else end)))


def token(m: re.Match[str], text: str) -> Token:
    """A match of TOKEN with its kind and value."""
    shape, word = m.lastgroup or "other", m.group()
    kind, value = READERS[shape](word) if shape in READERS else (shape, word)
    if kind == "unit" and word[0].isupper() and is_name(m.start(), text):
        kind = "other"
    if kind in ("month", "weekday", "weekdays"):
        kind = kind if is_named(word, m.start(), m.end(), text) else "other"
        if kind == "month" and text[m.end() : m.end() + 1] == "." and word.lower() in SHORT_MONTHS:
            kind = "month."
    return Token(kind, m.start(), m.end(), value, word.lower())


def is_named(word: str, start: int, end: int, text: str) -> bool:
    """Whether a name of a month or day is one: not the verb "may", not a girl called Jan.

    >>> [is_named(w, s.index(w), s.index(w) + len(w), s) for w, s in
    ...  [("May", "in May 1992"), ("May", "May it last"), ("march", "they march on"), ("Jan", "Jan came")]]
    [True, False, False, False]
    """
    low = word.lower()
    if not (word[0].isupper() or low not in ("march", "may", "august", "mon", "sun", "sat")):
        return False
    if low in ("may", "march"):
        before = text[max(0, start - 20) : start].split()
        led = bool(before) and (before[-1].lower() in BEFORE_A_MONTH or before[-1][-1] in "-–/")
        dayed = word[0].isupper() and AFTER_A_DAY.search(text[max(0, start - 8) : start])  # "the 4 may leave"
        return led or bool(dayed) or bool(AFTER_A_MONTH.match(text, end))
    if low in SHORT_MONTHS:
        dayed = AFTER_A_DAY.search(text[max(0, start - 8) : start]) or AFTER_A_MONTH.match(text, end)
        return text[end : end + 1] == "." or bool(dayed)
    return True


def is_name(start: int, text: str) -> bool:
    """Whether a word with a capital stands after another one, and so is part of a name: Women's Day, Sandra Day.

    >>> is_name(7, "Sandra Day"), is_name(0, "Day by day")
    (True, False)
    """
    before = text[max(0, start - 20) : start].split()
    named = before[-1].lstrip("\"'“‘`(") if before else ""
    return named[:1].isupper() and named[-1:].isalpha()


def joined(row: Iterator[Token]) -> Iterator[Token]:
    """The row with the full stop of "Oct." taken in, and "twenty-four" and "nineteen ninety-six" as one number."""
    kept: list[Token] = []
    for new in row:
        if kept and kept[-1].kind == "month.":
            last = kept.pop()
            kept.append(last._replace(kind="month", end=new.end))
            continue
        while merged := numbers(kept, new):
            new = merged
        kept.append(new)
    return iter(t._replace(kind="month") if t.kind == "month." else t for t in kept)


def numbers(kept: list[Token], new: Token) -> Token | None:
    """The new token joined to a number word before it, which is taken from the row; None if they do not join.

    >>> [t.value for t in tokens("nineteen ninety-six twenty four years two thousand years")][:4]
    ['1996', 24, 'Y', 2000]
    """
    if new.kind not in ("count", "scale", "ordinal") or not new.word[0].isalpha() or not kept:
        return None
    back = 2 if kept[-1].kind == "hyphen" and len(kept) > 1 and kept[-1].end == new.start else 1
    last = kept[-back]
    if (
        last.kind == "year"
        and last.word[0].isalpha()
        and last.value[3] == "0"
        and new.kind == "count"
        and new.value < 10
    ):
        del kept[-back:]
        return last._replace(end=new.end, value=last.value[:3] + str(new.value))
    if last.kind not in ("count", "a") or (last.kind == "a" and new.kind != "scale"):
        return None
    value: int = 1 if last.kind == "a" else last.value
    kind, total = new.kind, 0
    if new.kind == "scale":
        kind, total = "count", value * new.value
    elif 20 <= value <= 90 and value % 10 == 0 and new.value < 10:
        total = value + new.value
    elif new.kind == "count" and 17 <= value <= 20 and new.value >= 10:
        kind, total = "year", 100 * value + new.value
    elif new.kind == "count" and value >= 100 and value % 100 == 0 and new.value < 100:
        total = value + new.value
    if not total:
        return None
    del kept[-back:]
    return Token(kind, last.start, new.end, str(total) if kind == "year" else total, f"{last.word} {new.word}")
