"""Beyond what can be joined exactly, each statement meets those in the cells nearest to it: few are missed, most saved.

The middles of the cells are found in whole steps, by sums that are exact, so that every machine draws the same cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sidebyside.matching.candidates import near
from sidebyside.matching.candidates.best import Best, Pairs

if TYPE_CHECKING:
    from sidebyside.matching.corpus.ground import Ground

DENSE = 2.0  # cells for the square root of the statements: then finding a cell costs as much as what is in it
PROBED = 40  # cells that each statement looks into: of 50,000 statements, they miss one pair in 150 (docs/decisions.md)
SAMPLE = 64  # statements a cell from which the middles are found
ROUNDS = 4  # times they are moved: more hardly find any more
QUERIES = 4096  # statements, of cells that lie together, that are held against cells at one go


def draw(ground: Ground) -> None:
    """Writes the cells to the ground: middles, then (see `sort_in`) who is in which, and who looks into which."""
    count = max(1, int(DENSE * np.sqrt(len(ground))))
    order = np.argsort(ground.content)  # by the words: any part of it is a sample that hangs on the words alone
    some = np.sort(order[:: max(1, len(order) // (SAMPLE * count))])
    vectors = ground.vectors[some].astype(np.float32)
    middles = vectors[:: max(1, len(vectors) // count)][:count]
    for _ in range(ROUNDS):
        middles = moved(vectors, middles)
    np.save(ground.folder / "middles.npy", middles.astype(np.int16))


def moved(vectors: np.ndarray, middles: np.ndarray) -> np.ndarray:
    """The middles of what is nearest to each middle, in whole steps; one that nothing is nearest to stays."""
    from scipy.sparse import csr_array

    own = nearest_cells(vectors, middles, 1)[:, 0]
    cells = np.ones(len(own)), own, np.arange(len(own) + 1)
    sums = csr_array(cells, shape=(len(own), len(middles))).T @ vectors.astype(np.float64)  # whole numbers: exact
    lengths = np.sqrt((sums**2).sum(axis=1))
    kept = lengths == 0
    lengths[kept] = 1
    found: np.ndarray = np.rint(sums / lengths[:, None] * near.STEPS).astype(np.float32)
    found[kept] = middles[kept]
    return found


def nearest_cells(vectors: np.ndarray, middles: np.ndarray, count: int) -> np.ndarray:
    """The numbers of the cells nearest to each vector, the nearest first; of two as near, the lower number."""
    count = min(count, len(middles))
    found = np.empty((len(vectors), count), dtype=np.int32)
    for at in range(0, len(vectors), near.BLOCK):
        products = (vectors[at : at + near.BLOCK] @ middles.T).astype(np.int64)
        keys = (near.ONE - products) * len(middles) + np.arange(len(middles))
        keys = np.sort(np.partition(keys, count - 1, axis=1)[:, :count], axis=1)
        found[at : at + near.BLOCK] = keys % len(middles)
    return found


def cells_of(ground: Ground, one: tuple[int, int]) -> np.ndarray:
    """The PROBED nearest cells of each statement of a stretch."""
    return nearest_cells(
        ground.vectors[slice(*one)].astype(np.float32), ground.array("middles").astype(np.float32), PROBED
    )


def sort_in(ground: Ground, cells: np.ndarray) -> None:
    """Writes who is in which cell, and into which cells each looks."""
    order = np.argsort(cells[:, 0], kind="stable")
    stops = np.searchsorted(cells[order, 0], np.arange(len(ground.array("middles")) + 1))
    for name, array in (("cells", cells), ("members", order.astype(np.int32)), ("members_ends", stops)):
        np.save(ground.folder / f"{name}.npy", array)


def probed_pairs(ground: Ground, first: int, k: int) -> Pairs:
    """The `k` nearest of QUERIES statements in the order of their cells, from the `first` on, in the cells probed."""
    members, ends = ground.array("members"), ground.array("members_ends")
    queries = np.sort(members[first : first + QUERIES])
    cells = ground.array("cells")[queries]
    vectors = ground.vectors[queries].astype(np.float32)
    texts = ground.texts[queries]
    best = Best(len(queries), k, np.asarray(ground.content))
    for cell in np.unique(cells):
        rows = np.flatnonzero((cells == cell).any(axis=1))
        within = members[ends[cell] : ends[cell + 1]]
        if not len(within):
            continue
        products = vectors[rows] @ ground.vectors[within].astype(np.float32).T
        products[texts[rows][:, None] == ground.texts[within][None, :]] = -np.inf
        bars = near.bars(best.floor[rows])
        if len(within) > k:  # what is not among the best of a cell is not among those of all
            bars = np.maximum(bars, np.partition(products, -k, axis=1)[:, -k])
        r, c, scores = near.reaching(products, bars[:, None])
        best.add(rows[r], within[c], scores)
    a, b, scores = best.pairs()
    return queries[a], b, scores
