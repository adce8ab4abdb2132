"""What hangs on a point, and goes along or away when the point goes: flag, memo, codings, decisions on proposals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sidebyside.record.actions.action import State
from sidebyside.record.keeping.changes import Change, Json
from sidebyside.record.keeping.keys import identity_of

JOINED = {"flags": "note", "memos": "text"}  # the words that become one where both points have some


def hanging_on(state: State, point: str) -> Iterator[str]:
    """The keys of what hangs on a point, but for decisions on proposals."""
    for key in state:
        room = key.partition("/")[0]
        if (room in ("flags", "codings") and identity_of(key) == point) or key == f"memos/point/{point}":
            yield key


def rehung(state: State, gone: Iterable[str], on: str) -> list[Change]:
    """The changes that hang what hung on these points on another one.

    Notes and memos are joined. A coding goes along where the coder has none of the other point.
    """
    after: dict[str, Json] = {}
    for point in gone:
        for key in hanging_on(state, point):
            place = f"{key.rpartition('/')[0]}/{on}"
            after[place] = both(place, after.get(place, state.get(place)), state[key])
            after[key] = None
        for key, value in decisions_for(state, point):
            after[key] = value | {"point": on}
    return [Change(key, state.get(key), value) for key, value in after.items() if value != state.get(key)]


def dropped(state: State, point: str, reason: str) -> list[Change]:
    """The changes that take away what hung on a point; a proposal that had become it is rejected, with the reason."""
    decided = ((key, value | {"status": "rejected", "reason": reason, "point": "", "verdict": ""})
               for key, value in decisions_for(state, point))  # fmt: skip
    return [
        *(Change(key, state[key], None) for key in hanging_on(state, point)),
        *(Change(key, state[key], value) for key, value in decided),
    ]


def decisions_for(state: State, point: str) -> Iterator[tuple[str, Json]]:
    """(key, value) of every proposal that became the point, or joined it."""
    for key, value in state.items():
        if key.startswith("candidates/") and value["point"] == point:
            yield key, value


def both(place: str, mine: Json, other: Json) -> Json:
    """What hangs there after another has come to it."""
    words = JOINED.get(place.partition("/")[0])
    if mine is None or words is None:
        return other if mine is None else mine
    return mine | {words: "\n\n".join(filter(None, [mine[words], other[words]]))}
