"""comparison.yml: the sources and what is known of them, the codebook, who coded, findings and names."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, StringConstraints

from sidebyside.record.fields import Key, Model, Some, SourceKey, Words, one_of
from sidebyside.record.vocabulary import HOW_KNOWN
from sidebyside.texts import BODY, ROLES


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
    points: Annotated[tuple[Key, ...], Some]
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
    sources: Annotated[tuple[SourceEntry, ...], Some]
    themes: tuple[ThemeEntry, ...]
    names: tuple[NameEntry, ...] = ()
    capitals: bool = True  # "Moscow" for those who govern there counts as Russia
    coders: tuple[CoderEntry, ...] = ()
    findings: tuple[FindingEntry, ...] = ()
