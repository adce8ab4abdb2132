"""Whether a place is named as one that acts or as one where something is: what the rule of capitals goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sidebyside.reading.names.words import Word

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTS, PLACE, UNCLEAR = "acts", "place", ""

# Tied by a hyphen: a Moscow-led body is led by a government, a Baku-based scholar only lives there.
ACTING_TAILS = frozenset(
    "led backed sponsored brokered funded supported controlled run hosted imposed ordered friendly aligned appointed "
    "installed dominated mediated".split()
)
# What a city has, and a government has not: its streets, its mayor.
CITY_NOUNS = frozenset(
    """
    airport street people centre center suburb mayor metro population resident inhabitant neighbourhood
    square river museum university skyline outskirt north south east west weather climate port station bridge hotel
    city capital siege bombing battle fall capture liberation occupation outside downtown hospital restaurant road
    """.split()
)
# A noun before which a capital stands for those who govern: Kabul officials.
ACTING_NOUNS = frozenset(
    "official regime government envoy authority diplomat leadership policy administration spokesman delegation "
    "negotiator policymaker elite ally insider".split()
)
# What comes "from" a capital as a word or a deed; all else merely sets out there.
WORDS_AND_DEEDS = frozenset(
    """
    protest claim support pressure demand response statement order aid message signal permission approval criticism
    condemnation denial reaction concession guarantee promise recognition invitation instruction backing help objection
    assurance warning request rebuke funding assistance complaint hear receive win seek expect need want get obtain
    """.split()
)
MOTION = frozenset(
    """
    go come fly travel return move send bring take drive walk march advance visit trip journey flight drive head leave
    arrive deport extradite invite relocate retreat withdraw road route train way tour rush deploy escape flee summon
    journey pilgrimage arrival mission close near adjacent
    """.split()
)
# Done to a city: verbs whose object is a place.
DONE_TO_PLACES = frozenset(
    "visit leave reach capture take bomb enter hit shell attack seize flee tour destroy occupy besiege storm strike "
    "found cross surround conquer liberate approach evacuate retake overrun abandon rebuild".split()
)
# Done to someone: in the passive, only these make the capital one who is spoken to or swayed.
DONE_TO_SOMEONE = frozenset(
    "tell accuse urge ask force compel worry invite criticize criticise warn persuade convince blame concern alarm "
    "prompt bolster pressure expect oblige reassure".split()
)
IN = frozenset("in at near into through around outside inside across via throughout within beyond over above".split())
WITH = frozenset("with against by between among versus besides despite".split())


def setting(word: Word) -> str:
    """acts, place or "" for the last word of a place's name."""
    token = word.token
    if word.tail:
        return ACTS if word.tail in ACTING_TAILS else PLACE
    token = first_of_list(token)
    head, dep = token.head, token.dep_
    if word.possessive or dep == "poss":
        return PLACE if head.lemma_ in CITY_NOUNS else ACTS
    if dep in ("nsubj", "csubj"):
        return PLACE if any(c.lemma_ in CITY_NOUNS and c.dep_ == "attr" for c in head.children) else ACTS
    if dep in ("nsubjpass", "dative"):
        return ACTS if dep == "dative" or head.lemma_ in DONE_TO_SOMEONE else UNCLEAR
    if dep == "dobj":
        return PLACE if head.lemma_ in DONE_TO_PLACES else ACTS
    if dep in ("compound", "nmod", "amod", "npadvmod"):
        return ACTS if head.lemma_.lower() in ACTING_NOUNS else PLACE
    if dep in ("pobj", "pcomp"):
        return after(head)
    return UNCLEAR


def first_of_list(token: Token) -> Token:
    """Of names in a row, the one on which the others hang: they do together what it does."""
    for _ in range(12):
        if token.dep_ not in ("conj", "appos") or token.head.pos_ not in ("PROPN", "NOUN"):
            break
        token = token.head
    return token


def after(preposition: Token) -> str:
    """The setting that a preposition makes, with what it hangs on."""
    word, ruler = preposition.lower_, preposition.head.lemma_.lower()
    if word in IN:
        return PLACE
    if word in ("from", "out"):
        return ACTS if ruler in WORDS_AND_DEEDS else PLACE
    if word in WITH:
        return PLACE if ruler in MOTION or ruler in CITY_NOUNS else ACTS
    if word in ("to", "toward", "towards", "for", "on"):
        return PLACE if ruler in MOTION or ruler in ("attack", "strike", "assault", "raid", "begin", "start") else ACTS
    if word == "of":
        return PLACE if ruler in CITY_NOUNS or preposition.head.pos_ != "NOUN" else ACTS
    return UNCLEAR
