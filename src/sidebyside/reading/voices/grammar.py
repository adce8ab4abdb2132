"""Walks over a dependency tree: who does what a verb says, and how far a clause or a phrase reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Run = tuple[int, int]  # token numbers within one Doc, the end excluded

FAR = 80  # words

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Verbs that hand their object on as the one who does the next verb: "urged Kabul to say".
JUDGING = frozenset("criticize criticise blame praise accuse thank condemn fault mock attack slam blast deride".split())

# Verbs whose object is the one who does the next verb: "let Kabul say".
CONTROL = JUDGING | frozenset(
    "ask urge tell want expect force allow let help get cause lead enable permit convince persuade encourage order "
    "press push prompt invite beg implore remind make see hear watch leave".split()
)
NAMED = frozenset({"PERSON", "GPE", "ORG", "NORP"})

# A verb that only carries a noun of saying: "issued a statement", "made the claim that".
LIGHT = frozenset(
    "make issue have give express voice raise release publish deliver take offer send file hold share pose reach "
    "put lodge announce unveil write post run use show reflect".split()
)
# What someone says something in: a letter "saying that" is its sender's word.
TELLING = frozenset(
    "statement letter paper papers memo tweet email e-mail message post note speech conference interview briefing "
    "article editorial column ad op-ed brief video complaint".split()
)

MEDIA = frozenset("media medium press newspaper report document magazine".split())


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these dependencies."""
    return next((c for c in token.children if c.dep_ in deps), None)


