"""A document whose text was taken once, in a store: opening a PDF takes longer than finding what it gave."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sidebyside.matching.corpus.store import Store
from sidebyside.texts.extras import extra
from sidebyside.texts.taking.taken import Taken, as_plain, from_plain

KIND = "taken"


@dataclass(frozen=True)
class Documents:
    """The documents in a store, as gathering.documents.Kept has it."""

    store: Store

    def get(self, digest: str, /) -> Taken | None:
        """What the file of that fingerprint gave; None where it is not known, or damaged."""
        table = self.store.read(KIND, digest)
        return None if table is None else from_plain(json.loads(table.column("taken")[0].as_py()))

    def __setitem__(self, digest: str, taken: Taken, /) -> None:
        """Keeps what a file gave."""
        row = {"taken": json.dumps(as_plain(taken))}
        self.store.write(KIND, digest, extra("pyarrow").Table.from_pylist([row]))
