"""Many files are changed as one: they wait in a folder of the comparison until the last of them is in its place.

What a crash cuts short is finished when somebody tries again; until then comparison.yml is the old one, and the texts
do not fit it, so that nobody takes what is half done for whole.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

from pydantic_core import from_json

from sidebyside.record.keeping.entry import Entry, entry_of, line_of
from sidebyside.record.keeping.journal import NAME as JOURNAL
from sidebyside.record.keeping.journal import Journal, settle
from sidebyside.record.keeping.points_text import NAME as POINTS
from sidebyside.record.loading import load
from sidebyside.texts.files import replacing

WAITING = ".renewing"
MAIN = "comparison.yml"
ENTRY, ORDER = "entry", "order"  # of the waiting files: the line for the journal, and the names in their order


def prove(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raises ComparisonError where the comparison would not load with these files in it."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / folder.absolute().name
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".*", "originals"))
        for name, data in files.items():
            (copy / name).write_bytes(data)
        load(copy)


def put_by(folder: Path, files: Mapping[str, bytes], entry: Entry | None) -> None:
    """Has the files wait, comparison.yml last: from here on, `finish` does the rest, whatever happens in between."""
    names = sorted(files, key=lambda name: (name == MAIN, name == POINTS, not name.startswith("texts/")))
    making = Path(tempfile.mkdtemp(dir=folder, prefix=f"{WAITING}.", suffix=".part"))
    try:
        for number, name in enumerate(names):
            kept(making / str(number), files[name])
        if entry:
            kept(making / ENTRY, line_of(entry))
        kept(making / ORDER, json.dumps(names).encode())
        os.rename(making, folder / WAITING)
        settle(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def finish(folder: Path) -> bool:
    """Puts the files that wait in their places; whether there were any. Only under the lock."""
    waiting = folder / WAITING
    if not (waiting / ORDER).exists():
        shutil.rmtree(waiting, ignore_errors=True)  # all were in their places, and it was being cleared
        return False
    journal = Journal(folder / JOURNAL)
    journal.news()
    journal.cut()
    entry = entry_of((waiting / ENTRY).read_bytes()) if (waiting / ENTRY).exists() else None
    new = entry and entry.id not in {known.id for known in journal.entries}
    for number, name in enumerate(from_json((waiting / ORDER).read_bytes())):
        telling = journal.keeping(entry) if entry and new and name == POINTS else nullcontext()
        with telling, replacing(folder / name) as file:
            file.write((waiting / str(number)).read_bytes())
    (waiting / ORDER).unlink()
    shutil.rmtree(waiting)
    return True


def kept(path: Path, data: bytes) -> None:
    """Writes a file through to the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
