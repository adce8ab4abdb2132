"""A mention is a place: whole words, found where they stand, counted in the body alone."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import ACCOUNTS, REPEATABLE, TEXTS, source

from sidebyside.reading import mentions, per_thousand, tokens
from sidebyside.reading.themes import MENTIONS, body_words
from sidebyside.texts import Part, Source


def found(text: str, *terms: str) -> list[str]:
    """The words that the terms pick out of a text."""
    return mentions([source(text)], {"theme": terms}).quote.tolist()


@pytest.mark.parametrize(
    ("terms", "text", "quotes"),
    [
        (["arms"], "Arms, arms and the army; charms.", ["Arms", "arms"]),
        (["arm*"], "Arms and the army; charms, alarm.", ["Arms", "army"]),
        (["NATO"], "NATO, nato and Nato; NATO-led, NATOs.", ["NATO", "NATO"]),
        (["IS"], "It is IS and this IS.", ["IS", "IS"]),
        (["Islamic State", "IS"], "Islamic State is IS.", ["Islamic State", "IS"]),
        (["State", "Islamic State"], "Islamic State and State.", ["Islamic State", "State"]),
        (["Muja*"], "Mujahideen, mujahideen, Mujahedeen", ["Mujahideen", "Mujahedeen"]),
        (["U.S.", "US"], "The U.S. or US, not USA or U.S.A", ["U.S.", "US"]),
        (["CASA-1000"], "CASA-1000, not CASA-10000 or XCASA-1000.", ["CASA-1000"]),
        (["мост*"], "Мост и мосты, но не помост.", ["Мост", "мосты"]),
        (["جسر"], "هذا جسر قديم.", ["جسر"]),
        (["a.c"], "abc and a.c", ["a.c"]),
        ([], "Nothing suggests this theme.", []),
    ],
)
def test_terms_are_whole_words(terms: list[str], text: str, quotes: list[str]) -> None:
    """A term ends where the word ends, unless it ends in `*`; case counts for capitals; the longest term wins."""
    assert found(text, *terms) == quotes


@pytest.mark.parametrize("gap", ["\u00a0", "  ", "\u2009", "\t"])
def test_a_term_of_two_words_stands_across_any_space(gap: str) -> None:
    """A non-breaking or double space, real in both shipped texts, does not hide a term of two words."""
    assert found(f"The Islamic{gap}State came.", "Islamic State") == [f"Islamic{gap}State"]


def test_mentions_are_places() -> None:
    """Each row names source, passage, place, words, theme and the number of the word in the body."""
    rows = mentions(
        [source(ACCOUNTS["A"], Part("title", 0, 19), Part("comment", 134, 160))], {"fall": ["fell", "bridge"]}
    )
    assert rows.to_dict("records") == [
        {"source": "A", "passage": "A2", "start": 24, "end": 30, "quote": "bridge", "theme": "fall", "word": 1},
        {"source": "A", "passage": "A2", "start": 31, "end": 35, "quote": "fell", "theme": "fall", "word": 2},
    ]


def test_only_the_body_is_counted() -> None:
    """Title and comment speak of the fall too, and are not counted."""
    account = source(ACCOUNTS["A"], Part("title", 0, 19), Part("comment", 134, 160))
    assert mentions([account], {"fall": ["bridge", "fall"]}).passage.tolist() == ["A2"]
    assert body_words([account]).to_dict() == {"A": 22}


def test_no_mention_is_an_empty_table() -> None:
    """A table without rows has its columns all the same."""
    for empty in (mentions([], {}), mentions([source("It fell.")], {"harm": ["hurt"]})):
        assert list(empty.columns) == list(MENTIONS)
        assert empty.empty


@REPEATABLE
@given(TEXTS, st.lists(st.sampled_from(["a", "fell", "b*", "The", "упал", "الجسر", "1", "é*", "to be"]), max_size=4))
def test_a_mention_is_the_text_at_its_place(text: str, terms: list[str]) -> None:
    """`quote` is what stands from `start` up to `end`, inside its passage; `word` numbers the words of the body."""
    account = source(text)
    rows = mentions([account], {"one": terms, "two": terms[:1]})
    words = [p.start + start for p in account.body for _, start in tokens(account.words(p))]
    for row in rows.itertuples():
        passage = account.passage(row.passage)
        assert row.quote == text[row.start : row.end] != ""
        assert passage is not None
        assert passage.start <= row.start < row.end <= passage.end
        assert words[row.word] <= row.start
        assert row.word == len(words) - 1 or row.start < words[row.word + 1]
    for theme in ("one", "two"):
        assert rows[rows.theme == theme].start.is_monotonic_increasing


def test_a_share_is_in_a_thousand_words() -> None:
    """Mentions in 1,000 words of body: two of ten words are 200, none is 0, and themes stand as they were met."""
    first = Source("A", "", "It fell and fell, or so we are told it.")
    second = Source("B", "", "Storms hurt us.")
    words = body_words([first, second])
    assert words.to_dict() == {"A": 10, "B": 3}
    share = per_thousand(mentions([first, second], {"harm": ["hurt"], "fall": ["fell"]}), words)
    wanted = pd.DataFrame({"A": [200.0, 0.0], "B": [0.0, 1000 / 3]}, index=["fall", "harm"])
    pd.testing.assert_frame_equal(share, wanted, check_names=False)
