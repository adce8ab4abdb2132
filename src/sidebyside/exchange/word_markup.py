"""Word's own markup where its library has none: each element at the place that Word's schema gives it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from sidebyside.exchange.direction import closed
from sidebyside.exchange.sheet import UNWRITABLE
from sidebyside.showing.palette import RULE

# What comes after an element among the properties it belongs to. Word calls a file broken that has another order.
AFTER = {
    "bidi": (
        "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
        "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
        "pPrChange",
    ),
    "szCs": (
        "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
        "specVanish", "oMath",
    ),
    "cantSplit": ("ins", "del", "trPrChange"),
    "tblHeader": ("ins", "del", "trPrChange"),
    "shd": ("noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark", "tcPrChange"),
    "tblBorders": ("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange"),
    "tblCellMar": ("tblLook", "tblCaption", "tblDescription", "tblPrChange"),
}  # fmt: skip


def directed(words: str) -> list[tuple[str, bool]]:
    """The words in stretches, each with whether it is written from right to left; spaces go with what stands before.

    >>> directed("The word سلام came")
    [('The word ', False), ('سلام ', True), ('came', False)]
    """
    found: list[tuple[str, bool]] = []
    for piece in re.findall(r"\S+\s*|\s+", words):
        way = next((kind for c in piece if (kind := unicodedata.bidirectional(c)) in ("L", "R", "AL")), "")
        leftward = way in ("R", "AL") if way else bool(found and found[-1][1])
        if found and found[-1][1] == leftward:
            found[-1] = (found[-1][0] + piece, leftward)
        else:
            found.append((piece, leftward))
    return found


def plain(words: str) -> str:
    """The words as XML can hold them, � for a character that it cannot; marks of direction end with them."""
    return closed(UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words))


def tag(name: str) -> str:
    """A name of Word's markup."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def mark(parent: Any, name: str, **values: str) -> Any:
    """Adds an element of Word's markup at its place, and gives it."""
    element = parent.makeelement(tag(name), {tag(key): value for key, value in values.items()})
    after = {tag(each) for each in AFTER.get(name, ())}
    parent.insert(next((n for n, child in enumerate(parent) if child.tag in after), len(parent)), element)
    return element


def shade(cell: Any, fill: str) -> None:
    """Gives a cell its ground."""
    mark(cell._tc.get_or_add_tcPr(), "shd", val="clear", color="auto", fill=fill[1:])


def borders(table: Any) -> None:
    """Thin rules in the colour of the house, and room between them and the words."""
    edges = mark(table._tbl.tblPr, "tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        mark(edges, edge, val="single", sz="4", space="0", color=RULE.light[1:])
    margins = mark(table._tbl.tblPr, "tblCellMar")
    for edge, twentieths in (("top", "60"), ("left", "110"), ("bottom", "40"), ("right", "110")):
        mark(margins, edge, w=twentieths, type="dxa")


def colour(code: str) -> Any:
    """A colour of the palette as Word has it."""
    from docx.shared import RGBColor

    return RGBColor.from_string(code[1:].upper())
