"""Who does what to whom in a claim, as the parse has it: the predicate, what acts and what it acts on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = {"dobj", "obj", "dative", "attr", "oprd", "acomp", "pobj", "nsubjpass", "ccomp"}
HANDED_ON = {"conj", "xcomp"}  # a verb that takes its subject from the one it hangs on


@dataclass(frozen=True)
class Arguments:
    """Lemmas of the heads, in lower case; "" and () where the clause names none.

    In the passive what acts is the agent ("by the army"), and the grammatical subject is acted on.
    """

    predicate: str
    subject: str
    objects: tuple[str, ...]


def arguments_of(predicate: Token) -> Arguments:
    """The arguments of a verb, or of a noun that names a deed."""
    particle = next((child.lower_ for child in predicate.children if child.dep_ == "prt"), "")
    lemma = f"{predicate.lemma_.lower()} {particle}".strip()
    objects = dict.fromkeys(lemma_of(token) for token in objects_of(predicate) if any(map(str.isalpha, token.text)))
    return Arguments(lemma, lemma_of(subject_of(predicate)), tuple(objects))


def lemma_of(token: Token | None) -> str:
    """A head as it is compared: its lemma in lower case."""
    return token.lemma_.lower() if token is not None else ""


def subject_of(predicate: Token) -> Token | None:
    """What acts: a passive's agent, the subject, one shared with the verb before, what a relative clause is about."""
    seen = {predicate.i}
    while True:
        children = list(predicate.children)
        passive = any(child.dep_ == "nsubjpass" for child in children)
        agent = next((by for child in children if child.dep_ == "agent" for by in child.children), None)
        if agent is not None or passive:
            return agent
        subject = next((child for child in children if child.dep_ in ("nsubj", "csubj", "poss")), None)
        relative = predicate.dep_ in ("relcl", "acl")
        if subject is not None and not (relative and subject.tag_ in ("WDT", "WP")):
            return subject
        if relative:
            return predicate.head
        if predicate.dep_ not in HANDED_ON or predicate.head.i in seen:
            return None
        predicate = predicate.head
        seen.add(predicate.i)


def objects_of(predicate: Token) -> Iterator[Token]:
    """What is acted on, what the subject is said to be, and what prepositions bring in."""
    for child in predicate.children:
        if child.dep_ in OBJECTS and child.pos_ != "ADP":
            yield child
            yield from conjuncts(child)
        elif child.dep_ in ("prep", "dative"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                    yield from conjuncts(inner)
    if predicate.dep_ == "acl" and predicate.tag_ == "VBN":
        yield predicate.head  # "the arms supplied to them"


def conjuncts(token: Token) -> Iterator[Token]:
    """What is joined to it by "and" or "or"."""
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from conjuncts(child)
