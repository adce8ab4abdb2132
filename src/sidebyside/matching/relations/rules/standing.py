"""How a thing is put: one side asserts what the other only reports or hedges."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.matching.relations.frames import Frame, frames_of
from sidebyside.matching.relations.lexicon.deniers import RESERVE, SPEECH
from sidebyside.matching.relations.relation import Signal
from sidebyside.matching.relations.sides import CONTENT, Pair
from sidebyside.matching.word import Word

SAYS = {
    "hedged": "one side hedges what the other does not: A says {a}, B {b}",
    "attributed": "one side only reports what the other asserts: A says {a}, B {b}",
}


def standing(pair: Pair) -> Iterator[Signal]:
    """The predicates that both sides have just once, put as so on one side and, by words of its own, with reserve on
    the other."""
    if pair.free:
        return
    if pair.a.voiced == pair.b.voiced and not any(reserved(*pair.words(slot)) for slot in pair.slots):
        return
    a, b = once(frames_of(pair.a)), once(frames_of(pair.b))
    for predicate in sorted(a.keys() & b.keys()):
        one, other = a[predicate], b[predicate]
        values = {one.claim.certainty.value, other.claim.certainty.value}
        weaker = next((value for value in SAYS if values == {"asserted", value}), "")
        if weaker:
            name = "hedges" if weaker == "hedged" else "reports"
            yield Signal(name, "certainty", (one.piece,), (other.piece,), 0.6, SAYS[weaker])


def reserved(a: list[Word], b: list[Word]) -> bool:
    """Whether one side of a slot has a word of reserve for which the other has none.

    A verb of saying counts only where the other side has nothing: "reported" for "disclosed" reserves nothing.
    """
    for words, instead in ((a, b), (b, a)):
        own = {word.lemma for word in words} & RESERVE
        replaced = any(word.kind in CONTENT for word in instead)
        if (own - SPEECH or (own and not replaced)) and RESERVE.isdisjoint(word.lemma for word in instead):
            return True
    return False


def once(frames: list[Frame]) -> dict[str, Frame]:
    """The frames whose predicate no other has."""
    count: dict[str, list[Frame]] = {}
    for frame in frames:
        count.setdefault(frame.predicate, []).append(frame)
    return {predicate: found[0] for predicate, found in sorted(count.items()) if len(found) == 1}
