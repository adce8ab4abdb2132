"""Merging: points that ask the same become one, with the evidence of all."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sidebyside.errors import Refused
from sidebyside.record.actions.action import MOST, NOTHING, Action, State
from sidebyside.record.actions.deciding import with_silences, with_verdict
from sidebyside.record.actions.moving import rehung
from sidebyside.record.actions.positions import joined
from sidebyside.record.actions.reach import label, point_of, with_point
from sidebyside.record.fields import Confidence, Key, SourceKey, VerdictKey
from sidebyside.record.keeping.changes import At, Change
from sidebyside.record.keeping.keys import point_key


class Merge(Action):
    """Takes points into one that keeps its question and, unless another is given, its verdict.

    What they say is joined, source by source, and no place is quoted twice. Decisions on proposals, flags, memos and
    codings of the points that go are hung on the one that stays.
    """

    kind: Literal["merge"] = "merge"
    points: Annotated[tuple[Key, ...], Field(min_length=1, max_length=MOST)]
    into: Key
    verdict: VerdictKey | None = None
    within: SourceKey | None = None
    confidence: Confidence | None = None

    def did(self, state: State = NOTHING) -> str:
        others = [label(state, point) for point in self.others()]
        said = others[0] if len(others) == 1 else f"{len(others)} points"
        return f"merged {said} into {label(state, self.into)}"

    def changes(self, state: State, at: At) -> list[Change]:
        others = self.others()
        if not others:
            raise Refused("there is nothing to merge", "Name another point besides the one that stays", "points")
        stays = point_of(state, self.into, "into")
        all_of_them = [stays, *(point_of(state, point, "points") for point in others)]
        stays["positions"] = {
            source.key: joined(
                source, [p["positions"][source.key] for p in all_of_them if source.key in p["positions"]]
            )
            for source in at.texts
            if any(source.key in p["positions"] for p in all_of_them)
        }
        verdict = self.verdict or stays["verdict"]
        stays = with_silences(stays, at, {}, verdict)
        if self.verdict:
            stays = with_verdict(stays, at, verdict, self.within, self.confidence)
        gone = [Change(point_key(point), state[point_key(point)], None) for point in others]
        return [*with_point(state, at, stays), *gone, *rehung(state, others, self.into)]

    def others(self) -> list[str]:
        """The points that go."""
        return [point for point in dict.fromkeys(self.points) if point != self.into]
