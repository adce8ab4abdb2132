"""Which lines of a text without markup are likely its title, headings, notes or comments: a few listed rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from sidebyside.texts.parts import BODY
from sidebyside.texts.taking.blocks import Block

STOP = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")  # a sentence, or the lead to one, ends here
BYLINE = re.compile(r"(?:By|Von|Par|Por|Автор:?|Text:|Author:)\s+\w[^.!?:;]{2,70}$")
# From such a line on, to the next heading of another kind, everything has the role.
FOLLOWED = [
    (re.compile(r"(?:end ?|foot)?notes|references|bibliography|works cited|примечания|anmerkungen", re.I), "note"),
    (re.compile(r"acknowledge?ments|about the authors?", re.I), "note"),
    (re.compile(r"(?:\d+|one) (?:comments?|replies|responses|thoughts? on .+)|comments(?: \(\d+\))?", re.I), "comment"),
    (re.compile(r"leave a (?:reply|comment)|post a comment|add a comment", re.I), "furniture"),
]
# Such a line alone is nobody's.
ALONE = [
    re.compile(r"[\W_]{3,}"),  # drawn, to part what is above it from what is below
    re.compile(r".*(?:\.\s?){5,}\s*[\divxlc]*"),  # a line of a table of contents
    re.compile(r"continue[sd] (?:on next|from previous) page", re.I),
    re.compile(r"share(?: this(?: article| post| page)?)?|tweet|print(?: this page)?|e-?mail this(?: article)?", re.I),
    re.compile(r"(?:read more|related (?:articles|posts|stories)|advertisement|skip to (?:main )?content)", re.I),
    re.compile(r"(?:subscribe|sign up)(?: (?:now|today|to our newsletter|for our newsletter))?|log ?in", re.I),
]


def headed(blocks: Sequence[Block]) -> list[Block]:
    """Blocks of a text without markup, its title, byline and headings marked where nothing else marks them.

    >>> story = [Block("On wells"), Block("By Mira Holm"), Block("They dug for water all through the dry month.")]
    >>> [block.role for block in headed(story)]
    ['title', 'byline', 'body']
    """
    found = list(blocks)
    for place, (block, after) in enumerate(pairwise(blocks)):
        if place == 0 and block.role == "heading":
            found[place] = replace(block, role="title")
        elif block.role != BODY:
            continue
        elif place == 0 and is_title(block.text, after.text):
            found[place] = replace(block, role="title")
        elif place in (1, 2) and BYLINE.match(block.text):
            found[place] = replace(block, role="byline")
        elif is_heading(block.text, after.text):
            found[place] = replace(block, role="heading")
    return found


def is_title(line: str, after: str) -> bool:
    """A first line that is short, and ends in no stop (a question may), with more below it that does not go on with it.

    >>> is_title("The old well", "It ran dry."), is_title("The council met", "on Monday to talk of the well.")
    (True, False)
    """
    ends = line.endswith("?") or not STOP.search(line)
    return len(line) <= 150 and ends and bool(after) and not after[0].islower()


def is_heading(line: str, after: str) -> bool:
    """A line of up to twelve words, begun with a capital or a number and without a stop, over a sentence twice as long.

    >>> is_heading("The dry month", "They dug for water, but the wells gave none."), is_heading("no", "They dug.")
    (True, False)
    """
    begins = line[0].isdigit() or line[0].isupper()
    short = len(line) <= 80 and len(line.split()) <= 12
    question = line.endswith("?") and len(line.split()) <= 8
    long = len(after) >= max(40, 2 * len(line)) and bool(STOP.search(after))
    return begins and short and (question or not STOP.search(line)) and long


def surrounded(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with what stands around the text marked by its usual headings: notes, comments, the page's own words.

    >>> page = [Block("They dug."), Block("2 Comments"), Block("Ann: Deep?"), Block("Leave a Reply"), Block("Name")]
    >>> [block.role for block in surrounded(page)]
    ['body', 'comment', 'comment', 'furniture', 'furniture']
    """
    found, role = [], BODY
    for block in blocks:
        begun = next((to for rule, to in FOLLOWED if rule.fullmatch(block.text.rstrip(" :"))), None)
        if begun:
            role = begun
        elif block.role == "heading":
            role = BODY
        if any(rule.fullmatch(block.text) for rule in ALONE):
            found.append(replace(block, role="furniture"))
        elif role == BODY or (block.role != BODY and not begun):
            found.append(block)
        else:
            found.append(replace(block, role=role))
    return found
