"""The journal only grows: a decision is a line on the disk before it is anything else, and is read once."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sidebyside.errors import Problem
from sidebyside.record.keeping.entry import Entry, entry_of, line_of

NAME = "journal.jsonl"
MEND = "Take the line out, or put the one that was there again; every other entry stands by itself"
REMEMBERED = 64  # bytes before the place that was read up to: enough to tell whether it is still the same file


class Journal:
    """The entries of a journal.jsonl in the order in which they were made, and the lines that are none (`problems`).

    A last line without an end is one that was being written: it is neither an entry nor a problem.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self._known: set[str] = set()
        self._lines = 0
        self._end = 0  # bytes that were read
        self._tail = b""  # the last of them

    def news(self) -> list[Entry] | None:
        """The entries that came since the last look; None where what was read before is no longer what stands there."""
        try:
            with self.path.open("rb") as file:
                file.seek(self._end - len(self._tail))
                if file.read(len(self._tail)) != self._tail:
                    return None
                data = file.read()
        except FileNotFoundError:
            return None if self._end else []
        data = data[: data.rfind(b"\n") + 1]
        before = len(self.entries)
        with undisturbed():
            for line in data.split(b"\n")[:-1]:
                self._take(line)
        self._pass(data)
        return self.entries[before:]

    def cut(self) -> None:
        """Takes away a last line without an end: it was never confirmed. Only under the lock, after `news`."""
        if self.path.exists() and self.path.stat().st_size > self._end:
            os.truncate(self.path, self._end)

    @contextmanager
    def keeping(self, entry: Entry) -> Iterator[None]:
        """Puts an entry on the disk, whole, before the block; if the block fails, it is taken off again.

        Raises OSError where it cannot be written, with the journal as it was, and ValueError where it is no entry. Only
        under the lock, after `news` and `cut`.
        """
        line = line_of(entry)
        entry_of(line)  # what could not be read again is not written
        new = not self.path.exists()
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[os.write(handle, rest) :]
            os.fsync(handle)
            if new:
                settle(self.path.parent)
            yield
        except BaseException:
            os.ftruncate(handle, self._end)
            raise
        finally:
            os.close(handle)
        self._take(line)
        self._pass(line)

    def _take(self, line: bytes) -> None:
        self._lines += 1
        if not line.strip():
            return
        try:
            entry = entry_of(line)
        except ValueError as error:
            self.problems.append(Problem(self.path.name, self._lines, f"not an entry of the journal: {error}", MEND))
            return
        if entry.id in self._known:
            what = f"the entry {entry.id} stands there already"
            self.problems.append(Problem(self.path.name, self._lines, what, "Take one of the two out"))
            return
        self._known.add(entry.id)
        self.entries.append(entry)

    def _pass(self, data: bytes) -> None:
        self._end += len(data)
        self._tail = (self._tail + data)[-REMEMBERED:]


@contextmanager
def undisturbed() -> Iterator[None]:
    """Has Python look for no garbage: in what is read and stays, the search takes longer than the reading."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def settle(folder: Path) -> None:
    """Has the disk remember which files the folder holds; not every system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folder, and needs none opened
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
