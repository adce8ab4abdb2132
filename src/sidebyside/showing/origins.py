"""Where each source came from: the file that its text was taken from, by what, and what was left out or mended."""

from __future__ import annotations

import pandas as pd

from sidebyside.record import Comparison
from sidebyside.record.comparison_file import SourceEntry
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.tables import Cell, Group, Row, Sheet, table

ORIGINS = {
    "source": "key of the source",
    "came_as": "the file it was taken from; its text where it came as plain text",
    "format": "what that file is, '' where the text was taken from no other file",
    "encoding": "of its characters, '' where its format knows only one",
    "by": "what took the text out, ''",
    "pages": "how many pages it has, 0 where its format has none",
    "sha256": "of that file",
    "remarks": "what was detected, mended or left out, a tuple of sentences",
}
PLAIN = "a plain file, compared as it stands"


def origins(work: Comparison) -> Sheet:
    """One row a source: the file it came as, how its text was taken, pages, fingerprint and remarks."""
    frame = pd.DataFrame([came(entry) for entry in work.about.sources], columns=list(ORIGINS))
    short = {entry.key: entry.short for entry in work.about.sources}
    rows = []
    for found in frame.itertuples():
        how = ", ".join(filter(None, [found.format, found.encoding])) or PLAIN
        cells = [
            Cell(str(found.came_as), quiet=how),
            Cell(str(found.by) or "–"),
            Cell(str(found.pages) if found.pages else "–", number=True),
            Cell(quiet=f"SHA-256 {found.sha256[:16]} …"),
            Cell(" ".join(found.remarks) or "–"),
        ]
        rows.append(Row(f"{found.source} {short[found.source]}", cells))
    heads = ["Source", "Came as", "Text taken by", "Pages", "Fingerprint of that file", "Remarks"]
    return table(frame, heads, [Group(rows=rows)], Chips(work))


def came(entry: SourceEntry) -> tuple[object, ...]:
    """The values of a row."""
    pages, given = len(entry.pages), entry.original
    if given is None:
        return entry.key, entry.file, "", "", "", pages, entry.sha256, ()
    return entry.key, given.file, given.format, given.encoding, given.by, pages, given.sha256, given.remarks
