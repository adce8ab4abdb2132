"""A predicate's certainty is read from outside in: from the sentence's root, link by link, to the predicate itself."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from sidebyside.reading.certainty.grammar import head_of, is_event
from sidebyside.reading.certainty.links import linked
from sidebyside.reading.certainty.own import own
from sidebyside.reading.certainty.scale import PLAIN, Certainty, Standing, State, value
from sidebyside.reading.parse import found_once

NOWHERE = (0, 0)
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
    return found_once(doc, "certainties", read)


def read(doc: Doc) -> list[Certainty]:
    """The same, looked for."""
    known: dict[int, State] = {}
    return [drawn(token, state_of(token, known).standing) for token in doc if is_predicate(token)]


def is_predicate(token: Token) -> bool:
    """A verb that is no helper of another, or a noun that names an event."""
    return (token.pos_ in ("VERB", "AUX") and token.dep_ not in HELPERS) or is_event(token)


def state_of(token: Token, known: dict[int, State]) -> State:
    """What holds at a token; `known` keeps what was found on the way, by place."""
    path, met = [token], {token.i}
    while path[-1].i not in known and path[-1].head.i != path[-1].i:
        head = head_of(path[-1])
        if head.i in met:  # two mended heads may lead to each other
            break
        path.append(head)
        met.add(head.i)
    above: State | None = None
    for inner in reversed(path):
        if inner.i not in known:
            setting = PLAIN if above is None else covering(inner, linked(inner, above))
            known[inner.i] = State(setting, covering(inner, own(inner, setting)))
        above = known[inner.i]
    return known[token.i]


def covering(token: Token, standing: Standing) -> Standing:
    """The cues met at this token cover its clause; those met before cover more."""
    if all(cue.scope != NOWHERE for cue in standing.cues):
        return standing
    cues = (replace(cue, scope=clause(token)) if cue.scope == NOWHERE else cue for cue in standing.cues)
    return standing._replace(cues=tuple(cues))


def clause(token: Token) -> tuple[int, int]:
    """What hangs on a token, from its first code point to the one after its last."""
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)


def drawn(token: Token, standing: Standing) -> Certainty:
    """The standing at a token, with its place and the clause it covers."""
    return Certainty(
        start=token.idx,
        end=token.idx + len(token),
        value=value(standing),
        mood=standing.mood,
        degree=standing.degree,
        cues=standing.cues,
        scope=clause(token),
    )
