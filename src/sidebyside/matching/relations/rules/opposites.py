"""Opposed words in one slot, and denials: an odd number of turns makes a conflict, an even one says the same again."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from sidebyside.matching.relations.lexicon.deniers import DENIERS, LIMITERS, NEGATIVE
from sidebyside.matching.relations.lexicon.opposites import opposed
from sidebyside.matching.relations.relation import Piece, Signal
from sidebyside.matching.relations.sides import CONTENT, Pair, Side, Slot
from sidebyside.matching.speech import DENYING, children, under
from sidebyside.matching.word import Word

CAUSE = "because"
COMPARED = CONTENT | {"ADP", "SCONJ"}  # before and after, above and below


def turned(pair: Pair) -> Iterator[Signal]:
    """Per region: what is opposed in it, or the denial that only one side has."""
    back = pair.turned()
    by_slot = {slot: list(opposites(pair, slot)) for slot in pair.slots}
    opposed_in = [
        {(piece.statement, piece.start) for flips in by_slot.values() for flip in flips for piece in pieces(flip)}
        for pieces in (attrgetter("a"), attrgetter("b"))
    ]
    for region in pair.regions():
        flips = [flip for slot in region for flip in by_slot[slot]]
        in_a = [d for slot in region for d in denials(pair, slot) if not governs(pair.a, d.piece, opposed_in[0])]
        in_b = [d for s in region for d in denials(back, s.turned()) if not governs(pair.b, d.piece, opposed_in[1])]
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


def governs(side: Side, denier: Piece, opposed_words: set[tuple[int, int]]) -> bool:
    """Whether a verb denies a clause, from afar, in which an opposed word stands: then that is where the two differ."""
    tokens = side.statements[denier.statement].tokens
    place = next(i for i, word in enumerate(tokens) if word.start == denier.start)
    if tokens[place].lemma not in DENYING:
        return False
    under_it = under(place, children(tokens)) - {place}
    return any((denier.statement, tokens[each].start) in opposed_words for each in under_it)


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
        if lemma in DENIERS | NEGATIVE | LIMITERS and not (in_a_cause(pair.a, i) and CAUSE not in pair.b.keys):
            of = denied(pair.a, i)
            own = of in a  # and so it is an addition, limited or denied
            of_both = not own if lemma in LIMITERS else not added or (lemma in DENIERS and not own)
            yield Denial(pair.a.piece(i, i + 1), pair.a.piece(of, of + 1), of_both)


def in_a_cause(side: Side, place: int) -> bool:
    """Whether a word of the row stands in a clause that gives a cause: what is denied there is a thing of its own."""
    number, word = side.row[place]
    tokens = side.statements[number].tokens
    for _ in tokens:
        if word.role == "advcl":
            return any(t.lemma == CAUSE and t.role == "mark" and tokens[t.head] == word for t in tokens)
        word = tokens[word.head]
    return False


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
