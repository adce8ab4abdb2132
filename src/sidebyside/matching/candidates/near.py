"""Nearness of vectors, exact: every row against every other, block by block; what is near to all is held back."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sidebyside.matching.candidates.best import HIGHEST, Best, Pairs, either

STEPS = 2000  # a vector's numbers become whole ones: below 2**24 all sums are exact in float32, in whatever order
ONE = STEPS * STEPS  # the product of a vector with itself
LOWEST = -2 * ONE  # of all CSLS
BLOCK = 1024  # rows: a block of products takes 4 MB
HUB = 10  # neighbours whose mean nearness says how near a row is to everything


def stepped(vectors: np.ndarray) -> np.ndarray:
    """Vectors in whole steps; a product of two is their cosine times ONE, some 0.0002 off."""
    return np.rint(vectors * np.float32(STEPS)).astype(np.float32)


def nearest(left: np.ndarray, right: np.ndarray | None, k: int, content: tuple[np.ndarray, np.ndarray]) -> Pairs:
    """The pairs among the `k` nearest of either row; without `right`, pairs within `left`, the lower number first.

    The score is CSLS, the cosine less half the mean cosines of both to their nearest HUB, in steps above LOWEST: a
    statement that is near to everything is held back. `content` holds the orders by content of the two (see Best).
    After Conneau et al., "Word translation without parallel data", ICLR 2018.
    """
    one = stepped(left)
    other = one if right is None else stepped(right)
    within = right is None
    rows, columns = sides(len(one), len(other), k, content, within)
    if len(one) and len(other):
        hub, hub_other = near_everything(one, other, within)
        for at, to, products in blocks(one, other, within):
            products -= hub[at : at + len(products), None]
            products -= hub_other[None, to : to + products.shape[1]]
            offer(rows, columns, at, to, products)
    return either(rows, columns)


def sides(n: int, m: int, k: int, content: tuple[np.ndarray, np.ndarray], within: bool) -> tuple[Best, Best]:
    """Where the best of the rows and the best of the columns gather; within a source that is one place."""
    rows = Best(n, k, content[1])
    return rows, rows if within else Best(m, k, content[0])


def near_everything(one: np.ndarray, other: np.ndarray, within: bool) -> tuple[np.ndarray, np.ndarray]:
    """Half the mean product of each row, and of each column, with its nearest HUB: whole numbers."""
    any_order = np.arange(len(one)), np.arange(len(other))  # equal values need not be told apart
    rows, columns = sides(len(one), len(other), HUB, any_order, within)
    for at, to, products in blocks(one, other, within):
        offer(rows, columns, at, to, products)
    return half_mean(rows), half_mean(columns)


def half_mean(best: Best) -> np.ndarray:
    """Half the mean of each row's products."""
    rows, _, scores = best.pairs()
    count = np.bincount(rows, minlength=len(best.floor))
    total = np.bincount(rows, weights=scores + LOWEST, minlength=len(best.floor))  # whole numbers: exact in any order
    return np.rint(total / np.maximum(count, 1) / 2).astype(np.float32)


def blocks(one: np.ndarray, other: np.ndarray, within: bool) -> Iterator[tuple[int, int, np.ndarray]]:
    """(first row, first column, products); within a source the upper triangle, what is not of it put at -inf."""
    for at in range(0, len(one), BLOCK):
        for to in range(at if within else 0, len(other), BLOCK):
            products = one[at : at + BLOCK] @ other[to : to + BLOCK].T
            if within and at == to:
                products[np.tril_indices(len(products))] = -np.inf
            yield at, to, products


def offer(rows: Best, columns: Best, at: int, to: int, products: np.ndarray) -> None:
    """Hands on what may be among the best of its row or of its column."""
    r, c, scores = reaching(products, bar(rows, at, products)[:, None])
    rows.add(r + at, c + to, scores)
    r, c, scores = reaching(products, bar(columns, to, products.T)[None, :])
    columns.add(c + to, r + at, scores)


def reaching(products: np.ndarray, bars: np.ndarray) -> Pairs:
    """The places in a block whose products reach the bar, with their scores."""
    r, c = np.divmod(np.flatnonzero(products >= bars), products.shape[1])  # far faster than np.nonzero
    return r, c, np.minimum(products[r, c].astype(np.int64) - LOWEST, HIGHEST)


def bar(best: Best, first: int, block: np.ndarray) -> np.ndarray:
    """What a row's product must reach to be of interest: its k-th best so far or, at first, the k-th of the block."""
    floor = (best.floor[first : first + len(block)] + LOWEST).astype(np.float32)
    fresh = floor == LOWEST
    if fresh.any() and block.shape[1] > best.k:
        at = block.shape[1] - best.k
        floor[fresh] = np.maximum(np.partition(block[fresh], at, axis=1)[:, at], LOWEST)
    return floor
