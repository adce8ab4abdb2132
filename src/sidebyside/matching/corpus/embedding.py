"""The second stage: each statement's direction in whole steps, in half the memory and with products that are exact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from sidebyside.matching.candidates.near import stepped
from sidebyside.matching.corpus.reading import statements_in

if TYPE_CHECKING:
    import pyarrow as pa


def embed_batch(tables: Sequence[pa.Table]) -> list[np.ndarray]:
    """The directions of the statements of each text: int16, (statements, 384), in steps of 1 / near.STEPS.

    A row hangs on the words of its statement alone. Raises ModelError when the model is missing.
    """
    from sidebyside.reading.vectors import vectors_of

    rows = stepped(vectors_of(list(statements_in(tables, "words")))).astype(np.int16)
    ends = np.cumsum([len(table) for table in tables])
    return np.split(rows, ends[:-1]) if tables else []
