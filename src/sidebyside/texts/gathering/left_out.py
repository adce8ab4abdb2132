"""What is not in a corpus though it lies under its path: counted, and said in a line of its own for each reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sidebyside.errors import SourceError

SHOWN = 3  # of a kind


class Unusable(SourceError):
    """A table as a whole, and not a row of it: it cannot be opened, or no column of it holds the words of texts."""


@dataclass
class LeftOut:
    """Rows without words, files that are no text, files that cannot be read, dates that are none or could be two."""

    rows: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)

    @property
    def said(self) -> Iterator[str]:
        """A line for each kind that there is.

        >>> list(LeftOut(rows=["reports.csv row 3"]).said)
        ['1 row without words was left out: reports.csv row 3']
        """
        kinds = [
            (self.rows, "row without words was", "rows without words were", "left out"),
            (self.others, "file that is no text was", "files that are no text were", "left out"),
            (self.broken, "file cannot be used and was", "files cannot be used and were", "left out"),
            (self.dates, "date was", "dates were", "not understood (2024-03-05 would be)"),
        ]
        for places, one, many, what in kinds:
            if places:
                shown = "; ".join([*places[:SHOWN], *(["…"] if len(places) > SHOWN else [])])
                yield f"{len(places):,} {one if len(places) == 1 else many} {what}: {shown}"
