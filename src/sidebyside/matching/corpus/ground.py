"""The whole corpus as arrays in a folder, read as they are used: every stage and every worker sees the same ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sidebyside.errors import SideBySideError
from sidebyside.matching.candidates.best import LARGEST
from sidebyside.matching.candidates.clash import meet
from sidebyside.matching.corpus.blocks import TRAITS
from sidebyside.matching.corpus.rarity import Lists, known, weights_of
from sidebyside.matching.corpus.splitting import BY, MOST, large, split

if TYPE_CHECKING:
    from scipy.sparse import csr_array as Weights

SIZE = 384  # numbers of a direction
NONE = np.zeros(0, dtype=np.uint64)


@dataclass(frozen=True)
class Ground:
    """The arrays in `folder`, memory-mapped. Rows are statements, numbered over the corpus.

    `texts` has the number of each one's text, `content` its place in an order by its words, `vectors` its direction in
    whole steps (int16), and `weights` the keys of a trait that tell statements from one another.
    """

    folder: Path

    def array(self, name: str) -> np.ndarray:
        """One of the arrays, read as it is used."""
        found: np.ndarray = np.load(self.folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
        return found

    @cached_property
    def texts(self) -> np.ndarray:
        """The number of each statement's text, rising."""
        return self.array("texts")

    @cached_property
    def content(self) -> np.ndarray:
        """The place of each statement in an order by its words."""
        return self.array("content")

    @cached_property
    def vectors(self) -> np.ndarray:
        """The directions in whole steps."""
        return self.array("vectors")

    def __len__(self) -> int:
        return len(self.texts)

    def weights(self, trait: str) -> Weights:
        """The keys of a trait as rows of weights (float32)."""
        from scipy.sparse import csr_array

        data, indices, ends, width = (self.array(f"{trait}_{part}") for part in ("data", "indices", "indptr", "width"))
        return csr_array((data, indices, ends), shape=(len(ends) - 1, int(width)))

    def apart(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Whether the dates of each pair of statements keep clear of each other."""
        spans, ends = self.array("spans"), self.array("spans_ends")

        def of(number: int) -> list[list[str]]:
            return [span.decode().split("/") for span in spans[ends[number] : ends[number + 1]]]

        clear = [not any(meet(x, y) for x in of(i) for y in of(j)) for i, j in zip(a, b, strict=True)]  # type: ignore[arg-type]
        return np.array(clear, dtype=bool)


def small_enough(statements: int) -> None:
    """Raises SideBySideError where there are more statements than can be joined."""
    if statements > LARGEST:
        what = f"{statements:,} statements are more than the {LARGEST:,} that can be joined"
        raise SideBySideError(f"{what}: give fewer texts, those of a time or of a subject")


def laid(blocks: Sequence[Path], folder: Path, exact: float) -> Ground:
    """The ground of some blocks, which together are the corpus; what lies in the folder is written over.

    Of more than `exact` statements, keys that stand in very many are split (see corpus.splitting). Raises
    SideBySideError for more than best.LARGEST statements.
    """
    opened = sorted((int(np.load(path)["first"]), path) for path in blocks)
    paths = [path for _, path in opened]
    whole = {name: np.concatenate([np.load(path)[name] for path in paths]) for name in ("texts", "content")}
    count = len(whole["texts"])
    small_enough(count)
    folder.mkdir(parents=True, exist_ok=True)
    places = np.empty(count, dtype=np.int64)
    places[np.lexsort((np.arange(count), whole["content"]))] = np.arange(count)
    np.save(folder / "texts.npy", whole["texts"])
    np.save(folder / "content.npy", places)
    vectors = np.lib.format.open_memmap(folder / "vectors.npy", "w+", np.int16, (count, SIZE))
    for first, path in opened:
        some = np.load(path)["vectors"]
        if len(some):
            vectors[first : first + len(some)] = some
    vectors.flush()
    spans, ends = zip(*lists(paths, "spans"), strict=True)
    np.save(folder / "spans.npy", np.concatenate(spans))
    np.save(folder / "spans_ends.npy", np.concatenate([[0], np.cumsum(np.concatenate([np.diff(e) for e in ends]))]))
    for trait in TRAITS:
        if trait != "gainsaid":  # weighed with what it answers
            weigh(paths, folder, trait, inf if count <= exact else MOST)
    return Ground(folder)


def weigh(paths: Sequence[Path], folder: Path, trait: str, most: float) -> None:
    """Writes the weights of a trait, of `claimed` those of what answers it as well."""
    sides = ("claimed", "gainsaid") if trait == "claimed" else (trait,)
    whole = trait == "wording"
    apart = NONE if whole else large((each for side in sides for each in lists(paths, side)), most)
    among = known((each for side in sides for each in lists(paths, side, apart)), most)
    for side in sides:
        rows = [weights_of(keys, ends, among, whole) for keys, ends in lists(paths, side, apart)]
        ends = np.concatenate([[0], np.cumsum(np.concatenate([np.diff(some.indptr) for some in rows]))])
        np.save(folder / f"{side}_data.npy", np.concatenate([some.data for some in rows]))
        np.save(folder / f"{side}_indices.npy", np.concatenate([some.indices for some in rows]))
        np.save(folder / f"{side}_indptr.npy", ends.astype(np.int64))
        np.save(folder / f"{side}_width.npy", np.array(among.telling.sum()))


def lists(paths: Sequence[Path], name: str, apart: np.ndarray = NONE) -> Iterator[Lists]:
    """The lists of each block, laid end to end, and where each ends; keys to be set `apart` are split."""
    for path in paths:
        block = np.load(path)
        found = block[name], block[f"{name}_ends"]
        yield split(found, apart, [(block[by], block[f"{by}_ends"]) for by in BY]) if len(apart) else found
