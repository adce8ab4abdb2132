"""A quantity is a number with its currency, its sign and its unit: US$11 billion, minus 5 degrees, 75 USD million."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sidebyside.reading.figures.counted import counted
from sidebyside.reading.figures.left_out import hangs, named
from sidebyside.reading.figures.money import money_after, money_before
from sidebyside.reading.figures.numbers_in import number_at
from sidebyside.reading.figures.numerals import SCALES, Number
from sidebyside.reading.figures.small_words import SMALL_WORDS
from sidebyside.reading.figures.spans import Spans
from sidebyside.reading.figures.tokens import HYPHENS, MINUS, Line
from sidebyside.reading.figures.units import Unit, each, unit_at


@dataclass(frozen=True)
class Quantity:
    """A number with what belongs to it. Token places: all of it from `first` to `after`, the number between."""

    first: int
    number_first: int
    number_after: int
    after: int
    value: float
    form: str = "digits"
    scaled: bool = False
    unit: Unit | None = None
    upper: float | None = None
    raised: bool = False  # a plus sign stood before it

    @property
    def digits(self) -> bool:
        """Written in digits, at least in part."""
        return self.form == "digits"


def quantity_at(line: Line, i: int, floor: int, taken: Spans) -> Quantity | None:
    """The quantity whose number begins with token `i`; nothing before token `floor` belongs to it."""
    token = line[i]
    if taken.holds(token.start, token.end):
        return None
    money = money_before(line, i) if token.kind == "number" else None
    if money and money[1] < floor:
        money = None
    if line.low(i) == "single" and line.low(i - 1) in ("a", "one") and i > floor:
        return Quantity(i - 1, i - 1, i + 1, i + 1 + (line.low(i + 1) == ","), 1.0, "words")
    number = number_at(line, i, money is not None)
    if number is None or (token.kind == "number" and money is None and hangs(line, i)):
        return None
    if (
        money is not None
        and line.hung(number.after)
        and line.low(number.after) in (",", ".")
        and (line.hung(number.after + 1) and line[number.after + 1].kind == "number")
    ):
        return None
    if token.kind == "word" and part_of_a_name(line, number):
        return None
    number = millions(line, number)
    unit = money_unit(line, number, money[0]) if money else unit_at(line, number.after, number.value, number.scaled)
    if unit and unit.kind == "money" and not number.scaled and (size := SCALES.get(line.low(unit.after))):
        number = replace(number, value=number.value * size, scaled=True)  # 75 USD million
        unit = unit._replace(after=unit.after + 1)
    after = unit.after if unit else number.after
    if line.hung(after) and line[after].kind == "word":
        return None  # 49ers, 5G, 1990s: letters that are no unit make a code
    bare = token.kind == "number" and unit is None and not number.scaled and number.after == i + 1
    if bare and named(line, i, after, SMALL_WORDS):
        return None
    first, sign, raised = signed(line, i, floor) if money is None else (money[1], money[2], False)
    return Quantity(
        first, number.first, number.after, after, sign * number.value, number.form, number.scaled, unit, raised=raised
    )


def money_unit(line: Line, number: Number, code: str) -> Unit:
    """The currency before the number, with what follows: $75 U.S. per barrel, USD 20 million, $5 dollars."""
    after = number.after
    if line[after].text in ("US", "U.S.", "USD", "AUD", "CAD"):
        after += 1
    elif (again := money_after(line, after)) and line[after].kind == "word" and line.low(after) not in ("p",):
        code, after = (again[0] if code == "USD" and len(again[0]) == 3 else code), again[1]
    return each(line, Unit(code, "money", after))


def millions(line: Line, number: Number) -> Number:
    """ "1.2m tons" are millions, "37m (121 ft)" are metres: what follows decides."""
    j = number.after
    if line[j].text != "m" or number.scaled or line[number.first].kind != "number":
        return number
    measured = unit_at(line, j + 1, number.value)
    if (
        line.hung(j)
        and line[j + 1].gap
        and ((measured and measured.kind in ("measure", "money")) or counted(line, j + 1))
    ):
        return replace(number, value=number.value * 1e6, after=j + 1, scaled=True)
    return number


def part_of_a_name(line: Line, number: Number) -> bool:
    """Big Three, Five Eyes; and number words that hang on another word."""
    i = number.first
    if line.hung(i) and line.low(i - 1) in HYPHENS and line.hung(i - 1):
        return line.low(i - 2) not in ("minus", "sub", "to", "or", "and")
    if not line[i].text[:1].isupper() or line[i].text.isupper():
        return False
    opens = i == 0 or line[i - 1].kind == "mark"
    before, behind = line[i - 1], line[number.after]
    return not opens and before.kind == "word" and (before.text[:1].isupper() or behind.text[:1].isupper())


def signed(line: Line, i: int, floor: int) -> tuple[int, int, bool]:
    """Where the sign of the number at `i` stands, +1 or -1, and whether a plus was written."""
    j = i - 1 - (line.low(i - 1) in HYPHENS and line.hung(i) and line.hung(i - 1))
    if j >= floor and line.low(j) in ("minus", "negative"):
        return j, -1, False
    if i - 1 >= floor and line.hung(i) and line.low(i - 1) in MINUS and (line[i - 1].gap or line[i - 2].text in "(<>="):
        return i - 1, -1, False
    if i - 1 >= floor and line.hung(i) and line.low(i - 1) == "+" and line[i - 1].gap:
        return i - 1, 1, True
    return i, 1, False
