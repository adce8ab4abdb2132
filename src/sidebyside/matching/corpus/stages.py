"""What a worker does for a corpus: each function takes the store and an item, and leaves its result in the store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from sidebyside.matching.corpus.blocks import COLUMNS, write_block
from sidebyside.matching.corpus.embedding import embed_batch
from sidebyside.matching.corpus.judging import judge_batch
from sidebyside.matching.corpus.reading import read_batch
from sidebyside.matching.corpus.store import JUDGED, READ, Store
from sidebyside.texts.extras import extra

if TYPE_CHECKING:
    import pyarrow as pa


class Read(NamedTuple):
    """How many statements each text of a batch has, and how many of the texts had to be read."""

    statements: tuple[int, ...]
    made: int


class Block(NamedTuple):
    """Texts, given by their fingerprints, whose statements are joined together; numbers are those in the corpus."""

    path: Path
    keys: tuple[str, ...]
    first_text: int
    first: int


class Slice(NamedTuple):
    """Pairs that are judged together, the key of their result, and of each text its name, key and first statement."""

    key: str
    pairs: pd.DataFrame
    texts: tuple[tuple[str, str, int], ...]


def read_texts(store: Store, keys: Sequence[str]) -> Read:
    """Reads and embeds the texts of those fingerprints that were not yet; damaged tables are made anew."""
    store.proven()
    counts = {key: len(table) for key in keys if (table := store.read(READ, key)) is not None}
    missing = [key for key in keys if key not in counts]
    made = read_batch([store.text(key) for key in missing])
    for key, table, vectors in zip(missing, made, embed_batch(made), strict=True):
        counts[key] = len(table)
        store.write(READ, key, with_vectors(table, vectors))
    return Read(tuple(counts[key] for key in keys), len(missing))


def with_vectors(table: pa.Table, vectors: np.ndarray) -> pa.Table:
    """The statements with their directions as a column."""
    arrow = extra("pyarrow")
    flat = arrow.array(vectors.reshape(-1))
    return table.append_column("vector", arrow.FixedSizeListArray.from_arrays(flat, vectors.shape[1]))


def vectors_of(table: pa.Table) -> np.ndarray:
    """The directions of the statements of a table, one row each."""
    column = table.column("vector").combine_chunks()
    rows: np.ndarray = column.flatten().to_numpy().reshape(len(table), column.type.list_size)
    return rows


def lay(store: Store, block: Block) -> Path:
    """Writes the file of a block, from which its statements are joined."""
    store.proven()
    tables = [store.sure(READ, key, [*COLUMNS]) for key in block.keys]
    write_block(block.path, tables, [vectors_of(table) for table in tables], block.first_text, block.first)
    return block.path


def judge(store: Store, common: frozenset[str], part: Slice) -> int:
    """Judges the pairs of a slice, if that was not done yet; gives how many had to be judged."""
    store.proven()
    if store.read(JUDGED, part.key) is not None:
        return 0
    found = judge_batch(part.pairs, statements_of(store, part), common)
    store.write(JUDGED, part.key, extra("pyarrow").Table.from_pandas(found, preserve_index=False))
    return len(found)


def statements_of(store: Store, part: Slice) -> pd.DataFrame:
    """The statements of a slice's texts by their number in the corpus, with all that judging needs."""
    wanted = np.union1d(part.pairs.left, part.pairs.right)
    frames = []
    for name, key, first in part.texts:
        found = store.sure(READ, key, ["number", "passage", "start", "words", "told"]).to_pandas()
        placed = found.assign(text=name).set_index(first + found.number)
        frames.append(placed[placed.index.isin(wanted)])  # at once: a text may have one statement of hundreds in it
    return pd.concat(frames)