def passive(verb: Token) -> bool:
    """Whether the verb stands in the passive: with an auxiliary, or bare after a noun ("a man known as")."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    bare = not any(c.dep_ in ("aux", *SUBJECTS) for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl") and bare


def agent(verb: Token) -> Token | None:
    """Who does it, where a passive says so: "was told by Kabul"."""
    for c in verb.children:
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by"):
            return child(c, "pobj")
    return None


def doer(verb: Token) -> Token | None:
    """The head of the phrase that names who does it, found upwards where the verb itself has no subject."""
    if passive(verb):
        return agent(verb)
    return inverted(verb) or subject(verb)


def inverted(verb: Token) -> Token | None:
    """The subject after its verb: “It fell,” said the mayor."""
    before = verb.nbor(-1) if verb.i else None
    if before is not None and not (before.is_quote or before.text in ",?!"):
        return None
    if verb.tag_ not in FINITE:
        return None
    own = nearest_subject(verb)
    for c in verb.rights:
        if c.left_edge.i == verb.i + 1 and c.pos_ in ("PROPN", "NOUN", "PRON") and c.ent_type_ != "DATE":
            misread = own is None and c.pos_ == "PROPN" and c.dep_ in ("dobj", "attr", "oprd", "appos")
            return c if c.dep_ == "nsubj" or (misread and verb.lemma_ != "tell") else None
    return None


def beside(verb: Token) -> Token | None:
    """The noun right before a finite verb: its subject, where the parser has taken it for something else."""
    if verb.tag_ not in FINITE or verb.dep_ == "conj":
        return None
    noun = next((t for t in reversed(verb.doc[: verb.i]) if t.pos_ not in ("ADV", "AUX", "PART")), None)
    return noun if noun is not None and noun.pos_ in ("NOUN", "PROPN", "PRON") else None


def taken_for_apposition(verb: Token) -> Token | None:
    """The subject where the parser hung it on the phrase before it: "In its letter, threats are not mentioned"."""
    if nearest_subject(verb) is not None or verb.i == 0:
        return None
    for c in verb.lefts:
        named_in = next((n for n in near(c) if n.dep_ == "pobj"), None) if c.dep_ == "prep" else None
        hung = named_in
        while hung is not None and (after := child(hung, "conj")) is not None:
            hung = after
        found = child(hung, "appos") if hung is not None else None
        if found is not None and found.i < verb.i and found.left_edge.i > c.i + 1:
            return found
    return None


def out_of_step(verb: Token) -> bool:
    """Whether a verb joined to a reported one cannot share its auxiliary: "said it would end and suggested that"."""
    head = verb.head
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and head.dep_ == "ccomp" and head.tag_ == "VB"
    return joined and head.head.i < head.i and any(c.tag_ == "MD" for c in head.lefts)


def nearest_subject(verb: Token) -> Token | None:
    """The verb's own subject; of several, the nearest."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    for c in verb.lefts if own else ():  # "Claims that they paid allied builders reveal": not the builders, the claims
        clause = c.dep_ == "npadvmod" and c.tag_ == "NNS" and child(c, "acl") is not None
        if clause and c.right_edge.i + 1 == own[0].left_edge.i:
            return c
    return min(own, key=lambda c: abs(c.i - verb.i)) if own else None


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares."""
    aside = (
        verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > verb.head.i and verb.nbor(-1).text in (",", "-", "—")
    )
    for _ in range(8):  # no tree of a real sentence needs more
        own = nearest_subject(verb)
        if own is not None:
            return own
        head = verb.head
        if out_of_step(verb):
            verb = head.head
            continue
        if head == verb:
            return taken_for_apposition(verb) or beside(verb)
        if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
            if verb.dep_ == "relcl":
                return beside(verb) or holder(head)
            if verb.tag_ != "VBG":  # her wish to know; but not: a need to know
                return holder(head)
            told = head.dep_ in ("dobj", "pobj") and head.lemma_.lower() in TELLING
            return (holder(head) if told else None) or head
        if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
            between = child(head, "dobj", "dative")
            handed_on = between is not None and (head.lemma_ in CONTROL or between.ent_type_ in NAMED)
            if between is not None and handed_on and head.i < between.i < verb.i and head.lemma_ != "promise":
                return between
        if verb.dep_ == "pcomp":
            preposition, head = head, head.head
            if head.lemma_ in JUDGING and preposition.lower_ in ("for", "of"):
                return child(head, "nsubjpass", "dobj")
        if head.pos_ in ("NOUN", "PROPN") and verb.dep_ in ("pcomp", "acl"):
            return holder(head)
        if verb.dep_ == "amod" or head.pos_ not in ("VERB", "AUX", "ADJ"):
            return beside(verb)
        if aside and head.dep_ == "ccomp" and head.head.i < head.i:  # He said it fell, adding that
            head = head.head
        verb = head
    return None


def holder(noun: Token) -> Token | None:
    """Whose word, plan or view a noun is: its possessor, "of" or "from" someone, or the subject of its verb."""
    own = child(noun, "poss")
    if own is not None:
        return own
    for c in noun.children:
        who = child(c, "pobj") if c.dep_ in ("prep", "agent") else None
        if who is not None and (c.lower_ in ("by", "from", "among") or (c.lower_ == "in" and who.lemma_ in MEDIA)):
            return who
    for c in noun.children:
        if c.dep_ in ("amod", "compound", "nmod") and c.ent_type_ in ("NORP", "GPE", "ORG", "PERSON"):
            return c
    if any(c.dep_ == "prep" and c.lower_ in ("towards", "toward") for c in near(noun)):
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        if of is not None:
            return child(of, "pobj")
    head = noun.head
    if noun.dep_ == "dobj" and head.lemma_ != "hear":  # provoked a protest from Kabul
        start = next((c for c in head.rights if c.dep_ == "prep" and c.lower_ == "from" and c.i == noun.i + 1), None)
        if start is not None:
            return child(start, "pobj")
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return holder(head)
    if noun.dep_ == "dobj" and head.lemma_ in LIGHT:
        return doer(head)
    if noun.dep_ == "nsubjpass" and head.lemma_ in LIGHT:
        return agent(head)
    if noun.dep_ == "pobj" and head.lower_ in ("in", "at") and head.head.pos_ in ("VERB", "AUX"):
        return doer(head.head)
    return None


def reach(token: Token) -> Run:
    """The whole phrase that hangs on a token, from its left edge to its right."""
    return token.left_edge.i, token.right_edge.i + 1


def near(token: Token) -> Iterator[Token]:
    """What hangs on a token, up to FAR words from it: a run of words without a stop must not be walked for each one."""
    start, end = reach(token)
    yield from token.doc[max(start, token.i - FAR) : min(end, token.i + FAR)]


def phrase(head: Token) -> Run:
    """The phrase that names someone: without a relative clause, and without what a parser hung on it by mistake."""
    start, end = reach(head)
    if head.pos_ == "PRON":
        return head.i, head.i + 1
    if start == head.i and head.pos_ == "NOUN":  # "a Foreign Ministry official", where the parser parts the two
        while start > 0 and head.doc[start - 1].ent_type_ == "ORG":
            start -= 1
    for c in head.children:
        if c.i > head.i and (c.dep_ in ("relcl", "acl", "ccomp", "parataxis", "dep", "advcl", "punct") or c.is_quote):
            if c.dep_ == "punct" and not c.is_quote and any(d.dep_ in ("appos", "conj") for d in head.rights):
                continue
            end = min(end, c.left_edge.i)
        elif c.i < head.i and c.dep_ in ("punct", "cc", "preconj") and c.left_edge.i == start:
            start = c.i + 1
    return trimmed(head.doc, (start, max(end, head.i + 1)))


def trimmed(doc: Doc, run: Run) -> Run:
    """The run without commas, spaces and the like at its ends; quotation marks and final stops stay outside too."""
    start, end = run
    while start < end and (doc[start].is_space or (doc[start].is_punct and not doc[start].is_quote)):
        start += 1
    while end > start and (doc[end - 1].is_space or (doc[end - 1].is_punct and not doc[end - 1].is_quote)):
        end -= 1
    return start, end


def without(run: Run, gaps: Iterable[Run]) -> Iterator[Run]:
    """What is left of a run when others are cut from it.

    >>> list(without((0, 9), [(3, 5), (8, 12)]))
    [(0, 3), (5, 8)]
    """
    start, end = run
    for first, last in sorted(gaps):
        if last <= start or first >= end:
            continue
        if first > start:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end
