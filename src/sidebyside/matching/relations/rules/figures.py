"""Figures of one thing that cannot both be right: value, range, bound and direction, rounding allowed for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor, isclose, log10

from sidebyside.matching.fate import fate_of, one_fate
from sidebyside.matching.relations.relation import Piece, Signal
from sidebyside.matching.relations.sides import Pair, Side, Slot
from sidebyside.reading.figures import Figure

Placed = tuple[int, Figure]
BOUNDED = ("over", "at-least", "under", "at-most")
ROUGHLY = 0.05  # how far apart two figures may be where one is put as rough


def figures(pair: Pair) -> Iterator[Signal]:
    """Figures that only one side has, paired in their order where they are of one kind and stand in one slot."""
    a, b = placed(pair.a), placed(pair.b)
    ends_a, ends_b = ends(a), ends(b)
    only_a = [x for x in a if not set(values(x[1])) <= ends_b]
    only_b = [x for x in b if not set(values(x[1])) <= ends_a]
    for slot in pair.slots:
        yield from numbers(pair, slot)
        of_a = [x for x in only_a if within(pair.a, x, slot.a0, slot.a1)]
        of_b = [x for x in only_b if within(pair.b, x, slot.b0, slot.b1)]
        for one, other in zip(of_a, of_b, strict=False):
            if one[1].kind == other[1].kind and one_fate(told_of(pair.a, one), told_of(pair.b, other)):
                yield judged(pair, one, other)


def numbers(pair: Pair, slot: Slot) -> Iterator[Signal]:
    """Bare numbers that are no quantities: a version, a rank, a line; one on each side of a slot, and not the same."""
    left_a, left_b = pair.left(slot)
    a = [i for i in left_a if pair.a.row[i][1].text.isdecimal()]
    b = [i for i in left_b if pair.b.row[i][1].text.isdecimal()]
    if len(a) == len(b) == 1 and not (read(pair.a, a[0]) or read(pair.b, b[0])):
        says = "A has the number {a} where B has {b}"
        yield Signal("numbers", "conflict", (pair.a.piece(a[0], a[0] + 1),), (pair.b.piece(b[0], b[0] + 1),), 0.8, says)


def read(side: Side, place: int) -> bool:
    """Whether a word of the row belongs to a figure or a date."""
    number, word = side.row[place]
    statement = side.statements[number]
    figures = [(f.number_start, f.number_end) for f in statement.figures]
    dates = [(d.start, d.end) for d in statement.dates]
    return any(start < word.end and word.start < end for start, end in figures + dates)


def judged(pair: Pair, one: Placed, other: Placed) -> Signal:
    """Two figures of one thing as a signal: a clash, or the same in rounder words."""
    a, b = (piece(pair.a, one),), (piece(pair.b, other),)
    if compatible(one[1], a[0].words, other[1], b[0].words):
        return Signal(
            "refinement", "detail", a, b, 0.5, "A says {a} and B {b}, which can be the same, rounded or bounded"
        )
    return Signal("figures", "conflict", a, b, 1.0, says(one[1].of or other[1].of))


def says(thing: str) -> str:
    """The sentence of two figures of one thing that clash; the thing may be any word of a text, or unknown.

    >>> says("set {n}").format(a="4", b="5")
    'A says 4, B 5, of the same set {n}'
    """
    of = f", of the same {thing}" if thing else ""
    return "A says {a}, B {b}" + of.replace("{", "{{").replace("}", "}}")


def placed(side: Side) -> list[Placed]:
    """All figures of a side, each with its statement's number."""
    return [(number, figure) for number, s in enumerate(side.statements) for figure in s.figures]


def told_of(side: Side, figure: Placed) -> str:
    """What a side has befall the things that a figure counts, in a word."""
    number, f = figure
    return fate_of(side.statements[number].tokens, f.number_start)


def values(figure: Figure) -> list[float]:
    """The ends of a figure."""
    return [figure.value] if figure.upper is None else [figure.value, figure.upper]


def ends(listed: list[Placed]) -> set[float]:
    """All ends of some figures."""
    return {value for _, figure in listed for value in values(figure)}


def within(side: Side, figure: Placed, first: int, last: int) -> bool:
    """Whether a word of the figure's number stands between two places of the row."""
    number, f = figure
    return any(n == number and w.start < f.number_end and w.end > f.number_start for n, w in side.row[first:last])


def piece(side: Side, figure: Placed) -> Piece:
    """A figure's place."""
    number, f = figure
    return Piece(number, f.start, f.end, side.statements[number].words[f.start : f.end])


def compatible(a: Figure, in_a: str, b: Figure, in_b: str) -> bool:
    """Whether both can be right: one within the other's range or bound, or the other's value in fewer digits."""
    if isclose(a.value, b.value) and isclose(max(values(a)), max(values(b))):
        return True
    if (a.bound == b.bound and a.bound in BOUNDED) or (a.upper is not None and b.upper is not None):
        return False  # over 50 and over 60, 5 to 7 and 6 to 8: each the best that its text can say
    low_a, high_a = reach(a)
    low_b, high_b = reach(b)
    if (low_a, high_a) != (a.value, a.value) or (low_b, high_b) != (b.value, b.value):
        return low_a <= high_b and low_b <= high_a
    if (a.bound == "about") != (b.bound == "about") and isclose(a.value, b.value, rel_tol=ROUGHLY):
        return True
    fewer, more = sorted(((digits(in_a), a.value), (digits(in_b), b.value)))
    return 1 < fewer[0] < more[0] and isclose(rounded(more[1], fewer[0]), fewer[1], rel_tol=1e-9)


def reach(figure: Figure) -> tuple[float, float]:
    """The lowest and highest value that a figure allows."""
    low, high = min(values(figure)), max(values(figure))
    if figure.bound in ("over", "at-least"):
        return low, float("inf")
    if figure.bound in ("under", "at-most"):
        return float("-inf"), high
    return low, high


def digits(words: str) -> int:
    """How many digits of a number say something: "18,000" has two, "6.90" three.

    >>> digits("18,000"), digits("6.90"), digits("0.505%")
    (2, 3, 3)
    """
    found = re.search(r"\d[\d,]*(\.\d+)?", words)
    if found is None:
        return 0
    plain = re.sub(r"\D", "", found.group()).lstrip("0")
    return len(plain if found.group(1) else plain.rstrip("0"))


def rounded(value: float, to: int) -> float:
    """A value with so many digits.

    >>> rounded(18234, 2)
    18000.0
    """
    return float(round(value, to - 1 - floor(log10(abs(value))))) if value else 0.0
