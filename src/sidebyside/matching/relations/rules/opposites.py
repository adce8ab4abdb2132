"""Opposed words in one slot, and denials: an odd number of turns makes a conflict, an even one says the same again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sidebyside.matching.relations.lexicon.deniers import DENIERS, LIMITERS, NEGATIVE
from sidebyside.matching.relations.lexicon.opposites import opposed
from sidebyside.matching.relations.relation import Piece, Signal
from sidebyside.matching.relations.sides import CONTENT, Pair, Side, Slot
from sidebyside.matching.word import Word

COMPARED = CONTENT | {"ADP", "SCONJ"}  # before and after, above and below


def turned(pair: Pair) -> Iterator[Signal]:
    """Per region: what is opposed in it, or the denial that only one side has."""
    back = pair.turned()
    for region in pair.regions():
        flips = [flip for slot in region for flip in opposites(pair, slot)]
        in_a = [d for slot in region for d in denials(pair, slot)]
        in_b = [d for slot in region for d in denials(back, slot.turned())]
        for flip in flips:
            own = (*flip.a, *flip.b)  # "declined" for "agreed" is the turn itself, and no second one
            if sum(d.of in own and d.piece not in own for d in (*in_a, *in_b)) % 2:
                says = "A says {a} where B says {b}, but one of the two is denied besides"
                yield Signal("restatement", "agree", flip.a, flip.b, 0.5, says)
            else:
                yield flip
        a, b = (tuple(d.piece for d in found if d.of_both) for found in (in_a, in_b))
        if not flips and (len(a) + len(b)) % 2:
            says = "{one} denies it with {words}, {other} does not"
            yield Signal("denied", "conflict", a[:1], () if a else b[:1], 0.8, says)


class Denial(NamedTuple):
    """A word that denies, the word that it turns round, and whether what that says is said on the other side too."""

    piece: Piece
    of: Piece
    of_both: bool


def opposites(pair: Pair, slot: Slot) -> Iterator[Signal]:
    """The first opposed words of a slot."""
    for i, j in pair.facing(slot):
        one, other = pair.a.row[i][1], pair.b.row[j][1]
        if one.kind in COMPARED and other.kind in COMPARED and any_opposed(one, other):
            says = "A says {a} where B says {b}"
            yield Signal("opposed", "conflict", (pair.a.piece(i, i + 1),), (pair.b.piece(j, j + 1),), 0.9, says)
            return


def any_opposed(one: Word, other: Word) -> bool:
    """Whether two words are opposed by their lemmas or as they stand: "including" is no form of a verb there."""
    return opposed(one.lemma, other.lemma) or opposed(one.text.lower(), other.text.lower())


def denials(pair: Pair, slot: Slot) -> Iterator[Denial]:
    """The words with which side A denies something in a slot that B says too, or that B puts nothing else for."""
    a, b = pair.left(slot)
    added = any(pair.b.row[j][1].kind in CONTENT for j in b)
    for i in a:
        lemma = pair.a.row[i][1].lemma
        if lemma in DENIERS | NEGATIVE | LIMITERS:
            of = denied(pair.a, i)
            of_both = lemma in LIMITERS or not added or (lemma in DENIERS and of not in a)
            yield Denial(pair.a.piece(i, i + 1), pair.a.piece(of, of + 1), of_both)


def denied(side: Side, place: int) -> int:
    """The place in the row of the word that a denier turns round: what it hangs on, or what hangs on it."""
    number, word = side.row[place]
    tokens = side.statements[number].tokens
    head = tokens[word.head]
    if head.lemma == "be":  # is not expensive
        head = next((t for t in tokens if t.role in ("acomp", "attr") and tokens[t.head] == head), head)
    if word.kind in ("ADP", "SCONJ"):  # without delay
        head = next((t for t in tokens if t.role == "pobj" and tokens[t.head] == word), head)
    return next((k for k, (n, w) in enumerate(side.row) if n == number and w == head), place)
