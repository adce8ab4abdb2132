"""Coding blind: a second coder's answer to a point, kept apart from the point until it is settled."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sidebyside.record.actions.action import NOTHING, Action, Certainties, State, Text
from sidebyside.record.actions.reach import label, point_of, source_of, with_value
from sidebyside.record.fields import Confidence, Key, SourceKey, VerdictKey
from sidebyside.record.keeping.changes import At, Change, Json
from sidebyside.record.vocabulary import VERDICTS


class Code(Action):
    """The coder's own verdict on a point, and how certain each source is; the point stays as it is."""

    kind: Literal["code"] = "code"
    point: Key
    verdict: VerdictKey
    certainty: Annotated[dict[SourceKey, Certainties], Field(default_factory=dict, max_length=26)]
    confidence: Confidence | None = None
    note: Text = ""

    def did(self, state: State = NOTHING) -> str:
        return f"coded: {VERDICTS[self.verdict].shown} on {label(state, self.point)}"

    def changes(self, state: State, at: At) -> list[Change]:
        point_of(state, self.point)
        for key in self.certainty:
            source_of(at, key, "certainty")
        coding: Json = self.model_dump(mode="json", include={"verdict", "certainty", "confidence", "note"})
        return with_value(state, f"codings/{at.coder}/{self.point}", coding)
