"""Lists and counts as a sentence has them."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """Words in a row, "and" before the last.

    >>> listed(["Iran", "China", "India"]), listed(["Iran"]), listed([])
    ('Iran, China and India', 'Iran', '')
    """
    *others, last = words or [""]
    return f"{', '.join(others)} and {last}" if others else last


def count(number: int, one: str, many: str = "") -> str:
    """A number of things in words.

    >>> count(1, "problem"), count(0, "entry", "entries"), count(1200, "text")
    ('1 problem', '0 entries', '1,200 texts')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
