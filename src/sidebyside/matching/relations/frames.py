"""Claims that correspond in free texts: predicates that are alike or opposed, with an argument in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from sidebyside.matching.relations.lexicon.families import alike
from sidebyside.matching.relations.lexicon.opposites import opposed
from sidebyside.matching.relations.relation import Piece
from sidebyside.matching.relations.sides import CONTENT, Side
from sidebyside.matching.statement import Claimed, Statement
from sidebyside.matching.word import Word

MOST = 40  # claims of a side that are compared: a long text is compared statement by statement, not whole
EMPTY = frozenset(["", "be", "have", "do", "say", "tell", "make", "get", "go", "take"])  # say nothing by themselves
COPULAS = frozenset(["be", "remain", "stay", "become"])  # what they say stands beside them: the bridge is passable


@dataclass(frozen=True)
class Frame:
    """One claim with the statement it stands in, that statement's number, and the lemmas of what it says."""

    number: int
    statement: Statement
    claim: Claimed

    @cached_property
    def piece(self) -> Piece:
        """The place of the predicate."""
        at = self.claim.certainty
        return Piece(self.number, at.start, at.end, self.statement.words[at.start : at.end])

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The content words of the clause."""
        low, high = self.claim.certainty.scope
        words = self.statement.tokens
        return frozenset(w.lemma for w in words if low <= w.start < high and w.kind in CONTENT)

    @cached_property
    def predicate(self) -> str:
        """The lemma of the predicate; of a copula, that of the adjective which it brings."""
        found = self.claim.arguments.predicate
        return (quality(self.statement.tokens, self.claim.certainty.start) or found) if found in COPULAS else found

    @cached_property
    def arguments(self) -> frozenset[str]:
        """The lemmas of all its arguments."""
        found = self.claim.arguments
        return frozenset(filter(None, (found.subject, *found.objects))) - {self.predicate}


@dataclass(frozen=True)
class Match:
    """Two claims that correspond. `turn` says that their predicates are opposed, `shared` how much of the shorter one
    the other text says too (0 to 1)."""

    a: Frame
    b: Frame
    turn: bool
    shared: float


def quality(tokens: Sequence[Word], start: int) -> str:
    """The lemma of the adjective that the copula at a place brings, or ""."""
    return next((w.lemma for w in tokens if w.role == "acomp" and tokens[w.head].start == start), "")


def frames_of(side: Side) -> list[Frame]:
    """The claims of a side, the first MOST of them."""
    claims = ((n, s, claim) for n, s in enumerate(side.statements) for claim in s.claims)
    told = (Frame(*each) for each in claims)
    return list(islice((frame for frame in told if frame.predicate not in EMPTY), MOST))


def matches(a: Side, b: Side) -> Iterator[Match]:
    """Every two claims whose predicates are alike or opposed and that have an argument in common."""
    lemmas_a, lemmas_b = all_lemmas(a), all_lemmas(b)
    theirs = frames_of(b)
    for one in frames_of(a):
        for other in theirs:
            if one.arguments.isdisjoint(other.arguments):
                continue
            turn = opposed(one.predicate, other.predicate)
            if turn or alike(one.predicate, other.predicate):
                short, lemmas = (one, lemmas_b) if len(one.lemmas) <= len(other.lemmas) else (other, lemmas_a)
                said = short.lemmas - {one.predicate, other.predicate}
                yield Match(one, other, turn, len(said & lemmas) / len(said) if said else 0.0)


def all_lemmas(side: Side) -> frozenset[str]:
    """Every lemma of a side."""
    return frozenset(w.lemma for _, w in side.row)
