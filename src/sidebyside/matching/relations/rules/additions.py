"""What only one side says: a phrase of its own put in where the other has nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.matching.relations.relation import Signal
from sidebyside.matching.relations.sides import CONTENT, Pair, Side, Slot
from sidebyside.matching.word import Word

LISTED = frozenset(["NOUN", "PROPN", "CCONJ", "ADJ", "NUM", "DET"])
# What can be taken out of a sentence without a change in the rest: a list's member, an apposition, a phrase, a clause.
# A word before a noun ("police officers", "a huge loss") is a choice of words unless it is a name or a figure.
OF_ITS_OWN = frozenset(["prep", "agent", "conj", "appos", "advcl", "relcl", "acl", "npadvmod", "parataxis"])
TELLING = frozenset(["PROPN", "NUM"])


def additions(pair: Pair) -> Iterator[Signal]:
    """Slots of near-identical texts that one side fills with a phrase and the other with nothing, nor near by."""
    for region in pair.regions() if not pair.free else ():
        if any(told(pair.a, [i for s in region for i in pair.left(s)[0]])) and any(
            told(pair.b, [i for s in region for i in pair.left(s)[1]])
        ):
            continue  # the thing was put in other words, some of them elsewhere
        for slot in region:
            yield from added(pair, slot)


def added(pair: Pair, slot: Slot) -> Iterator[Signal]:
    """The phrase, or the further members of a list, that one side has more in a slot."""
    a, b = pair.words(slot)
    listed = [joined(words) for words in (a, b)]
    in_a, in_b = (
        more or whole(side, low, high)
        for more, side, low, high in (
            (listed[0], pair.a, slot.a0, slot.a1),
            (listed[1], pair.b, slot.b0, slot.b1),
        )
    )
    if in_a != in_b:
        left, right = pair.pieces(slot)
        name = "one of a list" if any(listed) else "added"
        yield Signal(name, "detail", left if in_a else (), right if in_b else (), 0.4, "only {one} says {words}")


def told(side: Side, places: list[int]) -> Iterator[bool]:
    """For each of some words of a row whether it says something."""
    return (side.row[i][1].kind in CONTENT for i in places)


def whole(side: Side, first: int, last: int) -> bool:
    """Whether the words from `first` up to `last`, excluded, are a phrase of their own: nothing outside hangs on them,
    and they are more than a word put before another one."""
    taken = side.row[first:last]
    if len({number for number, _ in taken}) != 1 or not any(told(side, list(range(first, last)))):
        return False
    number, tokens = taken[0][0], side.statements[taken[0][0]].tokens
    inside = {word for _, word in taken}
    outside = [w for n, w in side.row if n == number and w not in inside]
    tops = [w for w in inside if tokens[w.head] not in inside]
    if any(tokens[w.head] in inside for w in outside):
        return False
    return any(w.role in OF_ITS_OWN or w.kind in TELLING for w in tops)


def joined(words: list[Word]) -> bool:
    """Whether some words are further members of a list: nouns, and what joins them."""
    kinds = {w.kind for w in words}
    return any(w.lemma in ("and", "or") for w in words) and kinds <= LISTED and not kinds.isdisjoint(("NOUN", "PROPN"))
