"""Sentences whose numbers are counted beside them and whose claims open their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sidebyside.record import Comparison
from sidebyside.showing.excerpts import Chip, Chips
from sidebyside.showing.markup import Html, render
from sidebyside.showing.tables import opens

MARK = re.compile(r"\[([^\[\]]+)\]|\*\*(.+?)\*\*")


@dataclass(frozen=True)
class Run:
    """A run of a sentence: words, perhaps strong, or chips."""

    text: str = ""
    strong: bool = False
    chips: tuple[Chip, ...] = ()


def say(work: Comparison, text: str) -> Html:
    """Paragraphs (a blank line between them) in which `[B4]` and `[some-point]` become chips that open their words.

    `**words**` are strong. Raises KeyError for a mark that is neither a passage nor a point.
    """
    chips = Chips(work)
    paragraphs = [list(runs(chips, paragraph)) for paragraph in re.split(r"\n\s*\n", text.strip())]
    return render("prose.html.j2", text.strip(), paragraphs=paragraphs, chips=chips)


def runs(chips: Chips, paragraph: str) -> Iterator[Run]:
    """A paragraph cut at its marks."""
    last = 0
    for hit in MARK.finditer(paragraph):
        yield Run(paragraph[last : hit.start()])
        yield Run(hit.group(2), strong=True) if hit.group(2) else Run(chips=tuple(opened(chips, hit.group(1))))
        last = hit.end()
    yield Run(paragraph[last:])


def opened(chips: Chips, mark: str) -> list[Chip]:
    """The chips of a passage, or of all the evidence of a point."""
    found = opens(mark, chips)
    if not found:
        raise KeyError(f"[{mark}] is neither a passage nor a point of this comparison")
    return found
