"""On whose word a thing rests: two sources that lean on one witness, or on one document, count once."""

from __future__ import annotations

from collections.abc import Iterable

from sidebyside.matching.told import Told

WITNESSES = frozenset(["person", "document"])  # whom a reader could ask, or look up


def witnesses(told: Told) -> frozenset[str]:
    """On whose word the claims of a statement rest: persons and documents by name, its author by the source's key.

    What officials, experts or nobody in particular are said to hold rests on the author, who says so.
    """
    voices = [told.voice_at(said.place) for said in told.said] or [None]
    return frozenset(voice["who"] if voice and voice["type"] in WITNESSES else told.source for voice in voices)


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
