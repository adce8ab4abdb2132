"""Deciding: a verdict on a point, in one step with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from sidebyside.record.actions.action import NOTHING, Action, Filled, Silence, State, Text
from sidebyside.record.actions.positions import complete, speaking
from sidebyside.record.actions.reach import label, point_of, signed, source_of, with_point
from sidebyside.record.actions.two_by_two import fitted
from sidebyside.record.fields import Confidence, Key, SourceKey, VerdictKey
from sidebyside.record.keeping.changes import At, Change, Json
from sidebyside.record.pairs import fits, gravest
from sidebyside.record.vocabulary import verdict_shown


class Decide(Action):
    """Sets the verdict of a point. What is left out stays as it is; `second_choice` "" takes the second choice off.

    `silent` names sources that the coder finds silent, and why: their quotes become those that come nearest.
    """

    kind: Literal["decide"] = "decide"
    point: Key
    verdict: VerdictKey
    within: SourceKey | None = None
    confidence: Confidence | None = None
    reason: Text = ""
    second_choice: VerdictKey | Literal[""] | None = None
    silent: Annotated[dict[SourceKey, Silence], Field(max_length=26)] = Field(default_factory=dict)

    def did(self, state: State = NOTHING) -> str:
        return f"verdict: {verdict_shown(self.verdict, (), self.within or '').strip()} on {label(state, self.point)}"

    def changes(self, state: State, at: At) -> list[Change]:
        point = point_of(state, self.point)
        point = with_silences(point, at, self.silent, self.verdict)
        point = with_verdict(point, at, self.verdict, self.within, self.confidence, self.second_choice)
        if self.reason:
            point["reason"] = self.reason
        return with_point(state, at, decided_anew(point))


class Settle(Action):
    """Sets the verdict of a point that two coded differently, and says how it was settled."""

    kind: Literal["settle"] = "settle"
    point: Key
    verdict: VerdictKey
    settled: Filled
    within: SourceKey | None = None
    confidence: Confidence | None = None
    reason: Text = ""

    def did(self, state: State = NOTHING) -> str:
        return f"settled: {verdict_shown(self.verdict, (), self.within or '').strip()} on {label(state, self.point)}"

    def changes(self, state: State, at: At) -> list[Change]:
        point = with_silences(point_of(state, self.point), at, {}, self.verdict)
        point = with_verdict(point, at, self.verdict, self.within, self.confidence)
        point["coded"]["settled"] = self.settled
        if self.reason:
            point["reason"] = self.reason
        return with_point(state, at, decided_anew(point))


def with_verdict(
    point: Json,
    at: At,
    verdict: str,
    within: str | None = None,
    confidence: str | None = None,
    second_choice: str | None = None,
) -> Json:
    """The point with this verdict, signed. What does not go with it goes: `within`, a like second choice, `settled`.

    Of an inconsistency without `within`, the source is the one that it was within, or the only one that speaks.
    """
    after = {name: value for name, value in point.items() if name != "within"}
    alone = speaking(point)[0] if len(speaking(point)) == 1 else None
    source = within or (point.get("within") or alone if verdict == "internal" else None)
    coded = signed(at, **{**point["coded"], **({} if confidence is None else {"confidence": confidence})})
    if second_choice is not None:
        coded["second_choice"] = second_choice
    if coded.get("second_choice") in ("", verdict):
        del coded["second_choice"]
    if verdict != point["verdict"]:
        coded.pop("settled", None)  # it told how another verdict came about
    return after | {"verdict": verdict, "coded": coded} | ({"within": source} if source else {})


def with_silences(point: Json, at: At, because: Mapping[str, str], verdict: str) -> Json:
    """The point with these sources silent; for every verdict but that of one within itself, each source has its say."""
    for key in because:
        source_of(at, key, "silent")
    return fitted(complete(point, at, because) if because or verdict != "internal" else point)


def following(point: Json, at: At) -> Json:
    """The point with a verdict over all that goes with those of its pairs: the gravest of them where it does not."""
    given = [entry["verdict"] for entry in point.get("pairs", {}).values()]
    return point if fits(given, point["verdict"]) else with_verdict(point, at, gravest(given))


def gone_over(point: Json) -> Json:
    """The point as one whose words a person has gone over."""
    return {name: value for name, value in point.items() if name != "draft"}


def decided_anew(point: Json) -> Json:
    """The point as one on which a person has decided since words went that it rested on: nothing in it is stale."""
    positions = {
        key: {name: value for name, value in position.items() if name != "stale"}
        for key, position in point["positions"].items()
    }
    return gone_over(point) | {"positions": positions}
