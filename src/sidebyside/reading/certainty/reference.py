"""A claim that a later sentence denies or confirms: "Russia denied this" bears on what stands in the sentence before.

Which words "this" means is a guess (see `reading.voices.meant`), and what follows from it is marked as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sidebyside.reading.certainty.reader import drawn, is_predicate
from sidebyside.reading.certainty.scale import SO, Certainty, Cue, Standing
from sidebyside.reading.frames import BY_REFERENCE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sidebyside.reading.voices.voice import Voice

BEARS = {"denies": (-SO, "denies"), "confirms": (SO, "confirms")}


class Reference(NamedTuple):
    """One predicate on which a later sentence bears.

    `certainty` has its places, and its scope, in the Doc with the number `doc`; its only cue stands in the Doc with
    the number `cue_doc`, and covers words of `doc`. `note` says that the link is a guess.
    """

    doc: int
    certainty: Certainty
    cue_doc: int
    note: str = BY_REFERENCE


def by_reference(docs: Sequence[Doc], voices: Sequence[Voice]) -> list[Reference]:
    """What is denied or confirmed by "denied this", "rejected the claim", "called this untrue", "confirmed this".

    `docs` and `voices` are those of `voices_in(docs)`. A refused denial ("did not deny this") says nothing.
    """
    return [found for voice in voices for found in borne_on(docs, voice)]


def borne_on(docs: Sequence[Doc], voice: Voice) -> Iterator[Reference]:
    """The predicates that one voice denies or confirms by reference."""
    if voice.meant is None or voice.cue is None or voice.how not in BEARS or voice.negated:
        return
    number, start, end = voice.meant
    degree, does = BEARS[voice.how]
    words = docs[voice.doc].text[slice(*voice.cue)]
    for predicate in heads(docs[number], start, end):
        cue = Cue(words, *voice.cue, does, (start, end))
        standing = Standing(degree, reported=True, cues=(cue,))
        yield Reference(number, drawn(predicate, standing), voice.doc)


def heads(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The main predicate of a stretch of text, and the verbs that are joined to it."""
    inside = [token for token in doc if start <= token.idx < end]
    places = {token.i for token in inside}
    tops = [t for t in inside if (t.head.i not in places or t.head.i == t.i) and is_predicate(t)]
    verbs = [t for t in tops if t.pos_ in ("VERB", "AUX")] or tops
    top = verbs[0] if verbs else None
    while top is not None:
        yield top
        top = next((kid for kid in top.rights if kid.dep_ == "conj" and kid.i in places and is_predicate(kid)), None)
