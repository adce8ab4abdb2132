"""A table of cells that are words, signs or chips; every sheet of the workbook is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from sidebyside.record import Comparison
from sidebyside.showing.excerpts import Chip, Chips
from sidebyside.showing.markup import Html, render


@dataclass(frozen=True)
class Cell:
    """What stands in one cell, from first to last: signs, words of ours, words of a source, chips."""

    text: str = ""
    verdict: str = ""
    shown: str = ""
    speaking: tuple[str, ...] = ()
    proposed: bool = False  # the verdict is the machine's, and nobody has decided
    letters: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    of: str = ""
    chips: Sequence[Chip] = ()
    quote: str = ""
    quiet: str = ""
    number: bool = False


@dataclass(frozen=True)
class Row:
    """A row: its head, its cells, and the id by which it can be linked to."""

    head: str
    cells: Sequence[Cell]
    id: str = ""


@dataclass
class Group:
    """Rows under one heading; an empty heading is not drawn."""

    name: str = ""
    rows: list[Row] = field(default_factory=list)


class Sheet(Html):
    """A table to look at; `frame` is the same as a DataFrame, to count and to filter."""

    def __init__(self, piece: Html, frame: pd.DataFrame) -> None:
        super().__init__(piece.markup)
        self.frame = frame

    def __repr__(self) -> str:
        return str(self.frame.to_string(max_colwidth=40, index=False))


def table(
    frame: pd.DataFrame,
    heads: Sequence[str],
    groups: Iterable[Group],
    chips: Chips,
    caption: str = "",
    apart: bool = False,
    nothing: str = "Nothing to list.",
) -> Sheet:
    """The table, with the words that its chips open; `apart`: without them, for whoever prints them elsewhere.

    Where it has no row, `nothing` stands in its place.
    """
    groups = [within(chips.work, group) for group in groups if group.rows]
    piece = render(
        "table.html.j2", heads=heads, groups=groups, chips=chips, caption=caption, apart=apart, nothing=nothing
    )
    return Sheet(piece, frame)


def within(work: Comparison, group: Group) -> Group:
    """The group with no more words of a source in a row than may be shown."""
    if work.excerpts is None:
        return group
    rows = [
        replace(row, cells=[replace(cell, quote=work.limit.quote(cell.quote)) for cell in row.cells])
        for row in group.rows
    ]
    return Group(group.name, rows)


def show(
    work: Comparison,
    frame: pd.DataFrame,
    caption: str = "",
    chips: Chips | None = None,
    nothing: str = "Nothing to list.",
) -> Sheet:
    """Any DataFrame as a table; ids of passages and points in it become chips that open their words.

    Whoever passes `chips` prints what they open: inside something that is folded away it could not be shown.
    """
    apart, chips = chips is not None, chips or Chips(work)
    rows = [
        Row(work.limit.said(str(values[0]), draft=True), [auto_cell(value, chips) for value in values[1:]])
        for values in frame.itertuples(index=False)
    ]
    return table(frame, list(map(str, frame.columns)), [Group(rows=rows)], chips, caption, apart=apart, nothing=nothing)


def auto_cell(value: object, chips: Chips) -> Cell:
    """A value as a cell: numbers to the right, ids of passages and points as chips, a dash for what is missing."""
    if isinstance(value, list | tuple):
        if value and all(known(item, chips.work) for item in value):
            return Cell(chips=[chip for item in value for chip in opens(item, chips)])
        return Cell(chips.work.limit.said(", ".join(map(str, value)), draft=True))
    if value is None or pd.isna(value):
        return Cell("–", number=isinstance(value, float))
    if pd.api.types.is_integer(value) or pd.api.types.is_float(value):
        return Cell(format(value, ",.2f" if pd.api.types.is_float(value) else ","), number=True)
    return Cell(chips=found) if (found := opens(value, chips)) else Cell(chips.work.limit.said(str(value), draft=True))


def known(value: object, work: Comparison) -> bool:
    """Whether a value is the id of a passage or of a point."""
    words = str(value)
    return any(source.passage(words) for source in work.texts) or any(point.id == words for point in work.coded.points)


def opens(value: object, chips: Chips) -> list[Chip]:
    """The chips of a passage's or a point's id; none for any other words."""
    work, words = chips.work, str(value)
    for source in work.texts:
        if source.passage(words):
            return [chips.passage(source.key, words)]
    return [chip for key in work.keys for chip in chips.of(work.evidence_of(words, key))]
