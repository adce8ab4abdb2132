"""Who stands with whom on a claim: what agrees is one side, what is proposed to part is two, the rest stays open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sidebyside.matching.corpus.joined import Joined

VERDICTS = ("conflict", "certainty", "detail", "framing", "agree", "unsure")
PARTING = frozenset(["certainty", "detail", "framing"])


@dataclass(frozen=True)
class Stand:
    """How the wordings of a claim stand to each other.

    `sides` holds wordings that stand together, `open` those on which the machine abstains. `counts` has, for each
    verdict, on how many pairs of independent origins it is proposed; `origins` is their number.
    """

    sides: tuple[tuple[int, ...], ...]
    open: tuple[int, ...]
    counts: Mapping[str, int]
    origins: int

    @property
    def standing(self) -> str:
        """One of claims.STANDINGS."""
        if self.counts["conflict"]:
            return "contested"
        if any(self.counts[verdict] for verdict in PARTING):
            return "parted"
        if self.origins == 1:
            return "alone"
        return "unanimous" if len(self.sides) == 1 and not self.open else "unsure"


def stand(wordings: Sequence[int], ties: Sequence[tuple[int, int, str]], origin: Mapping[int, int]) -> Stand:
    """How they stand, the ties (one wording, another, verdict) being given best first.

    `origin` says on what each wording rests; two of one number rest on the same. Two sides that are proposed to part
    anywhere are never made one by those between them who agree with both.

    >>> found = stand([1, 2, 3], [(1, 2, "agree"), (2, 3, "agree"), (1, 3, "conflict")], {1: 1, 2: 2, 3: 3})
    >>> found.sides, found.standing, found.counts["agree"]
    (((1, 2), (3,)), 'contested', 2)
    >>> stand([1, 2, 3], [(1, 2, "agree"), (2, 3, "unsure")], {1: 1, 2: 2, 3: 3}).open
    (3,)
    """
    together, decided = Joined(), set[int]()
    against: dict[int, set[int]] = {wording: set() for wording in wordings}
    for one, other, verdict in ties:
        if verdict != "unsure" and one != other:
            decided |= {one, other}
            if verdict != "agree":
                against[one].add(other)
                against[other].add(one)
    for one, other, verdict in ties:
        a, b = together.of(one), together.of(other)
        if verdict == "agree" and a != b and b not in {together.of(foe) for foe in against[a]}:
            low = together.join(a, b)
            against[low] |= against[a] | against[b]
    sides: dict[int, list[int]] = {}
    for wording in wordings:
        if wording in decided or len(wordings) == 1:
            sides.setdefault(together.of(wording), []).append(wording)
    unit = {wording: (together.of(wording) if wording in decided else -1, origin[wording]) for wording in wordings}
    return Stand(
        tuple(sorted((tuple(sorted(side)) for side in sides.values()), key=lambda s: (-weight(s, origin), s[0]))),
        tuple(sorted(w for w in wordings if w not in decided and len(wordings) > 1)),
        counted(ties, unit),
        len({origin[wording] for wording in wordings}),
    )


def weight(side: Sequence[int], origin: Mapping[int, int]) -> int:
    """On how many origins a side rests."""
    return len({origin[wording] for wording in side})


def counted(ties: Sequence[tuple[int, int, str]], unit: Mapping[int, tuple[int, int]]) -> dict[str, int]:
    """On how many pairs each verdict is proposed; between any two, the first that is not unsure counts.

    A pair is one of two origins, or of one and the same that has come to say another thing.
    """
    found: dict[tuple[tuple[int, int], tuple[int, int]], str] = {}
    for one, other, verdict in ties:
        a, b = sorted((unit[one], unit[other]))
        if a != b and found.get((a, b), "unsure") == "unsure":
            found[a, b] = verdict
    counts = Counter(found.values())
    return {verdict: counts[verdict] for verdict in VERDICTS}
