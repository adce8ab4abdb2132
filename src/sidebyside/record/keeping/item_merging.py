"""Two people changed one list of quotes or voices at once: it is merged item by item, as a point is field by field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from sidebyside.record.keeping.changes import Json

BY_ITEM = ("evidence", "near", "stale", "voices")  # lists of things that stand for themselves; a certainty is one thing


class Parted(NamedTuple):
    """An item, counted from 1 in the list that stood there before, of which both made something else; None: nothing."""

    number: int
    mine: Json
    theirs: Json


@dataclass(frozen=True)
class Made:
    """What somebody made of a list: of each of its items (None: taken away), and what came before each and at the end.

    >>> Made.of(["a", "b"], ["c", "a"])
    Made(items=['a', None], new=[['c'], [], []])
    """

    items: list[Json]
    new: list[list[Json]]

    @classmethod
    def of(cls, base: Sequence[Json], after: Sequence[Json]) -> Made:
        """What was made of a list; where some items stand in place of others, they are these, changed, one by one."""
        items: list[Json] = list(base)
        new: list[list[Json]] = [[] for _ in range(len(base) + 1)]
        one, other = ([json.dumps(item, sort_keys=True) for item in listed] for listed in (base, after))
        for what, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if what != "equal":
                there = list(after[k:m])
                items[i:j] = [there.pop(0) if there else None for _ in range(i, j)]
                new[j] += there
        return cls(items, new)


def merged_items(
    base: Sequence[Json], mine: Sequence[Json], theirs: Sequence[Json]
) -> tuple[list[Json], tuple[Parted, ...]]:
    """What both changes together make of a list, theirs where they part, and where that is.

    What either added stands, theirs first, once if both added it; what either took away and the other left is gone.

    >>> merged_items(["a", "b"], ["a", "b", "mine"], ["b", "theirs"])
    (['b', 'theirs', 'mine'], ())
    >>> merged_items(["a"], ["a, I say"], ["a, they say"])
    (['a, they say'], (Parted(number=1, mine='a, I say', theirs='a, they say'),))
    """
    ours, others = Made.of(base, mine), Made.of(base, theirs)
    value: list[Json] = []
    parted = []
    for number, new in enumerate(others.new):
        value += [*new, *(item for item in ours.new[number] if item not in theirs)]
        if number < len(base):
            was, one, other = base[number], ours.items[number], others.items[number]
            if one not in (was, other) and other != was:
                parted.append(Parted(number + 1, one, other))
            value.append(other if other != was else one if one == was or one not in theirs else None)
    return [item for item in value if item is not None], tuple(parted)
