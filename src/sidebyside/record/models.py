"""What the files of a comparison may hold, field by field; whatever else stands in them is a problem with a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from sidebyside.reading import CERTAINTIES
from sidebyside.record.vocabulary import CONFIDENCES, HOW_KNOWN, KINDS, RANKS, SILENCES, VERDICTS
from sidebyside.texts import BODY, ROLES


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def one_of(words: Iterable[str]) -> AfterValidator:
    """Lets only these words pass."""
    allowed = tuple(words)

    def checked(value: str) -> str:
        if value not in allowed:
            raise PydanticCustomError("one_of", "not one of the words allowed here", {"allowed": allowed})
        return value

    return AfterValidator(checked)


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
SourceKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z]?$")]
PassageId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z]?[1-9]\d*$")]
Certainty = Annotated[str, one_of(CERTAINTIES)]
Many = BeforeValidator(_one_or_many)


class Model(BaseModel):
    """Frozen, and closed: an unknown field is an error, not an oversight."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class QuoteEntry(Model):
    """Words of a source; `passage` is checked against the place where they are found."""

    quote: Words
    passage: PassageId | None = None


class VoiceEntry(Model):
    """Who stands behind a position, if not the author."""

    who: Words
    how: Words


class PositionEntry(Model):
    """What one source says to a point, in the analyst's words."""

    says: Words
    certainty: Annotated[tuple[Certainty, ...], Many]
    voices: tuple[VoiceEntry, ...] = ()
    evidence: tuple[QuoteEntry, ...] = ()
    near: tuple[QuoteEntry, ...] = ()
    silent_because: Annotated[str, one_of(SILENCES)] | None = None

    @property
    def silent(self) -> bool:
        """The source does not speak to the point."""
        return self.certainty == ("silent",)


class CodedEntry(Model):
    """Who coded a point, when, how sure, and which verdict a fair coder might have chosen instead."""

    by: Words
    on: dt.date
    confidence: Annotated[str, one_of(CONFIDENCES)]
    second_choice: Annotated[str, one_of(VERDICTS)] | None = None
    settled: str = ""


class PointEntry(Model):
    """A question on which the sources are compared."""

    id: Key
    label: Words
    question: Words
    theme: Key
    kind: Annotated[str, one_of(KINDS)]
    rank: Annotated[str, one_of(RANKS)]
    positions: dict[SourceKey, PositionEntry]
    verdict: Annotated[str, one_of(VERDICTS)]
    within: SourceKey | None = None
    reason: Words
    both_can_be_true: str = ""
    would_settle_it: str = ""
    to_check: str = ""
    coded: CodedEntry

    @property
    def speaking(self) -> tuple[str, ...]:
        """Keys of the sources that speak to the point."""
        return tuple(key for key, position in self.positions.items() if not position.silent)

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
            if not position.silent and not position.evidence:
                yield f"{key} speaks without evidence", "Quote the words it rests on, or code it silent", at
        if self.verdict == "only" and not (speaking and silent):
            yield "the verdict is only, yet no source is silent or none speaks", "Code the silent source", ("verdict",)
        if self.verdict == "internal" and (self.within is None or self.within not in speaking):
            yield "internal without the source it is within", "Add `within:` with that source's key", ("verdict",)
        if self.verdict not in ("only", "internal") and len(speaking) < 2:
            yield (
                f"{self.verdict} with fewer than two sources speaking",
                "Code the other source, or use only",
                ("verdict",),
            )


class SetAsideEntry(Model):
    """A body passage that no point rests on, and why."""

    passage: PassageId
    reason: Words


class PointsFile(Model):
    """points.yml"""

    points: tuple[PointEntry, ...] = ()
    set_aside: tuple[SetAsideEntry, ...] = ()


class PartEntry(Model):
    """A stretch of a source that is not body: whole lines of its file, `4` or `4-7`, counted from 1."""

    role: Annotated[str, one_of(role for role in ROLES if role != BODY)]
    lines: Annotated[str, StringConstraints(pattern=r"^[1-9]\d*(-[1-9]\d*)?$")]


