"""Whose word it is, where the clause itself says so: according to, as she says, he said, allegedly."""

from __future__ import annotations

from spacy.tokens import Token

from sidebyside.reading.certainty.grammar import child, cue, is_aside, says_it_itself
from sidebyside.reading.certainty.scale import Standing

HEARSAY = {"allegedly", "reportedly", "purportedly", "reputedly"}
SPEECH = {"say", "tell", "report", "note", "put", "argue", "claim", "state", "believe", "think", "write", "see", "warn"}


def according_to(verb: Token, now: Standing) -> Standing:
    """According to someone, or as someone says: that one's word."""
    for kid in verb.children:
        if kid.dep_ == "prep" and kid.lower_ == "according":
            return now.at(now.degree, cue("reports", kid), reported=True)
        if kid.dep_ == "advcl" and kid.lemma_ in SPEECH and (mark := child(kid, "mark")) and mark.lower_ == "as":
            return now if says_it_itself(kid) else now.at(now.degree, cue("reports", mark, kid), reported=True)
    return now


def aside_of_another(verb: Token, now: Standing) -> Standing:
    """he said, set between commas inside the clause: it is his word."""
    for kid in verb.children:
        if kid.dep_ in ("parataxis", "ccomp", "dep", "advcl") and is_aside(kid) and not says_it_itself(kid):
            return now.at(now.degree, cue("reports", kid), reported=True)
    return now


def allegedly(verb: Token, now: Standing) -> Standing:
    """allegedly, reportedly: someone's word, one does not say whose."""
    found = next((kid for kid in verb.children if kid.lower_ in HEARSAY), None)
    return now.at(now.degree, cue("reports", found), reported=True) if found else now
