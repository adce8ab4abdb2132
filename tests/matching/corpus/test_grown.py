"""Of a corpus that is nearly one that was judged before, only what is new is judged; the result is as if all were."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from sidebyside.matching.corpus import judging, run, stages
from sidebyside.matching.corpus.before import nearest, taken_over
from sidebyside.matching.corpus.corpus import Corpus
from sidebyside.matching.corpus.engine import Here
from sidebyside.matching.corpus.packing import packed, speaks
from sidebyside.matching.corpus.reading import told_by
from sidebyside.matching.corpus.store import Store, opened
from sidebyside.matching.corpus.tables import CANDIDATES
from sidebyside.matching.verdicts import FIRST, takers
from sidebyside.texts.gathering import Text

pytest.importorskip("pyarrow")

MILLS = ("Orrin", "Selby", "Tarn")
Name = tuple[
    tuple[str, str, int], ...
]  # of a pair: of either statement the key and fingerprint of its text, its number


def report(key: str, number: int) -> Text:
    """Three sentences that others tell nearly so: they differ in a day, a place or a figure."""
    mill = MILLS[number % 3]
    words = (
        f"The mill at {mill} burned on {4 + number % 4} May 2019. "
        f"The owner of the mill at {mill} said that {20 + number} sacks of flour were lost. "
        f"The miller denied that the oven had been faulty on {number + 2} May."
    )
    return Text(key, words, by=f"paper {number % 2}", date=f"2019-05-{10 + number:02d}")


OLD = [report(f"k{number}", number) for number in range(7)]
OVENS = Text("oven", "An oven of brick stood in the yard. The oven at Tarn was a new one.")

OFFICE = Text("office", "The “Chamber of Millers” told Zoë Ørn-Lund that the U.S. Mill Board’s own rules forbade it.")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store in which the seven reports were judged."""
    store = opened(tmp_path_factory.mktemp("made"))
    run.run(OLD, Here(), store)
    return store


@pytest.fixture
def store(made: Store, tmp_path: Path) -> Store:
    """A copy of it."""
    shutil.copytree(made.folder, tmp_path / "store")
    return opened(tmp_path / "store")


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ranks of the pairs that had to be judged."""
    ranks: list[int] = []
    judge = stages.judge_batch

    def noting(pairs: pd.DataFrame, *more: Any) -> pd.DataFrame:
        ranks.extend(pairs["rank"])
        return judge(pairs, *more)

    monkeypatch.setattr(stages, "judge_batch", noting)
    return ranks


class Stopped(Here):
    """An engine that is interrupted after so many slices were judged."""

    def __init__(self, after: int) -> None:
        self.after = after

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        """The first results."""
        for number, result in Here().each(function, items):
            if isinstance(result, int) and number == self.after:
                raise KeyboardInterrupt
            yield number, result


def fresh(store: Store, texts: Sequence[Text]) -> Corpus:
    """The corpus of these texts as it is made where nothing was judged before; what was read may be there."""
    other = store.folder.with_name("fresh")
    shutil.rmtree(other, ignore_errors=True)
    for kind in ("texts", "read"):
        shutil.copytree(store.folder / kind, other / kind)
    return run.run(texts, Here(), opened(other))


def names_of(corpus: Corpus) -> list[Name]:
    """What each pair is, whatever the numbers in the corpus."""
    of = [
        (corpus.texts.key[row.text], corpus.texts.sha256[row.text], row.number)
        for row in corpus.statements.itertuples()
    ]
    return [(of[left], of[right]) for left, right in zip(corpus.pairs.left, corpus.pairs.right, strict=True)]


def assert_same(one: Corpus, other: Corpus) -> None:
    """The pairs are equal in every value and type."""
    pd.testing.assert_frame_equal(one.pairs, other.pairs, check_exact=True)


CASES = {
    "the same again": OLD,
    "grown at its front": [report("a", 8), *OLD],
    "grown in its middle": [*OLD, report("k3b", 8)],
    "texts lost": [*OLD[:2], *OLD[4:]],
    "another text under a key": [*OLD[:3], report("k3", 9), *OLD[4:]],
    "another date for a text": [*OLD[:3], replace(OLD[3], date="2018"), *OLD[4:]],
    "another key for a text": [*OLD[:3], replace(OLD[3], key="z"), *OLD[4:]],
    "a reprint": [*OLD, replace(OLD[5], key="k0b")],
    "a text without a sentence": [Text("k2b", "..."), *OLD],
    "nothing left of it": [report("x", 8), report("y", 9)],
}


@pytest.mark.parametrize("texts", CASES.values(), ids=CASES.keys())
def test_only_new_pairs_are_judged(made: Store, store: Store, judged: list[int], texts: list[Text]) -> None:
    """However it differs from the corpus before: equal to a fresh run, and no pair is judged that was there before."""
    lines: list[str] = []
    found = run.run(texts, Here(), store, lines.append)
    new, before = list(judged), set(names_of(run.run(OLD, Here(), made)))
    whole = fresh(store, texts)
    assert_same(found, whole)
    assert len(whole.pairs) > 2
    ranks = zip(whole.pairs["rank"], names_of(whole), strict=True)
    assert sorted(new) == [rank for rank, name in ranks if name not in before]
    assert f"; {len(new)} judged now" in lines[-1]


def test_one_text_is_left(store: Store, judged: list[int]) -> None:
    """There is nothing to judge, and no pair, in the same types as ever."""
    found = run.run(OLD[:1], Here(), store)
    assert judged == []
    assert len(found.pairs) == 0
    assert_same(found, fresh(store, OLD[:1]))


def test_a_pair_that_stands_otherwise_is_judged_anew(made: Store) -> None:
    """Another cosine, or a place beyond the first partners, is another pair; another rank or strength is not."""
    texts = run.counted(run.gathered(OLD, made), Here(), made, lambda words: None)
    earlier = nearest(made, texts)
    assert earlier
    pairs = run.run(OLD, Here(), made).pairs[list(CANDIDATES)]
    other = pairs.assign(rank=pairs["rank"] + 5, names=0.5, turn=FIRST, score=0.0)
    assert len(taken_over(made, texts, earlier.common, other, earlier)) == len(pairs)
    other.loc[0, "turn"] = FIRST + 1
    other.loc[1, "meaning"] += 0.0001
    found = taken_over(made, texts, earlier.common, other, earlier)
    assert found.index.tolist() == list(range(2, len(pairs)))
    assert (found["rank"] == other["rank"][2:]).all()


def test_what_became_common_is_judged_anew(store: Store, judged: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a word has become the subject of all, the pairs that speak of it are judged again, and no others."""
    monkeypatch.setattr(judging, "FEW", 8)
    monkeypatch.setattr(judging, "COMMON", 0.0)
    shutil.rmtree(store.folder / "runs")
    before = run.run(OLD, Here(), store)
    judged.clear()
    found = run.run([*OLD, OVENS], Here(), store)
    again = found.pairs[found.pairs["rank"].isin(judged)]
    spoken = found.statements.words.str.contains("oven")
    assert (spoken[again.left].to_numpy() | spoken[again.right].to_numpy()).all()
    assert 0 < len(again) < len(before.pairs)
    old = set(names_of(before))
    assert any(name in old for rank, name in enumerate(names_of(found), 1) if rank in set(judged))
    assert_same(found, fresh(store, [*OLD, OVENS]))


