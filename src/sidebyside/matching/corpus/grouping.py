"""Which wordings tell one thing: those that answer each other, most of any two parts of a cluster.

As `matching.points.clusters`, but near-linear in the number of ties: where each statement has been held against its
best few alone, two large parts cannot have half of all their pairs, and so many for each member of the smaller will do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sidebyside.matching.candidates.groups import fits
from sidebyside.matching.points import MOST_OF

ENOUGH = (
    3  # ties that a statement may be expected to have into a large cluster that it belongs to; half have to be there
)
Place = tuple[int, int]  # row of the text, and the number of the statement in it


def clusters(ties: Sequence[tuple[int, int]], places: Mapping[int, Sequence[Place]]) -> dict[int, int]:
    """The cluster of each wording that has ties: the lowest wording in it.

    `ties` are pairs of wordings that answer each other, best first, and `places` says where each wording stands. One
    tie joins no more than three: a chain through a corpus is cut. No cluster has more of one text than `groups.fits`
    allows: a few statements that stand close together.

    >>> chain = [(1, 2), (2, 3), (3, 4), (4, 5)]
    >>> clusters(chain, {n: [(n, 0)] for n in range(1, 6)})
    {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}
    """
    of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    links: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    told: dict[int, dict[int, set[int]]] = {}
    for one, other in ties:
        for wording in (one, other):
            if wording not in of:
                of[wording], members[wording], told[wording] = wording, [wording], by_text(places[wording])
        if one != other:
            links[one][other] += 1
            links[other][one] += 1
    for one, other in ties:
        big, small = sorted((of[one], of[other]), key=lambda cluster: (-len(members[cluster]), cluster))
        if big == small or not enough(links[big][small], len(members[big]), len(members[small])):
            continue
        if not all(may_join(told[big].get(text, set()), numbers) for text, numbers in told[small].items()):
            continue
        for wording in members[small]:
            of[wording] = big
        members[big] += members.pop(small)
        for text, numbers in told.pop(small).items():
            told[big].setdefault(text, set()).update(numbers)
        for cluster, count in links.pop(small).items():
            del links[cluster][small]
            if cluster != big:
                links[big][cluster] += count
                links[cluster][big] += count
    lowest = {cluster: min(wordings) for cluster, wordings in members.items()}
    return {wording: lowest[cluster] for wording, cluster in sorted(of.items())}


def by_text(places: Iterable[Place]) -> dict[int, set[int]]:
    """The numbers of the statements, by text."""
    found: dict[int, set[int]] = {}
    for text, number in places:
        found.setdefault(text, set()).add(number)
    return found


def enough(ties: int, big: int, small: int) -> bool:
    """Whether so many ties make one cluster of two with so many members.

    >>> enough(1, 1, 1), enough(1, 2, 1), enough(1, 3, 1), enough(2, 300, 1), enough(14, 300, 10)
    (True, True, False, True, False)
    """
    return ties >= MOST_OF * min(big * small, ENOUGH * small)


def may_join(those: set[int], these: Iterable[int]) -> bool:
    """Whether statements of a text fit others of it, one after the other."""
    together = set(those)
    for number in sorted(these):
        if together and not fits(number, together):
            return False
        together.add(number)
    return True
