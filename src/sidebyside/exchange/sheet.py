"""A sheet of a workbook: a table whose words stay words, to be read on a screen and printed on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial
from typing import Any, NamedTuple

import pandas as pd

from sidebyside.showing.palette import INK, PAPER, QUIET, RULE, SOFT, VERDICTS

LONGEST = 32_767  # UTF-16 units, the most that Excel takes in a cell
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML 1.0 cannot hold
LINE, TALLEST = 12, 409  # points: a line of the sheet's type, and the tallest row that Excel makes
PER_WIDTH = 1.35  # characters of the sheet's type to one of a column's width, which is counted in a larger type
CUT = " … (cut: Excel takes no longer cell; the CSV has it whole)"


class Column(NamedTuple):
    """A column of a sheet: name in the table, head, width in characters; `aside`: not on the printed page."""

    name: str
    head: str
    width: float
    aside: bool = False


def add_sheet(
    book: Any, name: str, table: pd.DataFrame, columns: Sequence[Column], colours: Sequence[str] = ()
) -> None:
    """Adds the table as a sheet: head frozen and filtered, text wrapped, printed across one page with its head on each.

    `colours` are the verdicts' keys, row by row: the column `verdict` gets their colour beside its word.
    """
    sheet = book.add_worksheet(name)
    look = cache(partial(style, book))
    printed = [column for column in columns if not column.aside]
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, writable(column.head), look("head"))
        for line, value in enumerate(table[column.name], 1):
            verdict = colours[line - 1] if colours and column.name == "verdict" else ""
            if isinstance(value, str):
                sheet.write_string(line, place, writable(value), look("words", verdict))
            else:
                sheet.write_number(line, place, value, look("number"))
    for line, row in enumerate(table[[column.name for column in columns]].itertuples(index=False), 1):
        sheet.set_row(line, height(row, columns))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(table), 1), len(columns) - 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, len(table), len(printed) - 1)
    sheet.set_footer(f"&L&8{name}&R&8&P / &N")


def height(row: Sequence[object], columns: Sequence[Column]) -> float:
    """How tall a row is, in points, so that its longest cell can be read: not every program finds that out by itself.

    >>> height(["a" * 100], [Column("words", "Words", 50)])
    26
    """
    lines = (
        sum(1 + int(len(line) / (column.width * PER_WIDTH)) for line in str(cell).split("\n"))
        for cell, column in zip(row, columns, strict=True)
    )
    return min(TALLEST, LINE * max(lines) + 2)


def style(book: Any, kind: str, verdict: str = "") -> Any:
    """The format of a cell."""
    base = {"font_name": "Arial", "font_size": 9, "font_color": INK.light, "valign": "top", "bottom": 1}
    base |= {"bottom_color": RULE.light}
    kinds: dict[str, dict[str, Any]] = {
        "head": {"bold": True, "text_wrap": True, "bg_color": SOFT.light, "bottom_color": QUIET.light},
        # Typed into again, "=1+1" would turn into a formula: the prefix keeps it words.
        "words": {"text_wrap": True, "quote_prefix": True},
        "number": {"num_format": "#,##0", "align": "right", "indent": 1},
    }
    coloured = {"bold": True, "bg_color": tint(VERDICTS[verdict].light), "left": 5, "indent": 1} if verdict else {}
    if verdict:
        coloured["left_color"] = VERDICTS[verdict].light
    return book.add_format(base | kinds[kind] | coloured)


def tint(colour: str, share: float = 0.14) -> str:
    """The colour thinned with the paper's, so that ink stays readable on it.

    >>> tint("#000000", 0.0) == PAPER.light
    True
    """
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(PAPER.light[1:]), strict=True)
    return "#" + bytes(round(share * one + (1 - share) * other) for one, other in pairs).hex()


def writable(words: str) -> str:
    """The words as a cell can hold them: what XML cannot hold as �, what is too long cut, and said so in the cell.

    >>> writable("a\\x00b"), len(writable("a" * 40_000))
    ('a�b', 32767)
    """
    words = UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words)
    units = len(words.encode("utf-16-le")) // 2
    if units <= LONGEST:
        return words
    kept = words.encode("utf-16-le")[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore")
    return kept + CUT
