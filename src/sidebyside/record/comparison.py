"""The comparison in memory: sources, points and evidence, and the tables that everything else is made from."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from sidebyside.reading import DATES, FIGURES, MEETINGS, VOICES
from sidebyside.reading.frames import frame
from sidebyside.record import tables
from sidebyside.record.comparison_file import ComparisonFile
from sidebyside.record.corrections_file import Correction
from sidebyside.record.limiting import Limit
from sidebyside.record.points_file import CodingFile, PointEntry, PointsFile
from sidebyside.texts import Source

if TYPE_CHECKING:
    from sidebyside.reading.read import Reading


@dataclass(frozen=True)
class Evidence:
    """A place that a point's position rests on (`evidence`), or that comes nearest to speaking to it (`near`)."""

    point: str
    source: str
    passage: str
    start: int
    end: int
    role: str = "evidence"


@dataclass(frozen=True)
class Corrected:
    """A correction of the machine's reading and the place of its words."""

    source: str
    start: int
    end: int
    entry: Correction


@dataclass(frozen=True)
class Readings:
    """What single passages say, as rows: whoever read them, a person or a machine."""

    dates: Sequence[Mapping[str, object]] = ()
    figures: Sequence[Mapping[str, object]] = ()
    voices: Sequence[Mapping[str, object]] = ()
    meetings: Sequence[Mapping[str, object]] = ()


def table(made: Callable[[Comparison], pd.DataFrame]) -> property:
    """A table that is made once and handed out as a copy: what a notebook does to its own alters no other."""
    kept = f"_{made.__name__}_table"

    @wraps(made)
    def copied(work: Comparison) -> pd.DataFrame:
        if kept not in vars(work):
            vars(work)[kept] = made(work)
        return vars(work)[kept].copy()

    return property(copied)


@dataclass(frozen=True)
class Comparison:
    """A loaded comparison. What is counted, filtered or charted is a DataFrame; its columns are in `record.tables`.

    `decisions` is what stands in the journal beside the points, by key: candidates/<id>, flags/<point>,
    codings/<coder>/<point> and memos/...; the forms of the values are in `record.keeping.keys`.
    """

    folder: Path
    about: ComparisonFile
    texts: tuple[Source, ...]
    coded: PointsFile
    places: tuple[Evidence, ...]
    readings: Readings = field(default_factory=Readings)
    codings: tuple[CodingFile, ...] = ()
    corrections: tuple[Corrected, ...] = ()
    decisions: Mapping[str, Any] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the sources, in order."""
        return tuple(source.key for source in self.texts)

    @property
    def excerpts(self) -> int | None:
        """The most words of a source in a row that pages show; None: no limit, 0: none.

        The environment variable SIDEBYSIDE_EXCERPTS says it, or else comparison.yml. The live bench shows whole texts.
        """
        told = os.environ.get("SIDEBYSIDE_EXCERPTS")
        return max(0, int(told)) if told else self.about.excerpts

    @property
    def limit(self) -> Limit:
        """The limit of `excerpts`, for words that are about to be shown."""
        if self._limit.most != self.excerpts:
            vars(self)["_limit"] = Limit(self, self.excerpts)
        return self._limit

    def source(self, key: str) -> Source:
        """The source of that key."""
        return next(source for source in self.texts if source.key == key)

    def point(self, identity: str) -> PointEntry:
        """The point of that id; KeyError if there is none."""
        return self._points_by_id[identity]

    def evidence_of(self, point: str, source: str, role: str = "evidence") -> list[Evidence]:
        """The places a position rests on, in the order of the text."""
        found = self._places_by_point.get((point, source, role), [])
        return sorted(found, key=lambda e: (e.start, e.end))

    def theme_name(self, key: str) -> str:
        """The theme's name as shown."""
        return self._theme_names[key]

    @table
    def sources(self) -> pd.DataFrame:
        """One row a source (columns: tables.SOURCES)."""
        return tables.sources(self.about.sources, self.texts)

    @table
    def passages(self) -> pd.DataFrame:
        """One row a passage (columns: tables.PASSAGES)."""
        return tables.passages(self.texts)

    @table
    def points(self) -> pd.DataFrame:
        """One row a point, in reading order (columns: tables.POINTS, then position and certainty by source)."""
        return tables.points(self.coded.points, self.about.themes, self.keys)

    @table
    def pairs(self) -> pd.DataFrame:
        """One row a point and two sources that have a verdict of their own (columns: tables.PAIRS).

        Where two sources speak it is the verdict over all, where more do it is what points.yml says under `pairs`.
        """
        return tables.pairs(self.coded.points)

    @table
    def evidence(self) -> pd.DataFrame:
        """One row a quote (columns: tables.EVIDENCE)."""
        return tables.evidence(self.places, self.texts)

    @table
    def coverage(self) -> pd.DataFrame:
        """One row a body passage: how many points rest on it, or why it is set aside (columns: tables.COVERAGE)."""
        return tables.coverage(self.texts, self.places, self.coded.set_aside)

    @table
    def themes(self) -> pd.DataFrame:
        """The codebook, one row a theme (columns: tables.THEMES)."""
        return tables.themes(self.about.themes)

    @table
    def dates(self) -> pd.DataFrame:
        """One row a date named (columns: reading.DATES)."""
        return frame(self.readings.dates, DATES)

    @table
    def figures(self) -> pd.DataFrame:
        """One row a quantity named (columns: reading.FIGURES)."""
        return frame(self.readings.figures, FIGURES)

    @table
    def voices(self) -> pd.DataFrame:
        """One row a place where someone other than the author speaks (columns: reading.VOICES)."""
        return frame(self.readings.voices, VOICES)

    @table
    def meetings(self) -> pd.DataFrame:
        """One row a meeting (columns: reading.MEETINGS)."""
        return frame(self.readings.meetings, MEETINGS)

    @cached_property
    def reading(self) -> Reading:
        """What the machine reads in the sources, with what a coder wrote down and a person set right in its place.

        Its tables have the columns that `reading.frames` names, and those of `record.laying.BY`.
        """
        from sidebyside.record.reading import reading  # which needs a comparison

        return reading(self)

    @cached_property
    def _limit(self) -> Limit:
        return Limit(self, self.excerpts)

    @cached_property
    def _points_by_id(self) -> dict[str, PointEntry]:
        return {point.id: point for point in self.coded.points}

    @cached_property
    def _places_by_point(self) -> dict[tuple[str, str, str], list[Evidence]]:
        found: dict[tuple[str, str, str], list[Evidence]] = {}
        for place in self.places:
            found.setdefault((place.point, place.source, place.role), []).append(place)
        return found

    @cached_property
    def _theme_names(self) -> dict[str, str]:
        return {theme.key: theme.name for theme in self.about.themes}
