"""Dates of one event that have no day in common, and lengths of time that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.matching.lengths import counted, lengths_apart
from sidebyside.matching.relations.relation import Piece, Signal
from sidebyside.matching.relations.sides import Pair, Side
from sidebyside.reading.dates import Date

LAST = "~"  # sorts after every digit: 2014 ends after 2014-03


def dates_part(pair: Pair) -> Iterator[Signal]:
    """Dates that stand in one slot, without a day in common."""
    for slot in pair.slots:
        of_a, of_b = within(pair.a, slot.a0, slot.a1), within(pair.b, slot.b0, slot.b1)
        for (number_a, a), (number_b, b) in zip(of_a, of_b, strict=False):
            if apart(a, b):
                yield Signal("dates", "conflict", (piece(pair.a, number_a, a),), (piece(pair.b, number_b, b),), 0.9,
                             "A dates it {a}, B {b}")  # fmt: skip


def lengths(pair: Pair) -> Iterator[Signal]:
    """Lengths of time that stand in one slot, and are not the same."""
    for slot in pair.slots:
        of_a, of_b = within(pair.a, slot.a0, slot.a1), within(pair.b, slot.b0, slot.b1)
        for (number_a, a), (number_b, b) in zip(of_a, of_b, strict=False):
            one, other = piece(pair.a, number_a, a), piece(pair.b, number_b, b)
            if lengths_apart(a, one.words, b, other.words):
                yield Signal("lengths", "conflict", (one,), (other,), 0.9, "of the length of time, A says {a}, B {b}")


def in_length(side: Side, place: int) -> bool:
    """Whether a word of the row belongs to a length of time that is counted."""
    return any(counted(date, piece(side, number, date).words) for number, date in within(side, place, place + 1))


def within(side: Side, first: int, last: int) -> list[tuple[int, Date]]:
    """The dates of which some word stands between two places of the row."""
    taken = side.row[first:last]
    return [
        (number, date)
        for number, statement in enumerate(side.statements)
        for date in statement.dates
        if any(n == number and w.start < date.core_end and w.end > date.core_start for n, w in taken)
    ]


def apart(a: Date, b: Date) -> bool:
    """Whether two dates have no day in common: both fixed, or left open in the same way and not the same.

    >>> def year(y): return Date(0, 4, 0, 4, y, y, y, "DATE")
    >>> apart(year("2013"), year("2014")), apart(year("2013"), year("2013-05"))
    (True, False)
    """
    if not {a.type, b.type} <= {"DATE", "TIME"}:
        return False
    if "?" in (*a.span, *b.span):
        return "X" in a.timex and shape(a.timex) == shape(b.timex) and a.timex != b.timex
    return ends_before(a, b) or ends_before(b, a)


def shape(timex: str) -> str:
    """What of a value is left open, and how fine it is: two Fridays, two days in January of any year.

    >>> shape("XXXX-01-18"), shape("XXXX-WXX-5")
    ('XXXX-00-00', 'XXXX-WXX-0')
    """
    return "".join("0" if c.isdigit() else c for c in timex)


def ends_before(a: Date, b: Date) -> bool:
    """Whether the last day of one date lies before the first of the other."""
    return ".." not in (a.until, b.since) and a.until + LAST < b.since


def piece(side: Side, number: int, date: Date) -> Piece:
    """A date's place."""
    return Piece(number, date.start, date.end, side.statements[number].words[date.start : date.end])
