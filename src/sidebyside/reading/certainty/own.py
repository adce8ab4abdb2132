"""What a clause says of its own predicate: negation, modals, adverbs, mood. A rule reads the clause, and may change it.

The rules are applied in their order, each to what the one before it left.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sidebyside.reading.certainty.denial import empty, negation, not_necessarily
from sidebyside.reading.certainty.grammar import cue, is_event
from sidebyside.reading.certainty.hearsay import according_to, allegedly, aside_of_another
from sidebyside.reading.certainty.modality import MOOD_OF, adverb, modal
from sidebyside.reading.certainty.moods import asked, condition, only_to, opens_with_if, told
from sidebyside.reading.certainty.scale import LIKELY, MAYBE, SO, Standing, weaker

Rule = Callable[[Token, Standing], Standing]

# Adjectives that say of an event how far it is one, by what they do.
OF_NOUNS = {
    "alleged": "reports", "reported": "reports", "purported": "reports", "supposed": "hedges", "possible": "hedges",
    "potential": "hedges", "likely": "hedges", "probable": "hedges", "attempted": "tries", "proposed": "wishes",
    "planned": "plans", "suspected": "hedges", "apparent": "hedges", "would-be": "tries", "threatened": "wishes",
    "expected": "plans", "prospective": "plans", "eventual": "hedges", "hypothetical": "hedges", "future": "plans",
    "failed": "denies", "abortive": "denies", "canceled": "denies", "cancelled": "denies", "unlikely": "hedges",
    "exaggerated": "hedges", "overstated": "hedges", "inflated": "hedges", "so-called": "hedges",
    "impending": "plans", "pending": "plans", "further": "",
}  # fmt: skip
LEFT_OF = {"reports": SO, "hedges": MAYBE, "tries": MAYBE, "wishes": MAYBE, "plans": LIKELY, "denies": -SO, "": SO}


def of_a_noun(noun: Token, now: Standing) -> Standing:
    """An alleged, possible, planned or attempted event; and no event at all."""
    if noun.pos_ != "NOUN" or not (is_event(noun) or noun.dep_ in ("attr", "dobj", "nsubj")):
        return now
    for kid in noun.children:
        if kid.dep_ == "amod" and kid.lower_ in OF_NOUNS and (does := OF_NOUNS[kid.lower_]):
            left = LEFT_OF[does]
            degree = -now.degree if left < 0 else weaker(now.degree, left)
            now = now.at(degree, cue(does, kid), MOOD_OF.get(does, ""), reported=does == "reports")
    for word in empty(noun):
        if any(heard.start == word.idx for heard in now.cues):  # "has no plan": the verb has said so
            continue
        now = now.at(-SO if now.degree >= 0 else now.degree, cue("denies", word))
    return now


OF_VERBS: list[Rule] = [
    modal, negation, not_necessarily, adverb, allegedly, according_to, aside_of_another,
    condition, opens_with_if, asked, told, only_to,
]  # fmt: skip
OF_EVENTS: list[Rule] = [of_a_noun]


def own(token: Token, now: Standing) -> Standing:
    """What the clause makes of its own predicate."""
    for rule in OF_VERBS if token.pos_ in ("VERB", "AUX") else OF_EVENTS:
        now = rule(token, now)
    return now