class KnownEntry(Model):
    """A statement about a source and how it is known."""

    is_: Words
    known: Annotated[str, one_of(HOW_KNOWN)]
    because: str = ""
    quote: Words | None = None

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class SourceEntry(Model):
    """A source as comparison.yml describes it."""

    key: SourceKey
    file: Words
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    title: Words
    short: Words
    author: KnownEntry
    written: KnownEntry
    publisher: KnownEntry
    audience: KnownEntry | None = None
    kind: KnownEntry
    rights: Words
    parts: tuple[PartEntry, ...] = ()


class ThemeEntry(Model):
    """An entry of the codebook."""

    key: Key
    name: Words
    definition: Words
    terms: tuple[Words, ...] = ()


class NameEntry(Model):
    """Someone or something under one name, and the other names it goes by in the sources."""

    name: Words
    also: tuple[Words, ...] = ()


class FindingEntry(Model):
    """A sentence of the analyst's and the points it rests on."""

    says: Words
    points: tuple[Key, ...]
    more: str = ""


class CoderEntry(Model):
    """Who coded, and how."""

    key: Key
    who: Words
    how: Words


class ComparisonFile(Model):
    """comparison.yml"""

    title: Words
    question: Words
    headline: str = ""
    standfirst: str = ""
    sources: tuple[SourceEntry, ...]
    themes: tuple[ThemeEntry, ...]
    names: tuple[NameEntry, ...] = ()
    coders: tuple[CoderEntry, ...] = ()
    findings: tuple[FindingEntry, ...] = ()


class DateEntry(Model):
    """A date that a passage names."""

    source: SourceKey
    passage: PassageId
    quote: Words
    since: Words
    until: Words
    kind: Annotated[str, one_of(["event", "period", "document", "statement", "accusation", "writing"])]
    what: Words
    note: str = ""


class FigureEntry(Model):
    """A quantity that a passage names."""

    source: SourceKey
    passage: PassageId
    quote: Words
    value: float
    unit: Words
    bound: Annotated[str, one_of(["exact", "about", "over", "under", "at-least"])]
    of: Words
    support: Words
    sourced: Annotated[str, one_of(["named", "attributed", "none"])]
    note: str = ""


class VoiceReadEntry(Model):
    """A place where someone other than the author speaks or is credited with a thought."""

    source: SourceKey
    passage: PassageId
    quote: Words
    who: Words
    role: str = ""
    group: Words
    type: Annotated[str, one_of(["person", "officials", "experts", "document", "media", "group"])]
    how: Annotated[
        str,
        one_of(
            [
                "states",
                "alleges",
                "denies",
                "believes",
                "fears",
                "predicts",
                "wants",
                "proposes",
                "criticises",
                "confirms",
                "requests",
            ]
        ),
    ]
    cue: Words
    about: Words
    note: str = ""


class MeetingEntry(Model):
    """A meeting that a source tells of."""

    source: SourceKey
    passages: Annotated[tuple[PassageId, ...], Many]
    name: Words
    since: Words
    until: Words
    place: str = ""
    host: str = ""
    format: str = ""
    participants: tuple[Words, ...] = ()
    absent: tuple[Words, ...] = ()
    rounds: int = 1
    note: str = ""


class ReadingsFile(Model):
    """readings.yml: what single passages say, coded by hand."""

    dates: tuple[DateEntry, ...] = ()
    figures: tuple[FigureEntry, ...] = ()
    voices: tuple[VoiceReadEntry, ...] = ()
    meetings: tuple[MeetingEntry, ...] = ()


class CodingEntry(Model):
    """One coder's verdict on one point, before anything was settled; `own` is the coder's own id for it."""

    id: Key
    own: str = ""
    verdict: Annotated[str, one_of(VERDICTS)]
    certainty: dict[SourceKey, Annotated[tuple[Certainty, ...], Many]] = {}
    confidence: Annotated[str, one_of(CONFIDENCES)] | None = None
    note: str = ""


class LeftOutEntry(Model):
    """A point of one coder's that did not come into the settled list, and why."""

    own: Words
    verdict: Annotated[str, one_of(VERDICTS)]
    why: Words


class CodingFile(Model):
    """codings/*.yml: one coder's verdicts as they were."""

    coder: Key
    points: tuple[CodingEntry, ...]
    left_out: tuple[LeftOutEntry, ...] = ()
