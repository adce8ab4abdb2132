"""The project in one file: a ZIP with project.qde and the texts, the same bytes for the same comparison."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sidebyside.errors import ComparisonError, Refused
from sidebyside.exchange.refi.elements import xml
from sidebyside.exchange.refi.linting import linted
from sidebyside.exchange.refi.project import Project
from sidebyside.exchange.writing import stem, written
from sidebyside.record import Comparison
from sidebyside.record.limiting import Limit

NEVER = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can name: the hour of packing says nothing


def write(work: Comparison, out: Path, excerpts: int | None, newline: str = "\n", flavour: str = "") -> list[Path]:
    """Writes NAME.qdpx, a REFI-QDA 1.0 project.

    With a limit on excerpts its texts are the quotes alone, each cut to that many words, and the positions are those in
    what is left; 0 is Refused, since a coding needs words to stand on. Raises ComparisonError, with nothing written,
    where the linter finds anything wrong with the project.
    """
    if excerpts == 0:
        raise Refused(
            "a REFI-QDA project codes words of the sources, and none may be shown",
            "Allow some words, or export csv, xlsx or the codebook (qdc), which do without",
            "excerpts",
        )
    name = f"{stem(work)}{flavour}.qdpx"
    data = packed(Project(work, Limit(work, excerpts), newline))
    if problems := linted(data, newline):
        raise ComparisonError(name, problems)
    return written(out, {name: data})


def write_crlf(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.crlf.qdpx for MAXQDA: lines end in CR LF, and positions count both characters."""
    return write(work, out, excerpts, "\r\n", ".crlf")


def packed(project: Project) -> bytes:
    """The bytes of the ZIP."""
    root = xml(project.element())  # first: it says which files there are
    texts = {f"sources/{guid}.txt": text.encode() for guid, text in project.files.items()}
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        for name, data in {"project.qde": root, **texts}.items():
            entry = ZipInfo(name, NEVER)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, data)
    return held.getvalue()
