"""A source is a text in the folder of its comparison, and still the one that was recorded: its fingerprint says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sidebyside.errors import SourceError
from sidebyside.record.comparison_file import PartEntry, SourceEntry
from sidebyside.record.yaml_file import KeyPath, YamlFile
from sidebyside.texts import Part, Source, read_text


def recorded(folder: Path, file: YamlFile, entries: Iterable[SourceEntry]) -> Iterator[Source]:
    """The sources of a comparison.yml, each proven to be the text that was recorded, or a problem of the file."""
    for number, entry in enumerate(entries):
        at = ("sources", number)
        try:
            path = (folder / entry.file).resolve()
        except (ValueError, OSError, RuntimeError) as error:  # a zero byte, or a link that goes in a circle
            file.problem(f"{entry.file!r} is no path: {error}", "Mend `file`", *at, "file")
            continue
        if not path.is_relative_to(folder.resolve()):
            mend = "Keep the text inside the folder of the comparison"
            file.problem(f'"{entry.file}" leads out of the folder', mend, *at, "file")
            continue
        try:
            text, sha256 = read_text(path)
        except SourceError as error:
            file.problem(str(error), "Put the text there, or mend `file`", *at, "file")
            continue
        if sha256 != entry.sha256:
            found = f"{entry.file} has changed since it was recorded: its SHA-256 is {sha256}"
            mend = "Restore the text, or, if the change is meant, write this value and review what rests on it"
            file.problem(found, mend, *at, "sha256")
        yield Source(entry.key, entry.title, text, tuple(parts_of(file, text, entry.parts, at)))


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
