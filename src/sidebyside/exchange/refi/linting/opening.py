"""A project or codebook of any tool is opened without trust: nothing is unpacked to the disk, no entity resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
ROOT = "project.qde"
INTERNAL = "internal://"
LARGEST = 100_000_000  # bytes of project.qde, or of one text: beyond what any tool writes for a study by people

Element = Any  # lxml has no types


class Unopenable(Exception):
    """It cannot be read at all: what is wrong, and the mend."""

    def __init__(self, what: str, mend: str) -> None:
        self.what = what
        self.mend = mend
        super().__init__(f"{what}. {mend}")


@dataclass
class Opened:
    """The elements of a project, or of a codebook as those of a project with nothing else in it, and its files.

    `newline` is how the lines of its texts are to end.
    """

    root: Element
    names: tuple[str, ...] = ()
    newline: str = "\n"
    file: str = ROOT
    _zip: ZipFile | None = None
    _kept: dict[str, bytes] = field(default_factory=dict)

    def all(self, *tags: str) -> list[Element]:
        """The elements of these names, in their order."""
        return list(self.root.iter(*(f"{{{PROJECT}}}{tag}" for tag in tags)))

    @cached_property
    def named(self) -> frozenset[str]:
        """The names in the ZIP."""
        return frozenset(self.names)

    def data(self, name: str) -> bytes | None:
        """The bytes of a file in the ZIP; None where it is not there, or cannot be read."""
        if self._zip is None or name not in self.named:
            return None
        if name not in self._kept:
            self._kept[name] = bounded(self._zip, name)
        return self._kept[name]

    def text(self, holder: Element) -> str | None:
        """The text that an element holds or names, as UTF-8 without a byte order mark; None where there is none."""
        inline = holder.find(f"{{{PROJECT}}}PlainTextContent")
        if inline is not None:
            return inline.text or ""
        path = holder.get("plainTextPath", "")
        data = self.data(f"sources/{path.removeprefix(INTERNAL)}") if path.startswith(INTERNAL) else None
        return None if data is None else data.decode("utf-8", errors="replace")


def opened(data: bytes, newline: str = "\n") -> Opened:
    """The bytes of a .qdpx or .qdc; Unopenable where they are neither."""
    if not data.startswith(b"PK"):
        return Opened(project_of(parsed(data)), newline=newline, file="the codebook")
    try:
        file = ZipFile(BytesIO(data))
    except BadZipFile as error:
        raise Unopenable(f"not a ZIP: {error}", "Export it again") from None
    names = tuple(file.namelist())
    if ROOT not in names:
        raise Unopenable(f"no {ROOT} at its top", "Pack the files themselves, not the folder that they lie in")
    return Opened(parsed(bounded(file, ROOT)), names, newline, _zip=file)


def bounded(file: ZipFile, name: str) -> bytes:
    """The bytes of a file in a ZIP; Unopenable where they are too many, whatever the ZIP says of itself."""
    try:
        with file.open(name) as member:
            data = member.read(LARGEST + 1)
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:  # broken, or under a password
        raise Unopenable(f"{name} cannot be read: {error}", "Export it again") from None
    if len(data) > LARGEST:
        raise Unopenable(f"{name} has more than {LARGEST:,} bytes", "Export a smaller project")
    return data


def parsed(data: bytes) -> Element:
    """The root of an XML file that declares nothing; Unopenable for any other."""
    if len(data) > LARGEST:
        raise Unopenable(f"more than {LARGEST:,} bytes", "Export a smaller one")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unopenable(f"not XML: {error}", "Export it again") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unopenable("it declares a document type", "Take the <!DOCTYPE> out: no such file needs one")
    return root


def project_of(root: Element) -> Element:
    """A codebook as a project: the two schemas say the same of codes, and almost the same of sets."""
    if root.tag != f"{{{CODEBOOK}}}CodeBook":
        raise Unopenable(f"it starts with {root.tag}", "Give a REFI-QDA 1.0 project (.qdpx) or codebook (.qdc)")
    for element in root.iter(f"{{{CODEBOOK}}}*"):
        element.tag = f"{{{PROJECT}}}{etree.QName(element).localname}"
        if etree.QName(element).localname == "MemberCode":
            element.set("targetGUID", element.attrib.pop("guid", ""))
    project = etree.Element(f"{{{PROJECT}}}Project", name="", nsmap={None: PROJECT})
    if "origin" in root.attrib:
        project.set("origin", root.attrib.pop("origin"))
    project.append(root)
    project.extend(root.findall(f"{{{PROJECT}}}Sets"))
    return project
