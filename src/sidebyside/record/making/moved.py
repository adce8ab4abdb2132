"""What becomes of the lines of a text when it changes: each line that stays is found at its new place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate

from sidebyside.record.comparison_file import PartEntry

# As an editor counts them: a form feed or a line separator ends no line of the file.
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class Moved:
    """A text before and after; lines count from 1, places are code points."""

    def __init__(self, before: str, after: str) -> None:
        self.before, self.after = (LINE.findall(text) for text in (before, after))

    @cached_property
    def lines(self) -> dict[int, int]:
        """The new number of each line that is still there; one of as many that were rewritten in its place counts.

        >>> Moved("a\\nb\\nc\\n", "new\\na\\nB\\nc\\n").lines
        {1: 2, 2: 3, 3: 4}
        """
        found: dict[int, int] = {}
        for what, i, j, k, m in SequenceMatcher(None, self.before, self.after, autojunk=False).get_opcodes():
            if what == "equal" or (what == "replace" and j - i == m - k):
                found.update(zip(range(i + 1, j + 1), range(k + 1, m + 1), strict=True))
        return found

    @cached_property
    def starts(self) -> tuple[list[int], list[int]]:
        """Where the lines start, before and after."""
        return tuple(list(accumulate(map(len, lines), initial=0)) for lines in (self.before, self.after))  # type: ignore[return-value]

    def place(self, start: int) -> int | None:
        """Where a place of the old text is in the new one; None where its line is gone.

        >>> Moved("one\\ntwo\\n", "zero\\none\\ntwo\\n").place(5)
        10
        """
        before, after = self.starts
        line = bisect_right(before, start)
        there = self.lines.get(line)
        return after[there - 1] + start - before[line - 1] if there else None

    def part(self, entry: PartEntry) -> PartEntry | None:
        """The part at its new lines, None where none of them is left.

        >>> Moved("a\\nb\\n", "new\\na\\nb\\n").part(PartEntry(role="title", lines="1-2")).lines
        '2-3'
        """
        first, last = span(entry)
        new = [self.lines[line] for line in range(first, last + 1) if line in self.lines]
        return PartEntry(role=entry.role, lines=spelled(min(new), max(new))) if new else None

    def unmet(self, first: int, last: int) -> bool:
        """Whether all of these new lines were not there before."""
        return not set(self.lines.values()) & set(range(first, last + 1))

    def pages(self, starts: Iterable[int]) -> Iterator[int]:
        """Where the pages begin whose first line is still there."""
        for start in starts:
            there = self.place(start)
            if there is not None:
                yield there


def span(entry: PartEntry) -> tuple[int, int]:
    """The first and the last line of a part."""
    first, _, last = entry.lines.partition("-")
    return int(first), int(last or first)


def spelled(first: int, last: int) -> str:
    """Lines as comparison.yml has them.

    >>> spelled(4, 4), spelled(4, 7)
    ('4', '4-7')
    """
    return str(first) if first == last else f"{first}-{last}"
