"""What candidates are made of: an exact join, the best of each row, rare keys shared, ranks fused, groups."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import REPEATABLE

from sidebyside.matching.candidates import near, shared
from sidebyside.matching.candidates.best import HIGHEST, Best, either
from sidebyside.matching.candidates.fusion import WEIGHTS, fused
from sidebyside.matching.candidates.groups import CLOSE, MOST, groups_of
from sidebyside.matching.candidates.near import HUB, ONE, nearest, stepped
from sidebyside.matching.candidates.shared import sharing, weighed
from sidebyside.matching.candidates.signals import SIGNALS


def directions(rows: int, seed: int) -> np.ndarray:
    """Random vectors of length 1."""
    vectors = np.random.default_rng(seed).standard_normal((rows, 24), dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@settings(REPEATABLE)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6), st.integers(0, 3)), unique_by=lambda p: p[:2]), st.data()
)
def test_the_best_do_not_depend_on_arrival(pairs: list[tuple[int, int, int]], data: st.DataObject) -> None:
    """In whatever order and portions pairs come, each row keeps its `k` highest; of equals, the first by content."""
    content = np.array([3, 1, 4, 0, 5, 2, 6])
    order = data.draw(st.permutations(pairs))
    portion = data.draw(st.integers(1, 9))
    best = Best(rows=5, k=2, content=content)
    for start in range(0, len(order), portion):
        best.add(*np.array(order[start : start + portion]).reshape(-1, 3).T)
        best.settle()
    wanted = [
        pair
        for row in range(5)
        for pair in sorted((p for p in pairs if p[0] == row), key=lambda p: (-p[2], content[p[1]]))[:2]
    ]
    assert list(zip(*(column.tolist() for column in best.pairs()), strict=True)) == wanted


def test_a_score_keeps_its_ends() -> None:
    """The lowest and the highest score come out as they went in."""
    best = Best(rows=1, k=2, content=np.arange(2))
    best.add(np.array([0, 0]), np.array([0, 1]), np.array([0, HIGHEST]))
    assert best.pairs()[2].tolist() == [HIGHEST, 0]


def nearest_by_a_full_table(left: np.ndarray, right: np.ndarray, k: int, within: bool) -> set[tuple[int, int]]:
    """What the join finds, hubs held back, found by sorting every product with every other."""
    table = (stepped(left) @ stepped(right).T).astype(np.int64)
    if within:
        np.fill_diagonal(table, -3 * ONE)
    rows, columns = (np.rint(np.sort(t, axis=1)[:, -HUB:].mean(axis=1) / 2).astype(np.int64) for t in (table, table.T))
    held = table - rows[:, None] - columns[None, :]
    wanted = {(i, int(j)) for i in range(len(left)) for j in np.argsort(-held[i], kind="stable")[:k]}
    wanted |= {(int(i), j) for j in range(len(right)) for i in np.argsort(-held[:, j], kind="stable")[:k]}
    return {(min(pair), max(pair)) for pair in wanted} if within else wanted


def test_a_pair_that_comes_twice_counts_once() -> None:
    """Two blocks may bring the same pair; it takes one place among the best."""
    best = Best(rows=1, k=2, content=np.arange(3))
    for partners in ([0, 1], [1, 2]):
        best.add(np.array([0, 0]), np.array(partners), 9 - np.array(partners))
    assert best.pairs()[1].tolist() == [0, 1]


@pytest.mark.parametrize("block", [4, 7, 64])
@pytest.mark.parametrize("within", [False, True])
def test_the_join_is_exact(monkeypatch: pytest.MonkeyPatch, block: int, within: bool) -> None:
    """Whatever the size of the blocks, the join finds what a full table finds, hubs held back."""
    monkeypatch.setattr(near, "BLOCK", block)
    left = directions(30, 1)
    right = left if within else directions(23, 2)
    a, b, _ = nearest(left, None if within else right, 4, (np.arange(30), np.arange(len(right))))
    wanted = nearest_by_a_full_table(left, right, 4, within)
    assert set(zip(a.tolist(), b.tolist(), strict=True)) == wanted
    assert len(a) == len(wanted)


@pytest.mark.parametrize("within", [False, True])
def test_the_join_is_exact_where_crowds_hide_what_is_wanted(monkeypatch: pytest.MonkeyPatch, within: bool) -> None:
    """Beside a crowd whose members are near to everything, a lone vector's best are not among its nearest; all the
    same they are found, because its row is compared again.
    """
    monkeypatch.setattr(near, "BLOCK", 16)
    again: list[int] = []
    in_doubt = near.in_doubt

    def noted(*asked: np.ndarray) -> np.ndarray:
        doubtful: np.ndarray = in_doubt(*asked)
        again.extend(doubtful.tolist())
        return doubtful

    monkeypatch.setattr(near, "in_doubt", noted)
    chance = np.random.default_rng(3)
    crowd = directions(1, 4) + 0.03 * chance.standard_normal((60, 24), dtype=np.float32)
    left = np.concatenate([crowd, directions(40, 5) + 0.5 * directions(1, 4)])
    left /= np.linalg.norm(left, axis=1, keepdims=True)
    right = left if within else left[chance.permutation(100)[:70]]
    a, b, _ = nearest(left, None if within else right, 3, (np.arange(len(left)), np.arange(len(right))))
    assert 0 < len(set(again)) < len(left)
    assert set(zip(a.tolist(), b.tolist(), strict=True)) == nearest_by_a_full_table(left, right, 3, within)


def test_what_is_near_to_everything_is_held_back() -> None:
    """A vector in the midst of all others is nobody's nearest where another is nearly as near."""
    spread = np.eye(12, dtype=np.float32)
    hub = np.full((1, 12), 12**-0.5, dtype=np.float32)
    shifted = spread + 0.25 * np.roll(spread, 1, axis=1)
    others = np.concatenate([hub, shifted / np.linalg.norm(shifted, axis=1, keepdims=True)])
    a, b, _ = nearest(others[1:], np.concatenate([hub, spread]), 1, (np.arange(12), np.arange(13)))
    assert {(i, j) for i, j in zip(a.tolist(), b.tolist(), strict=True) if j} == {(i, i + 1) for i in range(12)}


