"""Two texts laid side by side: what of the one stands in the place of what of the other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sidebyside.matching.relations.relation import Piece
from sidebyside.matching.statement import Statement
from sidebyside.matching.word import Word

ARTICLES = frozenset(["a", "an", "the"])
NEAR = 0.6  # share of words in common from which on a slot of the one text stands for a slot of the other
LONGEST = 15  # words of a slot that are compared each with each: beyond, they are another text
GAP = 3  # words
CONTENT = frozenset(["NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"])


@dataclass(frozen=True)
class Side:
    """One text's statements, and its words in one row: without punctuation, articles, the mark of a list's item, and
    what only says whose word it is."""

    statements: tuple[Statement, ...]

    @cached_property
    def row(self) -> tuple[tuple[int, Word], ...]:
        """(number of the statement, word) for each word that is aligned."""
        return tuple(
            (number, word)
            for number, statement in enumerate(self.statements)
            for place, word in enumerate(statement.tokens)
            if word.kind not in ("PUNCT", "SPACE")
            and word.lemma not in ARTICLES
            and not is_mark(statement, word)
            and place not in statement.telling
        )

    @cached_property
    def voiced(self) -> bool:
        """Whether it says of anything that it is someone's word."""
        return any(statement.telling for statement in self.statements)

    @cached_property
    def keys(self) -> list[Hashable]:
        """What the words are aligned by: their lemmas."""
        return [word.lemma for _, word in self.row]

    def piece(self, first: int, last: int) -> Piece:
        """The words of the row from `first` up to `last`, excluded, as far as they stand in one statement."""
        number, word = self.row[first]
        ends = [w.end for n, w in self.row[first:last] if n == number]
        return Piece(number, word.start, ends[-1], self.statements[number].words[word.start : ends[-1]])


def is_mark(statement: Statement, word: Word) -> bool:
    """Whether a word is the number that opens an item of a list, "5." or "5)": where it stands says nothing of what."""
    after = statement.words[word.end : word.end + 1]
    return word.start == 0 and after in (".", ")") and word.text.isdecimal()


@dataclass(frozen=True)
class Slot:
    """A place in which two rows differ: the words `a0` to `a1` of the one stand for `b0` to `b1` of the other."""

    a0: int
    a1: int
    b0: int
    b1: int

    def turned(self) -> Slot:
        """The same with the sides exchanged."""
        return Slot(self.b0, self.b1, self.a0, self.a1)


@dataclass(frozen=True)
class Pair:
    """Two sides and the slots in which they differ. `likeness` is the share of words that they share (0 to 1)."""

    a: Side
    b: Side
    slots: tuple[Slot, ...]
    likeness: float

    @property
    def free(self) -> bool:
        """Whether the texts are put too differently to be read word against word."""
        return self.likeness < NEAR

    def words(self, slot: Slot) -> tuple[list[Word], list[Word]]:
        """The words of a slot on both sides."""
        return [w for _, w in self.a.row[slot.a0 : slot.a1]], [w for _, w in self.b.row[slot.b0 : slot.b1]]

    def turned(self) -> Pair:
        """The same with the sides exchanged."""
        return Pair(self.b, self.a, tuple(slot.turned() for slot in self.slots), self.likeness)

    def left(self, slot: Slot) -> tuple[list[int], list[int]]:
        """The places in the rows of those words of a slot that its other side does not have too."""
        a, b = range(slot.a0, slot.a1), range(slot.b0, slot.b1)
        in_a, in_b = {self.a.keys[i] for i in a}, {self.b.keys[i] for i in b}
        return [i for i in a if self.a.keys[i] not in in_b], [i for i in b if self.b.keys[i] not in in_a]

    def facing(self, slot: Slot) -> Iterator[tuple[int, int]]:
        """Every two places of a slot's words, of side A and of side B; none of a slot that holds more than LONGEST."""
        a, b = self.left(slot)
        if max(len(a), len(b)) <= LONGEST:
            yield from ((i, j) for i in a for j in b)

    def regions(self) -> Iterator[list[Slot]]:
        """Slots that few words part, together: what is taken out in one and put in at the next was only moved."""
        near: list[Slot] = []
        for slot in self.slots:
            if near and slot.a0 - near[-1].a1 > GAP:
                yield near
                near = []
            near.append(slot)
        if near:
            yield near

    def pieces(self, slot: Slot) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """The places of a slot's words; () for a side that has none."""
        return (
            (self.a.piece(slot.a0, slot.a1),) if slot.a1 > slot.a0 else (),
            (self.b.piece(slot.b0, slot.b1),) if slot.b1 > slot.b0 else (),
        )


def paired(a: Sequence[Statement], b: Sequence[Statement]) -> Pair:
    """Two texts, aligned word by word along their longest common row of lemmas."""
    from rapidfuzz.distance import LCSseq

    one, other = Side(tuple(a)), Side(tuple(b))
    steps = LCSseq.opcodes(one.keys, other.keys)
    same = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    total = len(one.row) + len(other.row)
    return Pair(one, other, tuple(slots_of(list(steps))), 2 * same / total if total else 1.0)


def slots_of(steps: Sequence) -> Iterator[Slot]:
    """The stretches between equal words, whatever was taken out and put in there as one."""
    open_: Slot | None = None
    for step in steps:
        if step.tag == "equal":
            if open_:
                yield open_
            open_ = None
        elif open_:
            open_ = Slot(open_.a0, step.src_end, open_.b0, step.dest_end)
        else:
            open_ = Slot(step.src_start, step.src_end, step.dest_start, step.dest_end)
    if open_:
        yield open_
