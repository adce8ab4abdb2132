"""The words to the left of a date: its early or late part, whether it is rough, and whether it is an end or a start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sidebyside.reading.dates.calendar import grain, part, stretch
from sidebyside.reading.dates.date import OPEN, Date
from sidebyside.reading.dates.grammar import Meaning, expression, has, value
from sidebyside.reading.dates.tokens import Token
from sidebyside.reading.dates.words import SLIPS


@dataclass(frozen=True)
class Found:
    """An expression as a stretch of tokens: its first and last, the first that bounds it, and what it means."""

    lead: int
    first: int
    last: int  # excluded
    meaning: Meaning

    def date(self, row: Sequence[Token], shift: int) -> Date:
        """The same as a place in the text."""
        m = self.meaning
        return Date(
            row[self.lead].start + shift, row[self.last - 1].end + shift,
            row[self.first].start + shift, row[self.last - 1].end + shift,
            m.since, m.until, m.timex, m.type, m.mod, m.vague,
        )  # fmt: skip


Wrap = Callable[[Meaning, Sequence[Token]], Meaning | None]


def filled(m: Meaning) -> Meaning:
    """A meaning with its first and last day."""
    since, until = stretch(m.timex)
    return m.but(since=m.since or since, until=m.until or until)


def early_or_late(m: Meaning, t: Sequence[Token]) -> Meaning | None:
    """Mid-2010s, the end of 2014, early 2018."""
    if m.type not in ("DATE", "TIME"):
        return None
    mod = str(next(x.value for x in t if x.kind in ("phase", "edge")))
    if not m.timex:  # an era: its end is its last year
        ends = {"START": (m.since, m.since), "END": (m.until, m.until)}.get(mod, (m.since, m.until))
        return m.but(mod=mod, since=ends[0], until=ends[1])
    since, until = part(m.timex, mod, edge=has(t, "edge"))
    return m.but(mod=mod, since=since, until=until)


def half_of(m: Meaning, t: Sequence[Token]) -> Meaning | None:
    """The last half of the '80s."""
    if grain(m.timex) not in ("E", "C"):
        return None
    since, until = stretch(m.timex)
    middle = (int(since) + int(until)) // 2
    if value(t, "ordinal") == 1:
        return m.but(mod="START", since=since, until=f"{middle:04}")
    return m.but(mod="END", since=f"{middle + 1:04}", until=until)


def within(m: Meaning, t: Sequence[Token]) -> Meaning | None:
    """Earlier this week, later in the year."""
    if m.type != "DATE" or m.timex.startswith("P"):
        return None
    return m.but(mod="START" if t[0].kind == "earlier" else "END")


def rough(m: Meaning, t: Sequence[Token]) -> Meaning | None:
    """About ten years, nearly two decades, at least 30 days; "over" and "less" before a date are other words."""
    said = " ".join(x.kind for x in t)
    lengths_only = said in ("more", "over", "less", "more than", "less than")
    return None if lengths_only and m.type not in ("DURATION", "SET") else m.but(mod=ROUGH[said])


ROUGH = {
    "about": "APPROX", "nearly": "LESS_THAN", "more": "MORE_THAN", "more than": "MORE_THAN", "over": "MORE_THAN",
    "less": "LESS_THAN", "less than": "LESS_THAN", "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
}  # fmt: skip


def nothing(m: Meaning, t: Sequence[Token]) -> Meaning:
    """A word that belongs to the expression and changes nothing."""
    return m


def article(m: Meaning, t: Sequence[Token]) -> Meaning | None:
    """The 1990s, its early years; "its Soviet-era debt" leaves the owner out."""
    return m if m.timex or t[0].word == "the" else None


def since(m: Meaning, t: Sequence[Token]) -> Meaning:
    """Since 2014, from 2007."""
    return m.but(until=OPEN)


def after(m: Meaning, t: Sequence[Token]) -> Meaning:
    """After 1997, post-2014."""
    return m.but(since=m.until, until=OPEN, mod=m.mod or "AFTER")


def until(m: Meaning, t: Sequence[Token]) -> Meaning:
    """Until 1989, by the mid-2010s, through August."""
    return m.but(since=OPEN)


def before(m: Meaning, t: Sequence[Token]) -> Meaning:
    """Before 1990, prior to 1990, pre-1990."""
    return m.but(since=OPEN, until=m.since, mod=m.mod or "BEFORE")


# Read from the date outwards: each list in turn, the first of a list that fits. The first two are part of the core.
INSIDE: list[list[tuple[str, Wrap]]] = [
    [
        ("the? (phase (hyphen|in|of)?|edge of) the?", early_or_late),
        ("the? (ordinal|last) half of the?", half_of),
        ("(earlier|later) (in|on)? the?", within),
        ("the", article),
    ],
    [("|".join(ROUGH), rough)],
]
OUTSIDE: list[tuple[str, Wrap]] = [
    ("(since|from)", since),
    ("(as of|in the course of)", nothing),
    ("before to", before),
    ("pre hyphen", before),
    ("before", before),
    ("post hyphen", after),
    ("after", after),
    ("(until|by|through|up to)", until),
    ("(in|on|at|during|within|over|for|between)", nothing),
]


def wrapped(letters: str, row: Sequence[Token], first: int, last: int, floor: int, meaning: Meaning) -> Found:
    """The expression with the words to its left heard, none of them before `floor`."""
    m = filled(meaning)
    for wraps in INSIDE:
        first, m, _ = heard(wraps, letters, row, first, floor, m)
    if m.type == "DATE" or m.type == "TIME":
        if told_from(row, first, last) or (m.timex.endswith("_REF") and row[last - 1].word not in ("now", "today")):
            return Found(first, first, last, m)
        lead, m, _ = heard(OUTSIDE, letters, row, first, floor, m)
        for token in row[lead:first]:
            m = m.but(vague=SLIP.format(token.word, SLIPS[token.word])) if token.word in SLIPS else m
    else:
        lead, m, _ = heard(OUTSIDE[-1:], letters, row, first, floor, m)
    return Found(lead, first, last, m)


SLIP = "“{}” is read as “{}”"


def told_from(row: Sequence[Token], first: int, last: int) -> bool:
    """Whether "from" compares, as in "up from a year earlier", and does not start anything."""
    return (
        first > 0
        and row[first - 1].kind == "from"
        and any(x.kind in ("ago", "earlier", "last", "period", "part") for x in row[first:last])
    )


def heard(
    wraps: list[tuple[str, Wrap]], letters: str, row: Sequence[Token], first: int, floor: int, m: Meaning
) -> tuple[int, Meaning, bool]:
    """Where the expression starts once the first wrap that fits is taken in, and what it means then."""
    for words, wrap in wraps:
        pattern = expression(words)
        for at in range(max(floor, first - 5), first):
            if pattern.fullmatch(letters, at, first) and (changed := wrap(m, row[at:first])):
                return at, changed, True
    return first, m, False
