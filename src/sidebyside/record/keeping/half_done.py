"""A crash between the journal and points.yml leaves an entry half done: its line is there, and the points are not."""

from __future__ import annotations

from pathlib import Path

from sidebyside.record.keeping.entry import OUTSIDE, Entry
from sidebyside.record.keeping.journal import Journal
from sidebyside.texts.source import fingerprint


def half_done(journal: Journal, points: Path) -> Entry | None:
    """The last entry, if points.yml is still as that entry found it; None where all is done.

    A points.yml that is younger than the journal was put back by hand since, and is left so.
    """
    last = journal.entries[-1] if journal.entries else None
    if last is None or not last.made or last.by == OUTSIDE:
        return None
    if not points.exists():
        return None if last.found else last
    if fingerprint(points.read_bytes()) != last.found or last.found == last.made:
        return None
    return last if points.stat().st_mtime_ns <= journal.path.stat().st_mtime_ns else None
