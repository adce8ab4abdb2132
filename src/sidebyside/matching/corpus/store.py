"""What was made of a text once is kept as Parquet under its fingerprint: an interrupted run goes on where it stopped.

Whatever is written is written whole or not at all, and every page of a file has its own check sum: what was cut short
or damaged counts as absent, and is made anew. Several programs, on several machines, may write to one store.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from sidebyside.errors import SideBySideError
from sidebyside.matching import proposals
from sidebyside.reading import cache as reading
from sidebyside.reading.cache import fingerprint
from sidebyside.texts.extras import extra
from sidebyside.texts.files import replacing
from sidebyside.texts.gathering import Text
from sidebyside.texts.parts import Part

if TYPE_CHECKING:
    import pyarrow as pa

ROOMS = ("texts", "reading", "matching")  # whose code decides what is made of a text
PACKAGES = (*reading.PACKAGES, "onnxruntime", "tokenizers", *proposals.PACKAGES)  # and those of others
TEXTS, READ, JOINED, JUDGED = "texts", "read", "joined", "judged"  # kinds; the first hangs on no code
RUNS, VERDICTS = "runs", "verdicts"  # kinds: of a whole corpus, what later runs may take over
BARE = ("vector", "told")  # columns that do not pack any smaller


@cache
def code() -> str:
    """The fingerprint of the code that reads and matches, and of the packages that it stands on."""
    return fingerprint(ROOMS, PACKAGES)


@dataclass(frozen=True)
class Store:
    """A folder of tables by kind ("texts", "read", ...) and fingerprint.

    `made_by` is the code that fills it; `mark` is what stands in this folder alone, so that a worker can tell it from
    one of the same name on its own machine.
    """

    folder: Path
    made_by: str
    mark: str

    def path(self, kind: str, key: str) -> Path:
        """Where a table lies, or would."""
        return self.within(kind) / key[:2] / f"{key}.parquet"

    def within(self, kind: str) -> Path:
        """The folder of a kind."""
        return self.folder / kind if kind == TEXTS else self.folder / kind / self.made_by[:16]

    def keys(self, kind: str) -> list[str]:
        """The keys of all tables of a kind, in order."""
        return sorted(path.stem for path in self.within(kind).glob("*/*.parquet"))

    def read(self, kind: str, key: str, columns: list[str] | None = None) -> pa.Table | None:
        """A table, or those of its columns; None where there is none, or a damaged one."""
        arrow, parquet = extra("pyarrow"), extra("pyarrow.parquet")
        try:
            with parquet.ParquetFile(self.path(kind, key), page_checksum_verification=True) as file:
                return file.read(columns, use_threads=False)
        except (OSError, arrow.ArrowException):
            return None

    def sure(self, kind: str, key: str, columns: list[str] | None = None) -> pa.Table:
        """A table that was there a moment ago. Raises SideBySideError where it is no longer."""
        table = self.read(kind, key, columns)
        if table is None:
            mend = "run this again, and it is made anew"
            raise SideBySideError(f"what lay in {self.path(kind, key)} is gone or damaged: {mend}")
        return table

    def write(self, kind: str, key: str, table: pa.Table) -> None:
        """Keeps a table, in the place of one of the same kind and key. Raises OSError where there is no room."""
        path = self.path(kind, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        packing = {name: "none" if name in BARE else "zstd" for name in table.column_names}
        with replacing(path) as file:
            extra("pyarrow.parquet").write_table(
                table, file, compression=packing, use_dictionary=False, write_page_checksum=True
            )

    def keep(self, text: Text) -> None:
        """Keeps a text's words, if they are not there."""
        if self.read(TEXTS, text.sha256) is None:
            row = {"words": text.words, "parts": json.dumps(text.places), "date": text.date}
            self.write(TEXTS, text.sha256, extra("pyarrow").Table.from_pylist([row]))

    def text(self, key: str) -> Text:
        """The text of that fingerprint, as far as anything that is read hangs on it; the fingerprint is its key."""
        row: Mapping[str, Any] = self.sure(TEXTS, key).to_pylist()[0]
        return Text(key, row["words"], date=row["date"], parts=tuple(Part(*part) for part in json.loads(row["parts"])))

    def proven(self) -> None:
        """Raises SideBySideError where this process has other code, or another folder under that name."""
        if code() != self.made_by:
            raise SideBySideError(
                "a worker has another version of sidebyside, or of the packages that it reads with: install the same "
                "environment on every machine, and start its workers again"
            )
        if marked(self.folder, self.made_by) != self.mark:
            raise SideBySideError(
                f"a worker does not find {self.folder}: the folder of --cache has to be one that all machines share, "
                "under the same path"
            )


def opened(folder: Path) -> Store:
    """The store in a folder, which is made if need be; what this code made before is found in it.

    Raises OSError where it cannot be written to.
    """
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError), marking(folder, code()).open("x") as file:
        file.write(token_hex())
    return Store(folder, code(), marked(folder, code()))


def marking(folder: Path, made_by: str) -> Path:
    """The file that marks a folder as a store of this code."""
    return folder / f"{made_by}.here"


def marked(folder: Path, made_by: str) -> str:
    """The mark of a store; "" where there is none."""
    with suppress(FileNotFoundError):
        return marking(folder, made_by).read_text("ascii")
    return ""


def fingerprint_of(keys: list[str], *more: object) -> str:
    """The fingerprint of what is made of several texts, given by theirs, in that order.

    >>> fingerprint_of(["a", "b"]) == fingerprint_of(["b", "a"])
    False
    """
    return sha256(json.dumps([keys, *more]).encode("ascii")).hexdigest()
