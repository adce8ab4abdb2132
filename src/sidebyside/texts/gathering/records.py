"""A row of a table as a text: its fields by the names of the columns, its place in every error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sidebyside.errors import SourceError
from sidebyside.texts.gathering.columns import said, worded
from sidebyside.texts.gathering.days import day_of
from sidebyside.texts.gathering.entries import Entry
from sidebyside.texts.gathering.left_out import LeftOut
from sidebyside.texts.gathering.rows import Row, Rows
from sidebyside.texts.gathering.text import Text
from sidebyside.texts.passages import encodable
from sidebyside.texts.taking.limits import LONGEST


def records(entry: Entry, rows: Rows, tell: Callable[[str], None], left: LeftOut) -> Iterator[Text]:
    """The texts of a table's rows. A row without a key goes by its number, with the file's name where there are others.

    Raises Unusable where no column holds words, SourceError for a row whose words are none, or too many.
    """
    columns: tuple[str, ...] = ()
    fields: dict[str, str] = {}
    for number, row in rows:
        place = f"{entry.shown} row {number:,}"
        if not fields or not set(row) <= set(columns):  # in JSON Lines a later row may have other fields
            columns = tuple(dict.fromkeys([*columns, *row]))
            before, fields = fields, worded(columns, place)
            if fields != before:
                tell(f"{entry.shown}: {said(fields, columns)}")
        found = record(entry, number, row, fields, place, left)
        if found is not None:
            yield found


def record(entry: Entry, number: int, row: Row, fields: dict[str, str], place: str, left: LeftOut) -> Text | None:
    """One row as a text; None where it has no words."""
    words = row.get(fields["words"])
    if words is None or (isinstance(words, str) and not words.strip()):
        left.rows.append(place)
        return None
    if not isinstance(words, str):
        what = f"“{fields['words']}” holds {type(words).__name__}"
        raise SourceError(f"{place}: {what}, not words; write them as one string")
    if len(words) > LONGEST:
        raise SourceError(f"{place} has {len(words):,} characters; more than {LONGEST:,} is not one text")
    stated = {field: cell(row.get(column)) for field, column in fields.items() if field != "words"}
    date = day_of(stated.get("date", ""))
    if stated.get("date") and not date:
        left.dates.append(f"{place} “{stated['date']}”")
    return Text(
        key=stated.get("key") or " ".join(filter(None, [entry.name, f"{number:06d}"])),
        words=encodable(words),
        title=stated.get("title", ""),
        by=stated.get("by", ""),
        date=date,
        address=stated.get("address", ""),
    )


def cell(value: Any) -> str:
    """A cell as words in one line; several as one, parted by commas.

    >>> cell(None), cell(12), cell(" The\\n Post "), cell(["Ada Holm", "Bo Lind"])
    ('', '12', 'The Post', 'Ada Holm, Bo Lind')
    """
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(cell, value)))
    return "" if value is None else encodable(" ".join(str(value).split()))
