"""Lines as paragraphs: a line goes on from the one above it, unless white space or type says otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sidebyside.texts.parts import BODY
from sidebyside.texts.taking.blocks import CONTROL, Block
from sidebyside.texts.taking.formats.pdf.lines import Line
from sidebyside.texts.taking.hyphens import joined

STOP = re.compile(r"[.!?:…؟。][\"'”’»)\]]*$")
ITEM = re.compile(r"(?:[•●▪◦‣·–—*-]|\(?(?:\d{1,3}|[a-z])[.)])\s")
LEADER = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]*$")  # leads to a page number
MARK_ALONE = re.compile(r"[•●▪◦‣·–—*†‡-]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]?")
NOTE = re.compile(r"(?:\d{1,3}|[*†‡])[.)]?(?:\s|(?=[A-Z]))")
WORD = re.compile(
    r"[^\W\d_]{2}|[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]"
)  # a block without one is of a formula or a table
LARGER = 1.12  # than the type of the body: a heading
SMALLER = 0.93  # a note at the foot


@dataclass(frozen=True)
class Body:
    """The type that most of the text is in, and how far below each other its lines stand (points)."""

    size: float
    pitch: float
    bold: bool


def body_of(columns: Sequence[Sequence[Line]]) -> Body:
    """By letters, not by lines: a heading is short."""
    letters: Counter[tuple[float, bool]] = Counter()
    for column in columns:
        for line in column:
            letters[round(line.size, 1), line.bold] += len(line.text)
    (size, bold), _ = letters.most_common(1)[0]
    steps = [
        above.base - below.base
        for column in columns
        for above, below in pairwise(column)
        if 0 < above.base - below.base < 3 * size and abs(above.size - size) < 0.5
    ]
    return Body(size, median(steps) if steps else 1.2 * size, bold)


def notes_of(column: Sequence[Line], body: Body) -> int:
    """How many lines at the foot of a column are notes: in smaller type, the first with a figure or a mark."""
    count = 0
    for line in reversed(column):
        if line.size >= SMALLER * body.size:
            break
        count += 1
    while count and not NOTE.match(column[len(column) - count].text):
        count -= 1
    return count


def paragraphs(columns: Sequence[Sequence[Line]], body: Body) -> Iterator[list[Line]]:
    """The lines of each paragraph, over the ends of columns and pages."""
    begun: list[Line] = []
    for column in columns:
        left = min(line.left for line in column)
        right = max(line.right for line in column)
        for place, line in enumerate(column):
            if begun and (begins_in_column(begun[-1], line, left, right, body) if place
                          else begins_over(begun[-1], line, left, body)):  # fmt: skip
                yield begun
                begun = []
            begun.append(line)
    if begun:
        yield begun


def other_type(before: Line, line: Line) -> bool:
    """Another size, or bold type begins, or ends where no sentence goes on: a heading, a caption, a note."""
    if abs(before.size - line.size) > 0.08 * max(before.size, line.size):
        return True
    return (line.bold and not before.bold) or (before.bold and not line.bold and line.text[:1].isupper())


def begins_in_column(before: Line, line: Line, left: float, right: float, body: Body) -> bool:
    """Under a line of its own column."""
    step = before.base - line.base
    if abs(step) < 0.5 * line.size:  # on one height: cells of a row, or one line that PDFium broke
        if LEADER.search(before.text):
            return False
        away = min(abs(line.left - before.right), abs(before.left - line.right))
        return away > line.size and not MARK_ALONE.fullmatch(before.text)
    if other_type(before, line) or step > 1.35 * max(body.pitch, 1.15 * line.size) or step < 0:
        return True
    if ITEM.match(line.text) or LEADER.search(before.text) or (before.text.isdigit() and line.left < before.left):
        return True
    indented = 0.7 * line.size < line.left - before.left and line.left - left < 6 * line.size
    short = before.right < left + 0.85 * (right - left)
    return indented or (short and bool(STOP.search(before.text)))


def begins_over(before: Line, line: Line, left: float, body: Body) -> bool:
    """At the head of the next column or page."""
    if other_type(before, line) or abs(before.size - body.size) > 0.08 * body.size:
        return True
    return bool(STOP.search(before.text)) and not line.text[:1].islower()


def block_of(lines: Sequence[Line], known: Collection[str], body: Body, role: str = BODY) -> tuple[Block, int]:
    """A paragraph as a block, its role by its type, and how many split words were made whole in it."""
    whole = joined([CONTROL.sub(keep_hyphen, line.text) for line in lines], known)
    pairs = zip(lines, lines[1:], whole.starts[1:], strict=False)
    turns = [start for above, line, start in pairs for _ in range(line.page - above.page)]
    if role == BODY and is_heading(lines, body):
        role = "heading"
    elif role == BODY and not WORD.search(whole.text):
        role = "furniture"
    return Block(whole.text, role, lines[0].page, tuple(turns)), whole.mended


def keep_hyphen(found: re.Match[str]) -> str:
    """PDFium's mark for a hyphen stays until lines are joined; other control characters are letters nobody knows."""
    return found[0] if found[0] == "\ufffe" else "\ufffd"


def is_heading(lines: Sequence[Line], body: Body) -> bool:
    """Up to four lines in larger type, or up to two in bold over a text that is not."""
    words = " ".join(line.text for line in lines)
    if len(words) > 200 or STOP.search(words.rstrip("?")) or not any(c.isalpha() for c in words):
        return False
    larger = len(lines) <= 4 and all(line.size >= LARGER * body.size for line in lines)
    return larger or (len(lines) <= 2 and all(line.bold for line in lines) and not body.bold)
