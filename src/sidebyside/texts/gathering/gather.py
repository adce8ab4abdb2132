"""From a path to its texts, one after the other, under keys of their own; what was left out is said in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sidebyside.errors import SourceError
from sidebyside.texts.gathering.documents import Kept, document
from sidebyside.texts.gathering.entries import Entry, entries
from sidebyside.texts.gathering.left_out import LeftOut, Unusable
from sidebyside.texts.gathering.records import records
from sidebyside.texts.gathering.rows import TABLES
from sidebyside.texts.gathering.text import Text
from sidebyside.texts.passages import encodable
from sidebyside.texts.taking.apart import Apart
from sidebyside.texts.taking.kinds import SUFFIXES


def gathered(
    path: Path | str, tell: Callable[[str], None] = lambda words: None, kept: Kept | None = None
) -> Iterator[Text]:
    """The texts under a path: a folder, a zip, a table (.csv, .tsv, .jsonl, .ndjson, .parquet), or any file of text.

    A folder or zip may hold tables and files of every form that texts.taking knows, also in folders. They come in the
    order of their names, rows as they stand; never more than one file, or a few rows, is in memory. Every text has
    words, and a key of its own. `tell` is given a line on what was taken for what, and on what was left out; `kept`
    is where documents, once taken, are found again (see documents). Raises SourceError for a path that cannot be
    used and for a row that cannot be read; a file in a folder or zip that cannot be used is left out.
    """
    left = LeftOut()
    with entries(Path(path)) as found, Apart() as apart:
        yield from told_apart(
            text for entry in found for text in texts_in(entry, tell, left, apart, {} if kept is None else kept)
        )
    for line in left.said:
        tell(line)


def texts_in(entry: Entry, tell: Callable[[str], None], left: LeftOut, apart: Apart, kept: Kept) -> Iterator[Text]:
    """The texts of one file, which may be a table."""
    table = TABLES.get(entry.suffix)
    try:
        if table:
            yield from records(entry, table(entry, tell), tell, left)
        elif entry.suffix in SUFFIXES or not entry.name:
            yield document(entry, apart, kept)
        else:
            left.others.append(entry.shown)
    except SourceError as error:
        if not entry.name or (table and not isinstance(error, Unusable)):  # it is all there is; or a row of many
            raise
        left.broken.append(encodable(str(error)))


def told_apart(texts: Iterable[Text]) -> Iterator[Text]:
    """The texts, each under a key that no other has: the second of one key is called `key (2)`.

    >>> [text.key for text in told_apart([Text("a", "One."), Text("a", "Two."), Text("b", "Three.")])]
    ['a', 'a (2)', 'b']
    """
    last: dict[str, int] = {}  # number of the last text of each key that is taken: the next one counts from there
    for text in texts:
        key, number = text.key, last.get(text.key, 1)
        while key in last:
            number += 1
            key = f"{text.key} ({number})"
        last[text.key], last[key] = number, 1
        yield text if key == text.key else replace(text, key=key)
