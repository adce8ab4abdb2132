"""A reader of .qdpx files that knows the specification, and nothing of what writes them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from lxml import etree

NAMES = {"q": "urn:QDA-XML:project:1.0"}


class Coded(NamedTuple):
    """One coding: in which source, under which code (with those above it), which words, by whom."""

    source: str
    code: tuple[str, ...]
    words: str
    user: str


class Read:
    """A project as another tool sees it."""

    def __init__(self, data: bytes | Path) -> None:
        raw = data.read_bytes() if isinstance(data, Path) else data
        self.zip = ZipFile(BytesIO(raw))
        self.root = etree.fromstring(self.zip.read("project.qde"))

    def find(self, path: str, **more: str) -> list[Any]:
        """What an XPath finds."""
        return self.root.xpath(path, namespaces=NAMES, **more)

    def by_guid(self, guid: str) -> Any:
        """The one element of that GUID."""
        (element,) = self.find("//*[@guid=$g]", g=guid)
        return element

    def text(self, element: Any) -> str:
        """The text that an element names."""
        path = element.get("plainTextPath").removeprefix("internal://")
        return self.zip.read(f"sources/{path}").decode("utf-8")

    def texts(self) -> dict[str, str]:
        """The texts by the names of the sources."""
        return {source.get("name"): self.text(source) for source in self.find("q:Sources/q:TextSource")}

    def notes(self) -> dict[str, str]:
        """The notes by their names."""
        return {note.get("name"): self.text(note) for note in self.find("q:Notes/q:Note")}

    def code(self, element: Any) -> tuple[str, ...]:
        """The name of a code after those above it."""
        return tuple(above.get("name") for above in element.xpath("ancestor-or-self::q:Code", namespaces=NAMES))

    def codings(self) -> list[Coded]:
        """Every coding, in the order of the file."""
        found = []
        for coding in self.find("q:Sources/q:TextSource/q:PlainTextSelection/q:Coding"):
            selection, source = coding.getparent(), coding.getparent().getparent()
            start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
            code = self.by_guid(coding[0].get("targetGUID"))
            user = self.by_guid(coding.get("creatingUser")).get("name")
            found.append(Coded(source.get("name"), self.code(code), self.text(source)[start:end], user))
        return found
