"""A document whose text was taken once, in a store: opening a PDF takes longer than finding what it gave."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sidebyside.matching.corpus.store import Store, fingerprint_of
from sidebyside.reading.cache import fingerprint
from sidebyside.texts.extras import extra
from sidebyside.texts.taking.taken import Taken, as_plain, from_plain

KIND = "taken"
PARSERS = ("lxml", "mammoth", "pypdfium2", "striprtf", "trafilatura", "charset-normalizer")  # that open documents


@dataclass(frozen=True)
class Documents:
    """The documents in a store, as gathering.documents.Kept has it."""

    store: Store

    def get(self, digest: str, /) -> Taken | None:
        """What the file of that fingerprint gave; None where it is not known, or damaged."""
        table = self.store.read(KIND, key_of(digest))
        return None if table is None else from_plain(json.loads(table.column("taken")[0].as_py()))

    def __setitem__(self, digest: str, taken: Taken, /) -> None:
        """Keeps what a file gave."""
        row = {"taken": json.dumps(as_plain(taken))}
        self.store.write(KIND, key_of(digest), extra("pyarrow").Table.from_pylist([row]))


def key_of(digest: str) -> str:
    """The key of what a file gave to these versions of the packages that open it."""
    return fingerprint_of([digest], fingerprint((), PARSERS))
