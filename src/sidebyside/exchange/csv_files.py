"""Points and quotes as CSV that a spreadsheet opens as words, and that a program reads back exactly.

UTF-8 with a byte order mark: without it Excel takes the file for the system's old encoding, and Cyrillic for noise;
who reads with a program names the encoding `utf-8-sig`. Lines end in CR LF (RFC 4180).
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from sidebyside.exchange import rows
from sidebyside.exchange.about import about
from sidebyside.exchange.writing import written
from sidebyside.record import Comparison
from sidebyside.record.limiting import Limit

# Where a cell begins so, a spreadsheet may take it for a formula; the wide forms are those of East Asian keyboards.
FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def write(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes points.csv, quotes.csv and about.csv, and pairs.csv for more than two sources.

    Columns: rows.POINTS, rows.QUOTES; what, told; rows.PAIRS.
    """
    limit = Limit(work, excerpts)
    tables = {"points": rows.points(work, limit), "quotes": rows.quotes(work, limit), "about": about(work, limit)}
    if rows.paired(work):
        tables["pairs"] = rows.pairs(work, limit)
    return written(out, {f"{name}.csv": csv_bytes(table) for name, table in tables.items()})


def csv_bytes(table: pd.DataFrame) -> bytes:
    """A table as the bytes of a CSV file, its words neutralised."""
    safe = table.map(lambda value: neutral(value) if isinstance(value, str) else value)
    words: str = safe.to_csv(index=False, lineterminator="\r\n")
    return words.encode("utf-8-sig")


def neutral(words: str) -> str:
    """The words with ' before them where a spreadsheet would take them for a formula; `restored` gives them back.

    >>> neutral("=1+1"), neutral("'-5"), neutral("so = so"), neutral("'quoted'")
    ("'=1+1", "''-5", 'so = so', "'quoted'")
    """
    return f"'{words}" if FORMULA.match(words) else words


def restored(cell: str) -> str:
    """The words that `neutral` was given: one ' less, where any number of them leads to what a formula begins with.

    >>> restored("'=1+1"), restored("''-5"), restored("'quoted'")
    ('=1+1', "'-5", "'quoted'")
    """
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
