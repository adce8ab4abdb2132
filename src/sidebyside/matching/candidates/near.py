"""Nearness of vectors, exact: every row against every other, block by block; what is near to all is held back.

What is near to everything is known only when everything has been compared. So in one pass more neighbours are kept
than are wanted, hubs are held back among these, and only rows whose best may not be among them are compared again.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sidebyside.matching.candidates.best import HIGHEST, PLACE, SCORE, Best, Pairs, either, unlike

STEPS = 2000  # a vector's numbers become whole ones: below 2**24 all sums are exact in float32, in whatever order
ONE = STEPS * STEPS  # the product of a vector with itself
LOWEST = -2 * ONE  # of all CSLS
BLOCK = 1024  # rows: a block of products takes 4 MB
PAIRS = 2**18  # that are held against their hubs at a time: 2 MB a column
WIDE = 4  # times as many neighbours are kept as are wanted: one row in five is compared again, on news
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
    one, within = stepped(left), right is None
    other = one if right is None else stepped(right)
    wide, wide_other = sides(len(one), len(other), max(HUB, WIDE * k), content, within)
    for at, to, products in blocks(one, other, within):
        offer(wide, wide_other, at, to, products)
    hub, hub_other = half_mean(wide), half_mean(wide_other)
    rows, columns = sides(len(one), len(other), k, content, within)
    for a, b, scores in kept(wide, wide_other):
        held = (scores - hub[a] - hub_other[b]).astype(np.int64)
        rows.add(a, b, held)
        columns.add(b, a, held)
    compare(rows, in_doubt(rows, wide, wide_other, hub, hub_other), one, other, hub, hub_other, within)
    if not within:
        compare(columns, in_doubt(columns, wide_other, wide, hub_other, hub), other, one, hub_other, hub, within)
    return either(rows, columns)


def sides(n: int, m: int, k: int, content: tuple[np.ndarray, np.ndarray], within: bool) -> tuple[Best, Best]:
    """Where the best of the rows and the best of the columns gather; within a source that is one place."""
    rows = Best(n, k, content[1])
    return rows, rows if within else Best(m, k, content[0])


def kept(rows: Best, columns: Best) -> Iterator[Pairs]:
    """The pairs among the best of the rows, then those of the columns, rows first in either, some at a time."""
    yield from rows.some(PAIRS)
    if columns is not rows:
        yield from ((a, b, scores) for b, a, scores in columns.some(PAIRS))


def in_doubt(rows: Best, wide: Best, wide_other: Best, hub: np.ndarray, hub_other: np.ndarray) -> np.ndarray:
    """The rows among whose best a pair may be missing that was not kept.

    Such a pair is no nearer than the last that was kept of its row, nor than the last of its column. Less the half mean
    of the column, that is the most it can reach; where the row's best all reach more, none is missing.
    """
    rows.settle()
    order = np.argsort(wide_other.floor)
    last, held = wide_other.floor[order], hub_other[order].astype(np.float64)
    as_column = np.maximum.accumulate(np.append(-np.inf, last - held))  # the most of the columns up to a place ...
    as_row = np.maximum.accumulate(np.append(-np.inf, -held[::-1]))[::-1]  # ... and, less the row's, of those after it
    place = np.searchsorted(last, wide.floor, side="right")
    most = np.maximum(as_column[place], wide.floor + as_row[place]) - hub
    return np.flatnonzero(rows.floor <= most)


def compare(
    best: Best,
    some: np.ndarray,
    one: np.ndarray,
    other: np.ndarray,
    hub: np.ndarray,
    hub_other: np.ndarray,
    within: bool,
) -> None:
    """Some rows against all others, hubs held back."""
    for at in range(0, len(some), BLOCK):
        these = some[at : at + BLOCK]
        vectors = one[these]
        for to in range(0, len(other), BLOCK):
            products = vectors @ other[to : to + BLOCK].T
            products -= hub[these, None]
            products -= hub_other[None, to : to + BLOCK]
            if within:
                itself = np.flatnonzero((to <= these) & (these < to + BLOCK))
                products[itself, these[itself] - to] = -np.inf
            r, c, scores = reaching(products, bars(best.floor[these])[:, None])
            best.add(these[r], c + to, scores)


def half_mean(best: Best) -> np.ndarray:
    """Half the mean of each row's products with its nearest HUB: whole numbers."""
    best.settle()
    n = len(best.floor)
    rows, _, scores = best.unpacked(best.kept[unlike(best.kept >> (SCORE + PLACE), HUB)])
    total = np.bincount(rows, weights=scores + LOWEST, minlength=n)  # whole numbers: exact in any order
    count = np.bincount(rows, minlength=n)
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
    expect(rows, at, products)
    expect(columns, to, products.T)
    r, c, scores = reaching(products, bars(rows.floor[at : at + len(products)])[:, None])
    rows.add(r + at, c + to, scores)
    r, c, scores = reaching(products, bars(columns.floor[to : to + products.shape[1]])[None, :])
    columns.add(c + to, r + at, scores)


def expect(best: Best, first: int, block: np.ndarray) -> None:
    """Of rows that have no k-th best yet, that of the block is the least to be expected."""
    fresh = np.flatnonzero(best.floor[first : first + len(block)] == 0)
    if len(fresh) and block.shape[1] > best.k:
        place = block.shape[1] - best.k
        scores = np.zeros(len(block), dtype=np.int64)
        scores[fresh] = np.maximum(np.partition(block[fresh], place, axis=1)[:, place], LOWEST) - LOWEST
        best.expect(first, scores)


def reaching(products: np.ndarray, bars: np.ndarray) -> Pairs:
    """The places in a block whose products reach the bar, with their scores."""
    r, c = np.divmod(np.flatnonzero(products >= bars), products.shape[1])  # far faster than np.nonzero
    return r, c, np.minimum(products[r, c].astype(np.int64) - LOWEST, HIGHEST)


def bars(floor: np.ndarray) -> np.ndarray:
    """What a product must reach to have these scores."""
    return (floor + LOWEST).astype(np.float32)
