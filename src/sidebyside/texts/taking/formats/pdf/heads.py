"""Running heads and page numbers: lines apart at the edge of most pages of a stretch, that say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from sidebyside.texts.taking.formats.pdf.lines import Line, Page

ROWS = 3  # at the top and at the foot of a page that may be heads
WHITE = 1.3  # times the page's own step from line to line: less white parts no head from the text under it
SHORT = 120  # characters: a longer line is a sentence
FEWEST = 3  # pages; two, where the file has no more
MOST = 0.4  # of the pages of a stretch: heads take turns on left and right pages, and a chapter's first page has none
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
ROMAN_ALONE = re.compile(r"[-–—\[( ]*([ivxlc]{1,7})[-–—\]) ]*", re.I)


def heads_of(pages: Sequence[Page]) -> dict[int, set[Line]]:
    """The lines of each page, by its number, that are a running head, a foot or a page number.

    Nothing else is meant to be lost: a head stands apart from the text, at one height, on most pages of its stretch,
    and says the same there but for a number that goes up with the pages. Where such heads stand, others in the same
    type are heads too: that of a short chapter is on too few pages to be known by its words.
    """
    edges = [line for page in pages for line in margins(page.lines)]
    said: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in edges:
        for words in sayings(line):
            said[words, round(line.base / 6)].append(line)
    found: set[Line] = set()
    for (words, height), lines in said.items():
        near = lines + said.get((words, height + 1), [])
        if on_most(near, len(pages)):
            found.update(near)
    zones: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in found:
        zones[zone(line)].append(line)
    theirs = {place: lines for place, lines in zones.items() if on_most(lines, len(pages))}
    heads: dict[int, set[Line]] = defaultdict(set)
    for line in edges:
        if line in found or zone(line) in theirs:
            heads[line.page].add(line)
    return dict(heads)


def margins(lines: Sequence[Line]) -> Iterator[Line]:
    """The short lines of a page that white sets apart from the text, up to ROWS at the top and at the foot."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if rows and rows[-1][0].base - line.base < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    steps = [above[0].base - below[0].base for above, below in pairwise(rows)]
    wide = WHITE * median(steps) if len(steps) > ROWS else 0.0
    for outward, gaps in ((rows, steps), (rows[::-1], steps[::-1])):
        apart = next((place + 1 for place, gap in enumerate(gaps[:ROWS]) if gap > wide), len(rows) if not wide else 0)
        for row in outward[: min(apart, ROWS)]:
            yield from (line for line in row if len(line.text) <= SHORT)


def sayings(line: Line) -> Iterator[str]:
    """The line's words as they are, and with each of its numbers as how far it is ahead of the page.

    >>> list(sayings(Line("Page 3 of 9", 2, 0, 0, 0, 0)))
    ['Page 3 of 9', 'Page {1} of 9', 'Page 3 of {7}']
    >>> list(sayings(Line("– xii –", 2, 0, 0, 0, 0)))
    ['– xii –', '{10}']
    """
    yield line.text
    if alone := ROMAN_ALONE.fullmatch(line.text):
        yield f"{{{roman(alone[1]) - line.page}}}"
    for number in re.finditer(r"\d{1,5}", line.text):
        ahead = f"{{{int(number[0]) - line.page}}}"
        yield line.text[: number.start()] + ahead + line.text[number.end() :]


def roman(letters: str) -> int:
    """The number that Roman numerals write.

    >>> roman("xiv")
    14
    """
    values = [ROMAN[letter] for letter in letters.lower()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def on_most(lines: Sequence[Line], pages: int) -> bool:
    """The lines stand on enough pages, and on most of those from their first to their last."""
    on = {line.page for line in lines}
    return len(on) >= max(2, min(FEWEST, pages)) and len(on) >= MOST * (max(on) - min(on) + 1)


def zone(line: Line) -> tuple[int, int]:
    """Where a head stands, and in which type."""
    return round(line.base), round(2 * line.size)


def masked(words: str) -> str:
    """The words without the numbers at their ends; "" for a page number alone.

    >>> masked("Holm, Wells 14"), masked("– xii –"), masked("Models with lme4")
    ('Holm, Wells', '', 'Models with lme4')
    """
    if ROMAN_ALONE.fullmatch(words) or not any(map(str.isalpha, words)):
        return ""
    return re.sub(r"^\d+\s+|\s+\d+$", "", words)
