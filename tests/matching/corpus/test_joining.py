"""The join of a corpus: exact, the same however the work is cut and in whatever order it is done, never too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import TypeVar

import numpy as np
import pandas as pd
import pytest
from tests.matching.corpus.made_up import blocks, texts

from sidebyside.errors import SideBySideError
from sidebyside.matching.candidates import best, near
from sidebyside.matching.candidates.clash import meet
from sidebyside.matching.candidates.shared import sharing, strength, weighed
from sidebyside.matching.corpus import cells, ground, joining
from sidebyside.matching.corpus.engine import Here
from sidebyside.matching.corpus.ground import Ground, laid
from sidebyside.matching.corpus.tables import CANDIDATES
from sidebyside.matching.corpus.tiles import near_pairs, shared_pairs

Item = TypeVar("Item")
Result = TypeVar("Result")


class Shuffled(Here):
    """An engine whose results come in any order."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[tuple[int, Result]]:
        """As Engine has it."""
        numbered = list(enumerate(items))
        self.chance.shuffle(numbered)
        for number, item in numbered:
            yield number, function(item)


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A corpus of 60 texts."""
    folder = tmp_path_factory.mktemp("ground")
    return laid(blocks(folder / "blocks", texts(1, 60), 20), folder / "laid", joining.EXACT)


def test_any_cut_and_any_order_of_arrival(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of another size, handed over backwards, tiles of another size, done in another order: the same table."""
    corpus = texts(2, 40)
    whole = joining.join(blocks(tmp_path / "a", corpus, 40), Here(), tmp_path / "one")
    monkeypatch.setattr(joining, "TILE", 37)
    monkeypatch.setattr(joining, "RANGE", 50)
    for seed, per in ((1, 7), (2, 1)):
        cut = blocks(tmp_path / f"b{seed}", corpus, per)[::-1]
        parts = joining.join(cut, Shuffled(seed), tmp_path / f"two{seed}")
        pd.testing.assert_frame_equal(whole, parts, check_exact=True)
    assert list(whole.columns) == list(CANDIDATES)
    assert len(whole) > 100


@pytest.mark.parametrize("exact", [0, 100_000])
def test_never_within_a_text_and_never_too_many(exact: int, tmp_path: Path) -> None:
    """A pair stands in two texts, the earlier first, once; no statement is in more pairs than it may be."""
    corpus = texts(3, 50)
    table = joining.join(blocks(tmp_path / "b", corpus, 9), Here(), tmp_path / "g", partners=4, exact=exact)
    text = Ground(tmp_path / "g").texts
    assert (text[table.left] < text[table.right]).all()
    assert not table.duplicated(["left", "right"]).any()
    assert pd.concat([table.left, table.right]).value_counts().max() <= 4
    assert table["rank"].tolist() == list(range(1, len(table) + 1))
    met: Counter[int] = Counter()
    for pair in table.itertuples():
        met.update((pair.left, pair.right))
        assert pair.turn == min(met[pair.left], met[pair.right])


def test_the_nearest_are_the_nearest(laid_out: Ground) -> None:
    """Tiles find the same best products as a table of all of them."""
    one = (0, len(laid_out))
    a, b, scores = near_pairs(laid_out, one, one, 5)
    vectors = laid_out.vectors.astype(np.int64)
    table = vectors @ vectors.T - near.LOWEST
    table[laid_out.texts[:, None] == laid_out.texts[None, :]] = 0
    assert (table[a, b] == scores).all()
    table[np.tril_indices(len(table))] = 0
    for row in range(len(table)):  # among those that come later
        wanted = np.sort(table[row])[::-1][:5]
        assert sorted(scores[(a == row) & (b > row)].tolist(), reverse=True) == [x for x in wanted.tolist() if x]


def test_keys_weigh_as_in_two_texts(laid_out: Ground, tmp_path: Path) -> None:
    """What is shared, and how much it weighs, is what the join of two sources makes of the same keys."""
    corpus = texts(1, 60)
    keys = [keys for table, _ in corpus for keys in table.column("deeds").to_pylist()]
    left, _ = weighed(keys, (), length=False)
    one = (0, len(laid_out))
    a, b, scores = shared_pairs(laid_out, "deeds", "deeds", one, one, len(keys))
    found = {(min(p), max(p)): s for *p, s in zip(a.tolist(), b.tolist(), scores.tolist(), strict=True)}
    c, d, wanted = sharing(left, left, len(keys), (laid_out.content, laid_out.content), within=True)
    apart = laid_out.texts[c] != laid_out.texts[d]
    expected = dict(zip(zip(c[apart].tolist(), d[apart].tolist(), strict=True), wanted[apart].tolist(), strict=True))
    assert found.keys() == expected.keys()
    assert all(abs(found[pair] - expected[pair]) <= 10 for pair in found)  # of 100,000 steps: float32 against float64
    pairs = np.array(sorted(found))
    weights = laid_out.weights("deeds")
    assert np.allclose(
        strength(weights, weights, pairs[:, 0], pairs[:, 1]), strength(left, left, pairs[:, 0], pairs[:, 1]), atol=1e-4
    )


