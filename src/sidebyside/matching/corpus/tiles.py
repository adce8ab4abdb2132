"""A tile is what is joined at one go: some statements against some that come no earlier; tiles in any order do.

Every function here takes the ground and two stretches of statements, and gives the best pairs of either side, by the
numbers that statements have over the corpus. What stands in one text is never paired.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from sidebyside.matching.candidates import near, shared
from sidebyside.matching.candidates.best import Best, Pairs

if TYPE_CHECKING:
    from scipy.sparse import csr_array as Weights

    from sidebyside.matching.corpus.ground import Ground

Stretch = tuple[int, int]  # first statement, and the one after the last
CELLS = 4_000_000  # of a block of sparse products: some 50 MB where every pair shares something


def tiles_of(count: int, size: int) -> list[tuple[Stretch, Stretch]]:
    """Every two stretches of at most so many statements, no stretch twice in another order.

    >>> tiles_of(5, 3)
    [((0, 3), (0, 3)), ((0, 3), (3, 5)), ((3, 5), (3, 5))]
    """
    cuts = [(at, min(at + size, count)) for at in range(0, count, size)]
    return [(one, other) for number, one in enumerate(cuts) for other in cuts[number:]]


def near_pairs(ground: Ground, one: Stretch, other: Stretch, k: int) -> Pairs:
    """The `k` nearest of each statement of either stretch in the other; the score is that of candidates.near."""
    rows, columns = sides(ground, one, other, k)
    left, right = (ground.vectors[slice(*stretch)].astype(np.float32) for stretch in (one, other))
    for at in range(0, len(left), near.BLOCK):
        for to in range(at if one == other else 0, len(right), near.BLOCK):
            products = left[at : at + near.BLOCK] @ right[to : to + near.BLOCK].T
            barred(products, ground.texts[one[0] + at :], ground.texts[other[0] + to :])
            if one == other and at == to:
                products[np.tril_indices(len(products))] = -np.inf
            offer(rows, columns, (at, to), (one[0] + at, other[0] + to), products)
    return found(rows, columns, one, other)


def shared_pairs(ground: Ground, trait: str, answer: str, one: Stretch, other: Stretch, k: int) -> Pairs:
    """The `k` that share most with each statement of either stretch: keys of `trait` with keys of `answer`."""
    rows, columns = sides(ground, one, other, k)
    left, right = ground.weights(trait)[slice(*one)], ground.weights(answer)[slice(*other)]
    for at, products in products_of(left, right):
        itself(products, one[0] + at, other[0], ground.texts)
        rows.expect(at, shared.in_steps(shared.expected(products, k)))
        r, c, scores = shared.reaching(products, rows.floor[at:], columns.floor)
        r, c, scores = r[scores > 0] + at, c[scores > 0], scores[scores > 0]
        rows.add(r, c + other[0], scores)
        columns.add(c, r + one[0], scores)
    return found(rows, columns, one, other)


def sides(ground: Ground, one: Stretch, other: Stretch, k: int) -> tuple[Best, Best]:
    """Where the best of either stretch gather; partners go by their numbers over the corpus."""
    content = np.asarray(ground.content)
    return Best(one[1] - one[0], k, content), Best(other[1] - other[0], k, content)


def barred(products: np.ndarray, texts: np.ndarray, others: np.ndarray) -> None:
    """Puts the products within one text at -inf."""
    texts, others = texts[: products.shape[0]], others[: products.shape[1]]
    if texts[-1] >= others[0]:  # texts rise, and the others come no earlier
        products[texts[:, None] == others[None, :]] = -np.inf


def offer(rows: Best, columns: Best, at: tuple[int, int], numbers: tuple[int, int], products: np.ndarray) -> None:
    """Hands on what may be among the best of its row or of its column (see candidates.near.offer)."""
    near.expect(rows, at[0], products)
    near.expect(columns, at[1], products.T)
    r, c, scores = near.reaching(products, near.bars(rows.floor[at[0] : at[0] + len(products)])[:, None])
    rows.add(r + at[0], c + numbers[1], scores)
    r, c, scores = near.reaching(products, near.bars(columns.floor[at[1] : at[1] + products.shape[1]])[None, :])
    columns.add(c + at[1], r + numbers[0], scores)


def products_of(left: Weights, right: Weights) -> Iterator[tuple[int, Weights]]:
    """(first row, products), some rows at a time."""
    across = right.T.tocsr()
    high = max(1, CELLS // max(1, right.shape[0]))
    for at in range(0, left.shape[0], high):
        yield at, left[at : at + high] @ across


def itself(products: Weights, row: int, column: int, texts: np.ndarray) -> None:
    """Puts at 0 what is shared within one text, or with an earlier statement, which has met this one already."""
    if not products.nnz or texts[row + products.shape[0] - 1] < texts[column]:
        return
    rows = np.repeat(np.arange(row, row + products.shape[0]), np.diff(products.indptr))
    columns = products.indices + column
    products.data[(texts[rows] == texts[columns]) | (rows >= columns)] = 0


def found(rows: Best, columns: Best, one: Stretch, other: Stretch) -> Pairs:
    """The best of both sides: statement, partner, score; a pair may stand there from either."""
    a, b, scores = rows.pairs()
    c, d, more = columns.pairs()
    return np.concatenate([a + one[0], c + other[0]]), np.concatenate([b, d]), np.concatenate([scores, more])
