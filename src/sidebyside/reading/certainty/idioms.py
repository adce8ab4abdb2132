"""Turns of phrase in which a verb of saying or knowing, with its modal or negation, means something of its own.

"You might say that P" says P with a bow; "I can hardly believe that P" marvels at a fact; "I cannot say that P" and
"I don't know that P" deny it politely.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sidebyside.reading.certainty.denial import NEARLY, is_denied
from sidebyside.reading.certainty.grammar import SPEAKER, child, cue, is_finite
from sidebyside.reading.certainty.scale import LIKELY, MAYBE, OPEN, SO, Standing

Idiom = Callable[[Token, Standing], Standing | None]

ABLE = {"can", "could", "ca", "able"}
WOULD = {"would", "'d", "’d"}
MILD = {"may", "might", "could", "can", "would", "must", "should"}
ANYONE = {"you", "one", "some", "it", "people", "i", "we"}
PERCEIVING = {"tell", "see", "feel", "hear", "notice", "sense", "smell", "understand"}
HEARERS = {"me", "us", "him", "her", "them", "you", "anyone", "anybody", "everyone", "everybody", "people"}
OPINIONS = {"think", "believe", "imagine", "suppose", "assume", "expect", "hope", "feel", "reckon"}
POINTING_OUT = {"note", "stress", "emphasize", "emphasise", "remember", "recall", "say", "add", "mention", "underline"}
MARVELLING = {"believe"}
GUESSING = {"guess", "imagine", "think", "dream", "suspect", "know", "suppose", "believe", "realise", "realize"}


def helpers(verb: Token) -> set[str]:
    """The modals of the verb."""
    return {kid.lower_ for kid in verb.children if kid.dep_ == "aux"}


def subject_of(verb: Token) -> str:
    """Who it is said of, in small letters."""
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    return subject.lower_ if subject is not None else ""


def is_anyone(verb: Token) -> bool:
    """The subject is the author, the reader, or people at large: a bare plural."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.lower_ in ANYONE:
        return True
    return subject.tag_ == "NNS" and not any(True for _ in subject.children)


def can_tell(verb: Token, now: Standing) -> Standing | None:
    """could tell, can see that: perceived, so it is there."""
    if verb.lemma_ not in PERCEIVING or not helpers(verb) & ABLE or is_denied(verb) or told_someone(verb):
        return None
    return now.taken_for_granted(cue("takes for granted", verb))


def told_someone(verb: Token) -> bool:
    """Someone is named to whom it is told."""
    hearer, inner = child(verb, "dobj", "dative"), child(verb, "ccomp")
    that = inner is not None and child(inner, "mark") is not None
    return hearer is not None and (that or hearer.lower_ in HEARERS)


def left_untold(verb: Token, now: Standing) -> Standing | None:
    """did not tell him that, did not say that: kept back, so it is likely so."""
    inner = child(verb, "ccomp")
    kept = verb.lemma_ == "say" and inner is not None and child(inner, "mark") is not None and not is_anyone(verb)
    if is_denied(verb) and is_past(verb) and (kept or (verb.lemma_ == "tell" and told_someone(verb))):
        return now.at(LIKELY, cue("takes for granted", verb))
    return None


def one_might_say(verb: Token, now: Standing) -> Standing | None:
    """you could say, some might say, it may be said: the author says it himself, with a bow."""
    said = verb.lemma_ in ("say", "argue", "suggest", "add", "note") and helpers(verb) & MILD
    if said and now.degree > OPEN and is_anyone(verb) and not is_denied(verb):
        return now.at(LIKELY, cue("hedges", verb))
    return None


def must_be_noted(verb: Token, now: Standing) -> Standing | None:
    """it should be noted, it must be stressed that: the author says it himself, and firmly."""
    firm = helpers(verb) & {"should", "must"} and subject_of(verb) == "it" and not is_denied(verb)
    return now.at(SO, cue("asserts", verb), "assertion") if firm and verb.lemma_ in POINTING_OUT else None


def beyond_belief(verb: Token, now: Standing) -> Standing | None:
    """can't believe, could hardly believe: a marvel at a fact."""
    nearly = any(kid.lower_ in NEARLY for kid in verb.children)
    if verb.lemma_ in MARVELLING and helpers(verb) & ABLE and is_denied(verb) and not nearly:
        return now.taken_for_granted(cue("takes for granted", verb))
    return None


def never_guessed(verb: Token, now: Standing) -> Standing | None:
    """you'd never guess: it is so. never knew, had not imagined: it came as a surprise, so it may well be so."""
    if verb.lemma_ not in GUESSING or not is_denied(verb):
        return None
    if helpers(verb) & WOULD and subject_of(verb) in ("you", "one"):
        return now.taken_for_granted(cue("takes for granted", verb))
    if is_past(verb) and any(kid.lower_ == "never" for kid in verb.children):
        return now.at(MAYBE if verb.lemma_ in OPINIONS - {"imagine"} else LIKELY, cue("hedges", verb))
    pictured = verb.lemma_ in ("guess", "imagine", "dream", "suspect")
    return now.at(MAYBE, cue("hedges", verb)) if pictured and helpers(verb) & (WOULD | {"had"}) else None


