"""An excerpt: whole sentences around the quoted words, so that a quote is never read out of its sentence.

Of a source that may be shown in excerpts alone (`Comparison.excerpts`) only the quoted words are left, and few of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from sidebyside.record import Comparison, Evidence
from sidebyside.texts import Passage, Source, fingerprint, masked


@dataclass(frozen=True)
class Piece:
    """A run of characters: the quoted words (`lit`), or their context."""

    text: str
    lit: bool = False


@dataclass(frozen=True)
class Excerpt:
    """Sentences of one paragraph, with the quoted words lit."""

    source: str
    passages: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Chip:
    """A mark such as A12 that opens the words it stands for."""

    id: str
    passage: str
    source: str
    title: str
    excerpt: Excerpt


def excerpts(work: Comparison, places: Iterable[Evidence]) -> list[Excerpt]:
    """Places of one source as excerpts, one for each paragraph they stand in."""
    found = []
    for key, of_source in groupby(sorted(places, key=lambda e: (e.source, e.start)), key=lambda e: e.source):
        source = work.source(key)
        for _, group in groupby(of_source, key=lambda e: paragraph_of(source, e)):
            found.append(excerpt(source, list(group), most=work.excerpts))
    return found


def excerpt(source: Source, places: Sequence[Evidence], around: int = 0, most: int | None = None) -> Excerpt:
    """The sentences in which the places stand, `around` more on either side of each; gaps between them show as …

    With `most`, nothing shows but words of the places, so many of them in a row.
    """
    around = around if most is None else 0
    numbers = {p.id: number for number, p in enumerate(source.passages)}
    wanted: set[int] = set()
    for place in places:
        middle = numbers[place.passage]
        here = source.passages[middle]
        for number in range(middle - around, middle + around + 1):
            near = 0 <= number < len(source.passages) and source.passages[number]
            if near and (near.paragraph, near.part) == (here.paragraph, here.part):
                wanted.add(number)
    passages = [source.passages[number] for number in sorted(wanted)]
    text = masked(source, [(e.start, e.end) for e in places], most, passages)
    pieces: list[Piece] = []
    last = None
    for number, passage in zip(sorted(wanted), passages, strict=True):
        if last is not None:
            pieces.append(
                Piece(source.text[source.passages[last].end : passage.start] if number == last + 1 else " … ")
            )
        pieces.extend(pieces_of(text, passage, places))
        last = number
    ids = tuple(dict.fromkeys(place.passage for place in places))
    return Excerpt(source.key, ids, tuple(pieces))


def pieces_of(text: str, passage: Passage, places: Iterable[Evidence]) -> Iterator[Piece]:
    """A passage cut where quoted words begin and end."""
    inside = [(max(e.start, passage.start), min(e.end, passage.end)) for e in places]
    inside = [(start, end) for start, end in inside if start < end]
    edges = sorted({passage.start, passage.end, *(edge for pair in inside for edge in pair)})
    for start, end in pairwise(edges):
        yield Piece(text[start:end], any(first <= start and end <= last for first, last in inside))


def paragraph_of(source: Source, place: Evidence) -> int:
    """The paragraph in which a place stands."""
    passage = source.passage(place.passage)
    return passage.paragraph if passage else 0


class Chips:
    """The chips of one piece of a page; what they open is printed once, at the end of the piece."""

    def __init__(self, work: Comparison) -> None:
        self.work = work
        self.made: dict[str, Chip] = {}

    def of(self, places: Iterable[Evidence]) -> list[Chip]:
        """One chip for each passage in which the places stand, in the order of the text."""
        ordered = sorted(places, key=lambda e: (e.source, e.start))
        return [self.chip(tuple(group)) for _, group in groupby(ordered, key=lambda e: (e.source, e.passage))]

    def chip(self, places: tuple[Evidence, ...]) -> Chip:
        """The chip of places that stand in one passage; the same words have the same id in every piece of a page."""
        source = self.work.source(places[0].source)
        name = f"w{fingerprint(repr([source.key, *((e.start, e.end) for e in places)]).encode())[:10]}"
        if name not in self.made:
            self.made[name] = Chip(
                name, places[0].passage, source.key, source.title, excerpt(source, places, 1, self.work.excerpts)
            )
        return self.made[name]

    def passage(self, source: str, passage: str, start: int | None = None, end: int | None = None) -> Chip:
        """The chip of a passage, or of some words in it, that no point needs to rest on."""
        found = self.work.source(source).passage(passage)
        if found is None:
            raise KeyError(passage)
        return self.chip((Evidence("", source, passage, found.start if start is None else start, end or found.end),))

    def position(self, point: str, source: str) -> list[Chip]:
        """The chips of a source's position on a point: its evidence, or its near misses where it is silent."""
        return self.of(self.work.evidence_of(point, source) or self.work.evidence_of(point, source, "near"))
