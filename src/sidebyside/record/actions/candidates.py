"""What becomes of a proposal besides being accepted: rejected, skipped for now, or open again."""

from __future__ import annotations

from typing import Literal

from sidebyside.errors import Refused
from sidebyside.record.actions.action import NOTHING, Action, State, Text
from sidebyside.record.actions.reach import because, proposal_of, signed, with_value
from sidebyside.record.fields import Key
from sidebyside.record.keeping.changes import At, Change, Json


class Reject(Action):
    """Says that a proposal is no point, and why."""

    kind: Literal["reject"] = "reject"
    candidate: Key
    reason: Text = ""

    def did(self, state: State = NOTHING) -> str:
        return f"rejected a proposal{because(self.reason)}"

    def changes(self, state: State, at: At) -> list[Change]:
        return put_aside(state, at, self.candidate, "rejected", self.reason)


class Skip(Action):
    """Leaves a proposal for later."""

    kind: Literal["skip"] = "skip"
    candidate: Key

    def did(self, state: State = NOTHING) -> str:
        return "skipped a proposal"

    def changes(self, state: State, at: At) -> list[Change]:
        return put_aside(state, at, self.candidate, "skipped")


class Reopen(Action):
    """Takes the decision on a proposal away. The point that it may have become stays."""

    kind: Literal["reopen"] = "reopen"
    candidate: Key

    def did(self, state: State = NOTHING) -> str:
        return "reopened a proposal"

    def changes(self, state: State, at: At) -> list[Change]:
        if f"candidates/{self.candidate}" not in state:
            raise Refused(f'nothing is decided on "{self.candidate}"', "Choose one that is decided", "candidate")
        return with_value(state, f"candidates/{self.candidate}", None)


def put_aside(state: State, at: At, candidate: str, status: str, reason: str = "") -> list[Change]:
    """The change that decides a proposal without making a point of it."""
    row = proposal_of(at, candidate)
    open_to(state, candidate)
    return with_value(state, f"candidates/{candidate}", judged(row, at, status, reason))


def open_to(state: State, candidate: str) -> None:
    """Refuses another decision on a proposal that has become a point."""
    before = state.get(f"candidates/{candidate}") or {}
    if before.get("status") == "accepted":
        mend = "Reopen it first, or edit the point"
        raise Refused(f'the proposal is accepted already, as point "{before["point"]}"', mend, "candidate")


def judged(row: Json, at: At, status: str, reason: str = "", point: str = "", verdict: str = "") -> Json:
    """What is kept of a decision on a proposal, beside what the machine had said."""
    said = {"verdict": row["verdict"], "reason": row["reason"], "second": row.get("second", "")}
    return signed(at, status=status, reason=reason, point=point, verdict=verdict, proposed=said)
