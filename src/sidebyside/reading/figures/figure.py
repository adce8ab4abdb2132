"""A figure is a number with its place and everything that limits it: unit, bound, direction and the thing counted."""

from __future__ import annotations

from dataclasses import dataclass

BOUNDS = {
    "exact": "put without reserve",
    "about": "some, around, nearly, an estimated",
    "over": "more than, exceeding; also 'dozens', which says more than one dozen",
    "under": "less than, below, just under",
    "at-least": "at least, no fewer than, 20 or more",
    "at-most": "up to, no more than, as many as",
}

KINDS = {
    "money": "a sum; the unit is the ISO 4217 code where the text settles it, cents and pence stay what they are",
    "per cent": "a share or a change in per cent, percentage points or basis points",
    "count": "things counted; the unit is their noun as written",
    "ordinal": "a place in a series; the unit is the noun",
    "duration": "a length of time",
    "age": "years of age",
    "measure": "a physical quantity",
    "temperature": "degrees on a named scale, or just degrees",
    "rate": "so much for each of something else: dollars per barrel, kilometres per hour",
    "ratio": "a share or a multiple: a third, one in five, four times more",
    "score": "goals or points of two sides",
    "number": "a bare number",
}


@dataclass(frozen=True)
class Figure:
    """One figure. Places are code points, the end excluded; `start` to `end` holds bound words, number and unit.

    `value` is the number; `upper` the other end where two ends are named ("10 to 15 per cent"), and below `value`
    where the text goes down ("from 208 pounds to 193"). `change` is up, down or none: 5 in "rose 5 %" is the change,
    5 in "rose to 5 %" is not. `of` is the thing counted or measured, as written, "" if the words after do not say.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    upper: float | None = None
    unit: str = ""
    kind: str = "number"
    bound: str = "exact"
    of: str = ""
    change: str = "none"
