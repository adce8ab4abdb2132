"""Shapes in which two statements only seem to conflict: each is tried, and named, before a conflict is proposed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sidebyside.matching.relations.lexicon.opposites import CONVERSE
from sidebyside.matching.relations.relation import Piece, Signal
from sidebyside.matching.relations.rules.dates import apart
from sidebyside.matching.relations.sides import Pair, Side
from sidebyside.matching.statement import Claimed, Statement
from sidebyside.matching.word import Word
from sidebyside.reading.dates import Date

Test = Callable[[Pair, Signal], bool]

COUNTED_HOW = frozenset(
    "include including exclude excluding except counting define definition so-called without besides".split()
)
DISPUTING = frozenset(
    "dispute deny refute reject false falsely wrong wrongly contradict myth dismiss debunk untrue mistaken".split()
)
CONDITIONS = frozenset("if unless provided whether would could should case otherwise".split())
HELD = frozenset("fear believe think worry hope suspect feel expect consider see perceive assume regard view".split())
VALUES = frozenset("figures lengths opposed amounts numbers".split())  # what may be so at one time and not at another


def other_period(pair: Pair, signal: Signal) -> bool:
    """What differs is so at two times: each statement dates it, to a month or coarser, and the dates are apart."""
    a, b = statements(pair, signal)
    return signal.name in VALUES and any(apart(x, y) for x in coarse(a) for y in coarse(b)) and not any(
        not apart(x, y) for x in coarse(a) for y in coarse(b)
    )  # fmt: skip


def other_scope(pair: Pair, signal: Signal) -> bool:
    """A figure is said of a place or a body that only one side names beside it."""
    a, b = ({mention.words for mention in s.names if mention.setting == "place"} for s in statements(pair, signal))
    return signal.name == "figures" and pair.free and bool(a) and bool(b) and not a & b


def other_definition(pair: Pair, signal: Signal) -> bool:
    """Only one side says what its figure takes in or leaves out; "excluding", "not counting" is no denial then."""
    both = statements(pair, signal)
    a, b = (bool((lemmas(s) | {word.text.lower() for word in s.tokens}) & COUNTED_HOW) for s in both)
    if signal.name == "denied" and all(s.figures for s in both):
        of = next(s for s, pieces in zip(both, (signal.a, signal.b), strict=True) if pieces)
        after = of.words[(signal.a or signal.b)[0].start :].lower().split()[:2]
        return a != b and not COUNTED_HOW.isdisjoint(after)
    return signal.name == "figures" and a != b


def refined(pair: Pair, signal: Signal) -> bool:
    """One side's words are the other's with more said: "the eastern provinces", "the provinces". A denial is no such
    addition."""
    a, b = (words_of(pieces) for pieces in (signal.a, signal.b))
    return signal.name != "denied" and bool(a and b) and (a < b or b < a)


def one_of_a_list(pair: Pair, signal: Signal) -> bool:
    """Names of which one side lists several, the other's among them."""
    if signal.name not in ("names", "another of its kind"):
        return False
    a, b = statements(pair, signal)
    return listed(signal.b, a, signal.a) or listed(signal.a, b, signal.b)


def conditional(pair: Pair, signal: Signal) -> bool:
    """Only one side makes it hang on a condition."""
    a, b = claims(pair, signal)
    moods = [claim.certainty.mood == "conditional" for claim in (*a, *b)]
    return len(moods) == 2 and moods[0] != moods[1] and only_one_has(pair, signal, CONDITIONS)


def restated(pair: Pair, signal: Signal) -> bool:
    """One deed told from its two ends, one sells what the other buys: opposed words, and subjects that differ. Who the
    two are is then no clash either."""
    if signal.name not in ("opposed", "names", "another of its kind") or not (signal.a and signal.b):
        return False
    a, b = (claim_at(side, pieces[0]) for side, pieces in ((pair.a, signal.a), (pair.b, signal.b)))
    if a is None or b is None or frozenset([a.arguments.predicate, b.arguments.predicate]) not in CONVERSE:
        return False
    both = {a.arguments.subject, b.arguments.subject}
    named = signal.name == "opposed" or not any(words_of(pieces).isdisjoint(both) for pieces in (signal.a, signal.b))
    return len(both) == 2 and "" not in both and named


def other_thing(pair: Pair, signal: Signal) -> bool:
    """One word for two things: what it is of, or whose it is, is named on both sides and not the same."""
    if signal.name not in ("figures", "opposed", "denied") or not pair.free:
        return False
    a, b = (owners(s, found) for s, found in zip(statements(pair, signal), claims(pair, signal), strict=True))
    return bool(a) and bool(b) and not a & b


def last_time(pair: Pair, signal: Signal) -> bool:
    """What has "not been done since" a day was done on it for the last time."""
    a, b = statements(pair, signal)
    return signal.name == "denied" and ((since(a) and last(b)) or (since(b) and last(a)))


def since(statement: Statement) -> bool:
    """Whether it tells of a time that begins with a date: "since 2018"."""
    return any(re.search(r"\bsince\W*$", statement.words[: d.core_start], re.IGNORECASE) for d in statement.dates)


def last(statement: Statement) -> bool:
    """Whether it tells when a thing was last done, and not of last year."""
    return any(word.lemma == "last" and word.role == "advmod" for word in statement.tokens)


