"""Accepting: a proposal of the machine's becomes a draft of a point, or evidence of a point that is there."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from sidebyside.errors import Refused
from sidebyside.record.actions.action import NOTHING, Action, Certainties, Silence, State, Text
from sidebyside.record.actions.candidates import judged, open_to
from sidebyside.record.actions.deciding import with_silences, with_verdict
from sidebyside.record.actions.drafting import draft
from sidebyside.record.actions.positions import once, resting
from sidebyside.record.actions.reach import label, point_of, proposal_of, source_of, with_point
from sidebyside.record.actions.selecting import quote_at
from sidebyside.record.fields import Confidence, Key, SourceKey, VerdictKey
from sidebyside.record.keeping.changes import At, Change, Json
from sidebyside.record.vocabulary import verdict_shown

BySource: Any = Field(default_factory=dict, max_length=26)


class Accept(Action):
    """Takes a proposal up: as a new point, or `into` one that is there. The verdict may be another than the machine's.

    `certainty` says how each source puts it ("asserted" where it is not named); `silent` names sources whose words,
    the person finds, do not speak to it. `reason` replaces the machine's.
    """

    kind: Literal["accept"] = "accept"
    candidate: Key
    into: Key | Literal[""] = ""
    verdict: VerdictKey | None = None
    within: SourceKey | None = None
    confidence: Confidence | None = None
    reason: Text = ""
    certainty: Annotated[dict[SourceKey, Certainties], BySource]
    silent: Annotated[dict[SourceKey, Silence], BySource]

    def did(self, state: State = NOTHING) -> str:
        how = f" as {verdict_shown(self.verdict, (), self.within or '').strip()}" if self.verdict else ""
        return f"accepted a proposal{how}{f' into {label(state, self.into)}' if self.into else ''}"

    def changes(self, state: State, at: At) -> list[Change]:
        row = proposal_of(at, self.candidate)
        open_to(state, self.candidate)
        quotes = quotes_of(row, at)
        point = point_of(state, self.into, "into") if self.into else self.new(row, quotes, state, at)
        for key, found in quotes.items():
            position = point["positions"].get(key)
            after = resting(source_of(at, key), position, found, self.certainty.get(key, ()))
            point["positions"] = point["positions"] | {key: after}
        verdict = self.verdict or point["verdict"]
        point = with_silences(point, at, self.silent, verdict)
        if self.verdict or not self.into:
            point = with_verdict(point, at, verdict, self.within, self.confidence)
        if self.reason:
            point["reason"] = self.reason
        value = judged(row, at, "accepted", point=point["id"], verdict=verdict)
        key = f"candidates/{self.candidate}"
        return [*with_point(state, at, point), Change(key, state.get(key), value)]

    def new(self, row: Json, quotes: dict[str, list[Json]], state: State, at: At) -> Json:
        """A point without positions, with the verdict of the person, or the machine's."""
        verdict = self.verdict or row["verdict"]
        if verdict == "unsure":
            raise Refused("the machine is unsure, so there is no verdict to accept", "Give your own", "verdict")
        coded = {"by": at.coder, "on": at.today, "confidence": self.confidence or "fair"}
        words = " ".join(quote["quote"] for found in quotes.values() for quote in found)
        return draft(row, words, at, state) | {"positions": {}, "verdict": verdict, "coded": coded}


def quotes_of(row: Json, at: At) -> dict[str, list[Json]]:
    """The words of both sides as quotes, by source, in the order of the sources."""
    found: dict[str, list[Json]] = {}
    for side in ("left", "right"):
        source = source_of(at, row[side], "candidate")
        for (start, end), words in zip(row[f"{side}_places"], row[f"{side}_quotes"], strict=True):
            if source.text[start:end] != words:
                mend = "The texts have changed since: take the proposals anew"
                raise Refused("the proposal is about words that are not there", mend, "candidate")
            found.setdefault(source.key, []).append(quote_at(source, start, end))
    return {source.key: once(found[source.key]) for source in at.texts if source.key in found}
