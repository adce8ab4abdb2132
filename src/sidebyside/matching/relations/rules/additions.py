"""What only one side says: content words put in where the other has none."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.matching.relations.relation import Signal
from sidebyside.matching.relations.sides import CONTENT, Pair
from sidebyside.matching.word import Word

LISTED = frozenset(["NOUN", "PROPN", "CCONJ", "ADJ", "NUM", "DET"])


def additions(pair: Pair) -> Iterator[Signal]:
    """Slots of near-identical texts that one side fills with content words and the other with none."""
    for slot in pair.slots if not pair.free else ():
        a, b = pair.words(slot)
        in_a, in_b = (any(w.kind in CONTENT for w in words) for words in (a, b))
        if in_a != in_b:
            left, right = pair.pieces(slot)
            name = "one of a list" if joined(a or b) else "added"
            yield Signal(name, "detail", left if in_a else (), right if in_b else (), 0.4, "only {one} says {words}")


def joined(words: list[Word]) -> bool:
    """Whether some words are further members of a list: nouns, and what joins them."""
    return any(w.lemma in ("and", "or") for w in words) and all(w.kind in LISTED for w in words)
