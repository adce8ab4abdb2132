"""What is dated, in the text's own words: the clause or the noun that a date hangs on, cut to its core."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from sidebyside.reading.dates.date import Date
from sidebyside.reading.dates.hangs import governor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WORDS = 8  # a label, not a quotation
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
OBJECTS = ("dobj", "attr", "acomp", "oprd", "dative")
HELPERS = ("neg", "prt", "auxpass", "aux")
NAMING = ("compound", "poss", "nummod")
DESCRIBING = ("amod", "nmod")
# "Kabul asked, and received": the second verb has the subject of the first.
SHARING = ("conj", "xcomp", "advcl", "ccomp")


def subject_of(doc: Doc, date: Date) -> str:
    """Up to 8 words that say what is dated, in their order in the text; empty where nothing is.

    Words in between may be left out: "Russia gave list", of "Russia gave a long list of drug barons".
    """
    on = governor(doc, date)
    if on is None:
        return ""
    kept: list[Token] = []
    for token in clause(on) if on.pos_ in ("VERB", "AUX") else phrase(on):
        dated = date.start < token.idx + len(token) and token.idx < date.end
        if not dated and token not in kept and not token.is_punct and len(kept) < WORDS:
            kept.append(token)
    return joined(sorted({t for token in kept if whole(token, kept) for t in hyphened(token)}, key=lambda t: t.i))


def clause(verb: Token) -> Iterator[Token]:
    """The words of a clause, the weightiest first: subject, verb and object, what names them, what describes them."""
    subject = subject_of_verb(verb)
    things = [kid for kid in verb.children if kid.dep_ in OBJECTS]
    goal = next((kid for kid in verb.children if kid.dep_ == "xcomp"), None)
    heads = [*([subject] if subject is not None else []), *things]
    yield verb
    yield from heads
    yield from labelled(verb, HELPERS)
    if goal is not None and not things:
        yield from (goal, *labelled(goal, HELPERS), *labelled(goal, OBJECTS))
    for head in heads:
        yield from labelled(head, NAMING)
    if not things and goal is None:
        yield from first_place(verb)
    for head in heads:
        yield from (*labelled(head, DESCRIBING), *first_place(head))


def subject_of_verb(verb: Token) -> Token | None:
    """The subject, its own or shared; the noun that a relative or participle clause describes."""
    own = next((kid for kid in verb.children if kid.dep_ in SUBJECTS), None)
    if verb.dep_ in ("relcl", "acl") and (own is None or own.tag_ in ("WDT", "WP")):
        return verb.head
    if own is None and verb.dep_ in SHARING and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of_verb(verb.head)
    return own


def phrase(noun: Token) -> Iterator[Token]:
    """The words of a noun phrase: the noun, what names and describes it, its first "of ..."."""
    yield noun
    yield from (*labelled(noun, NAMING), *labelled(noun, DESCRIBING), *first_place(noun))


def first_place(head: Token) -> Iterator[Token]:
    """The first preposition on the right with its noun: "of the regime", "to Kabul"."""
    for link in head.rights:
        if link.dep_ in ("prep", "agent") and (thing := next((k for k in link.children if k.dep_ == "pobj"), None)):
            if thing.ent_type_ in ("DATE", "TIME"):
                continue
            yield from (link, thing, *labelled(thing, NAMING))
            return


def labelled(head: Token, labels: tuple[str, ...]) -> Iterator[Token]:
    """The children with one of these labels, the possessive mark of each with it."""
    for kid in head.children:
        if kid.dep_ in labels:
            yield kid
            yield from (mark for mark in kid.children if mark.dep_ == "case")


def whole(token: Token, kept: list[Token]) -> bool:
    """Whether a word is kept together with what it needs: a preposition with its noun, an "’s" with its owner."""
    if token.dep_ in ("prep", "agent"):
        return any(kid in kept for kid in token.children)
    return token.dep_ != "case" or token.head in kept


def hyphened(token: Token) -> Iterator[Token]:
    """A word with what a hyphen ties to its front: "U-turn", "Russian-Turkish"."""
    yield token
    if token.i > 1 and (hyphen := token.nbor(-1)).text in ("-", "–") and not hyphen.whitespace_:
        yield from (hyphen, token.nbor(-2))


def joined(tokens: list[Token]) -> str:
    """The words with a space between, save where the text has none."""
    words = [t.text + ("" if after.i == t.i + 1 and not t.whitespace_ else " ") for t, after in pairwise(tokens)]
    return "".join([*words, *(t.text for t in tokens[-1:])])
