"""Made-up corpora for the join: statements of a few words each, with directions by chance, equal ones among them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pyarrow as pa

from sidebyside.matching.candidates.near import stepped
from sidebyside.matching.corpus.blocks import write_block
from sidebyside.matching.corpus.tables import schema

WORDS = "bridge mayor storm river builder wheat road fell rose blamed sold harbour dyke boat bread ferry".split()
NAMES = "holm vesterby lund frisk daud orlov".split()
SPANS = ["2011-03/2011-03", "2012/2012", "2015/..", "2011/2013"]
Texts = list[tuple[pa.Table, np.ndarray]]


def texts(seed: int, count: int, most: int = 9) -> Texts:
    """Some texts of up to so many statements, with their directions; one may have none."""
    chance = Random(seed)
    found: Texts = []
    for _ in range(count):
        rows = [row(chance, number) for number in range(chance.randrange(most + 1))]
        table = pa.Table.from_pylist(rows, schema())
        found.append((table, np.array([direction(r["words"]) for r in rows], dtype=np.int16).reshape(-1, 384)))
    return found


def row(chance: Random, number: int) -> dict[str, Any]:
    """A statement."""
    said = chance.choices(WORDS, k=chance.randint(2, 6))
    claimed = [f"{chance.choice(['', 'not '])}{word}" for word in said[:2]]
    return {
        "number": number,
        "passage": f"A{number + 1}",
        "start": 0,
        "end": len(" ".join(said)),
        "words": " ".join(said),
        "names": chance.sample(NAMES, chance.randrange(3)),
        "times": chance.sample(["2011", "2012", "2013"], chance.randrange(2)),
        "dated": [f"fall {word}" for word in said[:2]],
        "spans": chance.sample(SPANS, chance.randrange(2)),
        "figures": chance.sample(["money", "house"], chance.randrange(2)),
        "deeds": said[-2:],
        "claimed": claimed,
        "content": said,
        "told": b"",
    }


def direction(words: str) -> np.ndarray:
    """A direction in whole steps, near to that of others with the same words."""
    rows = [np.random.default_rng(list(word.encode())).standard_normal(384) for word in words.split()]
    whole = np.sum(rows, axis=0)
    return stepped((whole / np.linalg.norm(whole))[None, :])[0]


def blocks(folder: Path, corpus: Texts, per: int) -> list[Path]:
    """The blocks of a corpus, of so many texts each."""
    folder.mkdir()
    return list(written(folder, corpus, per))


def written(folder: Path, corpus: Texts, per: int) -> Iterator[Path]:
    """Each block, written."""
    first = 0
    for at in range(0, len(corpus), per):
        some = corpus[at : at + per]
        path = folder / f"{at}.npz"
        first += write_block(path, [table for table, _ in some], [vectors for _, vectors in some], at, first)
        yield path
