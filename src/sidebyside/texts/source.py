"""A source is a text and its fingerprint; its characters are never altered."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sidebyside.errors import SourceError
from sidebyside.texts.parts import BODY, Part
from sidebyside.texts.passages import Passage, passages_in

LARGEST = 50_000_000  # bytes: some eight million words, beyond any single source that a person compares


@dataclass(frozen=True)
class Source:
    """A text, its short key (`A`), its title and its parts in reading order.

    What no part claims is body. `pages` are the places at which pages 1, 2, ... begin, rising. Offsets count code
    points, the end excluded.
    """

    key: str
    title: str
    text: str
    parts: tuple[Part, ...] = ()
    pages: tuple[int, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences of the source in reading order, each with its role and heading."""
        return tuple(passages_in(self.text, self.key, self.parts))

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The passages of the essay itself: no heading, byline, note, comment or furniture."""
        return tuple(p for p in self.passages if p.part == BODY)

    def passage(self, identity: str) -> Passage | None:
        """The passage of that id, or None."""
        return self._by_id.get(identity)

    @cached_property
    def _by_id(self) -> dict[str, Passage]:
        return {p.id: p for p in self.passages}

    def words(self, passage: Passage) -> str:
        """What stands at the passage's place."""
        return self.text[passage.start : passage.end]

    def page(self, start: int) -> int:
        """The page, from 1, on which a code point stands; 0 where the source has no pages.

        >>> Source("A", "A letter", "One. Two.", pages=(0, 5)).page(5)
        2
        """
        return bisect_right(self.pages, start)

    def passages_in(self, start: int, end: int) -> tuple[Passage, ...]:
        """The passages that a stretch of the text touches."""
        first = bisect_right(self.passages, start, key=lambda p: p.end)
        last = bisect_left(self.passages, end, key=lambda p: p.start)
        return self.passages[first:last]

    def passage_at(self, start: int) -> Passage | None:
        """The passage in which a code point stands, or None where it stands between two."""
        nearest = bisect_right(self.passages, start, key=lambda p: p.start) - 1
        return self.passages[nearest] if nearest >= 0 and start < self.passages[nearest].end else None


def fingerprint(data: bytes) -> str:
    """SHA-256 of a file's bytes, in lower-case hexadecimal.

    >>> fingerprint(b"")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(data).hexdigest()


def read_text(path: Path) -> tuple[str, str]:
    """The characters of a UTF-8 file, line ends as they stand, and its fingerprint; SourceError says what is wrong."""
    name = path.name
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError(f"{name} has {path.stat().st_size:,} bytes; more than {LARGEST:,} is not one source")
        data = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{name} is not there") from None
    except OSError as error:
        raise SourceError(f"{name} cannot be read: {error.strerror or error}") from None
    if not data.strip():
        raise SourceError(f"{name} is empty")
    if b"\0" in data:
        raise SourceError(f"{name} is not a text: it holds zero bytes (a PDF, a picture or UTF-16?)")
    try:
        return data.decode("utf-8"), fingerprint(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = data[error.start : error.start + 1].hex()
        raise SourceError(f"{name} is not UTF-8: byte 0x{found} in line {line}; save it as UTF-8") from None