def test_a_denial_meets_what_it_denies(laid_out: Ground) -> None:
    """Whoever stands first, a claim is answered by the same claim with its mark turned round."""
    claimed = [keys for table, _ in texts(1, 60) for keys in table.column("claimed").to_pylist()]
    one = (0, len(laid_out))
    a, b, _ = shared_pairs(laid_out, "claimed", "gainsaid", one, one, 3)
    assert len(a) > 0
    for i, j in zip(a.tolist(), b.tolist(), strict=True):
        assert {f"not {key}" for key in claimed[i]} & set(claimed[j]) or {f"not {key}" for key in claimed[j]} & set(
            claimed[i]
        )


def test_a_key_in_many_statements_counts_with_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the exact join, who share a name of many meet where they share a deed, a month or another name as well."""
    monkeypatch.setattr(ground, "MOST", 15)
    corpus = texts(6, 30)
    joining.join(blocks(tmp_path / "b", corpus, 11), Here(), tmp_path / "g", exact=0)
    traits = ("names", "times", "deeds")
    told = {name: [set(keys) for table, _ in corpus for keys in table.column(name).to_pylist()] for name in traits}
    standing = Counter(name for names in told["names"] for name in names)
    many = {name for name, count in standing.items() if 15 < count <= 0.3 * len(told["names"])}
    assert many, "the example has a name to split"

    def kept(number: int) -> set[object]:
        names, times, deeds = (told[trait][number] for trait in traits)
        others = names | times | deeds
        return (names - many) | {frozenset((name, x)) for name in names & many for x in others - {name}}

    every = [kept(number) for number in range(len(told["names"]))]
    stands = Counter(key for keys in every for key in keys)
    telling = {key for key, count in stands.items() if 1 < count <= 15}
    weights = Ground(tmp_path / "g").weights("names")
    met = (weights @ weights.T).toarray() > 0
    wanted = [[bool(one & other & telling) for other in every] for one in every]
    assert (met == np.array(wanted)).all()


def test_clashing_dates_keep_clear(tmp_path: Path) -> None:
    """A pair that is a clash shares a dated deed, and no date of one meets a date of the other."""
    corpus = texts(4, 50)
    table = joining.join(blocks(tmp_path / "b", corpus, 50), Here(), tmp_path / "g")
    told = {name: [keys for part, _ in corpus for keys in part.column(name).to_pylist()] for name in ("spans", "dated")}
    clashing = table[table.clash > 0]
    assert len(clashing) > 0
    for pair in clashing.itertuples():
        assert set(told["dated"][pair.left]) & set(told["dated"][pair.right])
        one, other = ([span.split("/") for span in told["spans"][n]] for n in (pair.left, pair.right))
        assert not any(meet(x, y) for x in one for y in other)


def test_cells_miss_little_and_are_the_same_everywhere(
    laid_out: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the pairs that an exact join finds by direction, cells find nine in ten; with all cells probed, all."""
    exact = set(zip(*joining.meant(laid_out, Here(), 5, True)[:2], strict=True))
    monkeypatch.setattr(cells, "QUERIES", 50)
    few = joining.meant(laid_out, Here(), 5, False)
    assert len(exact & set(zip(*few[:2], strict=True))) > 0.9 * len(exact)
    again = joining.meant(laid_out, Shuffled(5), 5, False)
    assert all((x == y).all() for x, y in zip(few, again, strict=True))
    monkeypatch.setattr(cells, "PROBED", 1_000)
    assert set(zip(*joining.meant(laid_out, Here(), 5, False)[:2], strict=True)) == exact


def test_more_than_can_be_joined_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus beyond the largest is refused before anything is joined."""
    monkeypatch.setattr(ground, "LARGEST", 10)
    with pytest.raises(SideBySideError, match="more than the 10 that can be joined: give fewer texts"):
        laid(blocks(tmp_path / "b", texts(1, 30), 30), tmp_path / "g", joining.EXACT)
    assert best.LARGEST >= 1_000_000


def test_a_corpus_of_one_text_has_no_pairs(tmp_path: Path) -> None:
    """Nothing to join is no error."""
    table = joining.join(blocks(tmp_path / "b", texts(1, 1), 1), Here(), tmp_path / "g")
    assert table.empty
    assert list(table.columns) == list(CANDIDATES)
