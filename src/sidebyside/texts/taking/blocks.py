"""A block is one paragraph and its role; blocks laid one under the other are the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sidebyside.texts.parts import BODY
from sidebyside.texts.taking.taken import PartLines

# What `str.splitlines` takes for a line's end; a line counted here is a line counted in comparison.yml.
LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Block:
    """One paragraph: its words, without line ends, and its role.

    `page` is where it begins, from 1; 0 where there are no pages. `turns` are the code points in it at which the
    following pages begin.
    """

    text: str
    role: str = BODY
    page: int = 0
    turns: tuple[int, ...] = ()


def blocks_of(words: str, role: str = BODY) -> Iterator[Block]:
    """A block for each line that has words, without white space at its ends.

    >>> [block.text for block in blocks_of(" one\\n\\n two ")]
    ['one', 'two']
    """
    for line in LINE_END.split(CONTROL.sub("", words)):
        if line.strip():
            yield Block(line.strip(), role)


@dataclass(frozen=True)
class Laid:
    """Blocks as one text: the roles by line, and where pages begin (code points)."""

    text: str
    parts: tuple[PartLines, ...]
    pages: tuple[int, ...]


def laid(blocks: Iterable[Block], pages: int = 0) -> Laid:
    """The blocks one under the other, a blank line between two; `pages` of them begin where their first block does.

    A page on which no block begins starts where the next one does.

    >>> done = laid([Block("On wells", "title"), Block("They dug."), Block("They drank.")])
    >>> done.text
    'On wells\\n\\nThey dug.\\n\\nThey drank.\\n'
    >>> done.parts
    (PartLines(role='title', first=1, last=1),)
    """
    blocks = list(blocks)
    starts: list[int] = []
    place = 0
    for block in blocks:
        starts += [place] * (block.page - len(starts))
        starts += [place + turn for turn in block.turns]
        place += len(block.text) + 2
    text = "".join(f"{block.text}\n\n" for block in blocks)[:-1]
    starts += [len(text)] * (pages - len(starts))
    return Laid(text, tuple(parts_of(block.role for block in blocks)), tuple(starts))


def parts_of(roles: Iterable[str]) -> Iterator[PartLines]:
    """Each stretch of paragraphs in one role other than body; headings one by one.

    >>> list(parts_of(["heading", "heading", "body", "note", "note"]))
    [PartLines(role='heading', first=1, last=1), PartLines(role='heading', first=3, last=3), \
PartLines(role='note', first=7, last=9)]
    """
    numbered = enumerate(roles)
    for (role, _), group in groupby(numbered, key=lambda item: (item[1], item[0] if item[1] == "heading" else -1)):
        places = [place for place, _ in group]
        if role != BODY:
            yield PartLines(role, 2 * places[0] + 1, 2 * places[-1] + 1)
