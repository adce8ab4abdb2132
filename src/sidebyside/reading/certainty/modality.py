"""Modal verbs and adverbs: how much of a certainty they leave."""

from __future__ import annotations

from spacy.tokens import Token

from sidebyside.reading.certainty.denial import is_denied
from sidebyside.reading.certainty.grammar import cue
from sidebyside.reading.certainty.scale import LIKELY, MAYBE, OPEN, SO, Standing, weaker

# What the modal leaves of a certainty, and what is left when it is denied: "could not" is stronger than "could".
MODALS = {
    "may": (MAYBE, MAYBE, "hedges"),
    "might": (MAYBE, MAYBE, "hedges"),
    "can": (MAYBE, SO, "allows"),
    "ca": (MAYBE, SO, "allows"),
    "could": (MAYBE, SO, "hedges"),
    "would": (LIKELY, SO, "hedges"),
    "'d": (LIKELY, SO, "hedges"),
    "’d": (LIKELY, SO, "hedges"),
    "should": (MAYBE, MAYBE, "wishes"),
    "ought": (MAYBE, MAYBE, "wishes"),
    "must": (MAYBE, LIKELY, "wishes"),
    "need": (MAYBE, OPEN, "wishes"),
    "will": (SO, SO, "predicts"),
    "wo": (SO, SO, "predicts"),
    "'ll": (SO, SO, "predicts"),
    "’ll": (SO, SO, "predicts"),
    "shall": (SO, SO, "predicts"),
    "sha": (SO, SO, "predicts"),
}
MOOD_OF = {"wishes": "wish", "predicts": "prediction"}
# Adverbs, by the most that they leave.
ADVERBS = {
    "perhaps": MAYBE, "maybe": MAYBE, "possibly": MAYBE, "conceivably": MAYBE, "potentially": MAYBE,
    "theoretically": MAYBE, "hopefully": MAYBE,
    "probably": LIKELY, "likely": LIKELY, "apparently": LIKELY, "seemingly": LIKELY, "presumably": LIKELY,
    "ostensibly": LIKELY, "supposedly": LIKELY, "evidently": LIKELY, "arguably": LIKELY,
}  # fmt: skip


def modal(verb: Token, now: Standing) -> Standing:
    """may, might, can, could, would, should, must hedge; will predicts. Denied, they leave what the table says."""
    found = next((kid for kid in verb.children if kid.dep_ == "aux" and kid.lower_ in MODALS), None)
    if found is None or (found.lower_ in ("'d", "’d") and found.lemma_ != "would"):
        return now
    if found.lower_ in ("can", "could") and any(w.lower_ == "only" for w in verb.doc[found.i : verb.i]):
        return now  # could only: had no choice
    left, denied, does = MODALS[found.lower_]
    perfect = any(kid.dep_ == "aux" and kid.lower_ in ("have", "'ve", "’ve", "of") for kid in verb.children)
    if found.lower_ == "would" and now.reported and not perfect:  # said that it would: the future, seen from the past
        left, does = SO, "predicts"
    if found.lower_ == "must" and (perfect or verb.lemma_ == "be"):  # must have been: inferred
        left, does = LIKELY, "hedges"
    if found.lower_ in ("should", "would") and perfect:
        left = OPEN
    bound = denied if is_denied(verb) else left
    return now.at(weaker(now.degree, bound), cue(does, found), MOOD_OF.get(does, ""))


def adverb(verb: Token, now: Standing) -> Standing:
    """perhaps and its like hedge."""
    for kid in verb.children:
        if kid.lower_ in ADVERBS and kid.dep_ in ("advmod", "intj", "npadvmod", "dep"):
            now = now.at(weaker(now.degree, ADVERBS[kid.lower_]), cue("hedges", kid))
    return now
