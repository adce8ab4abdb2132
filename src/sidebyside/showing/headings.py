"""The headings beside the bars of the ribbon: where two would meet, that of the longer section is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sidebyside.texts import BODY

LEADING = 13.0  # from one line of a heading to the next, in the units of the drawing


@dataclass(frozen=True)
class Stretch:
    """A stretch of a bar, from top to bottom; a heading carries its words, a line each."""

    y: float
    height: float
    part: str = BODY
    label: tuple[str, ...] = ()


def thinned(texts: Sequence[Sequence[Stretch]]) -> list[list[Stretch]]:
    """The texts of one side of the ribbon, each from top to bottom, with no heading's words on another's.

    The first and the last heading of each text have the first claim, then those of the longest sections: a heading
    that would meet one already named loses its words.

    >>> first, short, last = (Stretch(y, 1.0, label=(word,)) for y, word in ((0, "Salt"), (40, "Tar"), (50, "Tin")))
    >>> [[stretch.label for stretch in text] for text in thinned([[first, short, last]])]
    [[('Salt',), (), ('Tin',)]]
    """
    named: list[Stretch] = []
    for _, stretch in sorted((claim for text in texts for claim in claims(text)), key=lambda claim: claim[0]):
        if not any(meet(stretch, other) for other in named):
            named.append(stretch)
    return [[s if s in named else replace(s, label=()) for s in text] for text in texts]


def claims(text: Sequence[Stretch]) -> Iterator[tuple[tuple[int, float, float], Stretch]]:
    """The headings of a text, each with its claim to be named: the least is the strongest."""
    headed = [stretch for stretch in text if stretch.label]
    for number, stretch in enumerate(headed):
        after = headed[number + 1].y if number + 1 < len(headed) else text[-1].y + text[-1].height
        rank = 0 if number == 0 else 1 if number + 1 == len(headed) else 2
        yield (rank, stretch.y - after, stretch.y), stretch


def meet(one: Stretch, other: Stretch) -> bool:
    """Whether the words of two headings would stand on each other."""
    upper, lower = sorted((one, other), key=lambda stretch: stretch.y)
    return lower.y < upper.y + LEADING * len(upper.label)


def told(all_of_them: Sequence[Sequence[Stretch]], drawn: Sequence[Sequence[Stretch]]) -> str:
    """How many headings are named, in words; nothing where all are."""
    many, few = (sum(bool(stretch.label) for text in texts for stretch in text) for texts in (all_of_them, drawn))
    if few == many:
        return ""
    return f"{few} of {many} headings are named: where two would meet, that of the longer section."
