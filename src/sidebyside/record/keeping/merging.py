"""Two people changed one thing at once: what only one of them touched stands; the rest is told, and nothing decided."""

from __future__ import annotations

from dataclasses import dataclass

from sidebyside.record.keeping.changes import Json
from sidebyside.record.keeping.item_merging import BY_ITEM, merged_items
from sidebyside.record.keeping.keys import is_point

BY_NAME = ("pairs",)  # a field that may be left out, and that is merged by what stands in it all the same


@dataclass(frozen=True)
class Collision:
    """A place under a key, such as points/day/verdict, of which two made different things; None: taken away."""

    key: str
    place: str
    mine: Json
    theirs: Json


@dataclass(frozen=True)
class Merged:
    """What both changes together make of a value, and where they cannot stand together."""

    value: Json
    collisions: tuple[Collision, ...] = ()


def merged(key: str, base: Json, mine: Json, theirs: Json, place: str = "") -> Merged:
    """What becomes of a key of which both have made something, from what stood there before (`base`).

    A point is merged field by field, the positions of each source and the verdicts of pairs as well, and their lists of
    quotes and voices item by item, each of which is a place by its number; any other value stands or falls whole.

    >>> merged("points/day", {"label": "Day", "kind": "act"}, {"label": "Day", "kind": "date"}, {"label": "The day"})
    ... # doctest: +NORMALIZE_WHITESPACE
    Merged(value={'label': 'The day'},
           collisions=(Collision(key='points/day', place='points/day/kind', mine='date', theirs=None),))
    """
    if mine == theirs or theirs == base:
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    if place.rpartition("/")[2] in BY_NAME and is_point(key):
        base, mine, theirs = ({} if value is None else value for value in (base, mine, theirs))
    lists = [[] if value is None else value for value in (base, mine, theirs)]
    if place.rpartition("/")[2] in BY_ITEM and all(isinstance(value, list) for value in lists):
        items, parted = merged_items(*lists)
        return Merged(items or None, tuple(Collision(key, f"{place}/{p.number}", p.mine, p.theirs) for p in parted))
    if not (is_point(key) and all(isinstance(value, dict) for value in (base, mine, theirs))):
        return Merged(theirs, (Collision(key, place or key, mine, theirs),))
    value: dict[str, Json] = {}
    collisions: list[Collision] = []
    for name in dict.fromkeys([*mine, *theirs]):
        part = merged(key, base.get(name), mine.get(name), theirs.get(name), f"{place or key}/{name}")
        collisions += part.collisions
        if part.value is not None:
            value[name] = part.value
    return Merged(value or None, tuple(collisions))
