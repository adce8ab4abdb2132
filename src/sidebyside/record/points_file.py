"""points.yml and codings/*.yml: what was asked, what each source says to it, and what the coders decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sidebyside.record.fields import (
    Certainty,
    Confidence,
    Key,
    Many,
    Model,
    PassageId,
    QuoteEntry,
    Some,
    SourceKey,
    VerdictKey,
    Words,
    one_of,
)
from sidebyside.record.pair_words import pairs_told
from sidebyside.record.pairs import BETWEEN, PairEntry, PairKey, pair_faults, pair_of
from sidebyside.record.vocabulary import KINDS, RANKS, SILENCES, VERDICTS, verdict_shown


class VoiceEntry(Model):
    """Who stands behind a position, if not the author."""

    who: Words
    how: Words


class StaleEntry(Model):
    """A quote that is no longer in its text: what it was for, and the day on which that was found."""

    quote: Words
    passage: PassageId | None = None
    was: Annotated[str, one_of(("evidence", "near"))]
    since: dt.date


class PositionEntry(Model):
    """What one source says to a point, in the analyst's words."""

    says: Words
    certainty: Annotated[tuple[Certainty, ...], Many, Some]
    voices: tuple[VoiceEntry, ...] = ()
    evidence: tuple[QuoteEntry, ...] = ()
    near: tuple[QuoteEntry, ...] = ()
    stale: tuple[StaleEntry, ...] = ()
    silent_because: Annotated[str, one_of(SILENCES)] | None = None

    @property
    def silent(self) -> bool:
        """The source does not speak to the point."""
        return self.certainty == ("silent",)


class CodedEntry(Model):
    """Who coded a point, when, how sure, and which verdict a fair coder might have chosen instead."""

    by: Words
    on: dt.date
    confidence: Confidence
    second_choice: VerdictKey | None = None
    settled: str = ""


class ProposedEntry(Model):
    """What the machine had proposed, under which id, where a point was made from a proposal."""

    id: Words
    verdict: Annotated[str, one_of([*VERDICTS, "unsure"])]
    reason: str = ""


class PointEntry(Model):
    """A question on which the sources are compared; a `draft` has words that no person has gone over yet."""

    id: Key
    label: Words
    question: Words
    theme: Key
    kind: Annotated[str, one_of(KINDS)]
    rank: Annotated[str, one_of(RANKS)]
    positions: dict[SourceKey, PositionEntry]
    verdict: VerdictKey
    within: SourceKey | None = None
    pairs: dict[PairKey, PairEntry] = Field({})
    reason: Words
    both_can_be_true: str = ""
    would_settle_it: str = ""
    to_check: str = ""
    coded: CodedEntry
    draft: bool = False
    proposed: ProposedEntry | None = None

    @property
    def plain(self) -> dict[str, Any]:
        """The fields as JSON holds them, without those that are left out: equal for equal points."""
        return self.model_dump(mode="json", exclude_defaults=True)

    @property
    def speaking(self) -> tuple[str, ...]:
        """Keys of the sources that speak to the point."""
        return tuple(key for key, position in self.positions.items() if not position.silent)

    @property
    def stale(self) -> tuple[str, ...]:
        """Keys of the sources of which words that the point rests on have changed since."""
        return tuple(key for key, position in self.positions.items() if position.stale)

    @property
    def shown(self) -> str:
        """The verdict in words, with the letters of the sources where it has any."""
        return verdict_shown(self.verdict, self.speaking, self.within or "")

    @property
    def pairs_told(self) -> list[tuple[str, str]]:
        """(verdict, words) for each verdict that pairs of sources have, the gravest first; none where none is named."""
        return pairs_told(self.pairs, self.speaking)

    @property
    def between(self) -> dict[tuple[str, str], PairEntry]:
        """The verdict of every two sources that have one: those named, or, where two speak, the verdict over all."""
        if self.verdict in BETWEEN and len(self.speaking) == 2 and self.verdict != "only":
            return {pair_of("-".join(self.speaking)): PairEntry(verdict=self.verdict)}
        return {pair_of(key): entry for key, entry in self.pairs.items()}

    def verdict_of(self, one: str, other: str) -> str:
        """The verdict of two sources; that over all where they have none of their own."""
        entry = self.between.get(pair_of(f"{one}-{other}"))
        return entry.verdict if entry else self.verdict

    def faults(self) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
        """What does not fit together: (what, mend, path within the point)."""
        speaking, silent = self.speaking, [k for k, p in self.positions.items() if p.silent]
        for key, position in self.positions.items():
            at = ("positions", key)
            if "silent" in position.certainty and not position.silent:
                yield "silent stands beside another certainty", "A source speaks or it is silent", (*at, "certainty")
            if position.silent and position.evidence:
                yield f"{key} is silent and has evidence", "Move near misses to `near`", (*at, "evidence")
            if position.silent and position.silent_because is None:
                mend = f"Say why {key} may be silent: silent_because: {', '.join(SILENCES)}"
                yield "silence without a reason", mend, at
            if not position.silent and not position.evidence and not position.stale:
                yield f"{key} speaks without evidence", "Quote the words it rests on, or code it silent", at
        if self.verdict == "only" and not (speaking and silent):
            yield "the verdict is only, yet no source is silent or none speaks", "Code the silent source", ("verdict",)
        if self.verdict == "internal" and (self.within is None or self.within not in speaking):
            yield "internal without the source it is within", "Add `within:` with that source's key", ("verdict",)
        if self.verdict != "internal" and self.within is not None:
            yield "within stands beside a verdict that is not internal", "Remove `within:`", ("within",)
        if self.verdict not in ("only", "internal") and len(speaking) < 2:
            yield (
                f"{self.verdict} with fewer than two sources speaking",
                "Code the other source, or use only",
                ("verdict",),
            )
        yield from pair_faults(self.pairs, self.verdict, {key: not p.silent for key, p in self.positions.items()})


class SetAsideEntry(Model):
    """A body passage that no point rests on, and why."""

    passage: PassageId
    reason: Words
    stale: dt.date | None = None  # since when the passage is no longer there


class PointsFile(Model):
    """points.yml"""

    points: tuple[PointEntry, ...] = ()
    set_aside: tuple[SetAsideEntry, ...] = ()


class CodingEntry(Model):
    """One coder's verdict on one point, before anything was settled; `own` is the coder's own id for it."""

    id: Key
    own: str = ""
    verdict: VerdictKey
    certainty: dict[SourceKey, Annotated[tuple[Certainty, ...], Many]]
    confidence: Confidence | None = None
    note: str = ""


class LeftOutEntry(Model):
    """A point of one coder's that did not come into the settled list, and why."""

    own: Words
    verdict: VerdictKey
    why: Words


class CodingFile(Model):
    """codings/*.yml: one coder's verdicts as they were."""

    coder: Key
    points: tuple[CodingEntry, ...]
    left_out: tuple[LeftOutEntry, ...] = ()
