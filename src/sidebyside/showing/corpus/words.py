"""The words behind a mark: a statement of one text of a corpus, with those around it, whose it is and of what day."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sidebyside.matching.corpus.claims import counted_by
from sidebyside.showing.excerpts import Piece
from sidebyside.texts import fingerprint
from sidebyside.texts.shortening import shortened

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

LONGEST = 26  # letters of a name on a mark


@dataclass(frozen=True)
class Leaf:
    """A statement as it is shown: its mark's id and label, where it stands, its words, and those words in their place.

    `start` is its first code point in its text. `pieces` has the statement lit, between those before and after it.
    """

    id: str
    label: str
    by: str
    title: str
    key: str
    date: str
    address: str
    start: int
    quote: str
    pieces: tuple[Piece, ...]


class Known(NamedTuple):
    """What is known of a text; `who` is whom it counts by."""

    key: str
    title: str
    who: str
    date: str
    address: str


class Placed(NamedTuple):
    """A statement in its text, which is given by its row."""

    text: int
    number: int
    start: int
    end: int
    words: str


class Leaves:
    """The marks of one piece of a page; what they open is printed once, at the end of the piece."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.most = allowed()
        self.made: dict[int, Leaf] = {}

    @cached_property
    def texts(self) -> list[Known]:
        """What is known of each text."""
        table = self.corpus.texts.assign(who=counted_by(self.corpus.texts))
        return list(map(Known._make, table[list(Known._fields)].to_numpy().tolist()))

    @cached_property
    def statements(self) -> list[Placed]:
        """Where each statement stands, and its words."""
        return list(map(Placed._make, self.corpus.statements[list(Placed._fields)].to_numpy().tolist()))

    def of(self, statement: int) -> Leaf:
        """The mark of a statement, by its number in the corpus."""
        if statement not in self.made:
            self.made[statement] = self.leaf(statement)
        return self.made[statement]

    def all(self, statements: Iterable[int]) -> list[Leaf]:
        """The marks of some statements, by date, then in the order of the corpus; what has no date comes last."""
        return sorted((self.of(n) for n in statements), key=lambda leaf: leaf.date or "~")

    def leaf(self, statement: int) -> Leaf:
        """A statement as it is shown."""
        row = self.statements[statement]
        text = self.texts[row.text]
        return Leaf(
            f"c{fingerprint(f'{text.key} {row.number}'.encode(errors='replace'))[:10]}",
            cut(text.who),
            text.who,
            self.said(text.title),
            text.key,
            text.date,
            text.address,
            row.start,
            self.said(row.words),
            tuple(self.around(statement)),
        )

    def around(self, statement: int) -> Iterator[Piece]:
        """The words of a statement between its neighbours; where few words may be shown, the statement's alone."""
        row, last = self.statements[statement], None
        near = [row] if self.most is not None else self.statements[max(0, statement - 1) : statement + 2]
        for other in near:
            if other.text == row.text:
                if last is not None:
                    yield Piece(" " if other.start - last <= 2 else " … ")
                yield Piece(self.said(other.words), lit=other is row)
                last = other.end

    def said(self, words: str) -> str:
        """Words of a text, as far as they may be shown."""
        return shortened(words, self.most)


def allowed() -> int | None:
    """The most words of a text in a row that are shown, as SIDEBYSIDE_EXCERPTS says; None: no limit."""
    told = os.environ.get("SIDEBYSIDE_EXCERPTS")
    return max(0, int(told)) if told else None


def cut(name: str) -> str:
    """A name as short as a mark has room for.

    >>> cut("The Tarnmouth Post"), cut("The Commission for the Protection of Reefs")
    ('The Tarnmouth Post', 'The Commission for the …')
    """
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rsplit(' ', 1)[0]} …"
