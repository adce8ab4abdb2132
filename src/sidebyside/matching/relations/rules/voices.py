"""Who is quoted for a thing that both sides say: another voice is no other claim, and worth being told."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.matching.relations.relation import Piece, Signal
from sidebyside.matching.relations.sides import Pair, Side
from sidebyside.matching.speech import speakers


def voices(pair: Pair) -> Iterator[Signal]:
    """The first voices of either side, where they have no word in common."""
    a, b = heard(pair.a), heard(pair.b)
    if a and b and lemmas(pair.a, a[0]).isdisjoint(lemmas(pair.b, b[0])):
        yield Signal("voices", "agree", a[:1], b[:1], 0.4, "both say it, A as the word of {a}, B of {b}")


def heard(side: Side) -> tuple[Piece, ...]:
    """The words for those who are quoted, in order."""
    return tuple(
        Piece(number, start, end, statement.words[start:end])
        for number, statement in enumerate(side.statements)
        for start, end in speakers(statement.tokens)
    )


def lemmas(side: Side, piece: Piece) -> set[str]:
    """The nouns and names of some words."""
    words = side.statements[piece.statement].tokens
    return {w.lemma for w in words if piece.start <= w.start < piece.end and w.kind in ("NOUN", "PROPN", "PRON")}
