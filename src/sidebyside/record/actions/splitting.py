"""Splitting: some of the evidence of a point makes a point of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sidebyside.errors import Refused
from sidebyside.record.actions.action import MOST, NOTHING, Action, Offset, State, Text
from sidebyside.record.actions.deciding import following, with_verdict
from sidebyside.record.actions.drafting import free_id
from sidebyside.record.actions.positions import complete, silent, speaking, speaks
from sidebyside.record.actions.reach import label, point_of, source_of, with_point
from sidebyside.record.actions.selecting import place_of
from sidebyside.record.actions.two_by_two import fitted
from sidebyside.record.fields import Key, Model, SourceKey, VerdictKey
from sidebyside.record.keeping.changes import At, Change, Json


class Spot(Model):
    """The place of a quote of the point."""

    source: SourceKey
    start: Offset
    end: Offset


class Split(Action):
    """Moves quotes of a point to a new one, which stands behind it and is a draft; the rest stays.

    A source all of whose quotes are on the other side is silent on this one. The verdict of the new point is the old
    one's, or `only` where one source is left to speak, unless it is given; that of the rest stays, unless `rest` is.
    """

    kind: Literal["split"] = "split"
    point: Key
    quotes: Annotated[tuple[Spot, ...], Field(min_length=1, max_length=MOST)]
    label: Text = ""
    question: Text = ""
    verdict: VerdictKey | None = None
    within: SourceKey | None = None
    rest: VerdictKey | None = None
    rest_within: SourceKey | None = None

    def did(self, state: State = NOTHING) -> str:
        return f"split {label(state, self.point)}"

    def changes(self, state: State, at: At) -> list[Change]:
        old = point_of(state, self.point)
        chosen = {(spot.source, spot.start, spot.end) for spot in self.quotes}
        sides: tuple[Json, Json] = ({}, {})
        for key, position in old["positions"].items():
            for side, evidence in zip(sides, self.parted(at, key, position, chosen), strict=True):
                side[key] = position | {"evidence": evidence} if evidence else silent()
            if not speaks(position):
                sides[0][key] = position
        if chosen:
            source, start, end = min(chosen)
            what = f"no quote of the point stands at {start} to {end} of {source}"
            raise Refused(what, "Choose among its evidence", "quotes")
        if not speaking({"positions": sides[0]}):
            raise Refused("nothing would be left of the point", "Leave a quote with it", "quotes")
        rest = fitted(old | {"positions": sides[0]})
        rest = with_verdict(rest, at, self.rest, self.rest_within) if self.rest else following(rest, at)
        new = self.new(old, sides[1], at, state)
        return [*with_point(state, at, rest), *with_point(state, at, new, self.point)]

    def parted(
        self, at: At, key: str, position: Json, chosen: set[tuple[str, int, int]]
    ) -> tuple[list[Json], list[Json]]:
        """The evidence of a position that stays and that goes; what goes is no longer among the chosen."""
        stays: list[Json] = []
        goes: list[Json] = []
        for quote in position.get("evidence", ()):
            spot = (key, *place_of(source_of(at, key), quote))
            (goes if spot in chosen else stays).append(quote)
            chosen.discard(spot)
        return stays, goes

    def new(self, old: Json, positions: Json, at: At, state: State) -> Json:
        """The point that the quotes make."""
        name = self.label or f"{old['label']}, split off"
        point = {key: value for key, value in old.items() if key != "proposed"}
        point |= {"id": free_id(name, state), "label": name, "question": self.question or old["question"]}
        point |= {"positions": positions, "draft": True}
        telling = speaking(point)
        within = self.within or (old.get("within") if old.get("within") in telling else None)
        fits = within if old["verdict"] == "internal" else len(telling) > 1
        verdict = self.verdict or (old["verdict"] if fits else "only")
        if verdict != "internal":
            point, within = complete(point, at, {}), self.within
        point = with_verdict(fitted(point), at, verdict, within)
        return point if self.verdict else following(point, at)
