"""Removing: a point goes, with what hangs on it. The journal keeps it, and undo puts it back."""

from __future__ import annotations

from typing import Literal

from sidebyside.record.actions.action import NOTHING, Action, State, Text
from sidebyside.record.actions.moving import dropped
from sidebyside.record.actions.reach import because, label, point_of
from sidebyside.record.fields import Key
from sidebyside.record.keeping.changes import At, Change
from sidebyside.record.keeping.keys import point_key


class Remove(Action):
    """Takes a point away, and says why."""

    kind: Literal["remove"] = "remove"
    point: Key
    reason: Text = ""

    def did(self, state: State = NOTHING) -> str:
        return f"removed {label(state, self.point)}{because(self.reason)}"

    def changes(self, state: State, at: At) -> list[Change]:
        point_of(state, self.point)
        gone = Change(point_key(self.point), state[point_key(self.point)], None)
        return [gone, *dropped(state, self.point, self.reason)]
