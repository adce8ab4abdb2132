"""A source as it is read: line after line, each with its role, and a word above a stretch that is not the essay."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from sidebyside.texts import BODY, ROLES, Passage, Source


class Line(NamedTuple):
    """A line with words: its role, what stands above it ("" for nothing), its passages, each with the gap behind."""

    part: str
    opens: str
    passages: list[tuple[Passage, str]]


def lines_of(source: Source) -> Iterator[Line]:
    """The lines of a source, in reading order."""
    before = BODY
    for _, group in groupby(source.passages, key=lambda p: p.paragraph):
        passages = list(group)
        part = passages[0].part
        opens = ROLES[part] if part != before and part not in (BODY, "title", "heading") else ""
        before = part
        gaps = [source.text[p.end : following.start] for p, following in pairwise(passages)]
        yield Line(part, opens, list(zip(passages, [*gaps, ""], strict=True)))
