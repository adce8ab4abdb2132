"""The rules, one family a file: each takes two texts laid side by side and gives the signals it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sidebyside.matching.relations.relation import Signal
from sidebyside.matching.relations.rules.additions import additions
from sidebyside.matching.relations.rules.amounts import amounts
from sidebyside.matching.relations.rules.causes import causes
from sidebyside.matching.relations.rules.dates import dates_part, lengths
from sidebyside.matching.relations.rules.denied_words import denied_words
from sidebyside.matching.relations.rules.figures import figures
from sidebyside.matching.relations.rules.free import counts, one_denies, opposed_predicates, roles
from sidebyside.matching.relations.rules.kinds import replaced
from sidebyside.matching.relations.rules.names import names
from sidebyside.matching.relations.rules.opposites import turned
from sidebyside.matching.relations.rules.standing import standing
from sidebyside.matching.relations.sides import Pair

Rule = Callable[[Pair], Iterator[Signal]]

# Word against word: where a slot of the one text stands for a slot of the other.
IN_SLOTS: tuple[Rule, ...] = (figures, dates_part, lengths, names, turned, replaced, amounts, standing, additions)
# Claim against claim: where the texts are put in words of their own.
IN_CLAIMS: tuple[Rule, ...] = (one_denies, denied_words, opposed_predicates, roles, counts, causes)


def signals_of(pair: Pair) -> list[Signal]:
    """Everything that the rules for such a pair find."""
    rules = IN_CLAIMS if pair.free else (*IN_SLOTS, roles, causes)
    return [signal for rule in rules for signal in rule(pair)]