def thinking_it_of_me(verb: Token, now: Standing) -> Standing | None:
    """Does he think that I? If you think that we: one who leaves open what others think of him does not think so."""
    inner = child(verb, "ccomp")
    if verb.lemma_ not in OPINIONS or inner is None or now.degree >= SO or is_denied(verb):
        return None
    if subject_of(verb) in SPEAKER or subject_of(inner) not in SPEAKER:
        return None
    if now.mood == "question" and verb.lemma_ not in ("imagine", "suppose"):  # "do you think we are?" wants to know
        return None
    return now.at(-LIKELY, cue("denies", verb))


def do_they_think(verb: Token, now: Standing) -> Standing | None:
    """Did he think that? Asked of someone absent, it doubts; asked of you, it asks."""
    if verb.lemma_ not in ("think", "believe", "imagine") or now.mood != "question" or is_denied(verb):
        return None
    return now.at(-LIKELY, cue("denies", verb)) if subject_of(verb) in ("he", "she", "they", "anyone") else None


def can_imagine(verb: Token, now: Standing) -> Standing | None:
    """could imagine that: finds it likely. But "could ever have imagined" wonders at an error."""
    if verb.lemma_ == "imagine" and helpers(verb) & ABLE and "have" not in helpers(verb) and not is_denied(verb):
        return now.at(LIKELY, cue("hedges", verb))
    return None


def would_have_thought(verb: Token, now: Standing) -> Standing | None:
    """you would think, one might have thought: but it is not so."""
    expected = "would" in helpers(verb) or ("have" in helpers(verb) and helpers(verb) & (WOULD | {"might"}))
    if verb.lemma_ == "think" and expected and subject_of(verb) in ("you", "one", "anyone") and not is_denied(verb):
        return now.at(-LIKELY, cue("denies", verb))
    return None


def if_i_say(verb: Token, now: Standing) -> Standing | None:
    """if I say that, if I tell you that: said, and excused."""
    marks = [kid for kid in verb.children if kid.dep_ == "mark" and kid.lower_ == "if"]
    if marks and verb.lemma_ in ("say", "tell", "add") and subject_of(verb) in SPEAKER and not is_denied(verb):
        return now.at(LIKELY, cue("hedges", verb), "assertion")
    return None


def how_do_you_know(verb: Token, now: Standing) -> Standing | None:
    """How do you know that? It asks for the ground, so it doubts; how did you know that? marvels at it."""
    how = any(kid.lower_ == "how" for kid in verb.children)
    if not how or verb.lemma_ != "know" or now.mood != "question":
        return None
    return now.taken_for_granted(cue("takes for granted", verb)) if is_past(verb) else now.at(MAYBE, cue("asks", verb))


def who_says(verb: Token, now: Standing) -> Standing | None:
    """Who says that? Do they seriously believe that? A question that means no."""
    if now.mood != "question" or is_denied(verb):
        return None
    who = subject_of(verb) == "who" and verb.lemma_ in ("say", "think", "believe")
    really = verb.lemma_ in OPINIONS and any(kid.lower_ in ("really", "seriously", "honestly") for kid in verb.children)
    return now.at(-LIKELY, cue("denies", verb)) if who or really else None


def might_have_known(verb: Token, now: Standing) -> Standing | None:
    """might have known, should have guessed: it is so, and no surprise."""
    if verb.lemma_ in ("know", "guess", "realise", "realize") and "have" in helpers(verb) and helpers(verb) & MILD:
        return now.taken_for_granted(cue("takes for granted", verb))
    return None


def cannot_say(verb: Token, now: Standing) -> Standing | None:
    """I can't say that, I'm not saying that, I don't see that, I don't know that: a polite no."""
    if not is_denied(verb) or subject_of(verb) not in SPEAKER | {"you", "one"}:
        return None
    able, mine = helpers(verb) & ABLE, subject_of(verb) in SPEAKER
    said = verb.lemma_ == "say" and (able or (mine and verb.tag_ == "VBG"))
    seen = verb.lemma_ == "see" and mine and (able or not is_past(verb))
    known = verb.lemma_ == "know" and mine and is_finite(verb) and not is_past(verb)
    return now.at(-LIKELY, cue("denies", verb)) if said or seen or known else None


def news_to_me(verb: Token, now: Standing) -> Standing | None:
    """I did not know that: it may be so, on the word of whoever told me."""
    news = verb.lemma_ == "know" and subject_of(verb) in SPEAKER and is_past(verb) and is_denied(verb)
    return now.at(MAYBE, cue("hedges", verb)) if news else None


def is_past(verb: Token) -> bool:
    """The verb or its helper is in the past."""
    return verb.tag_ == "VBD" or any(kid.dep_ == "aux" and kid.tag_ == "VBD" for kid in verb.children)


IDIOMS: list[Idiom] = [
    can_tell, left_untold, must_be_noted, one_might_say, beyond_belief, might_have_known, never_guessed,
    would_have_thought, thinking_it_of_me, do_they_think, can_imagine, if_i_say, how_do_you_know,
    who_says, cannot_say, news_to_me,
]  # fmt: skip


def idiom(verb: Token, now: Standing) -> Standing | None:
    """What the turn of phrase makes of the clause that the verb governs, if it is one."""
    if verb.pos_ != "VERB":
        return None
    for rule in IDIOMS:
        if (found := rule(verb, now)) is not None:
            return found
    return None
