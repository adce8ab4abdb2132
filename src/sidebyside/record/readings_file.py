"""readings.yml: what single passages say, coded by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from sidebyside.record.fields import Many, Model, PassageId, SourceKey, Words, one_of

DateKind = Annotated[str, one_of(["event", "period", "document", "statement", "accusation", "writing"])]
Bound = Annotated[str, one_of(["exact", "about", "over", "under", "at-least", "at-most"])]
Sourced = Annotated[str, one_of(["named", "attributed", "none"])]
VoiceType = Annotated[str, one_of(["person", "unnamed", "officials", "experts", "document", "media", "group"])]
How = Annotated[
    str,
    one_of(
        "states alleges denies believes fears predicts wants proposes criticises confirms requests".split(),
    ),
]


class DateEntry(Model):
    """A date that a passage names."""

    source: SourceKey
    passage: PassageId
    quote: Words
    since: Words
    until: Words
    kind: DateKind
    what: Words
    note: str = ""


class FigureEntry(Model):
    """A quantity that a passage names."""

    source: SourceKey
    passage: PassageId
    quote: Words
    value: float
    unit: Words
    bound: Bound
    of: Words
    support: Words
    sourced: Sourced
    note: str = ""


class VoiceReadEntry(Model):
    """A place where someone other than the author speaks or is credited with a thought."""

    source: SourceKey
    passage: PassageId
    quote: Words
    who: Words
    role: str = ""
    group: Words
    type: VoiceType
    how: How
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
    # Entries whose words are no longer in their text, as they stood; `list` names the list they were in.
    stale: tuple[Mapping[str, Any], ...] = ()
