"""How much of a thing is covered: all against some, a limit on one side only, at least against at most."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.matching.relations.lexicon.deniers import amounts_clash
from sidebyside.matching.relations.relation import Signal
from sidebyside.matching.relations.sides import Pair


def amounts(pair: Pair) -> Iterator[Signal]:
    """The first two words of a slot that cover different shares."""
    for slot in pair.slots:
        for i, j in pair.facing(slot):
            if amounts_clash(pair.a.row[i][1].lemma, pair.b.row[j][1].lemma):
                yield Signal("amounts", "conflict", (pair.a.piece(i, i + 1),), (pair.b.piece(j, j + 1),), 0.7,
                             "A speaks of {a}, B of {b}")  # fmt: skip
                break
