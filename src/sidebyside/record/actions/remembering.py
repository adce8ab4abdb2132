"""Remembering: a memo, in the person's own words, on a source, a theme, a point or the whole comparison."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from sidebyside.errors import Refused
from sidebyside.record.actions.action import NOTHING, Action, State, Text
from sidebyside.record.actions.reach import label, point_of, signed, source_of, with_value
from sidebyside.record.keeping.changes import At, Change


class Remember(Action):
    """Sets the memo on `source/<key>`, `theme/<key>`, `point/<id>` or `comparison`; no text takes it away."""

    kind: Literal["remember"] = "remember"
    target: Annotated[str, StringConstraints(pattern=r"^((source|theme|point)/[A-Za-z0-9-]{1,60}|comparison)$")]
    text: Text = ""

    def did(self, state: State = NOTHING) -> str:
        room, _, name = self.target.partition("/")
        on = label(state, name) if room == "point" else f"{room} {name}".strip()
        return f"memo on {on}{'' if self.text else ' taken away'}"

    def changes(self, state: State, at: At) -> list[Change]:
        room, _, name = self.target.partition("/")
        if room == "point":
            point_of(state, name, "target")
        elif room == "source":
            source_of(at, name, "target")
        elif room == "theme" and name not in at.themes:
            raise Refused(f'"{name}" is no theme', f"Use one of: {', '.join(at.themes)}", "target")
        key = f"memos/{self.target}"
        if self.text == (state.get(key) or {}).get("text", ""):
            return []
        return with_value(state, key, signed(at, text=self.text) if self.text else None)
