"""Names as a sentence has them."""

from __future__ import annotations

from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """Names with "and" before the last.

    >>> listed(["Russia", "the Taliban", "Kabul"])
    'Russia, the Taliban and Kabul'
    """
    *others, last = names or [""]
    return f"{', '.join(others)} and {last}" if others else last
