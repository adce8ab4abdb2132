"""Each source is copied, its text taken, and what is wrong said of all of them at once."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sidebyside.errors import Problem, SourceError
from sidebyside.record.making.naming import MOST, file_name, keys, suffix
from sidebyside.record.making.pasted import Given, Pasted
from sidebyside.texts import fingerprint

if TYPE_CHECKING:
    from sidebyside.texts.taking import Taken

CHANGED = "changed while it was read: wait until whatever writes it has done, and try again"


@dataclass(frozen=True)
class Gathered:
    """A source as it came: its key, what the person calls it, the copy of its file, and what was taken from that."""

    key: str
    called: str
    original: Path
    sha256: str
    taken: Taken

    @property
    def text_name(self) -> str:
        """The name of the file that its text is put into."""
        return f"{self.original.name.removesuffix(suffix(self.original.name))}.txt"


def gathered(given: Sequence[Given], into: Path) -> tuple[list[Gathered], list[Problem]]:
    """The sources in that order, their originals in the folder `into`, and every problem with any of them."""
    names = [source.name if isinstance(source, Pasted) else Path(source).name for source in given]
    if not 2 <= len(given) <= MOST:
        what = f"{len(given)} source{'s are' if len(given) != 1 else ' is'} given"
        return [], [Problem("sources", 0, what, f"Give two or more, and no more than {MOST}")]
    found: list[Gathered] = []
    problems: list[Problem] = []
    for key, name, source in zip(keys(), names, given, strict=False):
        try:
            found.append(from_paste(key, source, into) if isinstance(source, Pasted) else from_file(key, source, into))
        except SourceError as error:
            problems.append(Problem(name, 0, str(error).removeprefix(f"{name} "), "Mend it, or leave it out"))
    return found, problems + list(alike(found))


def from_file(key: str, source: str | Path, into: Path) -> Gathered:
    """One file: what it was before its text was taken, it has to be after."""
    from sidebyside.texts.taking import taken

    path = Path(source)
    # What is no file blocks whoever reads it; `taken` refuses it, and what is too large, in words.
    before = digest(path) if path.is_file() else ""
    found = taken(path)
    ending = suffix(path.name)
    copy = into / f"{file_name(key, path.name[: len(path.name) - len(ending)], names_in(into))}{ending}"
    try:
        shutil.copyfile(path, copy)
    except OSError as error:
        raise SourceError(f"{path.name} cannot be copied: {error.strerror or error}") from None
    if digest(copy) != before:
        raise SourceError(f"{path.name} {CHANGED}")
    return Gathered(key, path.name, copy, before, found)


def from_paste(key: str, source: Pasted, into: Path) -> Gathered:
    """Pasted words: kept as a file of their own."""
    from sidebyside.texts.taking import Proposed, pasted

    found = pasted(source.text)
    if source.title:
        found = replace(found, title=None)  # what a person calls it comes before what its first line says
    given = {"publisher": source.publisher, "date": source.date, "address": source.address}
    found = found.stating({name: Proposed(value, source.where) for name, value in given.items() if value})
    data = source.text.encode("utf-8", "replace")
    copy = into / f"{file_name(key, source.title or 'pasted', names_in(into))}.txt"
    copy.write_bytes(data)
    return Gathered(key, source.name, copy, fingerprint(data), found)


def names_in(folder: Path) -> set[str]:
    """The names that its files have without their suffixes, casefolded: of report.pdf and Report.docx there is one."""
    return {path.stem.casefold() for path in folder.iterdir()}


def digest(path: Path) -> str:
    """The SHA-256 of a file of any size; SourceError where it cannot be read."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > 0:
                return hashlib.file_digest(file, "sha256").hexdigest()
            return fingerprint(file.read())
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read: {error.strerror or error}") from None


def alike(found: Iterable[Gathered]) -> Iterator[Problem]:
    """A file given twice, or two files of one text: a text compared with itself agrees with itself."""
    first: dict[str, Gathered] = {}
    for source in found:
        known = first.setdefault(" ".join(source.taken.text.split()), source)
        if known is not source:
            same = "is the same file as" if known.sha256 == source.sha256 else "holds the same text as"
            yield Problem(source.called, 0, f"{same} {known.called}", "Leave one of the two out")
