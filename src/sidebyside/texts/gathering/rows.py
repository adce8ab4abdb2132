"""The rows of a table, each a dict by column, read one after the other: CSV, JSON Lines, Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from typing import Any

from sidebyside.errors import SourceError
from sidebyside.texts.extras import extra
from sidebyside.texts.gathering.columns import worded
from sidebyside.texts.gathering.entries import BROKEN, Entry
from sidebyside.texts.gathering.left_out import Unusable
from sidebyside.texts.gathering.lines import lines_of
from sidebyside.texts.taking.limits import LONGEST

SEPARATORS = ",;\t|"
BATCH = 64  # rows of Parquet in memory at once

Row = dict[str, Any]
Rows = Iterator[tuple[int, Row]]
Tell = Callable[[str], None]


def csv_rows(entry: Entry, tell: Tell) -> Rows:
    """The rows of a CSV file under the names in its first one, which is row 1, as in a spreadsheet.

    Raises Unusable where that row says nothing of use, SourceError for another.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST))
    lines = lines_of(entry, tell)
    head = next(lines, "")
    # What parts the columns is what stands most often between their names.
    reader = csv.reader(chained(head, lines), delimiter=max(SEPARATORS, key=head.count), strict=True)
    number = 0
    try:
        columns = [column.strip() for column in next(reader, [])]
        number = 1
        worded(columns, entry.shown)
        if twice := next((column for column in columns if columns.count(column) > 1), None):
            raise SourceError(f"{entry.shown} has two columns “{twice}”; give one of them another name")
        for cells in reader:
            number += 1
            if len(cells) > len(columns):
                what = f"has {len(cells)} cells under {len(columns)} columns"
                raise SourceError(f"{entry.shown} row {number:,} {what}; put cells that hold a separator in quotes")
            if cells:
                yield number, dict(zip(columns, cells, strict=False))
    except csv.Error as error:
        kind = SourceError if number else Unusable
        raise kind(f"{entry.shown} row {number + 1:,}: {error}; mend its quotes, or save it anew") from None


def chained(head: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines with their head before them again."""
    yield head
    yield from lines


def json_rows(entry: Entry, tell: Tell) -> Rows:
    """The rows of a file with one JSON object a line, by the number of the line from 1."""
    for number, line in enumerate(lines_of(entry, tell), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise SourceError(f"{entry.shown} row {number:,} is not JSON ({error}); write one object a line") from None
        if not isinstance(row, dict):
            raise SourceError(f'{entry.shown} row {number:,} is no object; write {{"text": "..."}}')
        yield number, row


def parquet_rows(entry: Entry, tell: Tell) -> Rows:
    """The rows of a Parquet file, from 1; of its columns only those that are taken, and a few rows at once.

    Raises Unusable where not one of them can be read, SourceError for a later one.
    """
    arrow, parquet = extra("pyarrow"), extra("pyarrow.parquet")
    number = 0
    try:
        with entry.open() as stream, parquet.ParquetFile(stream) as file:
            names = file.schema_arrow.names
            taken = list(worded(names, entry.shown).values())
            for batch in file.iter_batches(batch_size=BATCH, columns=taken):
                for row in batch.to_pylist():
                    number += 1
                    # The others are named, so that it can be said that they were left out.
                    yield number, dict.fromkeys(names) | row
    except (arrow.ArrowException, OSError, *BROKEN) as error:
        reason, kind = next(iter(str(error).splitlines()), "no reason given"), SourceError if number else Unusable
        raise kind(f"{entry.shown} after row {number:,} is no Parquet that can be read ({reason})") from None


TABLES: dict[str, Callable[[Entry, Tell], Rows]] = {
    "csv": csv_rows,
    "tsv": csv_rows,
    "jsonl": json_rows,
    "ndjson": json_rows,
    "parquet": parquet_rows,
}
