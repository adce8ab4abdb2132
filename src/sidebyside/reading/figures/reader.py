"""Every figure of a text, line by line and left to right: number, what hangs on it, what limits it, what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sidebyside.reading.figures.figure import Figure
from sidebyside.reading.figures.left_out import left_out
from sidebyside.reading.figures.numbers_in import STARTS
from sidebyside.reading.figures.numerals import PARTS, SCALES, VULGAR
from sidebyside.reading.figures.ordinals import ORDINALS, Ordinal, ordinal_at
from sidebyside.reading.figures.quantities import quantity_at
from sidebyside.reading.figures.ranges import parted, ranged
from sidebyside.reading.figures.spans import Spans
from sidebyside.reading.figures.tokens import HYPHENS, Line
from sidebyside.reading.figures.whole import whole

LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
STARTING = frozenset([*STARTS, *ORDINALS, "single"])
HINTS = sorted({*STARTING, *PARTS, *SCALES} - {"a", "an", *VULGAR}, key=len, reverse=True)
HINT = re.compile(rf"\d|[{''.join(VULGAR)}]|\b(?:{'|'.join(HINTS)})\b", re.IGNORECASE)


def figures_in(text: str, dates: Iterable[tuple[int, int]] | None = None) -> list[Figure]:
    """The figures of a text in reading order. `dates`: spans (code points) to leave out besides those found here.

    A figure never runs over the end of a line, so a paragraph reads the same alone as among others.

    >>> [(f.value, f.bound, f.unit, f.of) for f in figures_in("It totals some 18,000 servicemen, over US$ 1 billion.")]
    [(18000.0, 'about', 'servicemen', 'servicemen'), (1000000000.0, 'over', 'USD', '')]
    >>> figures_in("1. CASA-1000, page 12: one of them, in 2013 and 2016, at 9.30 am.")
    []
    """
    closed = Spans(dates or ())
    found: list[Figure] = []
    for words in LINE.finditer(text):
        if HINT.search(words.group()):
            taken = Spans(left_out(words.group()) + closed.within(words.start(), words.end()))
            found.extend(moved(figure, words.start()) for figure in in_line(Line(words.group()), taken))
    return found


def moved(figure: Figure, by: int) -> Figure:
    """The figure of a line, placed in the whole text."""
    return replace(
        figure,
        start=figure.start + by,
        end=figure.end + by,
        number_start=figure.number_start + by,
        number_end=figure.number_end + by,
    )


def in_line(line: Line, taken: Spans) -> Iterator[Figure]:
    """The figures of one line; no number word belongs to two of them."""
    i = floor = 0  # floor: what stands before it belongs to the figures already read
    last: Figure | None = None
    while i < len(line):
        token = line[i]
        if (token.kind != "number" and token.low not in STARTING) or taken.holds(token.start, token.end):
            i += 1
        elif ordinal := ordinal_at(line, i):
            yield placed(line, ordinal)
            i = floor = ordinal.after
        elif (quantity := quantity_at(line, i, floor, taken)) is None:
            i = chained(line, i)
        elif (found := whole(line, parted(line, ranged(line, quantity, taken), taken), floor)) is None:
            i += 1
        else:
            last = borrowing(line, last, restated(line, last, found[0], quantity.first, floor), quantity.first)
            yield last
            i = floor = found[1]


def placed(line: Line, ordinal: Ordinal) -> Figure:
    """An ordinal as a figure: what it numbers is its unit."""
    thing = ordinal.thing
    return Figure(
        start=line[ordinal.first].start,
        end=line[(thing.after if thing else ordinal.after) - 1].end,
        number_start=line[ordinal.first].start,
        number_end=line[ordinal.after - 1].end,
        value=ordinal.value,
        unit=thing.noun if thing else "",
        kind="ordinal",
        of=thing.phrase if thing else "",
    )


def chained(line: Line, i: int) -> int:
    """Past a number that is none, and whatever digits hang on it: 737-800."""
    while line[i].kind == line[i + 2].kind == "number" and line.low(i + 1) in HYPHENS:
        if not (line.hung(i + 1) and line.hung(i + 2)):
            break
        i += 2
    return i + 1


LINKS = frozenset("from to with against versus vs including and or than".split())


def borrowing(line: Line, before: Figure | None, figure: Figure, first: int) -> Figure:
    """ "460 vehicles, compared with 63 the year before": a bare number set against a count is of the same things."""
    bare = figure.kind == "number" and figure.bound == "exact"
    if (
        before is None
        or not bare
        or before.kind not in ("count", "measure", "rate")
        or line.low(first - 1) not in LINKS
    ):
        return figure
    return replace(figure, unit=before.unit, kind=before.kind, of=before.of)


def restated(line: Line, before: Figure | None, figure: Figure, first: int, floor: int) -> Figure:
    """ "over 100 kilometres (60 miles)": what brackets say again is as exact as what stands before them."""
    again = line.low(first - 1) in ("(", "/") and first - 1 == floor
    if before is None or not again or figure.bound != "exact" or figure.kind != before.kind:
        return figure
    return replace(figure, bound=before.bound, change=before.change)
