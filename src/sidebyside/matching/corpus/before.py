"""What an earlier run over nearly the same texts has judged is taken over: a corpus that grew costs what it grew by.

A verdict hangs on the two statements, the keys of their texts, how near they are to each other, whether they are among
each other's first partners, and on which of the things that they speak of are common. Where all that is equal, so is
the verdict; ranks and strengths come from the join over all texts.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from sidebyside.matching.corpus.packing import speaks
from sidebyside.matching.corpus.store import READ, RUNS, VERDICTS, Store, fingerprint_of
from sidebyside.matching.corpus.tables import CANDIDATES, PAIRS
from sidebyside.matching.verdicts import FIRST
from sidebyside.texts.extras import extra

HANGS_ON = ["left", "right", "turn", "meaning"]
VERDICT = [name for name in PAIRS if name not in CANDIDATES]
WIDE = 32  # bits of a statement's number, so that two of them are one number


class Before(NamedTuple):
    """An earlier run: the fingerprint of its corpus, its texts (key, sha256, first), what was common, and its pairs."""

    key: str
    texts: pd.DataFrame
    common: frozenset[str]
    pairs: pd.DataFrame


def key_of(texts: pd.DataFrame) -> str:
    """The fingerprint of a corpus; reasons call the texts by their keys."""
    return fingerprint_of(list(texts.sha256), list(texts.key))


def leave(store: Store, texts: pd.DataFrame, common: frozenset[str], pairs: pd.DataFrame) -> None:
    """Keeps what was judged for later runs; the row that names the run comes last, so that what it names is there."""
    arrow, key = extra("pyarrow"), key_of(texts)
    store.write(VERDICTS, key, arrow.Table.from_pandas(pairs[HANGS_ON + VERDICT], preserve_index=False))
    row = {name: texts[name].to_list() for name in ("key", "sha256", "first")} | {"common": sorted(common)}
    store.write(RUNS, key, arrow.Table.from_pylist([row]))


def nearest(store: Store, texts: pd.DataFrame) -> Before | None:
    """The earlier run that has most texts in common with these, of several the one with fewest others; None for none.

    What is damaged is as if it were not there.
    """
    own = set(zip(texts.key, texts.sha256, strict=True))
    ranked = []
    for key in store.keys(RUNS):
        if (table := store.read(RUNS, key, ["key", "sha256"])) is not None:
            row = table.to_pylist()[0]
            both = len(own.intersection(zip(row["key"], row["sha256"], strict=True)))
            if both:
                ranked.append((-both, len(row["key"]), key))
    for *_, key in sorted(ranked):
        run, pairs = store.read(RUNS, key), store.read(VERDICTS, key)
        if run is not None and pairs is not None:
            row = run.to_pylist()[0]
            common = frozenset(row.pop("common"))
            return Before(key, pd.DataFrame(row), common, pairs.to_pandas())
    return None


def taken_over(
    store: Store, texts: pd.DataFrame, common: frozenset[str], pairs: pd.DataFrame, before: Before | None
) -> pd.DataFrame:
    """Those of the pairs that were judged before, with their verdicts (columns: tables.PAIRS), under their index."""
    if before is None:
        return pairs[:0].reindex(columns=list(PAIRS))
    numbers = numbers_before(texts, before.texts)
    numbers = np.where(speaking(store, texts, common ^ before.common), -1, numbers)
    left, right = (numbers[pairs[side]] for side in ("left", "right"))
    kept = pd.Index(as_one(before.pairs.left.to_numpy(), before.pairs.right.to_numpy()))
    places = kept.get_indexer(as_one(left, right))  # -1 for none; with a number of -1 it is below zero, as none is
    rows = np.flatnonzero(places >= 0)
    found, there = pairs.iloc[rows], before.pairs.iloc[places[rows]].set_axis(pairs.index[rows])
    same = (there.meaning == found.meaning) & ((there.turn > FIRST) == (found.turn > FIRST))
    return pd.concat([found, there[VERDICT]], axis=1)[list(PAIRS)][same]


def as_one(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """One number for each two."""
    whole: np.ndarray = (left << WIDE) | right
    return whole


def numbers_before(texts: pd.DataFrame, before: pd.DataFrame) -> np.ndarray:
    """The number that each statement had in an earlier corpus, -1 where its text was not there.

    >>> now = pd.DataFrame({"key": ["a", "b"], "sha256": ["x", "y"], "first": [0, 2], "statements": [2, 3]})
    >>> numbers_before(now, pd.DataFrame({"key": ["b"], "sha256": ["y"], "first": [0]})).tolist()
    [-1, -1, 0, 1, 2]
    """
    own = ["key", "sha256"]
    firsts = texts[own].merge(before.drop_duplicates(own), "left", own)["first"]
    count = texts.statements
    numbers = np.arange(count.sum()) + (firsts - texts["first"]).fillna(0).astype(np.int64).repeat(count).to_numpy()
    return np.where(firsts.isna().repeat(count), -1, numbers)


def speaking(store: Store, texts: pd.DataFrame, words: frozenset[str]) -> np.ndarray:
    """Whether each statement may speak of any of some words."""
    if not words:
        return np.zeros(texts.statements.sum(), dtype=bool)
    told = (data for key in texts.sha256 for data in store.sure(READ, key, ["told"]).column("told").to_pylist())
    return np.fromiter((speaks(data, words) for data in told), dtype=bool)
