"""Reports whose cue is a noun or an adjective: "the claim that it fell", "is sure that it fell"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sidebyside.reading.voices.cues import ADJECTIVES, HOSTILE, NOUNS, VERBS, Cue
from sidebyside.reading.voices.grammar import LIGHT, child, holder, near, nearest_subject, reach, subject
from sidebyside.reading.voices.report import Content, Report, tidy

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REGARDING = ("regarding", "concerning", "about", "over")
# Nouns that name what their holder does to someone: "his criticism of", and not merely what he holds.
DEEDS = frozenset({"alleges", "denies", "criticises", "requests", "predicts"})
MATERIAL = frozenset({"interest"})  # "has interests in Kabul" is no wish; "showed interest in Kabul" is
SHOWN = frozenset("show express voice signal indicate declare state repeat lose take".split())
MARKED = {"if": "that", "whether": "that", "that": "that", "to": "to"}
FRAME_OF = {"ccomp": "that", "xcomp": "to"}
PREDICATES = frozenset({"acomp", "oprd", "conj", "ccomp", "xcomp", "advcl", "ROOT", "relcl"})


def noun_reports(doc: Doc) -> Iterator[Report]:
    """The claim that it fell; her plan to go; Russian calls for talks."""
    for token in doc:
        cue = NOUNS.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if cue is None:
            continue
        if token.lemma_ in MATERIAL and token.head.lemma_ not in SHOWN:
            continue
        who = holder(token)
        how = "criticises" if any(c.lower_ in HOSTILE for c in token.lefts) else cue.how
        for rule in (noun_colon, noun_clause, noun_of, noun_from):
            content = rule(token, cue)
            if content is not None and (who is not None or rule is noun_clause or cue.how == "alleges"):
                yield Report(how, token.i, (token.i, token.i + 1), who, content, rule.__name__)
                break


def noun_colon(noun: Token, cue: Cue) -> Content:
    """She made this comment: “It fell.”"""
    carried = noun.dep_ == "dobj" and noun.head.lemma_ in LIGHT and cue.how == "states"
    after = noun.right_edge.i + 1
    if not carried or after + 1 >= len(noun.doc) or noun.doc[after].text != ":":
        return None
    return tidy(noun.doc, [(after + 1, len(noun.doc))])


def noun_clause(noun: Token, cue: Cue) -> Content:
    """The claim that it fell. Her plan to go."""
    taken = "as" in VERBS.get(noun.head.lemma_, cue).frames  # sees the main threats to be
    for c in noun.rights:
        mark = child(c, "mark", "aux")
        if taken and c.lemma_ == "be" and mark is not None and mark.lower_ == "to":
            continue
        if c.dep_ == "ccomp" or (c.dep_ in ("acl", "relcl") and mark is not None and mark.lower_ in cue.frames):
            return tidy(noun.doc, [reach(c)])
    return None


def noun_of(noun: Token, cue: Cue) -> Content:
    """Her criticism of the plan. They raised questions about the plan."""
    carried = noun.dep_ == "dobj" and noun.head.lemma_ in LIGHT
    for c in noun.rights:
        if c.dep_ not in ("prep", "acl") or c.lower_ == "to" or c.lower_ not in (*cue.frames, *REGARDING):
            continue
        act = child(c, "pcomp") is not None
        if cue.how in DEEDS or carried or act or c.lower_ in (*REGARDING, "towards", "toward"):
            return tidy(noun.doc, [(c.i + 1, c.right_edge.i + 1)])
    if "towards" in cue.frames:  # the attitude of the elite towards Kabul
        hung = next((t for t in near(noun) if t.i > noun.i and t.lower_ in ("towards", "toward")), None)
        return tidy(noun.doc, [(hung.i + 1, hung.right_edge.i + 1)]) if hung is not None else None
    return None


def noun_from(noun: Token, cue: Cue) -> Content:
    """A protest from Kabul. Calls from experts."""
    if cue.how not in (*DEEDS, "proposes") or holder(noun) is None:
        return None
    if noun.i + 1 >= len(noun.doc) or noun.nbor(1).lower_ != "from":
        return None
    what = nearest_subject(noun.head) if noun.dep_ == "dobj" else None
    return tidy(noun.doc, [reach(what)]) if what is not None else ()


def adjective_reports(doc: Doc) -> Iterator[Report]:
    """She is sure that it fell; they were fearful of war; he is willing to talk."""
    for token in doc:
        cue = ADJECTIVES.get(token.lower_) if token.pos_ in ("ADJ", "VERB", "NOUN") else None
        if cue is None or (token.pos_ == "NOUN" and token.dep_ not in PREDICATES):
            continue
        who = holder_of_state(token)
        for c in (*token.rights, *hung_on_the_verb(token)):
            frame = frame_of(c)
            if frame not in cue.frames or who is None:
                continue
            content = tidy(doc, [reach(c) if c.dep_ != "prep" else (c.i + 1, c.right_edge.i + 1)])
            if content is not None:
                yield Report(cue.how, token.i, (token.i, token.i + 1), who, content, "adjective")
            break


def hung_on_the_verb(adjective: Token) -> Iterator[Token]:
    """The clause right after an adjective that the parser hung on the verb before it: "became keen to"."""
    if adjective.dep_ == "acomp":
        yield from (c for c in adjective.head.rights if c.dep_ == "advcl" and c.left_edge.i == adjective.i + 1)


def frame_of(beside: Token) -> str:
    """The frame of what follows an adjective: "sure that", "keen to", "afraid of"."""
    if beside.dep_ == "advcl":
        mark = child(beside, "mark", "aux")
        return MARKED.get(mark.lower_, "") if mark is not None else ""
    return FRAME_OF.get(beside.dep_, beside.lower_ if beside.dep_ == "prep" else "")


def holder_of_state(adjective: Token) -> Token | None:
    """Who is sure, afraid or willing: the subject of the predicate, or the noun that the adjective stands beside."""
    if adjective.dep_ in PREDICATES:
        return subject(adjective)
    return adjective.head if adjective.head.pos_ in ("NOUN", "PROPN", "PRON") else None
