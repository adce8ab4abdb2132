"""Places that are spoken for: is this token inside one of them?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Spans:
    """Spans merged and in order, so that each question is a look-up.

    >>> spans = Spans([(4, 8), (2, 5), (20, 30)])
    >>> spans.holds(7, 9), spans.holds(8, 20), spans.within(6, 25)
    (True, False, [(0, 2), (14, 19)])
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(span for span in spans if span[0] < span[1]):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(start)
                self.ends.append(end)

    def holds(self, start: int, end: int) -> bool:
        """Some span overlaps this one."""
        i = bisect_left(self.starts, end)
        return i > 0 and self.ends[i - 1] > start

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans that overlap a stretch, counted from its start."""
        first, after = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return [
            (max(a, start) - start, min(b, end) - start)
            for a, b in zip(self.starts[first:after], self.ends[first:after], strict=True)
        ]
