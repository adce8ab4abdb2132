"""Two dates that are the ends of one range: from 2000 to 2017, between 1996 and 1997, 1877 to 1878."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.reading.dates.bounds import Found
from sidebyside.reading.dates.calendar import part, stretch
from sidebyside.reading.dates.date import OPEN, UNKNOWN, Date
from sidebyside.reading.dates.grammar import expression
from sidebyside.reading.dates.tokens import Token

JOINTS = expression("comma? (to|through|until|hyphen|dash)")


def joined(a: Found, b: Found, letters: str, row: Sequence[Token], shift: int) -> Date | None:
    """Two expressions as one range, if the words around them say so: from 2000 to 2017, 1877 to 1878."""
    between = letters[a.last : b.first]
    opened = row[a.lead].kind if a.lead < a.first else ""
    if not (JOINTS.fullmatch(between) or (opened == "between" and expression("and").fullmatch(between))):
        return None
    if "DURATION" in (a.meaning.type, b.meaning.type) or "SET" in (a.meaning.type, b.meaning.type):
        return None
    one, two = bare(a), bare(b)
    first, last = one.meaning.since, two.meaning.until
    if OPEN in (first, last) or (UNKNOWN not in (first, last) and first > last):
        return None
    x, y = one.date(row, shift), two.date(row, shift)
    return Date(
        row[a.lead].start + shift, y.end, x.core_start, y.core_end, first, last,
        f"{x.timex}/{y.timex}".strip("/"), x.type, "", x.vague or y.vague, (x, y),
    )  # fmt: skip


def bare(f: Found) -> Found:
    """An expression without the bound that its lead put on it."""
    m = f.meaning
    if f.lead == f.first or OPEN not in (m.since, m.until):
        return f
    mod = m.mod if m.mod in ("START", "MID", "END") else ""
    first, last = part(m.timex, mod) if mod else stretch(m.timex)
    return Found(f.first, f.first, f.last, m.but(since=first, until=last, mod=mod))
