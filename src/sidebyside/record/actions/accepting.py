"""Accepting: a proposal of the machine's becomes a draft of a point, or evidence of a point that is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Annotated, Any, Literal

from pydantic import Field

from sidebyside.errors import Refused
from sidebyside.matching.over_all import gravest, of_every_two
from sidebyside.record.actions.action import NOTHING, Action, Certainties, Silence, State, Text
from sidebyside.record.actions.candidates import judged, open_to
from sidebyside.record.actions.deciding import following, with_silences, with_verdict
from sidebyside.record.actions.drafting import clean, draft
from sidebyside.record.actions.positions import once, resting
from sidebyside.record.actions.reach import label, point_of, proposal_of, source_of, with_point
from sidebyside.record.actions.selecting import quote_at
from sidebyside.record.actions.two_by_two import proposed_pairs, with_pairs
from sidebyside.record.fields import Confidence, Key, SourceKey, VerdictKey
from sidebyside.record.keeping.changes import At, Change, Json
from sidebyside.record.vocabulary import verdict_shown

BySource: Any = Field(default_factory=dict, max_length=26)


class Accept(Action):
    """Takes a proposal up: as a new point, or `into` one that is there. The verdict may be another than the machine's.

    `certainty` says how each source puts it ("asserted" where it is not named); `silent` names sources whose words,
    the person finds, do not speak to it. `reason` replaces the machine's. `whole`: with the other proposals of its
    group that nobody has accepted or rejected; what they say of every two sources becomes the verdicts of these pairs,
    and the gravest is that over all, where the person gives none.
    """

    kind: Literal["accept"] = "accept"
    candidate: Key
    into: Key | Literal[""] = ""
    whole: bool = False
    verdict: VerdictKey | None = None
    within: SourceKey | None = None
    confidence: Confidence | None = None
    reason: Text = ""
    certainty: Annotated[dict[SourceKey, Certainties], BySource]
    silent: Annotated[dict[SourceKey, Silence], BySource]

    def did(self, state: State = NOTHING) -> str:
        how = f" as {verdict_shown(self.verdict, (), self.within or '').strip()}" if self.verdict else ""
        what = "a group of proposals" if self.whole else "a proposal"
        return f"accepted {what}{how}{f' into {label(state, self.into)}' if self.into else ''}"

    def changes(self, state: State, at: At) -> list[Change]:
        row = proposal_of(at, self.candidate)
        open_to(state, self.candidate)
        rows = [row, *(self.others(row, state, at) if self.whole else ())]
        quotes = quotes_of(rows, at)
        point = point_of(state, self.into, "into") if self.into else self.new(rows, quotes, state, at)
        for key, found in quotes.items():
            position = point["positions"].get(key)
            after = resting(source_of(at, key), position, found, self.certainty.get(key, ()))
            point["positions"] = point["positions"] | {key: after}
        verdict = self.verdict or point["verdict"]
        if self.whole:
            point = with_pairs(point, proposed_pairs(rows) | point.get("pairs", {}))
        point = with_silences(point, at, self.silent, verdict)
        if self.verdict or not self.into:
            point = with_verdict(point, at, verdict, self.within or within_of(rows, verdict), self.confidence)
        else:
            point = following(point, at)
        if self.reason:
            point["reason"] = self.reason
        values = {
            f"candidates/{each['id']}": judged(
                each, at, "accepted", point=point["id"], verdict=given(each, verdict) if self.whole else verdict
            )
            for each in rows
        }
        accepted = (Change(key, state.get(key), value) for key, value in values.items())
        return [*with_point(state, at, point), *accepted]

    def others(self, row: Json, state: State, at: At) -> list[Json]:
        """The other proposals of its group on which a person may still decide, best first."""
        decided = {key: value["status"] for key, value in state.items() if key.startswith("candidates/")}
        group = [
            each
            for each in at.proposals.values()
            if each["group"] == row["group"] and each["id"] != row["id"]
            and decided.get(f"candidates/{each['id']}") not in ("accepted", "rejected")
        ]  # fmt: skip
        return sorted(group, key=lambda each: each["rank"])

    def new(self, rows: Sequence[Json], quotes: dict[str, list[Json]], state: State, at: At) -> Json:
        """A point without positions, with the verdict of the person, or the machine's."""
        row = rows[0]
        verdict = self.verdict or gravest(of_every_two(rows).values())
        if verdict == "unsure":
            raise Refused("the machine is unsure, so there is no verdict to accept", "Give your own", "verdict")
        coded = {"by": at.coder, "on": at.today, "confidence": self.confidence or "fair"}
        words = " ".join(quote["quote"] for found in quotes.values() for quote in found)
        point = draft(row, words, at, state) | {"positions": {}, "verdict": verdict, "coded": coded}
        telling = next((each for each in rows if each["verdict"] == verdict), row)  # of a group, not all say the same
        return point | ({} if telling is row else {"reason": clean(telling["reason"])})


def within_of(rows: Iterable[Json], verdict: str) -> str | None:
    """The source that an inconsistency is within: the first that a proposal sets against itself."""
    return next((row["left"] for row in rows if row["left"] == row["right"] and verdict == "internal"), None)


def given(row: Json, verdict: str) -> str:
    """The verdict under which a proposal of a group was taken up: its own, or that over all where it had none."""
    own: str = row["verdict"]
    return verdict if own == "unsure" else own


def quotes_of(rows: Iterable[Json], at: At) -> dict[str, list[Json]]:
    """The words of both sides as quotes, by source, in the order of the sources."""
    found: dict[str, list[Json]] = {}
    for row, side in product(rows, ("left", "right")):
        source = source_of(at, row[side], "candidate")
        for (start, end), words in zip(row[f"{side}_places"], row[f"{side}_quotes"], strict=True):
            if source.text[start:end] != words:
                mend = "The texts have changed since: take the proposals anew"
                raise Refused("the proposal is about words that are not there", mend, "candidate")
            found.setdefault(source.key, []).append(quote_at(source, start, end))
    return {source.key: once(found[source.key]) for source in at.texts if source.key in found}
