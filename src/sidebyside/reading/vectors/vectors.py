"""A sentence as a direction: texts that say alike things point alike ways, whatever words they choose."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from sidebyside.reading.vectors.model import session, tokenizer

SIZE = 384
TOGETHER = 8  # texts: a third faster than one by one; more bring nothing


def vectors_of(texts: Sequence[str]) -> np.ndarray:
    """One row of SIZE numbers a text (float32, length 1), so that a product of two rows is their cosine.

    A text without a word has a row of zeros. What comes after the model's 256th token is not seen. A row does not
    depend on the texts beside it, to the last bit: only texts of as many tokens go through the model together, none
    of them filled up; equal texts go through once. Raises ModelError when the model is missing.

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
        tokens = {text: np.array(tokenizer().encode(text).ids) for text in places}
        batches = alike(tokens)
        with ThreadPoolExecutor(hands()) as threads:
            made = threads.map(lambda batch: directions(np.stack([tokens[text] for text in batch])), batches)
            for batch, vectors in zip(batches, made, strict=True):
                for text, vector in zip(batch, vectors, strict=True):
                    rows[places[text]] = vector
    return rows


def hands() -> int:
    """How many threads embed: one for each processor, or as many as OMP_NUM_THREADS allows.

    Dask sets that to 1 for its workers, of which there are several on a machine.
    """
    allowed = os.environ.get("OMP_NUM_THREADS", "")
    return max(1, int(allowed)) if allowed.isdecimal() else os.cpu_count() or 1


def alike(tokens: Mapping[str, np.ndarray]) -> list[list[str]]:
    """The texts in batches of as many tokens each, the longest first, so that all hands finish together.

    >>> alike({"so": np.array([1]), "it fell": np.array([2, 3]), "oh": np.array([4])})
    [['it fell'], ['so', 'oh']]
    """
    batches: list[list[str]] = []
    for text in sorted(tokens, key=lambda text: -len(tokens[text])):
        last = batches[-1] if batches else []
        if last and len(last) < TOGETHER and len(tokens[last[0]]) == len(tokens[text]):
            last.append(text)
        else:
            batches.append([text])
    return batches


def directions(tokens: np.ndarray) -> np.ndarray:
    """A row for each row of tokens: the mean of the vectors of its tokens, brought to length 1."""
    ids = tokens.astype(np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    means = session().run(None, feed)[0].mean(axis=1)
    rows: np.ndarray = means / np.linalg.norm(means, axis=1, keepdims=True)
    return rows
