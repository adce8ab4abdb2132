"""What a verb reports as a thing or a person: "criticised the plan", "called for talks", "urged Kabul to talk"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sidebyside.reading.voices.cues import NOUNS, Cue
from sidebyside.reading.voices.documents import DOCUMENTS
from sidebyside.reading.voices.grammar import (
    LIGHT,
    agent,
    child,
    near,
    nearest_subject,
    passive,
    reach,
    taken_for_apposition,
)
from sidebyside.reading.voices.report import Content, tidy

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
PREDICATED = frozenset({"oprd", "ccomp", "xcomp", "attr", "acomp"})
AS = frozenset({"prep", "advcl"})
LIKENING = frozenset({"compare", "liken"})
ENLARGING = frozenset({"for", "as", "over"})  # criticised him for failing; blasted her as a disgrace


def object_of(verb: Token, cue: Cue) -> Content:
    """She criticised the plan. The plan was criticised by her."""
    if "np" not in cue.frames:
        return None
    what = child(verb, "nsubjpass") or taken_for_apposition(verb) if passive(verb) else child(verb, "dobj")
    if verb.lemma_ == "support" and any(c.dep_ in CLAUSES and to_do(c) for c in verb.rights):  # helped them to do it
        return None
    if verb.lemma_ in LIGHT and what is not None and what.lemma_.lower() in NOUNS:  # "show interest": the noun says it
        return None
    if passive(verb) and agent(verb) is None and "that" in cue.frames and document(verb) is None:
        return None
    if what is None and passive(verb) and verb.dep_ == "acl":
        return tidy(verb.doc, [(verb.head.left_edge.i, verb.left_edge.i)])
    if what is None or (what.tag_ in ("WDT", "WP") and not passive(verb)):
        return None
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("as", "like", "than"):  # interests such as challenging them
        return None
    start, end = reach(what)
    more = [c.right_edge.i + 1 for c in verb.rights if c.dep_ == "prep" and c.lower_ in ENLARGING and c.i > what.i]
    return tidy(verb.doc, [(start, max([end, *more]))])


def prepositional(verb: Token, cue: Cue) -> Content:
    """They called for talks. He was accused of lying."""
    for c in verb.rights:
        if c.dep_ not in ("prep", "prt") or c.lower_ not in cue.frames or child(c, "pobj", "pcomp") is None:
            continue
        later = [t.right_edge.i for t in verb.rights if t.i > c.i and t.dep_ in CLAUSES and child(t, "aux") is not None]
        run = c.i + 1, max([c.right_edge.i, *later]) + 1  # called on Kabul to talk
        if verb.lemma_ in LIKENING and what_of(verb) is None:  # compared to the other: a preposition by now
            return None
        what = what_of(verb) if c.lower_ == "of" else None
        whom = reach(what) if what is not None else None
        if whom is not None and verb.dep_ == "acl":  # builders suspected of theft
            whom = whom[0], verb.left_edge.i
        return tidy(verb.doc, [whom, run] if whom is not None else [run])
    return None


def what_of(verb: Token) -> Token | None:
    """Whom a verb accuses, suspects or compares: its object, the subject of a passive, the noun before a participle."""
    if not passive(verb):
        return child(verb, "dobj")
    return verb.head if verb.dep_ == "acl" else child(verb, "nsubjpass")


def taken_for(verb: Token, cue: Cue) -> Content:
    """She called it late. She described it as late."""
    if "as" not in cue.frames:
        return None
    what = child(verb, "dobj")
    taken = [
        c
        for c in verb.rights
        if (c.dep_ in PREDICATED and c.pos_ != "AUX")
        or (c.dep_ in AS and (c.lower_ == "as" or (c.pos_ == "ADJ" and c.left_edge.lower_ == "as")))
    ]
    if taken and passive(verb) and verb.dep_ == "acl" and taken[0].pos_ == "PROPN":  # a bridge called the Old Lady
        return None
    if not taken:  # the parser may have hung "as" on the object
        hung = what is not None and any(t.i > what.i and t.lower_ == "as" and t.dep_ == "prep" for t in near(what))
        return tidy(verb.doc, [reach(what)]) if what is not None and hung and "np" not in cue.frames else None
    start, end = taken[0].left_edge.i, taken[-1].right_edge.i + 1
    if not passive(verb):
        return tidy(verb.doc, [(min(start, what.left_edge.i) if what is not None else start, end)])
    own = child(verb, "nsubjpass")
    if own is not None:
        return tidy(verb.doc, [reach(own), (start, end)])
    before = [(verb.head.left_edge.i, verb.left_edge.i)] if verb.dep_ == "acl" else []  # a man known as
    return tidy(verb.doc, [*before, (start, end)])


def someone_to(verb: Token, cue: Cue) -> Content:
    """She urged Kabul to talk. She called on Kabul to talk. Kabul was urged to talk."""
    told = next((c for c in verb.rights if c.dep_ in CLAUSES and to_do(c)), None)
    if "whom" not in cue.frames or told is None:
        return None
    own = child(verb, "nsubjpass")
    if passive(verb) and own is not None:
        return tidy(verb.doc, [reach(own), reach(told)])
    through = child(verb, "prep")
    whom = child(verb, "dobj", "dative") or (child(through, "pobj") if through is not None else None)
    start, end = reach(told)
    return tidy(verb.doc, [(min(start, whom.left_edge.i) if whom is not None and whom.i > verb.i else start, end)])


def to_do(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    to = child(verb, "aux")
    return verb.pos_ in ("VERB", "AUX") and to is not None and to.lower_ == "to"


def felt(verb: Token) -> Content:
    """The raid worried Kabul."""
    what = nearest_subject(verb)
    if what is None or passive(verb) or child(verb, "dobj") is None:
        return None
    return tidy(verb.doc, [reach(what)])


def document(verb: Token) -> Token | None:
    """The document in which a passive has its source: "is mentioned in the report"."""
    for c in verb.children:
        if c.dep_ == "prep" and c.lower_ == "in":
            what = child(c, "pobj")
            if what is not None and what.lemma_.lower() in DOCUMENTS:
                return what
    return None
