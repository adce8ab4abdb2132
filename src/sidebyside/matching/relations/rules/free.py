"""Free texts, compared claim by claim: one denies, opposed predicates, roles exchanged, another count of the same."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.matching.fate import one_fate
from sidebyside.matching.relations.frames import Frame, frames_of, matches
from sidebyside.matching.relations.lexicon.families import alike
from sidebyside.matching.relations.relation import Signal
from sidebyside.matching.relations.rules.figures import Placed, compatible, piece, placed, says, told_of
from sidebyside.matching.relations.sides import CONTENT, Pair, Side
from sidebyside.reading.certainty.scale import LIKELY, SO

ENOUGH = 0.6  # of the shorter text's content words, in the other too
HALF = 0.5  # are enough where a figure of the same thing stands in both
MUTUAL = frozenset("meet marry talk agree join fight negotiate differ cooperate merge speak trade sign".split())


def one_denies(pair: Pair) -> Iterator[Signal]:
    """One predicate, so in the one text and not so in the other, where most of the shorter text is said in both."""
    if covered(pair) < ENOUGH:
        return
    theirs = frames_of(pair.b)
    for a, b in ((a, b) for a in frames_of(pair.a) for b in theirs if alike(a.predicate, b.predicate)):
        one, other = a.claim.certainty.degree, b.claim.certainty.degree
        if one * other < 0 and max(abs(one), abs(other)) >= LIKELY:
            says = "A says {a} and B {b}, and one of the two is denied"
            yield Signal("denied", "conflict", (a.piece,), (b.piece,), min(abs(one), abs(other)) / SO, says)


def opposed_predicates(pair: Pair) -> Iterator[Signal]:
    """Opposed predicates, both put as so, with two arguments in common, or the only one that one of them has."""
    for match in matches(pair.a, pair.b):
        one, other = match.a.claim.certainty, match.b.claim.certainty
        a, b = match.a.arguments, match.b.arguments
        together = len(a & b) >= min(2, len(a), len(b))
        if match.turn and together and match.shared >= ENOUGH and min(one.degree, other.degree) >= LIKELY:
            says = "A says {a} where B says {b}"
            yield Signal("opposed", "conflict", (match.a.piece,), (match.b.piece,), match.shared, says)


def roles(pair: Pair) -> Iterator[Signal]:
    """What acts in one is acted on in the other, and the other way about, where neither text tells it both ways."""
    found = list(matches(pair.a, pair.b))
    for match in found:
        one, other = match.a.claim.arguments, match.b.claim.arguments
        if match.turn or one.predicate in MUTUAL or not (one.subject and other.subject) or one.subject == other.subject:
            continue
        both_ways = any(not m.turn and like(m.a, m.b) and m.a.predicate == one.predicate for m in found)
        if one.subject in other.objects and other.subject in one.objects and not both_ways:
            says = "the roles are exchanged: A says {a} of the one, B {b} of the other"
            yield Signal("roles", "conflict", (match.a.piece,), (match.b.piece,), match.shared, says)


def like(a: Frame, b: Frame) -> bool:
    """Whether two claims have one subject and an object in common."""
    one, other = a.claim.arguments, b.claim.arguments
    return one.subject == other.subject and not set(one.objects).isdisjoint(other.objects)


def counts(pair: Pair) -> Iterator[Signal]:
    """The only figure of a thing in each text, where half of the shorter one is said in both, with another value."""
    a, b = by_thing(pair.a), by_thing(pair.b)
    for thing in sorted(a.keys() & b.keys()):
        if len(a[thing]) == len(b[thing]) == 1 and covered(pair) >= HALF:
            one, other = a[thing][0], b[thing][0]
            in_a, in_b = piece(pair.a, one), piece(pair.b, other)
            if not one_fate(told_of(pair.a, one), told_of(pair.b, other)):
                continue
            if not compatible(one[1], in_a.words, other[1], in_b.words):
                yield Signal("figures", "conflict", (in_a,), (in_b,), 0.8, says(thing))


def by_thing(side: Side) -> dict[str, list[Placed]]:
    """The figures of a side by what they count or the unit they are given in."""
    found: dict[str, list[Placed]] = {}
    for figure in placed(side):
        thing = figure[1].of or figure[1].unit
        if thing and figure[1].kind not in ("ordinal", "duration"):
            head = thing.split(" of ")[0].split()[-1]  # observers of the vote are observers
            found.setdefault(head.lower(), []).append(figure)
    return found


def covered(pair: Pair) -> float:
    """The share of the shorter text's content words that the other has too."""
    a, b = ({w.lemma for _, w in side.row if w.kind in CONTENT and w.kind != "NUM"} for side in (pair.a, pair.b))
    short, long = sorted((a, b), key=len)
    return len(short & long) / len(short) if short else 0.0
