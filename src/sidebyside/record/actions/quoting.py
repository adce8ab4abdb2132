"""Evidence: the words that a position rests on are selected in the text, never typed."""

from __future__ import annotations

from typing import Literal

from sidebyside.errors import Refused
from sidebyside.record.actions.action import NOTHING, Action, Certainties, Offset, State, Text
from sidebyside.record.actions.deciding import following, with_verdict
from sidebyside.record.actions.positions import apart, resting, silent, speaks, united, with_near
from sidebyside.record.actions.reach import label, point_of, source_of, with_point
from sidebyside.record.actions.selecting import place_of, quote_at
from sidebyside.record.actions.two_by_two import fitted
from sidebyside.record.fields import Key, SourceKey, VerdictKey
from sidebyside.record.keeping.changes import At, Change, Json
from sidebyside.texts import Source


class Quote(Action):
    """Adds the words of a selection to a position, or takes the quote that stands there out of it.

    A source that was silent speaks from then on: with this `certainty` ("asserted" where none is given), and `says`
    what the person puts it as, or the words themselves. Where the verdict does not outlast that, it has to be given.
    """

    kind: Literal["evidence"] = "evidence"
    do: Literal["add", "remove"] = "add"
    point: Key
    source: SourceKey
    start: Offset
    end: Offset
    role: Literal["evidence", "near"] = "evidence"
    certainty: Certainties | None = None
    says: Text = ""
    verdict: VerdictKey | None = None
    within: SourceKey | None = None

    def did(self, state: State = NOTHING) -> str:
        how = "added to" if self.do == "add" else "taken from"
        return (
            f"{'quote' if self.role == 'evidence' else 'near quote'} {how} {self.source} of {label(state, self.point)}"
        )

    def changes(self, state: State, at: At) -> list[Change]:
        point, source = point_of(state, self.point), source_of(at, self.source)
        position = point["positions"].get(source.key)
        after = self.added(source, position) if self.do == "add" else self.removed(source, position)
        point["positions"] = {
            each.key: after if each is source else point["positions"][each.key]
            for each in at.texts
            if each is source or each.key in point["positions"]
        }
        point = fitted(point)
        point = with_verdict(point, at, self.verdict, self.within) if self.verdict else following(point, at)
        return with_point(state, at, point)

    def added(self, source: Source, position: Json) -> Json:
        """The position with the words selected."""
        quote = quote_at(source, self.start, self.end)
        if self.role == "evidence":
            return resting(source, position, [quote], self.certainty or (), self.says)
        position = position or silent()
        near = apart(source, united(source, position.get("near", ()), [quote]), position.get("evidence", ()))
        return with_near(position, near)

    def removed(self, source: Source, position: Json) -> Json:
        """The position without the quote that stands at the place, or, if there is one only, that touches it."""
        quotes = (position or {}).get(self.role, [])
        places = [place_of(source, quote) for quote in quotes]
        there = [place for place in places if place == (self.start, self.end)]
        there = there or [(a, b) for a, b in places if a < self.end and self.start < b]
        if len(there) != 1:
            what = f"{len(there) or 'no'} quotes of {self.point} stand there"
            raise Refused(what, "Select the words of one quote", "start")
        if self.role == "evidence" and len(quotes) == 1 and speaks(position):
            what = f"these are the last words that {source.key} rests on"
            raise Refused(what, f"Add others first, or decide that {source.key} is silent", "start")
        left = [quote for quote, place in zip(quotes, places, strict=True) if place != there[0]]
        kept = {name: value for name, value in position.items() if name != self.role}
        return kept | ({self.role: left} if left else {})
