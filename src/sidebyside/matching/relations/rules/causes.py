"""Another cause for the same thing: what follows "because" or "due to" has no word in common."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.matching.relations.lexicon.families import alike
from sidebyside.matching.relations.relation import Signal
from sidebyside.matching.relations.sides import CONTENT, Pair, Side

LONGEST = 8  # words after the one that names a cause


def causes(pair: Pair) -> Iterator[Signal]:
    """The first cause of either side, where no content word of the one is said in the other."""
    a, b = cause(pair.a), cause(pair.b)
    if a and b and not any(alike(pair.a.row[i][1].lemma, pair.b.row[j][1].lemma) for i in a for j in b):
        in_a, in_b = pair.a.piece(a[0], a[-1] + 1), pair.b.piece(b[0], b[-1] + 1)
        yield Signal("causes", "framing", (in_a,), (in_b,), 0.5, "A gives as the cause {a}, B {b}")


def cause(side: Side) -> list[int]:
    """The places of the content words of the first cause that is named, to the end of its sentence or LONGEST words."""
    for i, (number, word) in enumerate(side.row):
        before = side.row[i - 1][1].lemma if i else ""
        if word.lemma == "because" or (word.lemma == "to" and before in ("due", "owe", "owing")):
            rest = range(i + 1, min(i + 1 + LONGEST, len(side.row)))
            return [k for k in rest if side.row[k][0] == number and side.row[k][1].kind in CONTENT]
    return []
