"""A codebook alone (.qdc): ours for other tools, and theirs, from which a comparison can start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml.builder import ElementMaker

from sidebyside.errors import ComparisonError, Problem, SourceError
from sidebyside.exchange.refi.codes import POINTS, Code, codes
from sidebyside.exchange.refi.elements import ORIGIN, xml
from sidebyside.exchange.refi.linting import linted
from sidebyside.exchange.refi.linting.opening import CODEBOOK, PROJECT, Element, Unopenable, opened
from sidebyside.exchange.refi.wording import on_a_line, sayable
from sidebyside.exchange.writing import stem, written
from sidebyside.record import Comparison
from sidebyside.record.limiting import Limit

E = ElementMaker(namespace=CODEBOOK, nsmap={None: CODEBOOK})


@dataclass(frozen=True)
class CodeRow:
    """A code of a codebook: its name, what it says of itself, its colour ("" for none) and the names above it."""

    name: str
    about: str
    colour: str
    above: tuple[str, ...]
    codable: bool


def write_codebook(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.qdc: verdicts, themes and certainties, without the points."""
    headings = [code for code in codes(work, Limit(work, excerpts)) if code.name != POINTS]
    name = f"{stem(work)}.qdc"
    data = xml(E.CodeBook(E.Codes(*map(element, headings)), origin=ORIGIN))
    if problems := linted(data):
        raise ComparisonError(name, problems)
    return written(out, {name: data})


def element(code: Code) -> etree._Element:
    """A code and those under it."""
    about = {"guid": code.guid, "name": code.name, "isCodable": str(code.codable).lower()}
    if code.colour:
        about["color"] = code.colour
    return E.Code(E.Description(sayable(code.about)), *map(element, code.children), **about)


def read_codebook(path: str | Path) -> list[CodeRow]:
    """The codes of a codebook (.qdc) or project (.qdpx) of any tool, each before those under it.

    Raises SourceError where it cannot be read, or declares a document type; nothing in it is resolved or fetched.
    Codes that are less than well-formed are read as they are: `lint` tells what is wrong with them.
    """
    path = Path(path)
    try:
        root = opened(path.read_bytes()).root
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read: {error.strerror or error}") from None
    except Unopenable as error:
        raise SourceError(str(Problem(path.name, 0, error.what, error.mend))) from None
    return [row for code in root.iterfind("{*}CodeBook/{*}Codes/{*}Code") for row in rows(code)]


def rows(top: Element) -> Iterator[CodeRow]:
    """A code, then those under it, however deep: by a stack of its own, as a file may nest deeper than Python calls."""
    waiting: list[tuple[Element, tuple[str, ...]]] = [(top, ())]
    while waiting:
        code, above = waiting.pop()
        name = on_a_line(code.get("name", ""))
        about = code.findtext(f"{{{PROJECT}}}Description") or ""
        yield CodeRow(name, about.strip(), code.get("color", ""), above, code.get("isCodable") != "false")
        under = code.findall(f"{{{PROJECT}}}Code")
        waiting += [(child, (*above, name)) for child in reversed(under)]
