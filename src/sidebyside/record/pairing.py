"""Which item of a person's list and which of the machine's are one: those whose words overlap."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd


def overlapping(first: pd.DataFrame, second: pd.DataFrame) -> Iterator[tuple[int, list[int]]]:
    """For each row of `first`, in its order: its number, and the numbers of the rows of `second` that it overlaps.

    Both tables have the columns source, start and end, the end excluded; numbers count from 0. Time grows with the
    rows and what they overlap, not with their product.

    >>> a = pd.DataFrame({"source": ["A", "A", "B"], "start": [0, 9, 0], "end": [5, 12, 5]})
    >>> b = pd.DataFrame({"source": ["A", "A"], "start": [4, 5], "end": [5, 9]})
    >>> list(overlapping(a, b))
    [(0, [0]), (1, []), (2, [])]
    """
    lanes = {key: Lane(rows) for key, rows in numbered(second).groupby("source", sort=False)}
    for number, (source, start, end) in enumerate(zip(first.source, first.start, first.end, strict=True)):
        lane = lanes.get(source)
        yield number, lane.touched(start, end) if lane else []


def numbered(table: pd.DataFrame) -> pd.DataFrame:
    """The places of a table, each with the number of its row."""
    return table[["source", "start", "end"]].reset_index(drop=True).reset_index(names="number")


class Lane:
    """The places of one source, in the order of the text."""

    def __init__(self, rows: pd.DataFrame) -> None:
        rows = rows.sort_values("start", kind="stable")
        self.numbers, self.starts = rows.number.to_numpy(), rows.start.to_numpy(dtype=np.int64)
        self.ends = rows.end.to_numpy(dtype=np.int64)
        self.furthest = np.maximum.accumulate(self.ends)  # ends may nest; how far all up to here reach does not

    def touched(self, start: int, end: int) -> list[int]:
        """Numbers of the rows that share a code point with this stretch, in the order of the text."""
        first = int(np.searchsorted(self.furthest, start, side="right"))
        after = int(np.searchsorted(self.starts, end, side="left"))
        return [int(self.numbers[n]) for n in range(first, after) if self.ends[n] > start]
