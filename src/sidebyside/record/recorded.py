"""A source is a text in the folder of its comparison, and still the one that was recorded: its fingerprint says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PureWindowsPath

from sidebyside.errors import SourceError
from sidebyside.record.comparison_file import PartEntry, SourceEntry
from sidebyside.record.yaml_file import KeyPath, YamlFile
from sidebyside.texts import Part, Source, read_text


def recorded(folder: Path, file: YamlFile, entries: Iterable[SourceEntry]) -> Iterator[Source]:
    """The sources of a comparison.yml, each proven to be the text that was recorded, or a problem of the file."""
    for number, entry in enumerate(entries):
        at = ("sources", number)
        path = inside(folder, file, entry.file, (*at, "file"))
        if entry.original:
            inside(folder, file, entry.original.file, (*at, "original", "file"))
        if path is None:
            continue
        try:
            text, sha256 = read_text(path)
        except SourceError as error:
            file.problem(str(error), "Put the text there, or mend `file`", *at, "file")
            continue
        if sha256 != entry.sha256:
            found = f"{entry.file} has changed since it was recorded: its SHA-256 is {sha256}"
            mend = f"Restore the text, or, if the change is meant, run: sidebyside renew {folder}"
            file.problem(found, mend, *at, "sha256")
        if list(entry.pages) != sorted(entry.pages) or any(start > len(text) for start in entry.pages):
            mend = f"Give the code points at which pages begin, rising, none beyond {len(text)}"
            file.problem("the pages do not fit the text", mend, *at, "pages")
        yield Source(entry.key, entry.title, text, tuple(parts_of(file, text, entry.parts, at)), entry.pages)


def inside(folder: Path, file: YamlFile, name: str, at: KeyPath) -> Path | None:
    """Where a file of the comparison is, or a problem: it has to be in the folder, and named alike on every system."""
    if "\\" in name or PureWindowsPath(name).drive:
        file.problem(f'"{name}" is no path on every system', "Name it from the folder on, with / between", *at)
        return None
    try:
        path = (folder / name).resolve()
    except (ValueError, OSError, RuntimeError) as error:  # a zero byte, or a link that goes in a circle
        file.problem(f"{name!r} is no path: {error}", f"Mend `{at[-1]}`", *at)
        return None
    if not path.is_relative_to(folder.resolve()):
        file.problem(f'"{name}" leads out of the folder', "Keep the file inside the folder of the comparison", *at)
        return None
    return path


def parts_of(file: YamlFile, text: str, entries: Iterable[PartEntry], at: KeyPath) -> Iterator[Part]:
    """The stretches that are not body."""
    # As an editor counts them: a form feed or a line separator ends no line of the file.
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)
    for number, entry in enumerate(entries):
        first, _, last = entry.lines.partition("-")
        start, end = int(first) - 1, int(last or first)
        if not start < end <= len(lines):
            mend = f"The file has {len(lines)} lines; give `first` or `first-last`"
            file.problem(f"lines {entry.lines} are not in the text", mend, *at, "parts", number)
            continue
        yield Part(entry.role, sum(map(len, lines[:start])), sum(map(len, lines[:end])))