def told_to_dispute(pair: Pair, signal: Signal) -> bool:
    """One side only reports it, in a statement that disputes what it reports."""
    found = []
    for side, pieces in ((pair.a, signal.a), (pair.b, signal.b)):
        claim = claim_at(side, pieces[0]) if pieces else None
        reported = claim is not None and claim.certainty.value in ("attributed", "denied")
        disputed = any(lemmas(side.statements[piece.statement]) & DISPUTING for piece in pieces)
        found.append(reported and disputed)
    return found[0] != found[1] and only_one_has(pair, signal, DISPUTING)


def perceived(pair: Pair, signal: Signal) -> bool:
    """One side says what someone fears or believes, the other what is so."""
    a, b = claims(pair, signal)
    return bool(a and b) and held(a[0]) != held(b[0]) and only_one_has(pair, signal, HELD)


EXCUSES: dict[str, tuple[str, Test]] = {
    "period": ("they speak of different times", other_period),
    "scope": ("they speak of different places or bodies", other_scope),
    "definition": ("only one says what it counts", other_definition),
    "refinement": ("one says more precisely what the other says", refined),
    "one of a list": ("one names several, the other one of them", one_of_a_list),
    "conditional": ("only one makes it hang on a condition", conditional),
    "restatement": ("one deed, told from its two ends", restated),
    "last time": ("“not since” then says that it was the last time", last_time),
    "different things": ("one word, said of different things", other_thing),
    "reported to dispute": ("one only reports it, in order to dispute it", told_to_dispute),
    "perception": ("one says what is feared or believed, the other what is so", perceived),
}


def excuse(pair: Pair, signal: Signal) -> str:
    """The first shape that excuses a signal of conflict, a key of EXCUSES, or ""."""
    return next((name for name, (_, test) in EXCUSES.items() if test(pair, signal)), "")


def statements(pair: Pair, signal: Signal) -> tuple[Statement, Statement]:
    """The statements that a signal's words stand in; where one side has none, the one that stands for the other's."""
    number = (signal.a or signal.b)[0].statement
    at_a = signal.a[0].statement if signal.a else min(number, len(pair.a.statements) - 1)
    at_b = signal.b[0].statement if signal.b else min(number, len(pair.b.statements) - 1)
    return pair.a.statements[at_a], pair.b.statements[at_b]


def only_one_has(pair: Pair, signal: Signal, words: frozenset[str]) -> bool:
    """Whether the statements differ in which of some words they have."""
    a, b = statements(pair, signal)
    return lemmas(a) & words != lemmas(b) & words


def coarse(statement: Statement) -> list[Date]:
    """Its dates that name a month, a quarter or more, which is what figures are kept by."""
    return [date for date in statement.dates if date.type == "DATE" and "?" not in date.span and len(date.timex) <= 7]


def lemmas(statement: Statement) -> set[str]:
    """All lemmas of a statement."""
    return {word.lemma for word in statement.tokens}


def words_of(pieces: tuple[Piece, ...]) -> set[str]:
    """The words of some pieces, in lower case."""
    return {word for piece in pieces for word in piece.words.lower().split()}


def listed(names: tuple[Piece, ...], statement: Statement, instead: tuple[Piece, ...]) -> bool:
    """Whether a statement has every one of some names too, in one list with the name that stands in their place."""
    if not names or not all(piece.words in statement.words for piece in names):
        return False
    at = [word for word in statement.tokens for piece in instead if piece.start <= word.start < piece.end]
    return any(word.role == "conj" or has_conjunct(statement, word) for word in at)


def has_conjunct(statement: Statement, word: Word) -> bool:
    """Whether another word is joined to it by "and" or "or"."""
    return any(t.role == "conj" and statement.tokens[t.head] == word for t in statement.tokens)


def owners(statement: Statement, found: list[Claimed]) -> set[str]:
    """The names that stand before a claim's arguments and belong to them: the Soviet withdrawal, Kabul's trade."""
    said = {lemma for claim in found for lemma in (claim.arguments.subject, *claim.arguments.objects)}
    # A name's own first words are not whose it is: "United" in "the United Nations".
    heads = {i for i, word in enumerate(statement.tokens) if word.lemma in said and word.kind != "PROPN"}
    return {
        word.lemma
        for word in statement.tokens
        if word.head in heads and word.role in ("poss", "amod", "compound", "nmod") and word.text[0].isupper()
    }


def claim_at(side: Side, piece: Piece) -> Claimed | None:
    """The innermost claim whose clause holds a piece."""
    around = [
        claim
        for claim in side.statements[piece.statement].claims
        if claim.certainty.scope[0] <= piece.start < claim.certainty.scope[1]
    ]
    return min(around, key=lambda claim: claim.certainty.scope[1] - claim.certainty.scope[0], default=None)


def claims(pair: Pair, signal: Signal) -> tuple[list[Claimed], list[Claimed]]:
    """The claims that a signal's words belong to, at most one a side."""
    found = [claim_at(side, pieces[0]) if pieces else None for side, pieces in ((pair.a, signal.a), (pair.b, signal.b))]
    a, b = ([claim] if claim is not None else [] for claim in found)
    return a, b


def held(claim: Claimed) -> bool:
    """Whether a claim is put as what someone fears, hopes or believes."""
    return any(set(cue.words.lower().split()) & FORMS for cue in claim.certainty.cues)


def forms(lemmas: frozenset[str]) -> Iterator[str]:
    """The forms of regular verbs, and the past of the few that are not."""
    for lemma in lemmas:
        stem = lemma.removesuffix("e")
        yield from (lemma, f"{lemma}s", f"{stem}ed", f"{stem}ing")
    yield from ("thought", "felt", "saw", "seen", "worries", "worried")


FORMS = frozenset(forms(HELD))
