"""A text as the project holds it, and where in it a place of the source has come to lie.

All positions are code points, the end excluded. Line ends are made alike, because importers count them differently,
and a byte order mark is left out, because some take it for a letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from sidebyside.record.limiting import Limit

ALIKE = re.compile("\\A\ufeff+|\r\n|\r|\n")
BETWEEN = "\n[…]\n"

Span = tuple[int, int]


class Whole:
    """All of a text."""

    def __init__(self, text: str, newline: str = "\n") -> None:
        self._ends: list[int] = []
        self._gains = [0]

        def alike(found: re.Match[str]) -> str:
            new = newline if found[0][0] in "\r\n" else ""
            self._ends.append(found.end())
            self._gains.append(self._gains[-1] + len(new) - len(found[0]))
            return new

        self.text = ALIKE.sub(alike, text)

    def place(self, span: Span) -> Span:
        """Where the characters from `start` up to, not including, `end` lie now."""
        start, end = (offset + self._gains[bisect_right(self._ends, offset)] for offset in span)
        return start, end


class Excerpts:
    """The quotes of a text alone, each as far as it may be shown, in their order and apart from one another."""

    def __init__(self, text: str, spans: Iterable[Span], limit: Limit, newline: str = "\n") -> None:
        parts, at = [], 0
        places: dict[Span, Span] = {}
        for span in sorted(set(spans)):
            words = Whole(limit.quote(text[slice(*span)])).text
            places[span] = at, at + len(words)
            parts.append(words)
            at += len(words) + len(BETWEEN)
        laid = Whole(BETWEEN.join(parts) if parts else BETWEEN.strip(), newline)
        self.text = laid.text
        self._places = {span: laid.place(place) for span, place in places.items()}

    def place(self, span: Span) -> Span:
        """Where a quote lies now, or what is shown of it; only those that were given have a place."""
        return self._places[span]
