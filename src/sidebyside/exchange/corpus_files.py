"""A corpus as four tables, each as Parquet for programs and as CSV for spreadsheets; and what their columns mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from sidebyside.errors import Refused
from sidebyside.exchange.csv_files import csv_bytes
from sidebyside.matching.corpus.claims import CLAIMS
from sidebyside.matching.corpus.corpus import STATEMENTS, TEXTS
from sidebyside.matching.corpus.tables import PAIRS
from sidebyside.matching.pair import SHORT
from sidebyside.texts import shortened
from sidebyside.texts.extras import extra
from sidebyside.texts.files import replacing, write_all

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

COLUMNS = {"texts": TEXTS, "statements": STATEMENTS, "pairs": PAIRS, "claims": CLAIMS}
QUOTES = {"statements": ("words",), "claims": ("label",)}  # columns of words of the texts, by table
QUOTING = {"pairs": ("reason", "against")}  # and of sentences that quote up to SHORT words of one


def write(corpus: Corpus, out: Path, excerpts: int | None = None) -> list[Path]:
    """Writes texts, statements, pairs and claims (columns: COLUMNS) as .parquet and .csv, and columns.csv.

    At most `excerpts` words of a text in a row are written, None for all; reasons are left out where they may quote
    more. Each file is written whole or not at all; one table at a time is in memory. Raises Refused where that cannot
    be done.
    """
    meaning = [(table, column, says) for table, columns in COLUMNS.items() for column, says in columns.items()]
    told: pd.DataFrame = pd.DataFrame(meaning, columns=["table", "column", "meaning"])
    try:
        paths = write_all(out, {"columns.csv": csv_bytes(told)})
        for name, columns in COLUMNS.items():
            table = limited(name, getattr(corpus, name)[list(columns)], excerpts)
            paths += [as_parquet(table, out / f"{name}.parquet"), as_csv(table, out / f"{name}.csv")]
    except OSError as error:
        raise Refused(f"{out} cannot be written to: {error.strerror or error}", "Name another folder", "out") from None
    return paths


def limited(name: str, table: pd.DataFrame, excerpts: int | None) -> pd.DataFrame:
    """The table of that name with no more words of a text than may be shown."""
    if excerpts is None:
        return table
    cut = {column: table[column].map(lambda words: shortened(words, excerpts)) for column in QUOTES.get(name, ())}
    if excerpts < SHORT:
        cut |= dict.fromkeys(QUOTING.get(name, ()), "")
    return table.assign(**cut)


def as_parquet(table: pd.DataFrame, path: Path) -> Path:
    """The table as Parquet; tuples are lists there."""
    arrow = extra("pyarrow")
    with replacing(path) as file:
        extra("pyarrow.parquet").write_table(arrow.Table.from_pandas(table, preserve_index=False), file)
    return path


def as_csv(table: pd.DataFrame, path: Path) -> Path:
    """The table as CSV; what a tuple holds is parted by ;, and tuples in a tuple by |."""
    with replacing(path) as file:
        file.write(csv_bytes(table.map(lambda cell: parted(cell) if isinstance(cell, tuple) else cell)))
    return path


def parted(cell: tuple) -> str:
    """A tuple as words.

    >>> parted((3, 4)), parted(((3, 4), (9,))), parted(())
    ('3; 4', '3; 4 | 9', '')
    """
    if any(isinstance(each, tuple) for each in cell):
        return " | ".join(map(parted, cell))
    return "; ".join(map(str, cell))
