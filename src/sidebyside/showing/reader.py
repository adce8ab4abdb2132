"""The sources to read, each passage at its place with its number, and the words that points rest on marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sidebyside.record import Comparison
from sidebyside.showing.limited import limited
from sidebyside.showing.markup import Html, render
from sidebyside.showing.running_text import lines_of
from sidebyside.texts import Passage, Source, masked


def reader(work: Comparison) -> Html:
    """The sources side by side, whole. In an exported page a point can be picked, and its words light up.

    Where the sources may be shown in excerpts alone, words on which points rest are left (see `Comparison.excerpts`).
    """
    panes = [
        {"key": source.key, "title": source.title, "paragraphs": list(paragraphs(work, source))}
        for source in work.texts
    ]
    return render("reader.html.j2", panes=panes, points=work.coded.points, limited=limited(work))


def paragraphs(work: Comparison, source: Source) -> Iterator[dict[str, object]]:
    """The lines of a source, with a word above each stretch that is not the essay itself."""
    marks = [(e.start, e.end, e.point) for e in work.places if e.source == source.key and e.role == "evidence"]
    text = masked(source, [(start, end) for start, end, _ in marks], work.excerpts)
    for line in lines_of(source):
        shown = [{"id": p.id, "pieces": list(pieces(text, p, marks)), "gap": gap} for p, gap in line.passages]
        yield {"part": line.part, "opens": line.opens, "passages": shown}


def pieces(text: str, passage: Passage, marks: list[tuple[int, int, str]]) -> Iterator[dict[str, object]]:
    """A passage cut wherever evidence begins or ends, each piece with the points that rest on it."""
    inside = [
        (max(s, passage.start), min(e, passage.end), p) for s, e, p in marks if s < passage.end and e > passage.start
    ]
    edges = sorted({passage.start, passage.end, *(s for s, _, _ in inside), *(e for _, e, _ in inside)})
    for start, end in pairwise(edges):
        points = list(dict.fromkeys(p for s, e, p in inside if s <= start and end <= e))
        yield {"text": text[start:end], "points": points}
