"""What a coder wrote down beside what the machine read: the same, another value, or only one of the two."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pandas as pd

from sidebyside.reading.read import Reading, read
from sidebyside.record.comparison import Comparison
from sidebyside.texts import Source

DIFFERENCES = {
    "source": "key of the source",
    "passage": "id of the passage",
    "status": "same, other value, only coded or only read",
    "quote": "the words",
    "coded": "what the coder wrote down",
    "read": "what the machine read",
}
KINDS: dict[str, Callable[[Any], str]] = {
    "dates": lambda row: f"{row.since} to {row.until}",
    "figures": lambda row: f"{'' if row.bound == 'exact' else row.bound + ' '}{row.value:,.10g}",
}


@lru_cache(maxsize=16)
def reading_of(source: Source) -> Reading:
    """The machine's reading of a source, made once in a process."""
    return read(source)


def differences(work: Comparison, kind: str) -> pd.DataFrame:
    """Every date or figure of the coded list and of the machine's reading, in the order of the texts.

    `kind` is "dates" or "figures". Two items are one where their words overlap; columns: DIFFERENCES.
    """
    shown = KINDS[kind]
    coded_rows, rows = list(getattr(work, kind).itertuples()), []
    for source in work.texts:
        mine = [row for row in coded_rows if row.source == source.key]
        found = list(getattr(reading_of(source), kind).itertuples())
        met: set[int] = set()
        for row in mine:
            overlapping = [f for f in found if f.start < row.end and row.start < f.end]
            met.update(f.Index for f in overlapping)
            values = [shown(f) for f in overlapping]
            same = shown(row) in values
            status = "same" if same else "other value" if values else "only coded"
            rows.append(
                (row.start, source.key, row.passage, status, row.quote, shown(row), "; ".join(dict.fromkeys(values)))
            )
        rows += [
            (f.start, source.key, f.passage, "only read", f.quote, "", shown(f)) for f in found if f.Index not in met
        ]
    order = {source.key: number for number, source in enumerate(work.texts)}
    rows.sort(key=lambda row: (order[row[1]], row[0]))
    return pd.DataFrame([row[1:] for row in rows], columns=list(DIFFERENCES))
