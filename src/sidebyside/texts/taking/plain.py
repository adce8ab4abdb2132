"""A plain text: its line ends, its paragraphs where they were broken to a width, its roles from a few rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sidebyside.texts.taking.blocks import CONTROL, LINE_END, Block, blocks_of, laid
from sidebyside.texts.taking.roles import headed, surrounded
from sidebyside.texts.taking.taken import Proposed, Taken
from sidebyside.texts.taking.wrapping import unbroken

DRAWN = re.compile(r"([=*~^_#+-])\1{2,}")  # as wide as the heading over it, give or take two
ENDS = {"\r\n": "CR LF", "\r": "CR"}


def text_taken(text: str, encoding: str = "") -> Taken:
    """What a plain text gives.

    >>> taken = text_taken("On wells\\r\\n\\r\\nThey dug.")
    >>> taken.text, taken.remarks
    ('On wells\\n\\nThey dug.\\n', ('Line ends were CR LF and are LF.',))
    """
    lines = LINE_END.split(CONTROL.sub("", text.removeprefix("\ufeff")))
    paragraphs, width = unbroken(lines)
    lined, drawn = underlined([block for line in paragraphs for block in blocks_of(line)])
    blocks = surrounded(headed(lined))
    done = laid(blocks)
    return Taken(
        done.text, "text", encoding, parts=done.parts,
        title=first(blocks, "title", "the first line"), author=byline(blocks),
    ).saying(
        line_ends(text), controls(text),
        f"Lines broken at {width} characters were joined to paragraphs." if width else "",
        f"{drawn:,} lines drawn under headings were left out." if drawn else "",
    )  # fmt: skip


def underlined(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """The blocks without the lines drawn under some, which are headings, and how many lines there were.

    >>> blocks, lines = underlined([Block("On wells"), Block("========"), Block("They dug.")])
    >>> [(block.role, block.text) for block in blocks], lines
    ([('heading', 'On wells'), ('body', 'They dug.')], 1)
    """
    found: list[Block] = []
    for block in blocks:
        if found and DRAWN.fullmatch(block.text) and abs(len(block.text) - len(found[-1].text)) <= 2:
            found[-1] = replace(found[-1], role="heading")
        else:
            found.append(block)
    return found, len(blocks) - len(found)


def first(blocks: Iterable[Block], role: str, where: str) -> Proposed | None:
    """The words of the first block in that role, as a statement."""
    return next((Proposed(block.text, where) for block in blocks if block.role == role), None)


def byline(blocks: Iterable[Block]) -> Proposed | None:
    """Who the line under the title says wrote it, without its "By"."""
    found = first(blocks, "byline", "the line under the title")
    return found and Proposed(found.value.split(maxsplit=1)[-1], found.where)


def line_ends(text: str) -> str:
    """What is said of line ends that are not LF."""
    found = [name for end, name in ENDS.items() if re.search(f"{end}(?!\n)" if end == "\r" else end, text)]
    return f"Line ends were {' and '.join(found)} and are LF." if found else ""


def controls(text: str) -> str:
    """What is said of characters that no text holds."""
    count = len(CONTROL.findall(text))
    return f"{count:,} control character{'s were' if count > 1 else ' was'} left out." if count else ""
