"""A predicate's certainty is read from outside in: from the sentence's root, link by link, to the predicate itself."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sidebyside.reading.certainty.grammar import is_event
from sidebyside.reading.certainty.links import linked
from sidebyside.reading.certainty.own import own
from sidebyside.reading.certainty.scale import PLAIN, Certainty, Standing, State, value

# Places in which a verb form is no predicate: a helper, a preposition ("according to"), part of a name for a thing.
HELPERS = {"aux", "auxpass", "prep", "agent", "mark", "amod", "compound", "det", "case", "cc", "punct", "prt"}


def certainty_of(predicate: Token) -> Certainty:
    """How surely the event that a verb, a copula or a noun names is put."""
    return drawn(predicate, state_of(predicate, {}).standing)


def setting_of(predicate: Token) -> Certainty:
    """How surely the predicate's clause is put as a whole, its own modals and negation left out.

    Of "I know that they did not come" it says: asserted, that they did not come.
    """
    return drawn(predicate, state_of(predicate, {}).setting)


def certainties_in(doc: Doc) -> list[Certainty]:
    """One for each predicate, in reading order."""
    known: dict[int, State] = {}
    return [drawn(token, state_of(token, known).standing) for token in doc if is_predicate(token)]


def is_predicate(token: Token) -> bool:
    """A verb that is no helper of another, or a noun that names an event."""
    return (token.pos_ in ("VERB", "AUX") and token.dep_ not in HELPERS) or is_event(token)


def state_of(token: Token, known: dict[int, State]) -> State:
    """What holds at a token; `known` keeps what was found on the way, by place."""
    path = [token]
    while path[-1].i not in known and path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
    above: State | None = None
    for inner in reversed(path):
        if inner.i not in known:
            setting = PLAIN if above is None else linked(inner, above)
            known[inner.i] = State(setting, own(inner, setting))
        above = known[inner.i]
    return known[token.i]


def drawn(token: Token, standing: Standing) -> Certainty:
    """The standing at a token, with its place and the clause it covers."""
    left, right = token.left_edge, token.right_edge
    return Certainty(
        start=token.idx,
        end=token.idx + len(token),
        value=value(standing),
        mood=standing.mood,
        degree=standing.degree,
        cues=standing.cues,
        scope=(left.idx, right.idx + len(right)),
    )
