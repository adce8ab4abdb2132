"""Values and days that cannot both be right: figures and dates with nothing in common, as far as they are precise."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.matching.told import Row

ABOUT = 0.1  # of a value, to either side, that "about" leaves open


def values_apart(f: Row, g: Row) -> bool:
    """Whether the values of two figures do not touch."""
    (a, b), (c, d) = (span(figure) for figure in (f, g))
    return b < c or d < a


def span(figure: Row) -> tuple[float, float]:
    """The values that a figure leaves open."""
    low = figure["value"]
    high = figure["upper"] if isinstance(figure["upper"], float) and figure["upper"] == figure["upper"] else low
    room = ABOUT if figure["bound"] == "about" else 0.0
    low, high = low - abs(low) * room, high + abs(high) * room
    return (
        float("-inf") if figure["bound"] in ("under", "at-most") else low,
        float("inf") if figure["bound"] in ("over", "at-least") else high,
    )


def fixed(row: Row) -> bool:
    """Whether a date is fixed at either end."""
    return bool(row["since"][:1].isdigit() and row["until"][:1].isdigit())


def days_apart(a: Sequence[Row], b: Sequence[Row]) -> bool:
    """Whether both sides have fixed dates, and none of the one has a day in common with one of the other."""
    pairs = [(d, e) for d in a for e in b if fixed(d) and fixed(e)]
    return bool(pairs) and all(outside(d, e) for d, e in pairs)


def outside(d: Row, e: Row) -> bool:
    """Whether two dates have no day in common, as far as their precision tells."""
    return before(d["until"], e["since"]) or before(e["until"], d["since"])


def before(one: str, other: str) -> bool:
    """Whether a day is before another, compared at the coarser precision."""
    size = min(len(one), len(other))
    return one[:size] < other[:size]
