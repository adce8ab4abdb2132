"""Two quantities joined by "to" or a dash are a range, a score or a share: 10 to 15 per cent, 3-1, one in five."""

from __future__ import annotations

from dataclasses import replace

from sidebyside.reading.figures.left_out import IN_TIME, YEAR
from sidebyside.reading.figures.numbers_in import number_at
from sidebyside.reading.figures.numerals import SCALES
from sidebyside.reading.figures.quantities import Quantity, quantity_at
from sidebyside.reading.figures.spans import Spans
from sidebyside.reading.figures.tokens import DASHES, HYPHENS, Line


def ranged(line: Line, a: Quantity, taken: Spans) -> Quantity:
    """The range that begins with `a`, or `a` itself.

    Joined by "to", a dash, "or", or "and" after "between". What is said once holds for both ends: $10 to $15 billion.
    """
    j = a.after
    while (
        line.low(j) in HYPHENS
        and line.hung(j)
        and (line.low(j + 1) in ("to", "or") or line[j + 1].gap)
        and j == a.after
    ):
        j += 1  # 0-to-60, 7- or 8-inch
    link = line.low(j)
    opener = line.low(a.first - 1)
    hung = line.hung(j) and line.hung(j + 1)
    dash = link in DASHES and (hung or (line[j].gap and line[j + 1].gap))
    bare = a.unit is None and not a.scaled and opener in IN_TIME and opener not in ("from", "between")
    if bare and YEAR.fullmatch(line[a.number_first].text):
        return a  # "rose 60 % in 2018 to 3.9 million"
    if link == "or" and (j > a.after or a.scaled):
        return a
    if not (dash or link in ("to", "or", "through") or (link == "and" and opener == "between")):
        return a
    b = None
    for k in (j + 1, j + 2, j + 3, j + 4):
        if line[k].kind == "number" or (k <= j + 2 and number_at(line, k)):
            b = quantity_at(line, k, j + 1, taken)
            break
    if (
        b is None
        or (b.first != j + 1 and line.low(j + 1) not in HYPHENS)
        or (line.low(j) == "or" and b.value < a.value)
    ):
        return a
    if a.form in ("vague", "share") and b.unit is None:
        return a
    return joined(line, a, b, dash, opener)


def joined(line: Line, a: Quantity, b: Quantity, dash: bool, opener: str) -> Quantity:
    """The two as one, if they are of a kind."""
    one, two = a.unit, b.unit
    if one and two and one.name.split(" per ")[0] != two.name.split(" per ")[0]:
        return a
    if (
        one
        and not two
        and opener not in ("from", "between")
        and not (one.kind == "money" and one.after == a.number_after)
    ):
        return a
    if (dash or opener != "from") and not (one or two) and (abs(b.value) <= abs(a.value)) and not b.scaled:
        return replace(a, upper=b.value, after=b.after, number_after=b.number_after, form="score")
    low = a.value
    if b.scaled and not a.scaled and abs(low) < 1000 and low * magnitude(line, b) <= b.value:
        low *= magnitude(line, b)
    unit = max(filter(None, (two, one)), key=lambda found: " per " in found.name, default=None)
    return replace(
        a, value=low, upper=b.value, after=b.after, number_after=b.number_after, unit=unit, scaled=b.scaled,
        form="digits" if "digits" in (a.form, b.form) else a.form,
    )  # fmt: skip


def magnitude(line: Line, q: Quantity) -> float:
    """The billion of "15 billion", the thousand of "20k"."""
    number = line[q.number_first]
    if number.kind == "number":
        return abs(q.value) / (float("".join(c for c in number.text if c.isdigit() or c == ".")) or 1.0)
    size = 1.0
    for k in range(q.number_first, q.number_after):
        size *= SCALES.get(line.low(k), 1.0)
    return size


def parted(line: Line, a: Quantity, taken: Spans) -> Quantity:
    """ "one in five", "8 out of 10": a share; or `a` itself."""
    j = a.after
    out_of = line.low(j) == "out" and line.low(j + 1) == "of"
    if a.unit or a.upper is not None or a.scaled or not (out_of or line.low(j) == "in"):
        return a
    b = quantity_at(line, j + 1 + out_of, j + 1, taken)
    if b is None or b.unit or not 0 < a.value < b.value or b.form != a.form or b.value != int(b.value):
        return a
    if not out_of and (a.value > 9 or b.value not in ROUND):
        return a
    return replace(a, value=a.value / b.value, after=b.after, number_after=b.number_after, form="share")


ROUND = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 30, 40, 50, 100, 1000, 10_000, 100_000, 1_000_000])
