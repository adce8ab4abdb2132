"""Two things of one kind that exclude each other, in one slot: Monday and Friday, a car and a bus."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.matching.relations.lexicon.kinds import excluded
from sidebyside.matching.relations.relation import Signal
from sidebyside.matching.relations.rules.dates import in_length
from sidebyside.matching.relations.rules.figures import read
from sidebyside.matching.relations.sides import CONTENT, Pair, Slot


def replaced(pair: Pair) -> Iterator[Signal]:
    """The first such two of every slot."""
    for slot in pair.slots:
        yield from in_slot(pair, slot)


def in_slot(pair: Pair, slot: Slot) -> Iterator[Signal]:
    """The first two words of a slot that exclude each other."""
    for i, j in pair.facing(slot):
        one, other = pair.a.row[i][1], pair.b.row[j][1]
        kind = excluded(one.lemma, other.lemma) or excluded(one.text.lower(), other.text.lower())
        if in_length(pair.a, i) and in_length(pair.b, j):
            continue  # two weeks and 14 days: what they come to is another rule's matter
        if one.kind == other.kind == "NUM" and read(pair.a, i) and read(pair.b, j):
            continue  # twelve and at least ten: so it is with figures
        if kind and one.kind in CONTENT and other.kind in CONTENT:
            in_a, in_b = pair.a.piece(i, i + 1), pair.b.piece(j, j + 1)
            yield Signal(
                "another of its kind", "conflict", (in_a,), (in_b,), 0.8, f"A has {{a}} where B has {{b}} ({kind})"
            )
            return
