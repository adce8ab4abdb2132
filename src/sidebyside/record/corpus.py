"""From a path to a corpus: many texts in a folder, a table or a zip; or a comparison, whose sources are a small one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sidebyside.errors import SideBySideError
from sidebyside.reading import cache as kept
from sidebyside.record.loading import load
from sidebyside.record.reading import date_of
from sidebyside.texts.gathering import Text, gathered

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

FOLDER = "corpora"
MAIN = "comparison.yml"

Tell = Callable[[str], None]


def corpus(
    path: Path | str,
    workers: int | None = None,
    scheduler: str | None = None,
    cache: Path | str | None = None,
    tell: Tell = lambda words: None,
) -> Corpus:
    """The texts under a path, read and compared: texts, statements, pairs and claims as tables.

    `path` is a folder of files, a zip of such, a table (.csv, .tsv, .jsonl, .ndjson, .parquet), or a comparison. The
    work is done in this process, or by so many `workers` beside it, or by those of a Dask `scheduler` at that address:
    the result is the same. What was made of a text is kept in the folder `cache`, which all machines have to share,
    and is found there by the next run, also after an interrupt; it may lie in the folder of the texts, and is none of
    them. `tell` is given a line on what was taken, left out and done. Raises SideBySideError where nothing can be read,
    ModelError where a model is missing.
    """
    from sidebyside.matching.corpus.documents import Documents
    from sidebyside.matching.corpus.engine import engine
    from sidebyside.matching.corpus.run import run
    from sidebyside.matching.corpus.store import opened
    from sidebyside.texts.extras import extra

    extra("pyarrow")  # before anything is begun
    place = folder(cache)
    if place.resolve() == Path(path).resolve():
        mend = "name another folder to keep them in (--cache FOLDER on the command line); it may lie in this one"
        raise SideBySideError(f"{place} is the folder of the texts, and what is read of them has to lie apart: {mend}")
    store = opened(place)
    texts = sources(Path(path)) if is_comparison(Path(path)) else gathered(path, tell, Documents(store))
    with engine(workers, scheduler, tell) as found:
        return run(texts, found, store, tell)


def is_comparison(path: Path) -> bool:
    """Whether a folder holds a comparison, and not texts alone."""
    return (path / MAIN).exists()


def folder(given: Path | str | None) -> Path:
    """Where a corpus is kept: the folder that was given, else one beside the readings', or where SIDEBYSIDE_CACHE says.

    Raises SideBySideError where that is set to nothing: what is read of a corpus has to lie somewhere.
    """
    if given is not None:
        return Path(given).expanduser()
    readings = kept.folder()
    if readings is None:
        mend = "name a folder for it (--cache FOLDER on the command line)"
        raise SideBySideError(
            f"{kept.VARIABLE} is set to nothing, and a corpus has to be kept while it is read: {mend}"
        )
    return (readings if os.environ.get(kept.VARIABLE) else readings.parent) / FOLDER


def sources(path: Path) -> Iterator[Text]:
    """The sources of a comparison as texts, by their keys; each counts by its author."""
    work = load(path)
    for source, entry in zip(work.texts, work.about.sources, strict=True):
        yield Text(
            key=source.key,
            words=source.text,
            title=source.title,
            by=entry.author.is_ if entry.author.known != "unknown" else entry.short,
            date=date_of(work, source.key) or "",
            address=entry.address.is_ if entry.address else "",
            parts=source.parts,
        )
