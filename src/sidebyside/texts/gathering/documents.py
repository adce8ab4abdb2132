"""A file as a text: its words and parts as texts.taking takes them, and whom it counts by, by its folder first."""

from __future__ import annotations

import hashlib
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Protocol

from sidebyside.texts.gathering.days import day_of
from sidebyside.texts.gathering.entries import Entry
from sidebyside.texts.gathering.text import Text
from sidebyside.texts.parts import Part
from sidebyside.texts.taking.apart import Apart
from sidebyside.texts.taking.take import taken_of
from sidebyside.texts.taking.taken import Proposed, Taken


class Kept(Protocol):
    """Where documents that were taken are found again, by the SHA-256 of a file's name and bytes; a dict will do."""

    def get(self, digest: str, /) -> Taken | None:
        """What the file gave, or None."""

    def __setitem__(self, digest: str, taken: Taken, /) -> None:
        """Keeps it."""


def document(entry: Entry, apart: Apart, kept: Kept) -> Text:
    """What one file gives; SourceError, which names it, for whatever is no text. The key is its name."""
    data, name = entry.whole(), PurePosixPath(entry.shown).name
    digest = hashlib.sha256(name.encode() + b"\0" + data).hexdigest()
    taken = kept.get(digest)
    if taken is None:
        taken = kept[digest] = taken_of(data, name, apart)
    return Text(
        key=entry.name or name,
        words=taken.text,
        title=value(taken.title),
        by=folder(entry.name) or value(taken.publisher) or value(taken.author),
        date=day_of(value(taken.date)),
        address=value(taken.address),
        parts=parts_of(taken),
    )


def value(stated: Proposed | None) -> str:
    """What the file states, "" for nothing."""
    return " ".join(stated.value.split()) if stated else ""


def folder(name: str) -> str:
    """The folder in which a person has put it, where that is a name and not a number.

    >>> folder("The Post/2024/wells.txt"), folder("2024/wells.txt"), folder("wells.txt")
    ('The Post', '', '')
    """
    first = PurePosixPath(name).parts[:-1][:1]
    return "".join(part for part in first if any(map(str.isalpha, part)))


def parts_of(taken: Taken) -> tuple[Part, ...]:
    """The parts by code points instead of lines.

    >>> from sidebyside.texts.taking import PartLines
    >>> parts_of(Taken("On wells\\n\\nThey dug.\\n", "text", parts=(PartLines("title", 1, 1),)))
    (Part(role='title', start=0, end=9),)
    """
    starts = [0, *accumulate(map(len, taken.text.splitlines(keepends=True)))]
    return tuple(Part(part.role, starts[part.first - 1], starts[part.last]) for part in taken.parts)
