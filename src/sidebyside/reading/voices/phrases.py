"""Reports whose cue is a fixed phrase: "according to", "in their view", "coolly received", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sidebyside.reading.voices.cues import ADVERBS, IN_THEIR, MANNERS, TAKEN
from sidebyside.reading.voices.grammar import (
    child,
    doer,
    nearest_subject,
    passive,
    reach,
    taken_for_apposition,
    without,
)  # fmt: skip
from sidebyside.reading.voices.report import Report, tidy

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def top(token: Token) -> Token:
    """The noun that a determiner, an adjective or a first name belongs to."""
    while token.dep_ in ("det", "amod", "compound", "poss", "nmod", "nummod") and token.head.i > token.i:
        token = token.head
    return token


def according(doc: Doc) -> Iterator[Report]:
    """According to her, it fell."""
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            who = child(doc[token.i + 1], "pobj") or child(token, "pobj")
            head = token.head
            if who is None and token.i + 2 < len(doc) and not doc[token.i + 2].is_punct:
                who = top(doc[token.i + 2])
            cut = reach(token)
            lost = taken_for_apposition(head)
            if lost is not None and token.i == 0:
                cut = (cut[0], lost.left_edge.i)
            content = tidy(doc, without(reach(head), [cut])) or ()
            yield Report("states", token.i, (token.i, token.i + 2), who, content, "according")


def in_their_view(doc: Doc) -> Iterator[Report]:
    """In their view, it fell. In the words of the mayor, it fell."""
    for token in doc:
        how = IN_THEIR.get(token.lemma_.lower()) if token.dep_ == "pobj" and token.head.lower_ in ("in", "to") else None
        if how is None:
            continue
        of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        who = child(token, "poss") or (child(of, "pobj") if of is not None else None)
        if who is not None and token.head.dep_ == "prep":
            content = tidy(doc, without(reach(token.head.head), [reach(token.head)])) or ()
            yield Report(how, token.i, (token.i, token.i + 1), who, content, "in-view")


def seems_to(doc: Doc) -> Iterator[Report]:
    """The request seemed inappropriate to Kabul."""
    for token in doc:
        if token.lemma_ not in ("seem", "appear", "look") or (what := nearest_subject(token)) is None:
            continue
        for state in token.rights:
            to = child(state, "prep") if state.dep_ in ("oprd", "acomp") else None
            who = child(to, "pobj") if to is not None and to.lower_ == "to" else None
            if who is not None and (who.ent_type_ or who.pos_ == "PRON"):
                content = tidy(doc, [reach(what), (state.left_edge.i, state.i + 1)])
                yield Report("believes", token.i, (token.i, token.i + 1), who, content or (), "seems-to")


def in_a_manner(doc: Doc) -> Iterator[Report]:
    """The offer was coolly received by Kabul."""
    for token in doc:
        how = MANNERS.get(token.lower_) if token.dep_ == "advmod" or token.lower_ == "askance" else None
        verb = token.head
        if how is not None and verb.lemma_ in TAKEN and (who := doer(verb)) is not None:
            what = child(verb, "nsubjpass") if passive(verb) else child(verb, "dobj") or child(verb, "prep")
            content = tidy(doc, [reach(what)]) if what is not None else None
            close = abs(verb.i - token.i) == 1  # "coolly received": both words are the cue
            cue = (min(verb.i, token.i), max(verb.i, token.i) + 1) if close else (verb.i, verb.i + 1)
            yield Report(how, verb.i, cue, who, content or (), "manner")


def adverbs(doc: Doc) -> Iterator[Report]:
    """Reportedly, it fell."""
    for token in doc:
        how = ADVERBS.get(token.lower_)
        if how is not None and token.head != token:
            content = tidy(doc, without(reach(token.head), [reach(token)])) or ()
            yield Report(how, token.i, (token.i, token.i + 1), None, content, "adverb")
