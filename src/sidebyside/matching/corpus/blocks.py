"""What the join needs of some texts, as plain arrays in one file: places, directions, and the keys of every trait."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sidebyside.matching.candidates.traits import words
from sidebyside.matching.corpus.reading import statements_in
from sidebyside.matching.statement import Statement
from sidebyside.texts.files import replacing

if TYPE_CHECKING:
    import pyarrow as pa

SIZE = 16_384  # statements of a block, about: their directions take 12 MB
NOT = "not "
TRAITS = ("wording", "names", "times", "clash", "figures", "deeds", "claimed", "gainsaid")
COLUMNS = ("words", "names", "times", "dated", "spans", "figures", "deeds", "claimed", "vector")  # of what was read
FROM = {"clash": "dated"}  # the column of STATEMENTS that holds a trait's keys, where it has another name


def write_block(
    path: Path, tables: Sequence[pa.Table], vectors: Sequence[np.ndarray], first_text: int, first: int
) -> int:
    """Writes the block of some texts, and says how many statements it has.

    `first_text` and `first` are the numbers of the first text and of the first statement over the whole corpus. Where
    the cuts between blocks fall alters nothing. The file is numpy's .npz, and holds no objects.
    """
    count = sum(map(len, tables))
    said = list(statements_in(tables, "words"))
    held = {
        "first": np.array(first),
        "texts": np.repeat(np.arange(first_text, first_text + len(tables), dtype=np.int32), list(map(len, tables))),
        "content": hashed(said),
        "vectors": np.concatenate(vectors),
        "spans": np.array([span.encode() for listed in statements_in(tables, "spans") for span in listed], dtype="S24"),
        "spans_ends": ends_of(statements_in(tables, "spans")),
    }
    for trait in TRAITS:
        keys = list(keys_of(trait, tables, said))
        held[trait] = hashed(list(chain.from_iterable(keys)))
        held[f"{trait}_ends"] = ends_of(keys)
    with replacing(path) as file:
        np.savez(file, allow_pickle=False, **held)
    return count


def keys_of(trait: str, tables: Sequence[pa.Table], said: Sequence[str]) -> Iterable[list[str]]:
    """The keys of each statement."""
    if trait == "wording":
        return (list(words(Statement(each))) for each in said)
    if trait == "gainsaid":
        return ([turned(key) for key in keys] for keys in statements_in(tables, "claimed"))
    return statements_in(tables, FROM.get(trait, trait))


def turned(key: str) -> str:
    """A key with its mark turned round: what a denial would have.

    >>> turned("sell"), turned("not sell")
    ('not sell', 'sell')
    """
    return key.removeprefix(NOT) if key.startswith(NOT) else NOT + key


def hashed(keys: Sequence[str]) -> np.ndarray:
    """A number for each key, the same on every machine: among ten million keys, two alike once in 300,000 corpora."""
    from pandas.util import hash_array

    found: np.ndarray = hash_array(np.array(keys, dtype=object), categorize=True)
    return found


def ends_of(lists: Iterable[Sequence[object]]) -> np.ndarray:
    """Where each of some lists ends when they are laid end to end, a 0 before them.

    >>> ends_of(["ab", "", "c"]).tolist()
    [0, 2, 2, 3]
    """
    return np.cumsum([0, *map(len, lists)], dtype=np.int64)
