"""Numbers that count nothing: years, parts of names, one another, one day, these two, the top five, half a world."""

from __future__ import annotations

from collections.abc import Callable

from sidebyside.reading.figures.counted import Thing, plural
from sidebyside.reading.figures.left_out import IN_TIME, WEEKDAYS, YEAR, a_year
from sidebyside.reading.figures.quantities import Quantity
from sidebyside.reading.figures.small_words import SMALL_WORDS
from sidebyside.reading.figures.tokens import HYPHENS, Line
from sidebyside.reading.figures.units import Unit

POINTING = frozenset(
    """
    the this that these those each every any no which another some an other such my his her its their our all you
    """.split()
)
RANKS = frozenset("top bottom first last next final other number square plan take".split())
HAPPENED = frozenset("point time stage moment thing day morning evening night way side hand another".split())
# Nouns before which "one" is hardly more than "a": "one reason why". Of people and things, one is a count.
IDEAS = frozenset("reason cause example instance aspect element factor sign sense respect sort kind".split())
DAYS = frozenset("day night morning evening second minute".split())
LASTING = frozenset("in within for only than least about after just exactly per every nearly almost last took".split())

Rule = Callable[[Line, Quantity, Unit | None, Thing | None], bool]


def idle(line: Line, q: Quantity, unit: Unit | None, thing: Thing | None) -> bool:
    """Some rule says that the number counts nothing. For numbers that nothing limits: "some 2000" is no year."""
    return any(rule(line, q, unit, thing) for rule in RULES)


def a_date(line: Line, q: Quantity, unit: Unit | None, thing: Thing | None) -> bool:
    """A year, or two of them; "from 1000 to 2000 hires" counts hires."""
    if q.unit or q.scaled or not q.digits:
        return False
    if q.upper is None:
        return a_year(line, q.number_first)
    if not YEAR.fullmatch(line[q.number_first].text) or (q.value < 1300 and line.low(q.first - 1) not in IN_TIME):
        return False
    counts = line.low(q.first - 1) != "between" and plural(line[q.after].text)
    return YEAR.fullmatch(line[q.number_after - 1].text) is not None and not counts


def a_name(line: Line, q: Quantity, unit: Unit | None, thing: Thing | None) -> bool:
    """The next word is a name and nothing is counted: 787 Dreamliner, 11 Pro, 16-18 Industrial Avenue."""
    word = line[q.after]
    if unit or thing or q.scaled or not q.digits or q.form == "score" or len(word.text) == 1 or word.kind != "word":
        return False
    return word.text[:1].isupper() and word.low not in WEEKDAYS and word.low not in SMALL_WORDS


def a_pronoun(line: Line, q: Quantity, unit: Unit | None, thing: Thing | None) -> bool:
    """ "One of them", "the important one", "that one place", "at one point", "one reason why"."""
    if line.low(q.number_first) != "one" or q.value != 1 or not pointing_only(q) or (unit and unit.kind != "count"):
        return False
    if thing is None or line.low(q.first - 1) in POINTING or thing.noun.lower() in HAPPENED | IDEAS:
        return True
    return line.low(q.after) == "of" or (line.low(q.after) in HYPHENS and line.hung(q.after))


def some_day(line: Line, q: Quantity, unit: Unit | None, thing: Thing | None) -> bool:
    """ "One day he left" is no length of time, unless a word before it says that it lasted."""
    if unit is None or unit.kind != "duration" or q.upper is not None or line.low(unit.after - 1) not in DAYS:
        return False
    return line.low(unit.after - 2) == "one" and line.low(q.first - 1) not in LASTING


def a_few_of_them(line: Line, q: Quantity, unit: Unit | None, thing: Thing | None) -> bool:
    """ "The two agreed", "the top five", "two-way": a word that points, ranks or belongs to another."""
    if thing or not pointing_only(q) or unit:
        return False
    before = line.low(q.first - 1)
    return (line.low(q.after) in HYPHENS and line.hung(q.after)) or before in POINTING or before in RANKS


def half_a_world(line: Line, q: Quantity, unit: Unit | None, thing: Thing | None) -> bool:
    """ "Half a world away", against "half an hour"."""
    return q.form == "share" and unit is None and line.low(q.after) in ("a", "an")


def pointing_only(q: Quantity) -> bool:
    """A plain number in words."""
    return q.form == "words" and q.upper is None and not q.scaled


RULES: list[Rule] = [a_date, a_name, a_pronoun, some_day, a_few_of_them, half_a_world]
