"""What statements share, weighted by rarity: a word in every second statement tells little, one in two tells much."""

from __future__ import annotations

import math
from array import array
from collections import Counter
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
STEPS = 100_000  # of a score


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
    from scipy.sparse import csr_array

    n = len(left) + len(right)
    standing = Counter(key for keys in chain(left, right) for key in set(keys))
    most = max(COMMON * n, FEW)
    column = {key: place for place, key in enumerate(sorted(key for key, s in standing.items() if 1 < s <= most))}
    starts, columns, weights = array("q", [0]), array("q"), array("d")
    for keys in chain(left, right):
        count = Counter(keys)
        rare = {key: math.log((1 + n) / (1 + standing[key])) + 1 for key in count}
        row = {key: (1 + math.log(times)) * rare[key] for key, times in count.items()}
        norm = math.sqrt(sum(row[key] ** 2 for key in sorted(row))) if length else 1.0
        for key in sorted(key for key in row if key in column):
            columns.append(column[key])
            weights.append(row[key] / norm if length else math.sqrt(rare[key] - 1))
        starts.append(len(columns))
    rows = csr_array((np.array(weights), np.array(columns), np.array(starts)), shape=(n, len(column)))
    return rows[: len(left)], rows[len(left) :]


def sharing(
    left: Weights, right: Weights, k: int, content: tuple[np.ndarray, np.ndarray], within: bool = False
) -> Pairs:
    """The pairs that share something and are among the `k` best of either; `within` one source, the lower number first.

    The products are taken a block of rows at a time, and no dense table is made of them.
    """
    rows = Best(left.shape[0], k, content[1])
    columns = rows if within else Best(right.shape[0], k, content[0])
    high = max(1, CELLS // max(1, right.shape[0]))
    across = right.T.tocsr()
    for at in range(0, left.shape[0], high):
        products = (left[at : at + high] @ across).tocoo()
        r, c = products.coords
        r, c, scores = r.astype(np.int64) + at, c.astype(np.int64), in_steps(products.data)
        good = (scores > 0) & (r < c) if within else scores > 0
        r, c, scores = r[good], c[good], scores[good]
        rows.add(r, c, scores)
        columns.add(c, r, scores)
    return either(rows, columns)


def in_steps(strength: np.ndarray) -> np.ndarray:
    """Strengths as whole scores."""
    scores: np.ndarray = np.minimum(np.rint(strength * STEPS).astype(np.int64), HIGHEST)
    return scores


def strength(left: Weights, right: Weights, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """What each pair shares."""
    shared: np.ndarray = np.asarray(left[a].multiply(right[b]).sum(axis=1)).ravel()
    return in_steps(shared) / STEPS
