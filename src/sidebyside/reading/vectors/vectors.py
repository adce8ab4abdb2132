"""A sentence as a direction: texts that say alike things point alike ways, whatever words they choose."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from sidebyside.reading.vectors.model import session, tokenizer

SIZE = 384


def vectors_of(texts: Sequence[str]) -> np.ndarray:
    """One row of SIZE numbers a text (float32, length 1), so that a product of two rows is their cosine.

    A text without a word has a row of zeros. What comes after the model's 256th token is not seen. Each text goes
    through the model alone, so its row does not depend on the texts beside it; equal texts go through once.
    Raises ModelError when the model is missing or is another than the one that was measured.

    >>> bridge, ship, opium = vectors_of(["The bridge fell.", "A bridge collapsed.", "Poppies grow in Helmand."])
    >>> bool(bridge @ ship > bridge @ opium + 0.3)
    True
    """
    rows = np.zeros((len(texts), SIZE), dtype=np.float32)
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        if any(c.isalnum() for c in text):
            places.setdefault(text, []).append(place)
    if places:
        session(), tokenizer()  # before the threads start: each would load its own
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            for found, vector in zip(places.values(), threads.map(vector_of, places), strict=True):
                rows[found] = vector
    return rows


def vector_of(text: str) -> np.ndarray:
    """The mean of the vectors of a text's tokens, brought to length 1."""
    ids = np.array([tokenizer().encode(text).ids], dtype=np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    mean = session().run(None, feed)[0][0].mean(axis=0)
    row: np.ndarray = mean / np.linalg.norm(mean)
    return row