@pytest.mark.parametrize("text", [OLD[1], OVENS, OFFICE], ids=lambda text: text.key)
def test_a_statement_speaks_of_all_that_is_compared(text: Text) -> None:
    """Whatever of it could be common stands in what was packed; what it does not tell, does not."""
    for told in told_by(text):
        words = told.content | takers(told) | {key for said in told.said for key in said.keys}
        assert words
        assert all(speaks(packed(told), [word]) for word in words)
        assert not speaks(packed(told), ["harbour", "oat"])


def test_an_interrupted_run_over_a_grown_corpus_goes_on(
    store: Store, judged: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was judged of the new pairs before it was stopped is found."""
    monkeypatch.setattr(judging, "SLICE", 3)
    texts = [report("a", 8), *OLD, report("z", 9)]
    with pytest.raises(KeyboardInterrupt):
        run.run(texts, Stopped(2), store)
    first = list(judged)
    assert len(first) == 9
    found = run.run(texts, Here(), store)
    assert len(judged) == len(set(judged)) > 9
    assert_same(found, fresh(store, texts))


@pytest.mark.parametrize("kind", ["runs", "verdicts"])
@pytest.mark.parametrize("left", [None, 0, 200])
def test_a_damaged_run_is_as_if_it_were_not_there(store: Store, judged: list[int], kind: str, left: int | None) -> None:
    """Gone, empty or cut short: all is judged, and the next run finds it."""
    (path,) = (store.folder / kind).rglob("*.parquet")
    if left is None:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:left])
    texts = OLD[:6]
    assert_same(run.run(texts, Here(), store), fresh(store, texts))
    assert len(judged) > 0
    judged.clear()
    run.run(texts, Here(), store)
    assert judged == []


def test_the_nearest_run_is_taken(store: Store, judged: list[int]) -> None:
    """Of several earlier runs the one with most texts in common; of two with as many, the one with fewer others."""
    grown = [*OLD, report("k8", 8)]
    run.run(grown, Here(), store)
    run.run([report("p", 9), *OLD[:2]], Here(), store)
    judged.clear()
    for texts in (OLD, grown):
        run.run(texts, Here(), store)
        assert judged == []
