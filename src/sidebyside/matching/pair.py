"""Two statements held against each other, and what in the one answers what in the other."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from sidebyside.matching.candidates.families import family
from sidebyside.matching.relations.lexicon.families import alike
from sidebyside.matching.relations.lexicon.opposites import opposed
from sidebyside.matching.told import Said, Told
from sidebyside.wording import listed

NEAR = 0.55  # cosine of two statements, or of clauses of them: below, they only share a subject
SHORT = 12  # words that a reason quotes
SHOWN = 3  # things in common that it names
ENOUGH = 2  # things that both of two claims speak of, an argument among them, before they count as one
TWO_DEEDS = frozenset(
    ["fear", "buy"]
)  # families whose members tell a thing from its two ends: who fears, what threatens


@dataclass(frozen=True)
class Held:
    """Statements `a` and `b`, the strengths of the signals that brought them together, and what tells none apart.

    `turn` is the place of each, from 1, among the partners of the other, the best first: the better of the two places.
    """

    a: Told
    b: Told
    near: Mapping[str, float]
    common: frozenset[str] = frozenset()
    turn: int = 1

    @property
    def within(self) -> bool:
        """Whether both stand in one source."""
        return self.a.source == self.b.source

    @property
    def apart(self) -> bool:
        """Whether they are too far from one another to be judged."""
        return max(self.near["meaning"], self.near["clauses"]) < NEAR

    @property
    def names(self) -> tuple[str, str]:
        """What the sides are called in a reason: the sources or, within one, the passages."""
        return (self.a.passage, self.b.passage) if self.within else (self.a.source, self.b.source)

    @cached_property
    def shared(self) -> list[str]:
        """What both speak of that tells them from others, in alphabetical order."""
        return sorted((self.a.content & self.b.content) - self.common)

    @property
    def of(self) -> str:
        """What both speak of, in words as they stand, the first few."""
        return listed([self.a.standing[key] for key in self.shared[:SHOWN]])

    @cached_property
    def names_in(self) -> frozenset[str]:
        """The names in either."""
        return self.a.named | self.b.named

    @cached_property
    def claims(self) -> list[tuple[Said, Said]]:
        """The claims of either that are one claim: verbs that tell of one deed, with an argument in common."""
        return [(x, y) for x in self.a.said for y in self.b.said if self.one_claim(x, y)]

    def one_claim(self, x: Said, y: Said) -> bool:
        """Whether two claims speak of one deed."""
        if not (x.verb and y.verb and x.mood == y.mood == "assertion") or not one_deed(x.predicate, y.predicate):
            return False
        if (
            self.others({x.subject}, {y.subject})
            or self.others(x.acted_on, y.acted_on)
            or self.others(x.content, y.content)
        ):
            return False
        return bool((x.keys & y.keys) - self.common) and len(x.content & y.content) >= ENOUGH

    def others(self, a: Set[str], b: Set[str]) -> bool:
        """Whether both name someone, and not the same."""
        return bool(a & self.names_in and b & self.names_in) and not a & b & self.names_in


def one_deed(one: str, other: str) -> bool:
    """Whether two predicates tell of one kind of deed; what is said of almost anything tells nothing.

    >>> one_deed("transfer", "supply"), one_deed("buy", "sell"), one_deed("fear", "threaten"), one_deed("be", "be")
    (True, False, False, False)
    """
    same = family(one) != "" and (family(one) == family(other) or alike(one, other))
    return same and not opposed(one, other) and (one == other or family(one) not in TWO_DEEDS)


def quoted(words: str) -> str:
    """Words for a reason, cut short.

    >>> quoted("the  bridge fell")
    '“the bridge fell”'
    """
    found = words.split()
    return f"“{' '.join(found[:SHORT])}{' …' if len(found) > SHORT else ''}”"
