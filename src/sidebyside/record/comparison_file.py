"""comparison.yml: the sources and what is known of them, the codebook, who coded, findings and names."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from sidebyside.record.fields import Key, Model, Some, SourceKey, Words, one_of
from sidebyside.record.vocabulary import EXAMPLE_TABLES, HOW_KNOWN, WAITING
from sidebyside.texts import BODY, ROLES

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


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
    stale_quote: Words | None = None  # words that were its quote, and are no longer in the text

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class OriginalEntry(Model):
    """The file that a source was taken from, and how; `by` names what took the text out."""

    file: Words
    sha256: Sha256
    format: Words
    encoding: str = ""
    by: str = ""
    remarks: tuple[str, ...] = ()


class SourceEntry(Model):
    """A source as comparison.yml describes it."""

    key: SourceKey
    file: Words
    sha256: Sha256
    original: OriginalEntry | None = None
    title: Words
    title_from: str = ""  # where in the file a title was found that no person has confirmed
    short: Words
    author: KnownEntry
    written: KnownEntry
    publisher: KnownEntry
    audience: KnownEntry | None = None
    kind: KnownEntry
    address: KnownEntry | None = None
    rights: Words
    parts: tuple[PartEntry, ...] = ()
    pages: tuple[Annotated[int, Field(ge=0)], ...] = ()  # code points at which pages 1, 2, ... begin


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
    points: Annotated[tuple[Key, ...], Some]
    more: str = ""


class ExampleEntry(Model):
    """A worked example: the points of a theme, or those named, and what is shown of the words they rest on."""

    heading: Words
    why: str = ""
    theme: Key | None = None
    points: tuple[Key, ...] = ()
    told: Key | None = None  # the point that is told in full
    show: tuple[Annotated[str, one_of(EXAMPLE_TABLES)], ...] = ()
    remark: str = ""


class ClaimEntry(Model):
    """A claim of many texts that the comparison was made to decide: in short, and the words of each source on it."""

    claim: Words
    said: dict[SourceKey, tuple[Words, ...]]


class CoderEntry(Model):
    """Who coded, and how."""

    key: Key
    who: Words
    how: Words


class ComparisonFile(Model):
    """comparison.yml"""

    title: Words
    question: Words
    proposed: tuple[Annotated[str, one_of(WAITING)], ...] = ()  # what no person has gone over yet
    headline: str = ""
    standfirst: str = ""
    sources: Annotated[tuple[SourceEntry, ...], Some]
    themes: tuple[ThemeEntry, ...]
    names: tuple[NameEntry, ...] = ()
    capitals: bool = True  # "Moscow" for those who govern there counts as Russia
    # The most words of a source in a row that pages and exports show.
    excerpts: Annotated[int, Field(ge=0)] | None = None
    claims: tuple[ClaimEntry, ...] = ()  # what is proposed on them is laid before a coder first
    coders: tuple[CoderEntry, ...] = ()
    findings: tuple[FindingEntry, ...] = ()
    examples: tuple[ExampleEntry, ...] = ()
