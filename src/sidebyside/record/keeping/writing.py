"""A point, or a field of one, as lines of points.yml: one style for whatever the package itself writes there."""

from __future__ import annotations

from collections.abc import Mapping

from sidebyside.record.keeping.changes import Json
from sidebyside.record.keeping.scalars import WIDTH, in_line, over_lines

ITEM_BY_ITEM = ("evidence", "near", "stale")  # lists of quotes: one on a line
FIRST = ("passage",)  # of a quote: its place, then the words


def in_flow(value: Json, name: str = "") -> str:
    """A value on one line, as it may stand between brackets; quotes of a source are always set in quotation marks.

    >>> in_flow({"quote": "It fell", "passage": "A2"}), in_flow(["asserted", "denied"]), in_flow(True)
    ("{passage: A2, quote: 'It fell'}", '[asserted, denied]', 'true')
    """
    if isinstance(value, Mapping):
        fields = sorted(value.items(), key=lambda field: field[0] not in FIRST)
        return "{" + ", ".join(f"{key}: {in_flow(each, key)}" for key, each in fields) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    # Between brackets a plain question mark is a key to some readers.
    return in_line(str(value), quoted=name == "quote" or "?" in value)


def field_lines(name: str, value: Json, column: int) -> list[str]:
    """A field as lines that start at a column; the first of them without the spaces before it."""
    inner = " " * (column + 2)
    if isinstance(value, Mapping):
        return [f"{name}:", *fields_lines(value, column + 2)]
    if name in ITEM_BY_ITEM:
        return [f"{name}:", *(f"{inner}- {in_flow(item)}" for item in value)]
    line = f"{name}: {in_line(value) if isinstance(value, str) else in_flow(value)}"
    long = isinstance(value, str) and (column + len(line) > WIDTH or "\n" in value)
    lines = over_lines(value, column) if long else []
    return [f"{name}: {lines[0]}", *lines[1:]] if lines else [line]


def fields_lines(fields: Mapping[str, Json], column: int) -> list[str]:
    """Fields, one under the other, as lines that start at a column."""
    lines: list[str] = []
    for name, value in fields.items():
        first, *rest = field_lines(name, value, column)
        lines += [" " * column + first, *rest]
    return lines


def point_lines(point: Mapping[str, Json], column: int) -> list[str]:
    """A point as an item of a list whose dashes stand at a column.

    >>> point_lines({"id": "day", "coded": {"by": "ada"}}, 2)
    ['  - id: day', '    coded:', '      by: ada']
    """
    first, *rest = fields_lines(point, column + 2)
    return [" " * column + "- " + first.lstrip(), *rest]
