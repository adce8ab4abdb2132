"""The words that mark one text against the other, by a formula that can be worked by hand."""

from __future__ import annotations

from math import log, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, TEXTS

from sidebyside.reading import distinguishing, tokens
from sidebyside.reading.words import FUNCTION_WORDS

WORDS = st.lists(st.sampled_from(["storm", "Storm", "bridge", "king", "the", "2015", "U.S.", "мост"]), max_size=40)


def test_z_is_the_formula_worked_by_hand() -> None:
    """Twelve words: "storm" 4 of 6 in A and 1 of 6 in B. The prior gives it 500 x 5/12 of 500 words."""
    table = distinguishing({"A": "storm " * 4 + "king " * 2, "B": "storm " + "king " * 5}).set_index("word")
    prior = 500 * 5 / 12
    odds_a = log((4 + prior) / (6 + 500 - 4 - prior))
    odds_b = log((1 + prior) / (6 + 500 - 1 - prior))
    z = (odds_a - odds_b) / sqrt(1 / (4 + prior) + 1 / (1 + prior))
    assert table.loc["storm", ["A", "B"]].tolist() == [4, 1]
    assert table.loc["king", ["A", "B"]].tolist() == [2, 5]
    assert table.z["storm"] == pytest.approx(z, rel=1e-12)
    assert z == pytest.approx(0.2504, abs=5e-5)


def test_the_word_of_the_first_text_stands_first() -> None:
    """Positive marks the first text, negative the second; rows fall from the one to the other."""
    table = distinguishing({"A": "storm " * 5 + "rain " * 4 + "king", "B": "king " * 5 + "rain " * 4 + "storm"})
    assert table.word.tolist() == ["storm", "rain", "king"]
    assert table.z.iloc[0] > 0 > table.z.iloc[2]
    assert table.z.iloc[1] == pytest.approx(0, abs=1e-12)


@settings(REPEATABLE, max_examples=80)
@given(WORDS.filter(len), WORDS.filter(len))
def test_swapping_the_texts_changes_the_sign(one: list[str], two: list[str]) -> None:
    """What marks A against B marks B against A just as much, the other way round."""
    here = distinguishing({"A": " ".join(one), "B": " ".join(two)}, least=1)
    there = distinguishing({"B": " ".join(two), "A": " ".join(one)}, least=1)
    turned = {word.lower(): (a, b, z) for word, a, b, z in there[["word", "A", "B", "z"]].itertuples(index=False)}
    assert set(turned) == {word.lower() for word in here.word}
    for word, a, b, z in here[["word", "A", "B", "z"]].itertuples(index=False):
        assert (a, b) == turned[word.lower()][:2]
        assert -z == pytest.approx(turned[word.lower()][2], abs=1e-9, nan_ok=True)


def test_rare_words_function_words_and_numbers_are_left_out() -> None:
    """A word has to stand `least` times in the two together, and to say something."""
    texts = {"A": "the the the the 2015 2015 2015 2015 storm storm king", "B": "storm storm king king"}
    assert distinguishing(texts).word.tolist() == ["storm"]
    assert set(distinguishing(texts, least=3).word) == {"storm", "king"}
    assert "the" in FUNCTION_WORDS


def test_a_word_is_shown_in_its_commonest_form() -> None:
    """Case does not part a word in two; the form that stands most often is shown."""
    table = distinguishing({"A": "Storm storm storm", "B": "STORM Storm storm"})
    assert table[["word", "A", "B"]].values.tolist() == [["storm", 3, 3]]


def test_names_are_counted_under_one_name() -> None:
    """Whatever a name also goes by counts for it, possessives included, the longest first; parts of words do not."""
    names = {"United States": ["US", "U.S.", "U.S. government"], "Russia": ["Moscow"]}
    table = distinguishing(
        {"A": "US, U.S. and U.S. government’s; USA", "B": "United States's; Moscow’s Moscow, Moscow' Russia"},
        names,
        least=1,
    ).set_index("word")
    assert table.loc["United States", ["A", "B"]].tolist() == [3, 1]
    assert table.loc["Russia", ["A", "B"]].tolist() == [0, 4]
    assert table.loc["USA", ["A", "B"]].tolist() == [1, 0]
    assert "government" not in table.index


def test_a_name_may_end_like_a_possessive() -> None:
    """Lloyd's is a name, not something of Lloyd."""
    table = distinguishing({"A": "Lloyd's and Lloyd's", "B": "Lloyd's of Lund"}, {"Lloyd's": []}, least=1)
    assert table.set_index("word").loc["Lloyd's", ["A", "B"]].tolist() == [2, 1]


def test_a_name_is_found_across_any_space() -> None:
    """A non-breaking space does not take a name apart."""
    table = distinguishing({"A": "Islamic\u00a0State", "B": "Islamic  State"}, {"Islamic State": []}, least=1)
    assert table[["word", "A", "B"]].values.tolist() == [["Islamic State", 1, 1]]


@pytest.mark.parametrize("texts", [{"A": "", "B": ""}, {"A": "storm storm storm storm", "B": ""}, {"A": "", "B": "1"}])
def test_a_text_without_words_is_no_fault(texts: dict[str, str]) -> None:
    """Where a text has no words there is a table all the same, with its columns and the counts there are."""
    table = distinguishing(texts)
    assert list(table.columns) == ["word", "A", "B", "z"]
    assert table.A.sum() == (4 if texts["A"] else 0)


@REPEATABLE
@given(TEXTS)
def test_tokens_know_where_they_stand(text: str) -> None:
    """Each word stands at its place, none overlaps the one before, and none is empty."""
    end = 0
    for word, start in tokens(text):
        assert word
        assert text.startswith(word, start)
        assert start >= end
        end = start + len(word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia’s aims, the Soviets' war", ["Russia", "aims", "the", "Soviets", "war"]),
        ("CASA-1000 and the mid-2010s", ["CASA-1000", "and", "the", "mid-2010s"]),
        ("don’t R&D", ["don’t", "R&D"]),
        ("Мост упал; سقط الجسر", ["Мост", "упал", "سقط", "الجسر"]),
        ("it fell_down… — 5", ["it", "fell", "down", "5"]),
    ],
)
def test_a_word_holds_together(text: str, words: list[str]) -> None:
    """Hyphens and apostrophes within a word belong to it; possessive endings do not."""
    assert [word for word, _ in tokens(text)] == words
