"""A decision is a list of changes: of one key each, from what stood there to what stands there now.

What an analyst decides is one mapping of keys to plain data. A change holds both sides of itself, so that whoever has a
list of changes can follow it, go back over it, and say who made what of what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from sidebyside.record.keeping.keys import MaybeName, StateKey
from sidebyside.texts import Source

Json: TypeAlias = Any  # plain dicts, lists, strings, numbers, booleans and None: what a line of the journal can hold


@dataclass(frozen=True)
class Change:
    """What becomes of one key; None means that nothing stands there.

    `behind` is the place of a point that comes to be, or that is taken away: the id it stands behind, None at the end,
    "" before all others. `text` has the lines of points.yml in which such a point stood, remarks and all, "" where they
    are not known.
    """

    key: StateKey
    before: Json
    after: Json
    behind: MaybeName | None = None
    text: str = ""


@dataclass(frozen=True)
class At:
    """What an action may know besides the state: who acts and when (`today`: an ISO date), and on what.

    `themes` are the keys of the codebook; `proposals` are the machine's by id, each a row of PROPOSALS as plain data.
    """

    coder: str
    today: str
    texts: tuple[Source, ...] = ()
    themes: tuple[str, ...] = ()
    proposals: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)


class Acts(Protocol):
    """What can be done at the desk: the actions of `record.actions`, and whatever else says what it changes."""

    def did(self, state: Mapping[str, Json]) -> str:
        """A few words for the journal."""

    def changes(self, state: Mapping[str, Json], at: At) -> Sequence[Change]:
        """What becomes of the state."""


def folded(state: Mapping[str, Json], changes: Iterable[Change]) -> dict[str, Json]:
    """The state after the changes, one after the other; the one given stays as it was.

    >>> folded({"memos/comparison": 1}, [Change("memos/comparison", 1, None), Change("points/day", None, 2)])
    {'points/day': 2}
    """
    after = dict(state)
    for change in changes:
        if change.after is None:
            after.pop(change.key, None)
        else:
            after[change.key] = change.after
    return after


def inverted(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that lead back, the last one first; a point comes back where, and as, it stood.

    >>> inverted([Change("points/day", {"id": "day"}, None, "that-it-fell")])
    (Change(key='points/day', before=None, after={'id': 'day'}, behind='that-it-fell', text=''),)
    """
    return tuple(Change(c.key, c.after, c.before, c.behind, c.text) for c in reversed(tuple(changes)))
