"""The words beside a number limit it (some, at least, or more) or give it a direction (rose, down, lower)."""

from __future__ import annotations

from typing import NamedTuple

from sidebyside.reading.figures.tokens import HYPHENS, Line
from sidebyside.reading.figures.units import Unit


def table(**phrases: str) -> dict[tuple[str, ...], str]:
    """Every phrase as its words, with the bound it sets; phrases are parted by commas."""
    return {
        tuple(phrase.split()): bound.replace("_", "-")
        for bound, listed in phrases.items()
        for phrase in listed.split(",")
    }


BEFORE = table(
    about="about, around, some, roughly, approximately, approx, approx., circa, c., ca., nearly, almost, ~, ≈, ∼, "
    "estimated, an estimated, close to, in the region of, in the order of, something like, more or less, approaching",
    over="over, above, exceeding, exceeded, exceeds, topped, >, more than, greater than, larger than, bigger than, "
    "higher than, longer than, in excess of, upwards of, older than, surpassed, surpassing",
    under="under, below, <, less than, fewer than, lower than, smaller than, shorter than, short of, younger than, "
    "shy of, sub -",
    at_least="≥, at least, no less than, not less than, no fewer than, not fewer than, a minimum of, minimum of, "
    "more than or equal to, greater than or equal to",
    at_most="≤, up to, at most, no more than, not more than, as many as, as much as, a maximum of, maximum of, "
    "no greater than, not exceeding, less than or equal to",
)
AFTER = table(
    at_least="or more, or greater, or higher, or longer, or older, or above, or over, and over, and above, and more, "
    "plus, +, and older",
    at_most="or less, or fewer, or under, or below, or lower, or younger, and under, and below, at most",
    about="or so, odd, - odd, or thereabouts",
)
LONGEST = max(map(len, BEFORE))
FILLERS = frozenset("just only well a an another the reported record additional further".split())
# A period or a place may stand over, under, above, around or below something else: "talks over two years".
OPEN = frozenset("over under above below around".split())
LASTING = frozenset("for just well lasted lasting is was are were of in took with has have had to at a".split())


class Bound(NamedTuple):
    """The bound that words set, and the token where they begin (before the number) or end (after it)."""

    name: str
    token: int


def bound_before(line: Line, first: int, unit: Unit | None, digits: bool, floor: int) -> Bound | None:
    """The bound set by the words right before token `first`, none of them before `floor`.

    >>> bound_before(Line("at least 5"), 2, None, True, 0), bound_before(Line("by just under 5"), 3, None, True, 0)
    (Bound(name='at-least', token=0), Bound(name='under', token=2))
    """
    j = first
    while line.low(j - 1) in ("a", "an") and j == first and j - 1 > floor:
        j -= 1
    for at in (first, j):
        for size in range(min(LONGEST, at - floor), 0, -1):
            if bound := BEFORE.get(tuple(line.low(k) for k in range(at - size, at))):
                if size == 1 and not limits(line, at - 1, unit, digits):
                    continue
                further = bound_before(line, at - size, unit, True, floor) if bound == "about" else None
                return further or Bound(bound, at - size)
    return None


def limits(line: Line, j: int, unit: Unit | None, digits: bool) -> bool:
    """The word at `j` limits the number after it, rather than placing something over, under or around it."""
    if line.low(j) not in OPEN:
        return line.low(j) not in ("~", "<", ">") or line[j].kind == "mark"
    if unit is not None and unit.kind == "duration":
        return line.low(j - 1) in LASTING or j == 0
    return digits or unit is not None


def bound_after(line: Line, after: int) -> Bound | None:
    """The bound set by the words from token `after` on."""
    for size in (2, 1):
        if bound := AFTER.get(tuple(line.low(k) for k in range(after, after + size))):
            if line.low(after) in ("plus", "odd") and not (
                line.low(after - 1) in HYPHENS or line[after + 1].kind != "number"
            ):
                continue
            if line.low(after) == "+" and not line.hung(after):
                continue
            return Bound(bound, after + size)
    return None


UP = frozenset(
    """
    up rise rises rose risen rising raise raises raised raising grow grows grew grown growing gain gains gained gaining
    increase increases increased increasing climb climbs climbed climbing jump jumps jumped jumping soar soars soared
    soaring surge surges surged surging advance advances advanced advancing add adds added adding rally rallied leap
    leapt leaped expand expanded widen widened strengthened boost boosted rebounded hike hiked hiking
    """.split()
)
DOWN = frozenset(
    """
    down fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased decreasing lose loses lost losing slide slides slid sliding sink sinks sank tumble tumbled
    tumbling plunge plunged plunging plummet plummeted plummeting slip slipped shed sheds shedding slump slumped cut
    cuts cutting reduce reduces reduced reducing shrink shrank shrunk shrinking slash slashed contract contracted
    ease eased weakened lowered
    """.split()
)
HIGHER = frozenset("higher increase rise growth gain jump hike surge".split())
LOWER = frozenset("lower decrease decline drop fall reduction cut slump plunge".split())
CHANGED = frozenset(["per cent", "money", "measure", "temperature", "duration", "number", "rate", "count", "ratio"])


def change_beside(line: Line, first: int, after: int, kind: str, floor: int) -> str:
    """Up or down where the figure is itself the change: "rose 5 %", "by 5 %", "5 % lower"; none for "rose to 5 %"."""
    if (line.low(after) in HIGHER or line.low(after) in LOWER) and kind in ("per cent", "money"):
        return "up" if line.low(after) in HIGHER else "down"
    j = first - 1
    while line.low(j) in FILLERS and j > floor:
        j -= 1
    if way := direction(line.low(j)):
        # People lose, add and cut things of every kind; only a share or a sum is sure to be the change of another.
        sure = kind in ("per cent",) or line.low(j) in ("up", "down")
        return way if sure or line.low(j) not in LOOSE else "none"
    if line.low(j) == "by":
        for k in range(j - 1, max(floor, j - 8) - 1, -1):
            if line[k].text in ".;:" or line[k].kind == "number":
                break
            if way := direction(line.low(k)):
                return way
    return "none"


LOOSE = frozenset(
    "lost lose loses losing added add adds adding raised raise raises raising shed sheds cut cuts".split()
)


def direction(word: str) -> str | None:
    """Up, down or neither."""
    return "up" if word in UP else "down" if word in DOWN else None
