"""How an annotation names a passage: by its words with enough around them to be found once, and by its position."""

from __future__ import annotations

from typing import Any

from sidebyside.record.limiting import Limit

AROUND = 32  # code points before and behind, at least
STEP = 32  # and so many more on each side, as long as the words stand elsewhere with the same around them


def selectors(text: str, start: int, end: int, limit: Limit) -> list[dict[str, Any]]:
    """A TextQuoteSelector and a TextPositionSelector of the same place, in code points, the end excluded.

    Under a limit the first has no context, and of longer words their beginning, as they stand; without any words it is
    left out. The position holds in every case: it is how the place is found then.
    """
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    if limit.most is None:
        before, behind = context(text, start, end)
        quote = {"exact": text[start:end], "prefix": before, "suffix": behind}
        return [{"type": "TextQuoteSelector", **quote}, position]
    # Without the sign that something follows: it is not in the text, where the words are to be found again.
    exact = limit.quote(text[start:end])
    exact = exact if exact == text[start:end] else exact.removesuffix(" …")
    return [*([{"type": "TextQuoteSelector", "exact": exact}] if exact else []), position]


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a place, long enough that all three together stand in the text once.

    >>> text = "It fell on Monday. " * 9
    >>> before, behind = context(text, 22, 26)
    >>> text.count(before + "fell" + behind), text.startswith(before)
    (1, True)
    """
    reach = AROUND
    while True:
        first, last = max(0, start - reach), min(len(text), end + reach)
        if text.find(text[first:last]) == first and text.find(text[first:last], first + 1) < 0:
            return text[first:start], text[end:last]
        reach += STEP
