"""The reports of one sentence: a cue is tried with the constructions of its kind, and the first that fits decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sidebyside.reading.certainty.grammar import is_event
from sidebyside.reading.voices.clauses import aside, bare, believed_to, clause, infinitive, rest, so
from sidebyside.reading.voices.cues import DANGERS, FELT, NOUNS, TAKEN, UNTRUE, WRONGS, Cue, verb_cue
from sidebyside.reading.voices.documents import DOCUMENTS
from sidebyside.reading.voices.grammar import Run, child, doer, holder, passive
from sidebyside.reading.voices.nouns import adjective_reports, noun_reports
from sidebyside.reading.voices.objects import document, felt, object_of, prepositional, someone_to, taken_for
from sidebyside.reading.voices.phrases import according, adverbs, in_a_manner, in_their_view, seems_to
from sidebyside.reading.voices.records import RECORDS
from sidebyside.reading.voices.report import Construction, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERB_RULES: list[Construction] = [
    believed_to, someone_to, clause, infinitive, taken_for, prepositional, aside, so, object_of, rest, bare,
]  # fmt: skip
NAMELESS = (believed_to, clause, taken_for)  # constructions that may do without a source
SHOWING = frozenset("show reveal demonstrate illustrate indicate suggest reflect".split())
HYPOTHETICAL = frozenset({"should", "must", "can", "could", "may", "might"})


def verb_reports(doc: Doc) -> Iterator[Report]:
    """Reports whose cue is a verb."""
    for token in doc:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        run = (token.i, token.i + 1)
        cue, feeling = verb_cue(token), FELT.get(token.lemma_.lower())
        if cue is not None and (fits := first_that_fits(token, cue)) is not None:
            rule, content = fits
            who = doer(token) or (document(token) if passive(token) else None)
            if who is not None and speechless(token, who, rule):
                continue
            who = None if supposed(token, rule) else who
            if who is not None or nameless(token, rule) or supposed(token, rule):
                yield Report(what_it_does(token, cue.how, rule, content), token.i, run, who, content, rule.__name__)
        elif feeling is not None and (what := felt(token)):
            yield Report(feeling.how, token.i, run, child(token, "dobj"), what, felt.__name__)


def first_that_fits(verb: Token, cue: Cue) -> tuple[Construction, tuple[Run, ...]] | None:
    """The construction that the verb stands in, with what it reports."""
    for rule in VERB_RULES:
        content = rule(verb, cue)
        if content is not None:
            return rule, content
    return None


def nameless(verb: Token, rule: Construction) -> bool:
    """Whether a report may do without a source: "is believed to", "was accused of", but not a bare infinitive."""
    if not passive(verb) or any(c.lower_ in HYPOTHETICAL for c in verb.lefts):
        return False
    return rule in NAMELESS or (rule is prepositional and any(c.lower_ == "of" for c in verb.rights))


def speechless(verb: Token, who: Token, rule: Construction) -> bool:
    """Whether a thing that cannot speak is the subject: "the invasion encouraged Kabul to act"."""
    if who.pos_ != "NOUN" or who.lemma_.lower() in DOCUMENTS:
        return False
    cue = NOUNS.get(who.lemma_.lower())
    if cue is not None and holder(who) is None and (cue.how == "wants" or verb.lemma_ in SHOWING):
        return cue.how not in ("states", "believes")
    return rule is someone_to and is_event(who)


def supposed(verb: Token, rule: Construction) -> bool:
    """Whether "assumed to have" lacks its "is": nobody in the sentence assumes it."""
    perfect = any(c.dep_ == "aux" for c in verb.lefts)
    return rule is infinitive and verb.lemma_ == "assume" and verb.tag_ in ("VBD", "VBN") and not perfect


def what_it_does(verb: Token, how: str, rule: Construction, content: tuple[Run, ...]) -> str:
    """What the voice does, where the words around the cue change it."""
    if how == "believes" and (rule is taken_for or verb.lemma_ in TAKEN):
        return "fears" if any(t.lemma_ in DANGERS for a, b in content for t in verb.doc[a:b]) else how
    if rule is taken_for and content and verb.doc[content[-1][1] - 1].lower_ in UNTRUE:
        return "denies"
    if rule is taken_for and any(t.lemma_ in WRONGS for a, b in content for t in verb.doc[a:b]):
        return "criticises"
    if verb.lemma_ == "decide" and rule is infinitive:
        return "wants"
    if verb.lemma_ in ("welcome", "support", "praise", "endorse") and any(c.dep_ == "neg" for c in verb.children):
        return "criticises"
    return how


RULES = [
    in_a_manner, verb_reports, adjective_reports, noun_reports, according, in_their_view, seems_to, adverbs, *RECORDS,
]  # fmt: skip
