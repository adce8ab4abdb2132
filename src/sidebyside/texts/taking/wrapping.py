"""Lines that were broken to a width are paragraphs again; verses, tables, lists and code keep theirs.

A line was broken to the width where the next line's first word would no longer have fitted on it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sidebyside.texts.taking.hyphens import joined, words_known

WIDTHS = range(40, 101)  # characters at which typewriters, mail programs and editors break lines
WITHIN = 0.97  # of the lines are no longer than the width; the others are addresses, code and the like
FORCED = 0.6  # of the breaks must be for want of room: in verse it is one in five, by chance
STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
GOES_ON = re.compile(r"[,–—-]$")
# A bullet, a number or letter with its stop, a clause's number over a capital ("1.25 billion" is none), a paragraph's.
ITEM = re.compile(
    r"\s*(?:[•●▪*+–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,3}(?:\.\d{1,3})+\.?(?=\s+[^\W\d_a-z])|§ ?\d+)\s+"
)
CELLS = re.compile(r"\S(?: {4,}| *\t *)\S|\|.*\|")
BLANK = re.compile(r"\s*")


def unbroken(lines: Sequence[str]) -> tuple[list[str], int]:
    """The lines, joined to paragraphs where they were broken to a width, and that width (0: they were not).

    >>> unbroken(["They dug for water all through the dry month, and", "found none.", "", "So they left."])
    (['They dug for water all through the dry month, and found none.', 'So they left.'], 49)
    """
    groups = list(grouped([line.expandtabs(8).rstrip() if line[:1] == "\t" else line.rstrip() for line in lines]))
    width = width_of(groups)
    if not width:
        return [line for group in groups for line in group], 0
    known = words_known("\n".join(lines))
    return [joined(paragraph, known).text for group in groups for paragraph in paragraphs(group, width)], width


def grouped(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines between blank ones."""
    group: list[str] = []
    for line in [*lines, ""]:
        if line:
            group.append(line)
        elif group:
            yield group
            group = []


def width_of(groups: Sequence[Sequence[str]]) -> int:
    """The width that the lines were broken to; 0 where it is out of WIDTHS or most breaks had room left."""
    sizes = sorted(len(line) for group in groups for line in group)
    width = sizes[math.ceil(WITHIN * len(sizes)) - 1] if sizes else 0
    within = [(above, below) for group in groups for above, below in breaks_in(group) if not STOP.search(above)]
    breaks = [forced(above, below, width) for above, below in within]  # in a sentence: whole ones may fit by chance
    return width if width in WIDTHS and breaks and sum(breaks) >= FORCED * len(breaks) else 0


def paragraphs(group: Sequence[str], width: int) -> Iterator[list[str]]:
    """The lines of each paragraph in a group that has no blank line; each line by itself where they had room."""
    breaks = [forced(above, below, width) for above, below in breaks_in(group)]
    prose = bool(breaks) and sum(breaks) >= FORCED * len(breaks)
    begun = [group[0]]
    for above, below in pairwise(group):
        if prose and goes_on(above, below, width):
            begun.append(below)
        else:
            yield begun
            begun = [below]
    yield begun


def breaks_in(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line with the one under it, unless that begins something of its own whatever the width."""
    return ((above, below) for above, below in pairwise(group) if not begins(above, below))


def forced(above: str, below: str, width: int) -> bool:
    """The next word would not have fitted.

    >>> forced("They dug for water all", "through the month", 25), forced("They dug for", "water", 25)
    (True, False)
    """
    return len(above) + 1 + len(below.split(maxsplit=1)[0]) > width


def goes_on(above: str, below: str, width: int) -> bool:
    """The line below is of the same paragraph: it had to be, or its first letter or the last sign above says so."""
    if begins(above, below):
        return False
    return forced(above, below, width) or below.lstrip()[0].islower() or bool(GOES_ON.search(above))


def begins(above: str, below: str) -> bool:
    """The line below begins an item, a table's row or an indented paragraph, or one of them is a drawn line.

    >>> begins("They left.", "    So the wells dried."), begins("They left,", "    all of them.")
    (True, False)
    >>> begins("1. They dug.", "   Deep.")
    False
    """
    if not (any(map(str.isalnum, above)) and any(map(str.isalnum, below))):
        return True
    if CELLS.search(above) or CELLS.search(below):
        return True
    ended, further = bool(STOP.search(above)), indent(below) - indent(above)
    item = ITEM.match(above)
    if ITEM.match(below):
        return ended or further != 0 or bool(item)
    hangs = item is not None and indent(below) == item.end()
    return ended and further > 0 and not hangs


def indent(line: str) -> int:
    """How many spaces the line begins with."""
    found = BLANK.match(line)
    return found.end() if found else 0
