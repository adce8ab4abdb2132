"""What turns a clause round: not and its like, no before a noun, nobody; two of them leave it standing."""

from __future__ import annotations

from spacy.tokens import Token

from sidebyside.reading.certainty.grammar import child, cue
from sidebyside.reading.certainty.scale import LIKELY, OPEN, Standing, weaker

NEVER = {"not", "n't", "n’t", "never", "nt", "neither", "nor", "nowhere"}
HARDLY = {"hardly", "scarcely", "barely", "rarely", "seldom"}
NEARLY = {"almost", "nearly"}
NOBODY = {"nobody", "none", "nothing", "neither", "no-one"}
# After these words "not" adds, and takes nothing away: not only, not just.
BUT_ALSO = {"only", "just", "merely", "simply", "solely", "exclusively", "purely", "least", "surprisingly", "until"}


def negation(verb: Token, now: Standing) -> Standing:
    """Each denier turns the clause round; two of them leave it standing."""
    for word in deniers(verb):
        degree = -now.degree
        if word.lower_ in HARDLY:
            degree = weaker(degree, LIKELY)
        now = now.at(degree, cue("denies", word))
    return now


def not_necessarily(verb: Token, now: Standing) -> Standing:
    """not necessarily, not always, not yet clear: left open rather than denied."""
    found = next(
        (kid for kid in verb.children if kid.lower_ in ("necessarily", "always") and kid.dep_ == "advmod"), None
    )
    if found and is_denied(verb) and verb.lemma_ not in ("think", "believe"):
        return now.at(OPEN, cue("hedges", found))
    subject = child(verb, "nsubj", "nsubjpass")
    some = subject and (child(subject, "neg") or next((kid for kid in subject.children if kid.lower_ == "not"), None))
    return now.at(OPEN, cue("hedges", some)) if some else now


def is_denied(verb: Token) -> bool:
    """Some word of the clause denies it, once."""
    return len(deniers(verb)) % 2 == 1


def deniers(verb: Token) -> list[Token]:
    """The words that turn the clause round: not, never, no longer, nobody as subject, no before subject or object."""
    found = []
    for kid in verb.children:
        word = kid.lower_
        if kid.dep_ == "cc" and (word != "nor" or kid.i > verb.i):
            continue
        says_not = kid.dep_ == "neg" or (word in NEVER and kid.dep_ in ("advmod", "preconj", "cc", "intj"))
        if (says_not and not only(kid)) or (kid.dep_ == "advmod" and word in HARDLY | NEARLY):
            found.append(kid)
        elif kid.dep_ == "advmod" and word in ("longer", "more") and (no := child(kid, "neg", "det", "advmod")):
            found += [no] if no.lower_ == "no" else []
        elif kid.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "expl"):
            found += empty(kid)
        elif kid.dep_ == "prep" and kid.lower_ in ("under", "in", "at", "on", "by") and kid.i < verb.i:
            found += [no for thing in kid.children if thing.dep_ == "pobj" for no in empty(thing)]
    return found


def empty(noun: Token) -> list[Token]:
    """The word that says there is none of it."""
    if noun.lower_ in NOBODY:
        return [noun]
    return [
        kid
        for kid in noun.children
        if kid.lower_ in ("no", "neither")
        and kid.dep_ in ("det", "neg", "preconj", "advmod")
        and noun.lemma_ != "doubt"
    ]


def only(word: Token) -> bool:
    """The "not" of "not only", "not just", "not necessarily", which leaves the clause standing."""
    after = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    return after in BUT_ALSO
