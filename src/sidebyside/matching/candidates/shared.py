"""What statements share, weighted by rarity: a word in every second statement tells little, one in two tells much."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Protocol

import numpy as np

from sidebyside.matching.candidates.best import HIGHEST, Best, Pairs, either

if TYPE_CHECKING:
    from scipy.sparse import csr_array as Weights

    from sidebyside.matching.statement import Statement


COMMON = 0.3  # of the statements: what stands in more names the subject of them all, or nothing
FEW = 20  # statements; among fewer, that is no measure
CELLS = 500_000  # of a block of products: some 40 MB where every pair shares something
STRIPS = 8  # of rows, each held against what comes after its first: more would turn the columns round too often
STEPS = 100_000  # of a score
PAIRS = 2**14  # whose keys are held against each other at a time: some 20 MB


class Keys(Protocol):
    """Of each statement, a key as often as it stands there."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Iterable[str]]: ...


@dataclass(frozen=True)
class Each:
    """The keys of each statement, taken anew whenever they are asked for: all of them at once would fill the memory."""

    statements: Sequence[Statement]
    keys: Callable[[Statement], Iterable[str]]

    def __len__(self) -> int:
        return len(self.statements)

    def __iter__(self) -> Iterator[Iterable[str]]:
        return map(self.keys, self.statements)


def weighed(left: Keys, right: Keys, length: bool) -> tuple[Weights, Weights]:
    """The keys of both sides as rows of weights over one list of keys, in alphabetical order.

    A key weighs by how rare it is over all the statements, and by how often it stands in its own, its logarithm taken.
    With `length`, rows are brought to length 1, so that a product of two is 0 to 1; without, it is the sum of the
    weights of what is shared, and larger is rarer.
    """
    n = len(left) + len(right)
    times = counted(chain(left, right))
    standing = np.bincount(times.indices, minlength=times.shape[1])
    rare = np.log((1 + n) / (1 + standing)) + 1
    if length:
        row = np.repeat(np.arange(n), np.diff(times.indptr))
        times.data = (1 + np.log(times.data)) * rare[times.indices]
        times.data /= np.sqrt(np.bincount(row, times.data**2, minlength=n))[row]
    else:
        times.data = np.sqrt(rare - 1)[times.indices]
    rows = times[:, (standing > 1) & (standing <= max(COMMON * n, FEW))]
    return rows[: len(left)], rows[len(left) :]


def counted(statements: Iterable[Iterable[str]]) -> Weights:
    """How often each key stands in each statement, a row each, keys in alphabetical order."""
    from scipy.sparse import csr_array

    numbers: dict[str, int] = {}  # of the keys, in the order in which they are met
    met, ends = array("i"), array("i", [0])
    for keys in statements:
        met.extend(numbers.setdefault(key, len(numbers)) for key in keys)
        ends.append(len(met))
    places = np.empty(len(numbers), dtype=np.int32)
    places[[numbers[key] for key in sorted(numbers)]] = np.arange(len(numbers))
    cells = np.ones(len(met)), places[np.array(met, dtype=np.int32)], np.array(ends, dtype=np.int32)
    times = csr_array(cells, shape=(len(ends) - 1, len(numbers)))
    times.sum_duplicates()
    return times


def sharing(
    left: Weights, right: Weights, k: int, content: tuple[np.ndarray, np.ndarray], within: bool = False
) -> Pairs:
    """The pairs that share something and are among the `k` best of either; `within` one source, the lower number first.

    The products are taken a block of rows at a time, and no dense table is made of them.
    """
    rows = Best(left.shape[0], k, content[1])
    columns = rows if within else Best(right.shape[0], k, content[0])
    for at, to, products in blocks(left, right, within):
        rows.expect(at, in_steps(expected(products, k)))
        r, c, scores = reaching(products, rows.floor[at:], columns.floor[to:])
        r, c = r + at, c + to
        good = (scores > 0) & (r < c) if within else scores > 0
        r, c, scores = r[good], c[good], scores[good]
        rows.add(r, c, scores)
        columns.add(c, r, scores)
    return either(rows, columns)


def blocks(left: Weights, right: Weights, within: bool) -> Iterator[tuple[int, int, Weights]]:
    """(first row, first column, products); within a source, most of what is below the diagonal is passed over."""
    n, m = left.shape[0], right.shape[0]
    wide = max(1, -(-n // STRIPS) if within else n)
    for strip in range(0, n, wide):
        first, end = (strip if within else 0), min(strip + wide, n)
        across = right[first:].T.tocsr()
        high = max(1, CELLS // max(1, m - first))
        for at in range(strip, end, high):
            yield at, first, left[at : min(at + high, end)] @ across


def expected(products: Weights, k: int) -> np.ndarray:
    """A strength that k of each row's partners reach, 0 where it has no more: much of a block is below it.

    It is the least of the highest of k + 1 stretches of the row, in one of which the statement may meet itself.
    """
    length = np.diff(products.indptr)
    long = np.flatnonzero(length > k)
    cuts = products.indptr[long, None] + length[long, None] * np.arange(k + 2) // (k + 1)
    highest = np.maximum.reduceat(np.append(products.data, 0), cuts.ravel()).reshape(-1, k + 2)[:, :-1]
    found = np.zeros(len(length))
    found[long] = highest.min(axis=1)
    return found


def reaching(products: Weights, row_floor: np.ndarray, column_floor: np.ndarray) -> Pairs:
    """What may be among the best of its row or of its column: the few places of a block, with their scores."""
    low_rows, low_columns = ((floor - 0.5) / STEPS for floor in (row_floor[: products.shape[0]], column_floor))
    found = products.data >= np.repeat(low_rows, np.diff(products.indptr))
    found |= products.data >= low_columns[products.indices]
    places = np.flatnonzero(found)
    rows = np.searchsorted(products.indptr, places, side="right") - 1
    return rows, products.indices[places], in_steps(products.data[places])


def in_steps(strength: np.ndarray) -> np.ndarray:
    """Strengths as whole scores."""
    scores: np.ndarray = np.minimum(np.rint(strength * STEPS).astype(np.int64), HIGHEST)
    return scores


def strength(left: Weights, right: Weights, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """What each pair shares."""
    shared = np.zeros(len(a))
    for at in range(0, len(a), PAIRS):
        some = slice(at, at + PAIRS)
        shared[some] = np.asarray(left[a[some]].multiply(right[b[some]]).sum(axis=1)).ravel()
    return in_steps(shared) / STEPS
