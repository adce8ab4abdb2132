"""On whose word a thing rests: two sources that lean on one witness, or on one document, count once."""

from __future__ import annotations

from collections.abc import Iterable

from sidebyside.matching.pair import Held
from sidebyside.matching.reprints import taken_over
from sidebyside.matching.told import Said, Told

WITNESSES = frozenset(["person", "document"])  # whom a reader could ask, or look up


def rests(pair: Held, hands: dict[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    """On whose word either side rests (see `witnesses`); where it is one claim, on whose that claim does.

    `hands` is what the authors are called. Of a sentence that one has taken over from the other both are the authors.
    """
    one, other = (hands[told.source] for told in (pair.a, pair.b))
    if one != other and taken_over(pair.a, pair.b):
        one = other = ", ".join(sorted((pair.a.source, pair.b.source)))
    claims = [] if pair.apart else pair.claims
    return witnesses(pair.a, one, [x for x, _ in claims]), witnesses(pair.b, other, [y for _, y in claims])


def witnesses(told: Told, author: str, claims: Iterable[Said] = ()) -> frozenset[str]:
    """On whose word some claims of a statement, or else all of them, rest: persons and documents by name, its author.

    What officials, experts or nobody in particular are said to hold rests on the author, who says so.
    """
    voices = [told.voice_at(said.place) for said in (*claims,) or told.said] or [None]
    return frozenset(voice["who"] if voice and voice["type"] in WITNESSES else author for voice in voices)


def origins(sides: Iterable[frozenset[str]]) -> int:
    """How many independent origins some sides rest on, each given by its witnesses.

    >>> origins([frozenset({"A"}), frozenset({"B"})]), origins([frozenset({"A", "Ana Holm"}), frozenset({"Ana Holm"})])
    (2, 1)
    """
    groups: list[frozenset[str]] = []
    for side in sides:
        touching = [group for group in groups if group & side]
        groups = [group for group in groups if not group & side] + [side.union(*touching)]
    return len(groups)
