"""corrections.yml: where a person sets the machine's reading right. It hangs on the words, so it outlives a re-read."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from sidebyside.reading.names.mention import TYPES
from sidebyside.record.fields import Certainty, Key, Model, PassageId, Words, one_of
from sidebyside.record.readings_file import Bound, DateKind, How, Sourced, VoiceType


class Correction(Model):
    """What all corrections have: the words meant, and who says so and why. `drop` takes the item out of the reading.

    A field that is left out keeps what the machine read there.
    """

    table: str
    passage: PassageId
    quote: Words
    drop: bool = False
    because: Words
    by: str = ""
    on: date | None = None

    @property
    def given(self) -> dict[str, Any]:
        """The fields of the table that the correction sets."""
        said = self.model_dump(exclude_unset=True).items()
        return {name: value for name, value in said if name not in Correction.model_fields}


class DateCorrection(Correction):
    """Sets a date right."""

    table: Literal["dates"]
    since: Words | None = None
    until: Words | None = None
    kind: DateKind | None = None
    what: Words | None = None
    note: str | None = None


class FigureCorrection(Correction):
    """Sets a figure right."""

    table: Literal["figures"]
    value: float | None = None
    unit: Words | None = None
    bound: Bound | None = None
    of: Words | None = None
    support: Words | None = None
    sourced: Sourced | None = None
    note: str | None = None


class VoiceCorrection(Correction):
    """Sets a voice right."""

    table: Literal["voices"]
    who: Words | None = None
    role: str | None = None
    group: Words | None = None
    type: VoiceType | None = None
    how: How | None = None
    about: Words | None = None
    note: str | None = None


class NameCorrection(Correction):
    """Sets the name of one mention right; a name throughout belongs into `names` of comparison.yml."""

    table: Literal["names"]
    name: Words | None = None
    type: Annotated[str, one_of(TYPES)] | None = None


class ThemeCorrection(Correction):
    """Sets the theme of some words right."""

    table: Literal["themes"]
    theme: Key | None = None


class ClaimCorrection(Correction):
    """Sets right how surely something is put."""

    table: Literal["claims"]
    certainty: Certainty | None = None


AnyCorrection = Annotated[
    DateCorrection | FigureCorrection | VoiceCorrection | NameCorrection | ThemeCorrection | ClaimCorrection,
    Field(discriminator="table"),
]


class CorrectionsFile(Model):
    """corrections.yml"""

    corrections: tuple[AnyCorrection, ...] = ()
    stale: tuple[AnyCorrection, ...] = ()  # those whose words are no longer in the text
