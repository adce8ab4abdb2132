"""From signals to a verdict: the gravest that is not excused decides, and its sentence is the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sidebyside.matching.relations.excuses import EXCUSES, excuse
from sidebyside.matching.relations.lexicon.families import alike
from sidebyside.matching.relations.relation import VERDICTS, Relation, Signal
from sidebyside.matching.relations.rules import signals_of
from sidebyside.matching.relations.rules.voices import voices
from sidebyside.matching.relations.sides import CONTENT, Pair, paired
from sidebyside.matching.statement import Statement

# What is left where a shape excuses: of most a difference in detail.
OF_SHAPE = {
    "perception": "certainty",
    "reported to dispute": "certainty",
    "conditional": "certainty",
    "restatement": "agree",
    "last time": "agree",
}

Texts = Statement | Sequence[Statement]


def relation_of(a: Texts, b: Texts) -> Relation:
    """The relation that two texts are proposed to stand in; exchanged sides give the same verdict.

    Each side is a statement, or the statements of a text in order. Raises nothing: texts without words in common, or
    without words, are "unsure".
    """
    one, other = side_of(a), side_of(b)
    if [s.words for s in one] > [s.words for s in other]:  # an alignment may depend on which side comes first
        return judged(paired(other, one)).turned()
    return judged(paired(one, other))


def side_of(texts: Texts) -> tuple[Statement, ...]:
    """The statements of a side."""
    return (texts,) if isinstance(texts, Statement) else tuple(texts)


def judged(pair: Pair) -> Relation:
    """The relation of two texts laid side by side."""
    signals = signals_of(pair)
    shapes = {signal: shape_of(pair, signal) for signal in signals}
    if "period" in shapes.values():  # then the dates are what sets the two apart, and no clash themselves
        shapes |= {signal: "period" for signal in signals if signal.name == "dates"}
    against = tuple(signal for signal in signals if shapes[signal])
    standing = sorted((signal for signal in signals if not shapes[signal]), key=gravity)
    shape = next((shapes[signal] for signal in against), "")
    if standing and (standing[0].verdict == "conflict" or not against):
        return Relation(standing[0].verdict, standing[0].sentence, tuple(standing), against, shape)
    if against:
        reason = f"{against[0].sentence}, but {EXCUSES[shape][0]}"
        verdict = min((OF_SHAPE.get(shape, "detail"), *(signal.verdict for signal in standing)), key=VERDICTS.index)
        return Relation(verdict, reason, tuple(standing), against, shape)
    if same(pair):
        heard = tuple(voices(pair))
        return Relation("agree", heard[0].sentence if heard else "both say it, in the same or in like words", heard)
    return Relation("unsure", "nothing that was read decides it")


def shape_of(pair: Pair, signal: Signal) -> str:
    """The shape that excuses a signal: a rule may have named it, or else each is tried on what seems to conflict."""
    if signal.name in EXCUSES:
        return signal.name
    return excuse(pair, signal) if signal.verdict == "conflict" else ""


def gravity(signal: Signal) -> tuple[int, float]:
    """What a signal speaks for, the gravest first, and the strongest of these."""
    return VERDICTS.index(signal.verdict), -signal.strength


def same(pair: Pair) -> bool:
    """Whether no slot holds a content word that the other side does not have, as it is or in a like word."""
    if pair.free or not pair.a.row or not pair.b.row:
        return False
    return all(said(pair, places, True) and said(pair, others, False) for places, others in map(pair.left, pair.slots))


def said(pair: Pair, places: Iterable[int], of_a: bool) -> bool:
    """Whether the other side says every content word at some places of a row."""
    side, other = (pair.a, pair.b) if of_a else (pair.b, pair.a)
    content = [side.row[i][1] for i in places if side.row[i][1].kind in CONTENT]
    return all(any(alike(word.lemma, w.lemma) for _, w in other.row) for word in content)
