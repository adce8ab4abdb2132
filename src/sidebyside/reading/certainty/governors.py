"""The word that governs a clause or an event, and what it makes of it: the table of signatures, applied."""

from __future__ import annotations

from spacy.tokens import Token

from sidebyside.reading.certainty.denial import is_denied
from sidebyside.reading.certainty.grammar import (
    ASKING,
    child,
    cue,
    frame_of,
    has_to,
    is_event,
    is_finite,
    says_it_itself,
)
from sidebyside.reading.certainty.idioms import idiom
from sidebyside.reading.certainty.scale import LIKELY, MAYBE, OPEN, SO, Standing, State, passed_down, weaker
from sidebyside.reading.certainty.signatures import ASKED, ASKERS, TABLE, Signature

GOVERNED = {"ccomp", "xcomp", "csubj", "csubjpass", "acl", "pcomp", "oprd"}
THINGS = {"dobj", "nsubjpass", "pobj", "compound", "nmod", "attr", "conj", "appos", "nsubj", "poss"}
# Prepositions through which a word governs an event: "called for talks", "kept from leaving", "risk of war".
AIMS = {"goal", "aim", "purpose", "objective", "point", "motive", "task", "role"}
REFUSING = {"reject", "deny", "refuse", "decline", "dismiss", "veto", "abandon", "drop", "spurn", "rebuff"}
GOVERNING = {"of", "for", "from", "to", "on", "in", "into", "about", "with", "against", "at", "as"}


def governed(inner: Token, above: State) -> Standing | None:
    """A word of the table makes of the clause what its signature says."""
    found = governor(inner)
    if found is None:
        return None
    outer, frame = found
    if frame == "whether" and outer.lemma_ not in ASKERS and outer.pos_ != "NOUN" and marked_if(inner):
        return above.standing.at(OPEN, cue("conditions", inner), "conditional")
    if frame in ("that", "bare", "ing") and (said := idiom(outer, above.standing)) is not None:
        return said
    row = signature(outer, frame)
    if row is None or (frame == "noun" and not takes_event(outer, inner, row)):
        return None
    if outer.pos_ == "NOUN" and row.mood == "wish" and (no := refused(outer)) is not None:
        return above.around.at(-LIKELY, cue("denies", no), "wish")
    return handed_on(above.standing, row, outer)


def refused(noun: Token) -> Token | None:
    """The verb that refuses a request, an offer or a plan, so that what was asked for is not done."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in REFUSING or is_denied(verb):
        return None
    return verb


def governor(inner: Token) -> tuple[Token, str] | None:
    """The word that governs a clause or event, with the frame: the verb, noun or adjective above, past a preposition.

    Under a copula it is the adjective or noun: "it is likely that", "the aim is to".
    """
    outer, frame = inner.head, frame_of(inner)
    if inner.dep_ in ("pobj", "pcomp"):
        if outer.dep_ not in ("prep", "prt", "agent", "dative", "pcomp") or outer.lower_ not in GOVERNING:
            return None
        if inner.dep_ == "pcomp" and is_finite(inner) and frame == "that":
            frame = "whether" if any(kid.lower_ in ASKING for kid in inner.children) else "that"
        if outer.lower_ in ("from", "against") and (outer.head.lemma_.lower(), outer.lower_) in TABLE["VERB"]:
            frame = outer.lower_
        if outer.lower_ == "in" and outer.head.pos_ == "NOUN" and outer.head.lemma_ in AIMS:
            return None  # "the goal in holding talks": they are held
        if outer.i < outer.head.i and outer.head.pos_ in ("VERB", "AUX"):  # "In a speech, he denied": not of the denial
            return None
        outer = outer.head
        if outer.dep_ == "prep":
            outer = outer.head
    elif (inner.dep_ not in GOVERNED and inner.dep_ not in THINGS) or (inner.dep_ == "acl" and frame == "ing"):
        return None
    if outer.lemma_ in ("be", "become", "remain", "seem") and inner.dep_ in GOVERNED:
        said_of = child(outer, "acomp", "attr", "oprd")
        if said_of is None and outer.lemma_ == "be" and inner.dep_ in ("ccomp", "xcomp"):
            said_of = child(outer, "nsubj")
        if said_of is not None and said_of is not inner:
            outer = said_of
    return outer, frame


def signature(outer: Token, frame: str) -> Signature | None:
    """The row of the table for this word in this frame; a participle counts as its verb."""
    lemma = outer.lemma_.lower()
    if frame == "whether":
        return ASKED
    for kind in (outer.pos_, "VERB") if outer.tag_ in ("VBN", "VBG") else (outer.pos_,):
        table = TABLE.get(kind) or {}
        row = table.get((lemma, frame)) or (table.get((lemma, "that")) if frame == "bare" else None)
        if row:
            return row
    return None


def marked_if(inner: Token) -> bool:
    """The clause opens with if, not with whether."""
    return any(kid.dep_ == "mark" and kid.lower_ == "if" for kid in inner.children)


def takes_event(outer: Token, inner: Token, row: Signature) -> bool:
    """An event named by a noun is governed as object or by a preposition; not as the subject of an active verb."""
    if inner.dep_ in ("nsubj", "poss", "appos", "conj", "attr"):
        return False
    if inner.dep_ == "dobj" and outer.lemma_ in ("call", "appeal", "ask", "apply", "wait", "plead"):  # not: called for
        return False
    if row.if_so < 0 and row.reported and (inner.lemma_, "that") in TABLE["NOUN"]:  # denied a request: there was one
        return False
    return is_event(inner) or inner.pos_ == "NOUN"


def handed_on(outer: Standing, row: Signature, word: Token) -> Standing:
    """The signature applied; the word of the author himself is not someone else's, but a belief of his is a hedge."""
    degree = passed_down(outer.degree, row.if_so, row.if_not)
    reported = row.reported and not says_it_itself(word)
    note = cue(row.does, word)
    if row.if_so == row.if_not == SO:
        granted = outer.taken_for_granted(note)
        return granted._replace(reported=granted.reported or reported)
    if reported and OPEN < outer.degree < SO:  # who may say so may also not: a word or belief that is itself a guess
        degree = weaker(degree, MAYBE)
    if row.reported and not reported and word.lemma_ in ("think", "believe", "feel", "guess", "suppose"):
        degree = weaker(degree, LIKELY) if degree > 0 else degree
    return outer.at(degree, note, row.mood, reported)


def indirect(inner: Token, above: State) -> Standing | None:
    """Who did it, why, when: that someone did is taken for granted; how to do it is only an aim."""
    if inner.dep_ not in ("ccomp", "pcomp", "csubj", "xcomp", "acl") or inner.head.pos_ not in (
        "VERB",
        "ADP",
        "ADJ",
        "AUX",
    ):
        return None
    opener = next((kid for kid in inner.children if kid.tag_ in ("WRB", "WP", "WDT") and kid.i < inner.i), None)
    if opener is None or child(inner, "mark"):
        return None
    if has_to(inner):
        return above.standing.at(weaker(above.standing.degree, MAYBE), cue("aims", opener), "wish")
    return above.standing.taken_for_granted()