def test_rare_keys_weigh_more() -> None:
    """What stands in two statements tells more than what stands in four; what stands in one tells nothing."""
    left, right = weighed(
        [["rare", "common"], ["common"], ["lonely"]], [["rare"], ["common"], ["common"]], length=False
    )
    products = (left @ right.T).toarray()
    assert products[0, 0] > products[0, 1] > 0
    assert products[2].tolist() == [0, 0, 0]


@pytest.mark.parametrize("cells", [1, 70, 5_000])
@pytest.mark.parametrize("within", [False, True])
def test_sharing_is_exact(monkeypatch: pytest.MonkeyPatch, cells: int, within: bool) -> None:
    """Whatever the size of the blocks, the pairs are those that a full table of what is shared has."""
    monkeypatch.setattr(shared, "CELLS", cells)
    chance = Random(1)
    said = [[f"{chance.choice('abcdef')}{chance.randrange(9)}" for _ in range(chance.randrange(9))] for _ in range(60)]
    left, right = (said, said) if within else (said[:35], said[35:])
    one, other = weighed(left, () if within else right, length=True)
    other = one if within else other
    a, b, scores = sharing(one, other, 3, (np.arange(len(left)), np.arange(len(right))), within)
    table = np.rint((one @ other.T).toarray() * shared.STEPS).astype(np.int64)
    if within:
        np.fill_diagonal(table, 0)
    wanted = {(i, int(j)) for i in range(len(left)) for j in np.argsort(-table[i], kind="stable")[:3] if table[i, j]}
    wanted |= {
        (int(i), j) for j in range(len(right)) for i in np.argsort(-table[:, j], kind="stable")[:3] if table[i, j]
    }
    assert set(zip(a.tolist(), b.tolist(), strict=True)) == ({(min(p), max(p)) for p in wanted} if within else wanted)
    assert scores.tolist() == table[a, b].tolist()


def test_what_everyone_says_says_nothing() -> None:
    """A key that stands in most of many statements is the subject of them all, and brings none together."""
    keys = [["valley", f"n{number // 2}"] for number in range(60)]
    left, right = weighed(keys, keys, length=True)
    a, b, scores = sharing(left, right, 60, (np.arange(60), np.arange(60)))
    assert {(i // 2, j // 2) for i, j in zip(a.tolist(), b.tolist(), strict=True)} == {(n, n) for n in range(30)}
    assert (scores > 0).all()


def test_two_signals_beat_one() -> None:
    """A pair that two signals rank high comes before one that a single signal ranks first."""
    pairs = np.array([0, 1]), np.array([0, 1])
    ranked = {"meaning": (*pairs, np.array([9, 8])), "wording": (np.array([1]), np.array([1]), np.array([5]))}
    table = fused(ranked, (np.arange(2), np.arange(2)))
    assert table.left.tolist() == [1, 0]


def test_every_signal_has_a_weight() -> None:
    """No signal is forgotten in the fusion, and none is weighed that is not there."""
    assert set(WEIGHTS) == set(SIGNALS)


@settings(REPEATABLE)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), unique=True, max_size=60))
def test_groups_stay_small_and_close(pairs: list[tuple[int, int]]) -> None:
    """A group has few statements a side, each close to another of them; groups are numbered as they are met."""
    numbers = groups_of([a for a, _ in pairs], [b for _, b in pairs])
    assert len(numbers) == len(pairs)
    assert list(dict.fromkeys(numbers.tolist())) == list(range(1, len(set(numbers.tolist())) + 1))
    for number in set(numbers.tolist()):
        for side in (0, 1):
            found = sorted({pair[side] for pair, n in zip(pairs, numbers, strict=True) if n == number})
            assert len(found) <= MOST
            assert all(later - earlier <= CLOSE for earlier, later in pairwise(found))


def test_either_takes_each_pair_once() -> None:
    """A pair that is among the best of both its statements is one pair."""
    rows, columns = Best(1, 1, np.arange(1)), Best(1, 1, np.arange(1))
    rows.add(np.array([0]), np.array([0]), np.array([7]))
    columns.add(np.array([0]), np.array([0]), np.array([7]))
    assert [column.tolist() for column in either(rows, columns)] == [[0], [0], [7]]
