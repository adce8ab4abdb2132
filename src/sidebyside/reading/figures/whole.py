"""A figure is put together around its quantity: what limits it, what it is a number of, which way it goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sidebyside.reading.figures.around import CHANGED, bound_after, bound_before, change_beside
from sidebyside.reading.figures.counted import Thing, counted, hyphened, partitive
from sidebyside.reading.figures.figure import Figure
from sidebyside.reading.figures.idle import idle
from sidebyside.reading.figures.numbers_in import number_at
from sidebyside.reading.figures.quantities import Quantity
from sidebyside.reading.figures.tokens import HYPHENS, Line
from sidebyside.reading.figures.units import TIME, Unit, each, unit_at


class What(NamedTuple):
    """What a number is a number of: its unit, and the thing counted or measured."""

    unit: Unit | None = None
    thing: Thing | None = None


def whole(line: Line, q: Quantity, floor: int) -> tuple[Figure, int] | None:
    """The figure around a quantity, and the token to go on from; None where the number counts nothing."""
    before, behind = bound_before(line, q.first, q.unit, q.digits or q.scaled, floor), bound_after(line, q.after)
    after = behind.token if behind else q.after
    unit, thing = what = next((found for rule in RULES if (found := rule(line, q, after))), What())
    if before is None and idle(line, q, unit, thing):
        return None
    first = before.token if before else q.first
    if q.upper is not None and line.low(first - 1) in ("between", "from") and first - 1 >= floor:
        first -= 1
    last = max(after, unit.after if unit else 0, thing.after if thing and q.form == "share" else 0)
    kind = kind_of(line, q, unit)
    figure = Figure(
        start=line[first].start,
        end=line[last - 1].end,
        number_start=line[q.number_first].start,
        number_end=line[q.number_after - 1].end,
        value=q.value,
        upper=q.upper,
        unit=unit.name.strip() if unit else "years" if kind == "age" else "",
        kind=kind,
        bound=before.name if before else behind.name if behind else "over" if q.form == "vague" else "exact",
        of=thing.phrase if thing else "",
        change=way(line, q, kind, first, last, floor),
    )
    return figure, max(after, used(line, what, q))


def measured(line: Line, q: Quantity, after: int) -> What | None:
    """A unit stands with the number; what it measures may follow: "$150,000 contract", "5 per cent of its staff"."""
    if q.unit is None:
        return None
    j = q.unit.after
    return What(q.unit, counted(line, j) or (counted(line, j, single=True) if line[j].kind == "word" else None))


def scored(line: Line, q: Quantity, after: int) -> What | None:
    """Goals and votes name no unit."""
    return What() if q.form == "score" else None


def lent(line: Line, q: Quantity, after: int) -> What | None:
    """ "7- or 8-inch", "four-, five- and six-cylinder": the unit stands with the last of them."""
    if not (line.low(q.after) in HYPHENS and line.hung(q.after)):
        return None
    if line.low(q.after + 1) not in ("or", "and", "to", ","):
        return None
    for k in range(q.after + 2, q.after + 8):
        number = number_at(line, k)
        if number and line.joined(number.after) > number.after and line[number.after + 1].kind == "word":
            if unit := unit_at(line, number.after, q.value):
                return What(unit._replace(after=after))
            if thing := hyphened(line, number.after):
                return What(Unit(thing.noun, "count", after), thing)
    return None


def vague(line: Line, q: Quantity, after: int) -> What | None:
    """ "Millions of dollars", "thousands of years"."""
    if q.form != "vague" or line.low(after) != "of":
        return None
    unit = unit_at(line, after + 1, q.value, scaled=True)
    return What(unit) if unit else None


def shared(line: Line, q: Quantity, after: int) -> What | None:
    """Half an hour; a third of the voters; half its forces."""
    if q.form != "share":
        return None
    if line.low(after) in ("a", "an"):
        return What(unit_at(line, after + 1, q.value))
    j = partitive(line, after)
    return What(None, counted(line, j) or counted(line, j, single=True))


def out_of_so_many(line: Line, q: Quantity, after: int) -> What | None:
    """ "14 of 34 provinces", "3 of the 5 members": both numbers are of the same things."""
    if line.low(after) != "of" or (number := number_at(line, partitive(line, after))) is None:
        return None
    thing = counted(line, number.after)
    return What(Unit(thing.noun, "count", after), thing) if thing else None


def things(line: Line, q: Quantity, after: int) -> What | None:
    """The noun that follows is counted, by itself or for each of something: "20 people", "two meals a day"."""
    thing = hyphened(line, after) or counted(line, after, single=abs(q.value) == 1 and q.upper is None)
    if thing is None:
        return None
    kind = "duration" if thing.noun.lower() in TIME.values() else "count"
    return What(each(line, Unit(thing.noun, kind, thing.after)), thing)


def bare_rate(line: Line, q: Quantity, after: int) -> What | None:
    """ "20 per week", "22,000 a year"."""
    unit = each(line, Unit("", "number", after))
    return What(unit) if unit.after > after else None


RULES: list[Callable[[Line, Quantity, int], What | None]] = [
    measured, scored, lent, vague, shared, out_of_so_many, things, bare_rate,
]  # fmt: skip


def used(line: Line, what: What, q: Quantity) -> int:
    """The token to go on from. Things counted may hold figures of their own ("two 250ml bottles"), units may not;
    a number that is part of a name ("two new 737 Max jets") is passed over."""
    unit, thing = what
    if unit is None or thing is None or unit.kind != "count":
        return max(unit.after if unit else 0, q.number_first + 1)
    named = any(line[k].kind == "number" and line[k + 1].text[:1].isupper() for k in range(q.after, thing.after))
    return thing.after if named else q.after


def way(line: Line, q: Quantity, kind: str, first: int, last: int, floor: int) -> str:
    """Up, down or none."""
    if q.raised:
        return "up"
    if q.upper is not None and q.upper < q.value and q.form != "score":
        return "down"
    return change_beside(line, first, last, kind, floor) if kind in CHANGED else "none"


def kind_of(line: Line, q: Quantity, unit: Unit | None) -> str:
    """The kind of a figure, from its unit first and its form after that."""
    if q.form == "score":
        return "score"
    of_age = line.low(q.first - 1) == "of" and line.low(q.first - 2) == "age"
    if unit is None and (of_age or line.low(q.first - 1) in ("aged", "ages") or aged(line, q)):
        return "age"
    if q.form == "share" and unit is None:
        return "ratio"
    return unit.kind if unit else "number"


def aged(line: Line, q: Quantity) -> bool:
    """ "Senard, 65, now": a name, a comma, two digits, a comma."""
    i = q.number_first
    name, comma = line[i - 2], line.low(i - 1) == ","
    years = q.unit is None and q.upper is None and line[i].text.isdecimal() and 9 < q.value < 110
    return (
        comma
        and years
        and name.kind == "word"
        and name.text[:1].isupper()
        and line.low(q.after) in (",", ".")
        and line.hung(q.after)
    )
