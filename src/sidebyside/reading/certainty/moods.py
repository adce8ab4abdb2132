"""Clauses that do not state: conditions and what hangs on them, questions, commands, bare aims."""

from __future__ import annotations

from spacy.tokens import Token

from sidebyside.reading.certainty.denial import deniers
from sidebyside.reading.certainty.grammar import ASKING, SAYING, SUBJECTS, child, cue, has_to, is_finite, sentence_of
from sidebyside.reading.certainty.scale import LIKELY, MAYBE, OPEN, Standing, weaker

BEFORE_A_COMMAND = {"please", "do", "not", "n't", "never", "and", "but", "so", "just", "now", "always", "``", "let"}
FAR = 40  # words: what opens a question or a command stands no further off
IFS = {"if", "unless", "provided"}
FRONTED = {"advmod", "prep", "cc", "preconj"}


def condition(verb: Token, now: Standing) -> Standing:
    """A clause that holds only if another does is no more than possible; not so with "even if"."""
    if is_saying(verb):  # "if they fail, he said, we go": of the going, not of the saying
        return now
    for kid in verb.children:
        mark = child(kid, "mark") if kid.dep_ == "advcl" else None
        if mark is None or mark.lower_ not in IFS or any(word.lower_ == "even" for word in kid.children):
            continue
        return now.at(weaker(now.degree, MAYBE), cue("conditions", mark), "conditional")
    return now


def is_saying(verb: Token) -> bool:
    """A plain verb of saying with the clause that is said."""
    return verb.lemma_ in SAYING and child(verb, "ccomp") is not None and child(verb, "aux") is None


def opens_with_if(verb: Token, now: Standing) -> Standing:
    """If at the head of a main clause, as the parse has it, makes a condition of it."""
    found = next((kid for kid in verb.children if kid.dep_ == "mark" and kid.lower_ in ("if", "unless")), None)
    if found is None or verb.dep_ in ("advcl", "ccomp", "xcomp", "pcomp", "csubj"):
        return now
    return now.at(OPEN, cue("conditions", found), "conditional")


def asked(verb: Token, now: Standing) -> Standing:
    """A question leaves open what it asks; why, when and how ask about something that is taken for granted."""
    quoted = verb.dep_ == "ccomp" and verb.i < verb.head.i  # "Did it fall?", she asked
    if not quoted and verb.dep_ not in ("ROOT", "conj", "parataxis"):
        return now
    helper = next((kid for kid in verb.children if kid.dep_ in ("aux", "auxpass")), verb)
    if not ends_in_question(verb):
        return now.at(OPEN, cue("asks", helper), "question") if turned_round(verb, helper) else now
    before = verb.doc[max(verb.left_edge.i, verb.i - FAR) : verb.i]  # not the subtree: spaCy walks a deep one slowly
    opener = next((word for word in before if word.lower_ in ASKING), None)
    if opener is not None:
        degree = now.degree if opener.lower_ in ("why", "when", "where", "how") else weaker(now.degree, LIKELY)
        return now.at(degree, cue("asks", opener), "question")
    subject = child(verb, *SUBJECTS)
    if subject is not None and helper.i > subject.i:  # not turned round: a statement with a tag or a raised voice
        return now.at(OPEN if subject.lower_ == "you" else weaker(now.degree, LIKELY), None, "question")
    return now.at(OPEN, cue("asks", helper), "question")


def turned_round(verb: Token, helper: Token) -> bool:
    """do you, did they: a question even without its mark; but not "nor do they", "never did they"."""
    subject = child(verb, "nsubj")
    if helper.lemma_ != "do" or helper == verb or subject is None or helper.i > subject.i or deniers(verb):
        return False
    before = [kid for kid in verb.children if kid.i == helper.i - 1 and not kid.is_punct]
    return all(kid.lower_ in ("and", "so", "but", "or") for kid in before if kid.dep_ in FRONTED)


def ends_in_question(verb: Token) -> bool:
    """The sentence, or the quotation in it, ends in a question mark."""
    doc = verb.doc
    if any(kid.text == "?" for kid in verb.children):
        return True
    last = sentence_of(verb)[1] - 1
    while last > verb.i and doc[last].is_punct and doc[last].text != "?":
        last -= 1
    return bool(doc[last].text == "?")


def told(verb: Token, now: Standing) -> Standing:
    """A bare verb without a subject, at the head of its sentence, tells someone to do it."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp") or child(verb, *SUBJECTS) or has_to(verb):
        return now
    before = [word for word in verb.doc[max(verb.left_edge.i, verb.i - FAR) : verb.i] if not word.is_punct]
    if any(word.lower_ not in BEFORE_A_COMMAND for word in before):
        return now
    if any(kid.dep_ == "aux" and kid.lower_ not in ("do", "please") for kid in verb.children) or is_finite(verb):
        return now
    return now.at(OPEN, cue("tells", verb), "command")


def only_to(verb: Token, now: Standing) -> Standing:
    """A sentence that is no more than an infinitive names an aim."""
    alone = verb.dep_ == "ROOT" and has_to(verb) and not is_finite(verb)
    return now.at(weaker(now.degree, MAYBE), cue("aims", verb), "wish") if alone else now
