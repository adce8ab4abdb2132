"""Creating: a point of the person's own, from words selected in the texts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sidebyside.record.actions.action import (
    NOTHING,
    Action,
    Certainties,
    Few,
    Filled,
    Selection,
    Silence,
    State,
    Text,
)
from sidebyside.record.actions.deciding import with_silences, with_verdict
from sidebyside.record.actions.drafting import free_id
from sidebyside.record.actions.editing import Voice
from sidebyside.record.actions.positions import once, resting, silent, with_near
from sidebyside.record.actions.reach import point_of, source_of, with_point
from sidebyside.record.actions.selecting import quote_at
from sidebyside.record.fields import Confidence, Key, Model, SourceKey, VerdictKey
from sidebyside.record.keeping.changes import At, Change, Json
from sidebyside.texts import Source, shorten

LABEL = 60  # characters of the question that stand for it where no label is given


class Told(Model):
    """What a source says: the places of its words, and how they are put. Without evidence it is silent."""

    says: Text = ""
    certainty: Certainties = ("asserted",)
    voices: Annotated[tuple[Voice, ...], Few] = ()
    evidence: Annotated[tuple[Selection, ...], Few] = ()
    near: Annotated[tuple[Selection, ...], Few] = ()
    silent_because: Silence = "could"

    def position(self, source: Source) -> Json:
        """The position as plain data."""
        quotes, near = (once(quote_at(source, *place) for place in places) for places in (self.evidence, self.near))
        if not quotes:
            return with_near(silent(self.silent_because), near) | ({"says": self.says} if self.says else {})
        position = resting(source, with_near({}, near), quotes, self.certainty, self.says)
        voices = [voice.model_dump() for voice in self.voices]
        return position | ({"voices": voices} if voices else {})


class Create(Action):
    """Makes a point. A source that is not named is silent, as one that could have said it.

    It stands `behind` the point of that id, or at the end; its id is made from the label, the label from the question
    where none is given.
    """

    kind: Literal["create"] = "create"
    question: Filled
    label: Text = ""
    theme: Key
    point_kind: Text = "act"
    rank: Text = "supporting"
    positions: Annotated[dict[SourceKey, Told], Field(min_length=1, max_length=26)]
    verdict: VerdictKey
    within: SourceKey | None = None
    confidence: Confidence = "fair"
    second_choice: VerdictKey | None = None
    reason: Filled
    both_can_be_true: Text = ""
    would_settle_it: Text = ""
    to_check: Text = ""
    behind: Key | None = None

    def did(self, state: State = NOTHING) -> str:
        return f"new point {shorten(self.label or self.question, LABEL)}"

    def changes(self, state: State, at: At) -> list[Change]:
        if self.behind:
            point_of(state, self.behind, "behind")
        name = self.label or short(self.question)
        fields = ("question", "theme", "rank", "reason", "both_can_be_true", "would_settle_it", "to_check", "verdict")
        point: Json = {"id": free_id(name, state), "label": name, "kind": self.point_kind}
        point |= {field: getattr(self, field) for field in fields}
        point |= {
            "positions": {key: told.position(source_of(at, key, "positions")) for key, told in self.positions.items()},
            "coded": {"confidence": self.confidence},
        }
        point = with_silences(point, at, {}, self.verdict)
        point = with_verdict(point, at, self.verdict, self.within, self.confidence, self.second_choice)
        return with_point(state, at, point, self.behind)


def short(question: str) -> str:
    """A question as a label.

    >>> short("Did the bridge fall?")
    'Did the bridge fall?'
    """
    flat = " ".join(question.split())
    return flat if len(flat) <= LABEL else f"{flat[: LABEL - 1].rstrip()} …"
