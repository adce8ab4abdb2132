"""Candidates: what speaks to one point is found, whoever stands left, and no statement takes more than its share."""

from __future__ import annotations

import subprocess
import sys
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import REPEATABLE

from sidebyside.matching.candidates import (
    CANDIDATES,
    Batch,
    batch_of,
    candidates,
    clauses_of,
    meaning,
    related,
    same_event,
    shared,
)
from sidebyside.matching.candidates.signals import SIGNALS
from sidebyside.matching.statement import Statement, statement_of
from sidebyside.reading.parse import parsed

WORDS = "bridge mayor storm river builder wheat road fell rose blamed sold".split()


def told(*texts: str, **more: object) -> Batch:
    """A batch of real sentences."""
    return batch_of([statement_of(doc) for doc in parsed(texts)], **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def sides() -> tuple[Batch, Batch]:
    """Two accounts of one flood in which the first sentence of one answers the last of the other, and so on."""
    left = told(
        "In March 2011 the dam at Vesterby broke and 40 houses were flooded.",
        "Governor Ana Holm denied that the warning had come too late.",
        "Farmers sold their cattle.",
    )
    right = told(
        "The price of cattle fell when farmers had to sell their herds.",
        "According to the engineers, the warning came too late.",
        "About 60 houses stood under water after the Vesterby dam gave way in March 2011.",
    )
    return left, right


def made(seed: int, statements: int) -> Batch:
    """A batch of made-up statements with made-up vectors, equal ones among them."""
    chance = np.random.default_rng(seed)
    texts = [" ".join(chance.choice(WORDS, size=chance.integers(1, 6))) for _ in range(statements)]
    rows = {text: np.random.default_rng(list(text.encode())).standard_normal(16) for text in texts}
    vectors = np.array([rows[text] / np.linalg.norm(rows[text]) for text in texts], dtype=np.float32).reshape(-1, 16)
    return Batch(tuple(map(Statement, texts)), vectors, vectors, np.arange(statements))


def chosen(batch: Batch, order: list[int]) -> Batch:
    """The same statements in another order."""
    picked, statements = batch.vectors[np.array(order, dtype=np.int64)], tuple(batch.statements[n] for n in order)
    return Batch(statements, picked, picked, np.arange(len(order)))


def by_words(left: Batch, right: Batch, table: pd.DataFrame) -> list[tuple[object, ...]]:
    """The table with words for numbers, sorted, without what numbers the rows."""
    columns = ["score", *SIGNALS]
    return sorted(
        (
            left.statements[row.left].words,
            right.statements[row.right].words,
            *(round(getattr(row, c), 9) for c in columns),
        )
        for row in table.itertuples()
    )


def test_what_answers_is_found_first(sides: tuple[Batch, Batch]) -> None:
    """Each statement's best candidate is the one that speaks to its point, in whatever words."""
    table = candidates(*sides)
    assert list(table.columns) == list(CANDIDATES)
    best = table.drop_duplicates("left").set_index("left").right
    assert best.to_dict() == {0: 2, 1: 1, 2: 0}


def test_each_signal_says_how_strongly(sides: tuple[Batch, Batch]) -> None:
    """The flood is found by meaning, words, name, time and figure, the warning by a denial and what it denies."""
    table = candidates(*sides).set_index(["left", "right"])
    flood, warning = table.loc[(0, 2)], table.loc[(1, 1)]
    for name in ("meaning", "clauses", "wording", "names", "times", "figures"):
        assert flood[name] > 0, name
    assert flood.denial == 0
    assert warning.denial > 0
    assert warning.figures == 0


def test_the_other_way_round(sides: tuple[Batch, Batch]) -> None:
    """Which source is called left changes nothing but the names of the columns."""
    there = candidates(*sides)
    back = candidates(sides[1], sides[0]).rename(columns={"left": "right", "right": "left"})[list(CANDIDATES)]
    pd.testing.assert_frame_equal(there, back)


def test_within_a_source_nothing_meets_itself(sides: tuple[Batch, Batch]) -> None:
    """A text is compared with itself: each pair once, the earlier statement first."""
    table = candidates(sides[0])
    assert (table.left < table.right).all()
    assert not table.duplicated(["left", "right"]).any()
    assert len(table) == 3


def test_a_denial_is_found_within_a_source() -> None:
    """A text that denies what it has said meets itself by that, whichever comes first."""
    batch = told("The mayor closed the harbour.", "Wheat was cheap.", "The mayor never closed the harbour.")
    table = candidates(batch).set_index(["left", "right"])
    assert table.loc[(0, 2)].denial > 0
    assert table.drop((0, 2)).denial.sum() == 0


def test_themes_bring_together() -> None:
    """Statements without a word in common are candidates where both are said to touch a rare theme."""
    left = told("The harbour froze.", "Bread was dear.", themes=[frozenset(), frozenset({"hunger"})])
    right = told("Nobody had eaten.", "Trains ran late.", themes=[frozenset({"hunger"}), frozenset()])
    table = candidates(left, right).set_index(["left", "right"])
    assert table.loc[(1, 0)].themes > 0
    assert table.drop((1, 0)).themes.sum() == 0


def test_one_name_throughout_brings_together() -> None:
    """Two spellings that have no word in common are one name where somebody has said so, and only there."""
    left, right = ["Trains ran late.", "The WTH sent grain."], ["Bread came from the Workers' Hall.", "It rained."]
    assert candidates(told(*left), told(*right)).names.sum() == 0
    hall = frozenset({"Workers' Hall of Vesterby"})
    one, other = told(*left, names=[frozenset(), hall]), told(*right, names=[hall, frozenset()])
    for sides in ((one, other), (one, told(*right))):
        table = candidates(*sides).set_index(["left", "right"])
        assert table.loc[(1, 0)].names > 0
        assert table.drop((1, 0)).names.sum() == 0


def test_one_deed_under_two_dates() -> None:
    """Who has a deed done at another time is found by that; who has it at the same time, or undated, is not."""
    left = told("Holm closed the harbour in May 2011.")
    right = told(
        "Holm closed the harbour in June 2013.",
        "Holm closed the harbour in 2011.",
        "Holm closed the harbour.",
        "Daud painted the church in June 2013.",
    )
    clash = candidates(left, right).set_index("right").clash
    assert clash[0] > 0
    assert clash[[1, 2, 3]].tolist() == [0, 0, 0]


def test_strengths_do_not_hang_on_how_many_are_taken_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs are worked off in portions; the table is the same whatever their size."""
    left, right = made(1, 9), made(2, 9)
    whole = candidates(left, right)
    monkeypatch.setattr(meaning, "PAIRS", 4)
    monkeypatch.setattr(shared, "CELLS", 20)
    pd.testing.assert_frame_equal(whole, candidates(left, right))


def test_importing_it_loads_no_parser() -> None:
    """What only joins statements waits for neither spaCy nor the model of vectors."""
    ask = "import sys, sidebyside.matching.candidates; print(*{'spacy', 'onnxruntime', 'scipy'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout == "\n"


@settings(REPEATABLE, max_examples=60)
@given(st.integers(0, 99), st.integers(0, 12), st.integers(0, 12), st.integers(1, 5))
def test_no_statement_takes_more_than_its_share(seed: int, n: int, m: int, partners: int) -> None:
    """The cap holds on both sides, between sources and within one; ranks count on from 1."""
    left, right = made(seed, n), made(seed + 100, m)
    for table in (candidates(left, right, partners), candidates(left, partners=partners)):
        assert table["rank"].tolist() == list(range(1, len(table) + 1))
        assert table.score.is_monotonic_decreasing
    between, within = candidates(left, right, partners), candidates(left, partners=partners)
    assert max([0, *between.left.value_counts(), *between.right.value_counts()]) <= partners
    assert max([0, *pd.concat([within.left, within.right]).value_counts()]) <= partners


@settings(REPEATABLE, max_examples=60)
@given(st.integers(0, 99), st.integers(1, 10), st.integers(1, 10), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(seed: int, n: int, m: int, chance: Random) -> None:
    """Shuffled statements bring the same pairs with the same scores and strengths, as long as no two are equal."""
    left, right = made(seed, n), made(seed + 100, m)
    left = chosen(left, sorted({s.words: k for k, s in enumerate(left.statements)}.values()))
    right = chosen(right, sorted({s.words: k for k, s in enumerate(right.statements)}.values()))
    order = list(range(len(left)))
    chance.shuffle(order)
    shuffled = chosen(left, order)
    assert by_words(left, right, candidates(left, right, 3)) == by_words(
        shuffled, right, candidates(shuffled, right, 3)
    )


def test_nothing_in_gives_nothing_out() -> None:
    """Without statements there are no candidates; the table still has its columns."""
    nothing, something = told(), told("The bridge fell.")
    for pair in ((nothing, something), (something, nothing), (nothing, nothing), (nothing, None), (something, None)):
        table = candidates(*pair)
        assert len(table) == 0
        assert list(table.columns) == list(CANDIDATES)


def test_a_statement_without_words_finds_nothing() -> None:
    """Dots and white space answer nothing, and break nothing."""
    assert len(candidates(told("…"), told("The bridge fell.", "…"))) <= 2


def test_clauses_of_a_long_sentence() -> None:
    """A sentence comes first, then those of its clauses that say enough; a short sentence has none."""
    long, short = (
        statement_of(doc)
        for doc in parsed(
            ["The mayor said that the bridge had been closed for years because nobody had paid.", "It fell."]
        )
    )
    assert clauses_of(long)[0] == long.words
    assert "because nobody had paid" not in clauses_of(long)  # four words
    assert any(words.startswith("that the bridge had been closed") for words in clauses_of(long)[1:])
    assert clauses_of(short) == ["It fell."]


def test_related_tells_the_same_point_from_another(sides: tuple[Batch, Batch]) -> None:
    """Pairs that speak to one point score higher than pairs that do not; the order of the sources is no matter."""
    left, right = sides
    same, other = related(left, right, [0, 1, 2], [2, 1, 0]), related(left, right, [0, 1, 2], [0, 2, 1])
    assert same.min() > other.max()
    assert np.allclose(same, related(right, left, [2, 1, 0], [0, 1, 2]))
    assert ((same > 0) & (same < 1)).all()
    assert len(related(left, right, [], [])) == 0


def test_two_floods_are_two_events(sides: tuple[Batch, Batch]) -> None:
    """Another flood, told alike, with other names, times and figures, is less likely the same event."""
    other = told(
        "In July 1998 the levee near Port Ellis broke and 300 barns were flooded.",
        "Minister Karim Daud denied that the warning had come too late.",
        "Shepherds lost their sheep.",
    )
    assert same_event(sides[0], sides[1]) > same_event(sides[0], other)
    assert related(sides[0], sides[1], [0], [2])[0] > related(sides[0], other, [0], [0])[0]
