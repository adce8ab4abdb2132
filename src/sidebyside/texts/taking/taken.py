"""What is taken from one file: the words to compare, what the file says of itself, and what was mended on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

FORMATS = {
    "text": "a plain text",
    "markdown": "a Markdown text",
    "html": "a web page",
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "pdf": "a PDF",
    "epub": "an e-book (EPUB)",
    "rtf": "a rich text (RTF)",
}


@dataclass(frozen=True)
class Proposed:
    """A statement about the source that the file makes, and where in it: a person has yet to confirm it."""

    value: str
    where: str


@dataclass(frozen=True)
class PartLines:
    """From line `first` to line `last`, counted from 1, both included, the text speaks in this role."""

    role: str
    first: int
    last: int


@dataclass(frozen=True)
class Taken:
    """The text of one file as it is compared.

    `text` has line ends LF and one paragraph a line; its characters stand as in the file, composed or not.
    `format` is one of FORMATS; `encoding` is "" where the format says its own. `parts` are proposed: what none of them
    claims is body. `pages` holds the code points at which pages 1, 2, ... begin, and is empty where the format has
    none. `remarks` are plain sentences on what was detected, mended or left out; `by` names who took the text out.
    """

    text: str
    format: str
    encoding: str = ""
    title: Proposed | None = None
    author: Proposed | None = None
    date: Proposed | None = None
    address: Proposed | None = None
    publisher: Proposed | None = None
    parts: tuple[PartLines, ...] = ()
    pages: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()
    by: str = "sidebyside"

    def stating(self, said: Mapping[str, Proposed | None]) -> Taken:
        """The same with what the file says of itself, by the names in STATEMENTS."""
        stated: dict[str, Any] = {name: said[name] for name in STATEMENTS if said.get(name)}
        return replace(self, **stated)

    def saying(self, *remarks: str) -> Taken:
        """The same with more remarks; empty ones are none."""
        return replace(self, remarks=(*self.remarks, *filter(None, remarks)))


STATEMENTS = ("title", "author", "date", "address", "publisher")


def as_plain(taken: Taken) -> dict[str, Any]:
    """Taken in what JSON knows."""
    return asdict(taken)


def from_plain(plain: Mapping[str, Any]) -> Taken:
    """What `as_plain` gave, as it was.

    >>> taken = Taken("A ship.", "text", title=Proposed("A ship", "the file's name"), parts=(PartLines("title", 1, 1),))
    >>> from_plain(as_plain(taken)) == taken
    True
    """
    statements = {name: Proposed(**plain[name]) if plain[name] else None for name in STATEMENTS}
    parts = tuple(PartLines(**part) for part in plain["parts"])
    lists = {"parts": parts, "pages": tuple(plain["pages"]), "remarks": tuple(plain["remarks"])}
    return Taken(**{**plain, **statements, **lists})
