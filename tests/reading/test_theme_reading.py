"""The themes of a passage: by a term, by another form of one, or by a word near to one; always with the words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, TEXTS, source

from sidebyside.reading.frames import TOUCHES
from sidebyside.reading.themes import mentions, themes_in
from sidebyside.reading.themes.near import over_and_above
from sidebyside.texts import Part, Source

HARVEST = "\n\n".join(
    [
        "The flood broke the dam at noon. Water stood in every cellar of the town. The river rose for three days.",
        "Farmers sold their wheat at the market. Merchants paid high prices for barley. The harvest was taxed twice.",
        "A heavy downpour drowned the lower streets. Peasants carried their crops to the miller.",
        "The mayor wrote to the king. Nobody answered.",
    ]
)


def codebook(**terms: list[str]) -> pd.DataFrame:
    """Themes of these names, each about itself."""
    about = {"flood": "Floods, rain and high water.", "harvest": "Farming and its yield.", "arms": "Weapons."}
    return pd.DataFrame(
        [
            {"key": key, "name": key.title(), "definition": about.get(key, ""), "terms": listed}
            for key, listed in terms.items()
        ]
    )


def found(text: str, *terms: str) -> list[tuple[str, str, str]]:
    """The words, the term and how, of one theme whose neighbours in meaning are not looked for."""
    rows = themes_in([source(text)], codebook(theme=list(terms)), near=False)
    return list(rows[["quote", "term", "how"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("term", "text", "words"),
    [
        ("bridge", "One bridge, two bridges.", ["bridges"]),
        ("bridges", "No bridge stood; these bridges fell.", ["bridge"]),
        ("river ports", "One river port closed.", ["river port"]),
        ("city", "Both cities burned.", ["cities"]),
        ("attack", "They attacked at dawn and were attacking still.", ["attacked", "attacking"]),
        ("arms", "Armed men sold arms.", []),  # the term stands there as a noun: only nouns are its forms
        ("negotiate", "They negotiated; the negotiation failed.", ["negotiated"]),  # another word is no form
        ("organization", "The organisations met.", ["organisations"]),
        ("neighbours", "Our neighbors came.", ["neighbors"]),
        ("CASA-1000", "CASA 1000 and CASA1000, not casa-1000.", ["CASA 1000", "CASA1000"]),
        ("US", "The U.S. troops told us.", ["U.S."]),
        ("NATO", "The nato of old.", []),
        ("arm*", "Arming the army.", []),  # listed already
    ],
)
def test_another_form_of_a_term_is_found(term: str, text: str, words: list[str]) -> None:
    """Number, tense and spelling may change, the word may not; of a name only hyphens, stops and spaces may."""
    assert [quote for quote, _, how in found(text, term) if how == "form"] == words


def test_a_term_as_listed_is_no_other_form() -> None:
    """Listed words are found as terms, once, and the longest term is named."""
    assert found("Peace talks began; talk went on.", "talks", "peace talks") == [
        ("Peace talks", "peace talks", "term"),
        ("talk", "talks", "form"),
    ]


def test_a_word_near_to_a_term_hints_at_the_theme() -> None:
    """A passage of another wording has the theme, on a word that is named, with the term it is near to."""
    rows = themes_in([source(HARVEST)], codebook(flood=["flood", "river"], harvest=["wheat", "harvest"]))
    near = rows[rows.how == "near"]
    hints = {(row.theme, row.quote): row.term for row in near.itertuples()}
    assert hints["flood", "drowned"] == "flood"
    assert hints["harvest", "crops"] in {"wheat", "harvest"}
    assert (near.strength >= 0.8).all()
    assert not set(near.passage) & {"A9", "A10"}  # the mayor's letter touches neither


def test_nothing_near_is_told_where_a_term_stands() -> None:
    """Where the codebook's own words decide, no hint is added; and `near=False` adds none anywhere."""
    book = codebook(flood=["flood", "river"], harvest=["wheat", "harvest"])
    rows = themes_in([source(HARVEST)], book)
    sure, hinted = (
        {*zip(r.passage, r.theme, strict=True)} for r in (rows[rows.how != "near"], rows[rows.how == "near"])
    )
    assert not sure & hinted
    assert len(hinted) == (rows.how == "near").sum()
    assert set(themes_in([source(HARVEST)], book, near=False).how) == {"term"}


def test_a_name_has_no_neighbours() -> None:
    """A theme that is known by names alone is not found by anything else."""
    rows = themes_in([source(HARVEST)], codebook(flood=["Noah"], harvest=["Ceres"]))
    assert rows.empty


def test_only_the_body_is_read() -> None:
    """A reader's comment below the text touches no theme of the text."""
    text = "The flood came. What a flood!"
    rows = themes_in([source(text, Part("comment", 16, len(text)))], codebook(flood=["flood"], harvest=["wheat"]))
    assert rows.start.tolist() == [4]


@pytest.mark.parametrize("texts", [[], [""], ["It fell."]])
def test_no_theme_is_an_empty_table(texts: list[str]) -> None:
    """Without sources, words or themes there is a table with its columns all the same."""
    sources = [Source("AB"[n], "", text) for n, text in enumerate(texts)]
    for book in (codebook(flood=["flood"], harvest=[]), codebook(), codebook(flood=[])):
        book = book if len(book) else pd.DataFrame(columns=["key", "name", "definition", "terms"])
        rows = themes_in(sources, book)
        assert list(rows.columns) == list(TOUCHES)
        assert rows.empty


@settings(REPEATABLE, max_examples=25)
@given(TEXTS, st.lists(st.sampled_from(["a", "fell", "b*", "The", "упал", "1", "é*", "to be"]), max_size=4))
def test_a_touch_is_the_text_at_its_place(text: str, terms: list[str]) -> None:
    """Words stand at their place within their passage; what `mentions` finds is found, and as a term."""
    account = source(text)
    rows = themes_in([account], codebook(one=terms, two=["storm"]))
    for row in rows.itertuples():
        passage = account.passage(row.passage)
        assert row.quote == text[row.start : row.end] != ""
        assert passage is not None
        assert passage.start <= row.start < row.end <= passage.end
    listed = rows[(rows.how == "term")]
    counted = mentions([account], {"one": terms, "two": ["storm"]})
    assert sorted(zip(listed.theme, listed.start, listed.end, strict=True)) == sorted(
        zip(counted.theme, counted.start, counted.end, strict=True)
    )


def test_what_all_have_in_common_is_taken_off() -> None:
    """A table that is a sum of a row's and a column's share is nothing over and above; a single odd cell stands out."""
    plain = np.add.outer([0.1, 0.5, 0.9], [0.2, 0.4])
    assert over_and_above(plain) == pytest.approx(np.zeros((3, 2)), abs=1e-12)
    plain[1, 1] += 0.6
    assert over_and_above(plain).argmax() == 3
