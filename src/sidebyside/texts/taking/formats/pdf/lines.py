"""The lines of a PDF's page, each with its place: in points, from the page's left and from its foot."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

from pypdfium2 import raw

GAP = 1.2  # of the type's size: wider than the white of justified lines, narrower than what parts two columns
RAISED = 0.85  # of the line's size: a figure in smaller type than this, behind a word, leads to a note
MARK = re.compile(r"(?<=[^\W\d]{2})[.,;:!?”’\"')\]»]* ?(\d{1,3})(?=[\s.,;:!?]|$)")  # behind one letter: a power
# A bullet of a type of its own, whose number means nothing outside it.
BULLET = re.compile("^[\x01-\x1f\x7f-\x9f\ue000-\uf8ff](?= )")
SLASHES = re.compile(r"(?<=:/) (?=/)")  # PDFium parts them
# A line ends where PDFium says, and behind a hyphen that it marks: there it has put two lines into one.
ENDED = re.compile("[^\r\n\ufffe]+\ufffe?")


class Spot(NamedTuple):
    """Where a character stands: its left and right, the line it stands on, and the size of its type, in points."""

    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True)
class Line:
    """Words on one height of one column."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


@dataclass(frozen=True)
class Page:
    """The lines of one page in the order in which the file has them; `marks` of notes were left out of them."""

    number: int
    lines: tuple[Line, ...]
    marks: int


def page_read(page: Any, number: int) -> Page:
    """The page with its lines, broken where white parts two columns or two cells."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        text = textpage.get_text_range() if count else ""
        if len(text) != count:  # some letter is two characters, or none: their places are counted one by one
            text = one_by_one(textpage, count)
        dropped: list[int] = []
        lines = tuple(line for found in ENDED.finditer(text)
                      for line in lines_at(textpage, text, *found.span(), number, dropped))  # fmt: skip
        return Page(number, lines, len(dropped))
    finally:
        textpage.close()


def one_by_one(textpage: Any, count: int) -> str:
    """A character for each of PDFium's, which here marks a hyphen by the number 2."""
    codes = (raw.FPDFText_GetUnicode(textpage, place) for place in range(count))
    return "".join("\ufffe" if code == 2 else chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


def paired(words: str) -> str:
    """The words with each character that came as two halves as one: an emoji is two of PDFium's.

    >>> paired("\\ud83c\\udf0a") == "\\U0001f30a"
    True
    """
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def lines_at(textpage: Any, text: str, start: int, end: int, number: int, dropped: list[int]) -> Iterator[Line]:
    """The line that stands from `start` to `end`, or the several that white space parts it into."""
    begun = last = -1
    wide = GAP * spot(textpage, start).size
    for word in re.finditer(r"\S+", text[start:end]):
        first = start + word.start()
        if begun < 0:
            begun = first
        elif apart(sides(textpage, last - 1), sides(textpage, first)) > wide:
            yield line_of(textpage, text, begun, last, number, dropped)
            begun = first
        last = start + word.end()
    if begun >= 0:
        yield line_of(textpage, text, begun, last, number, dropped)


def line_of(textpage: Any, text: str, start: int, end: int, number: int, dropped: list[int]) -> Line:
    """The characters from `start` to `end` as one line, without the raised figures that lead to notes."""
    last = end - 1 - (text[end - 1] == "\ufffe" and end - start > 1)  # PDFium's hyphen mark has no place
    spots = [spot(textpage, place) for place in (start, (start + last) // 2, last)]
    size, base = max(each.size for each in spots), median(each.base for each in spots)
    words = list(text[start:end])
    for mark in MARK.finditer(text[start:end]):
        figure = spot(textpage, start + mark.start(1))
        if figure.size < RAISED * size and figure.base > base + 0.1 * size:
            words[mark.start(1) : mark.end(1)] = [""] * len(mark[1])
            dropped.append(start + mark.start(1))
    said = BULLET.sub("•", SLASHES.sub("", paired("".join(words))).strip())
    return Line(
        said, number, min(each.left for each in spots), max(each.right for each in spots),
        base, size, is_bold(textpage, start),
    )  # fmt: skip


def apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How much white is between two characters, whichever stands to the left."""
    return min(abs(other[0] - one[1]), abs(one[0] - other[1]))


def sides(textpage: Any, place: int) -> tuple[float, float]:
    """The left and the right of a character; zeros for one that PDFium put in itself."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(textpage, place, left, right, bottom, top)
    return left.value, right.value


def spot(textpage: Any, place: int) -> Spot:
    """Where a character stands."""
    over, base, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(textpage, place, over, base)
    scale = math.hypot(matrix.c, matrix.d) if raw.FPDFText_GetMatrix(textpage, place, matrix) else 1.0
    return Spot(*sides(textpage, place), base.value, raw.FPDFText_GetFontSize(textpage, place) * scale)


def is_bold(textpage: Any, place: int) -> bool:
    """The name of the character's type says that it is bold."""
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, place, buffer, 128, flags)
    return bool(re.search(rb"bold|black|heavy", buffer.value, re.I))
