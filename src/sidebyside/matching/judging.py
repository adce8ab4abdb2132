"""What is proposed of a pair: word against word where they run alike, else by what was read in either."""

from __future__ import annotations

import re
from typing import NamedTuple

from sidebyside.matching.as_of import may_have_changed
from sidebyside.matching.pair import Held
from sidebyside.matching.relations import Relation, Signal, relation_of
from sidebyside.matching.relations.relation import quoted
from sidebyside.matching.told import PERCEIVING, Said
from sidebyside.matching.verdicts import Found, verdicts_of

CHANGED = "but it is told as of the day of writing, {} and {}"
PERCEIVED = "only one says it on its own word, the other what someone believes or fears"
FAR = "they have something in common, and are too far from one another to be judged"

NOTHING = "the words are alike, and one of them states nothing: a heading, a name, a line of a list"


class Judgement(NamedTuple):
    """A proposed verdict with its reason, what spoke against it, and the shape that excuses a conflict."""

    verdict: str
    reason: str
    against: str = ""
    excuse: str = ""


def judged(pair: Held) -> Judgement:
    """The verdict on a pair; within one source `internal` for what conflicts or shifts in certainty, else unsure."""
    found = between(pair)
    if not pair.within:
        return found
    if found.verdict in ("conflict", "certainty"):
        return found._replace(verdict="internal")
    return Judgement("unsure", found.reason, found.against, found.excuse)


def between(pair: Held) -> Judgement:
    """The verdict on two statements, whichever sources they stand in."""
    if pair.apart:
        return Judgement("unsure", FAR)
    relation = relation_of(pair.a.statement, pair.b.statement)
    rules = verdicts_of(pair)
    if relation.verdict == "unsure":
        return by_rules(rules)
    if relation.verdict == "agree" and not (pair.a.statement.claims and pair.b.statement.claims):
        return Judgement("unsure", NOTHING)
    reason = called(relation, relation.reason, pair.names)
    against = "; ".join(called(relation, signal.sentence, pair.names) for signal in relation.against)
    if relation.verdict == "conflict" and may_have_changed(pair, relation.signals[0]):
        days = CHANGED.format(pair.a.written, pair.b.written)
        return Judgement("detail", f"{reason}, {days}", against, "period")
    if relation.verdict == "conflict" and perceived(pair):
        return Judgement("certainty", f"{reason}; {PERCEIVED}", against, "perception")
    if rules and rules[0].verdict == "certainty" and (relation.verdict == "certainty" or gainsaid(pair)):
        return Judgement("certainty", rules[0].reason, against, relation.excuse)  # the rule knows whose word it is
    return Judgement(relation.verdict, reason, against, relation.excuse)


def by_rules(found: list[Found]) -> Judgement:
    """The verdict of the first rule that speaks; the first that speaks for another stands against it."""
    if not found:
        return Judgement("unsure", "nothing that was read decides it")
    first = found[0]
    return Judgement(*first, next((other.reason for other in found if other.verdict != first.verdict), ""))


def called(relation: Relation, sentence: str, names: tuple[str, str]) -> str:
    """A sentence of a relation, its sides called by their names instead of A and B."""
    for signal in (*relation.signals, *relation.against):
        sentence = sentence.replace(signal.sentence, said(signal, names))
    return sentence


def said(signal: Signal, names: tuple[str, str]) -> str:
    """The sentence of a signal, its sides called by name."""
    one, other = names if signal.a else names[::-1]
    a, b = quoted(signal.a), quoted(signal.b)
    says = re.sub(r"\b[AB]\b", r"{\g<0>}", signal.says)  # names go in as words do: a brace in one is no place
    return says.format(A=names[0], B=names[1], a=a, b=b, one=one, other=other, words=a if signal.a else b)


def gainsaid(pair: Held) -> bool:
    """Whether it is someone else's word, and not the source's own, that what the other side says is not so."""
    return any("denied" in (said.certainty for said in both) and any(said.who for said in both) for both in pair.claims)


def perceived(pair: Held) -> bool:
    """Whether one side only has someone believe or fear what the other says on its own word."""
    return any(x.predicate == y.predicate and only_held(x) != only_held(y) for x in pair.a.said for y in pair.b.said)


def only_held(said: Said) -> bool:
    """Whether someone believes or fears a thing, which need not be so; what one knows to be so is so."""
    return said.how in PERCEIVING and said.certainty != "asserted"
