"""Flagging: a point or a proposal is marked for discussion, with a note."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from sidebyside.record.actions.action import NOTHING, Action, State, Text
from sidebyside.record.actions.candidates import put_aside
from sidebyside.record.actions.reach import label, point_of, signed, with_value
from sidebyside.record.fields import Key
from sidebyside.record.keeping.changes import At, Change


class Flagging(Action):
    """What flag and unflag have: a point or a proposal, not both."""

    point: Key | Literal[""] = ""
    candidate: Key | Literal[""] = ""

    @model_validator(mode="after")
    def one(self) -> Self:
        """Just one of the two is named."""
        if bool(self.point) == bool(self.candidate):
            raise ValueError("name a point or a candidate, one of the two")
        return self

    def what(self, state: State) -> str:
        """What is flagged, in words."""
        return label(state, self.point) if self.point else "a proposal"


class Flag(Flagging):
    """Marks for discussion."""

    kind: Literal["flag"] = "flag"
    note: Text = ""

    def did(self, state: State = NOTHING) -> str:
        return f"flagged {self.what(state)}"

    def changes(self, state: State, at: At) -> list[Change]:
        if self.candidate:
            return put_aside(state, at, self.candidate, "flagged", self.note)
        point_of(state, self.point)
        return with_value(state, f"flags/{self.point}", signed(at, note=self.note))


class Unflag(Flagging):
    """Takes the mark away."""

    kind: Literal["unflag"] = "unflag"

    def did(self, state: State = NOTHING) -> str:
        return f"took the flag from {self.what(state)}"

    def changes(self, state: State, at: At) -> list[Change]:
        if self.point:
            return with_value(state, f"flags/{self.point}", None)
        key = f"candidates/{self.candidate}"
        flagged = (state.get(key) or {}).get("status") == "flagged"
        return with_value(state, key, None) if flagged else []
