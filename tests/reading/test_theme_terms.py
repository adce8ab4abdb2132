"""Terms proposed for the codebook: what recurs, counted for each source, near to a theme, new, or in groups."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sidebyside.reading.frames import TERMS
from sidebyside.reading.parse import parsed
from sidebyside.reading.themes import propose_terms
from sidebyside.reading.themes.candidates import candidates, weights
from sidebyside.reading.themes.groups import groups_of
from sidebyside.texts import Source

FIRST = Source(
    "A",
    "",
    "The dam broke at noon. Engineers had warned of the old dam. Heavy rain filled the reservoir. "
    "The reservoir was full by night. Rain fell on the valley. Wheat prices rose. The miller blamed wheat prices. "
    "Anna Holm wrote a song. Anna Holm sang it. A trade agreement was signed. The king praised the trade agreement.",
)
SECOND = Source(
    "B",
    "",
    "Rain came early. The flood took the mill. After the flood the rain stopped. A flood like this was new. "
    "The dam was never mended. Merchants hid their barley. Barley was dear. The trade agreement failed.",
)
BOOK = pd.DataFrame(
    [
        {"key": "water", "name": "High water", "definition": "Rain, floods and dams.", "terms": ["rain", "reservoirs"]},
        {"key": "food", "name": "Food", "definition": "Grain and its price.", "terms": ["wheat", "grain"]},
    ]
)


@pytest.fixture(scope="module")
def told() -> pd.DataFrame:
    """Proposals beside a codebook."""
    return propose_terms([FIRST, SECOND], BOOK).set_index("term")


def test_a_proposal_is_counted_where_it_stands(told: pd.DataFrame) -> None:
    """Mentions by source, passages in all, the source it marks, and examples from every source first."""
    assert told.loc["dam", ["A", "B", "passages"]].tolist() == [2, 1, 3]
    assert told.loc["dam", "examples"] == "A1, B5, A2"
    assert told.loc["flood", ["A", "B", "passages", "marks"]].tolist() == [0, 3, 3, "B"]
    assert told.z["flood"] > told.z["dam"] >= 0


def test_what_the_codebook_has_is_not_proposed(told: pd.DataFrame) -> None:
    """Neither a listed term, nor a form of one, nor a phrase around one; nor a person, nor what stands once."""
    assert not {"rain", "Rain", "heavy rain", "reservoir", "wheat", "wheat prices"} & set(told.index)
    assert not {"Anna Holm", "Holm", "valley", "king"} & set(told.index)


def test_a_proposal_is_near_to_a_theme_or_new(told: pd.DataFrame) -> None:
    """A flood belongs to the high water; a trade agreement belongs to neither theme."""
    assert told.loc["flood", ["theme", "near"]].tolist() == ["water", "rain"]
    assert told.loc["trade agreement", ["theme", "near"]].tolist() == ["new", ""]


def test_a_fragment_of_a_longer_phrase_stands_behind_it(told: pd.DataFrame) -> None:
    """ "agreement" never stands without "trade": it weighs nothing and comes after the whole phrase."""
    order = list(told.index)
    assert order.index("trade agreement") < order.index("agreement")
    found = candidates(list(parsed(["The trade agreement failed.", "Their trade agreements held."])))
    assert weights(found)["agreement",] == 0 < weights(found)["trade", "agreement"]


def test_forms_are_one_phrase() -> None:
    """Number, case and spelling do not part a phrase in two; it is shown in its commonest form."""
    others = [f"{name} came home." for name in ("Ada", "Bo", "Carl", "Dora", "Emil", "Fay")]
    docs = list(parsed(["Air strikes went on.", "One air strike failed.", "They feared air strikes.", *others]))
    assert candidates(docs)["air", "strike"].term == "air strikes"
    assert candidates(docs)["air", "strike"].numbers == [0, 1, 2]


def test_without_a_codebook_terms_are_grouped_or_not() -> None:
    """Proposed themes are called after one of their terms and have three or more; the rest says ungrouped."""
    table = propose_terms([FIRST, SECOND])
    assert {"Rain", "rain"} & set(table.term)
    groups = table[table.theme != "ungrouped"].groupby("theme").term.agg(list)
    assert all(name in members and len(members) >= 3 for name, members in groups.items())
    assert set(table.near) == {""}


def test_groups_are_what_points_the_same_way() -> None:
    """Two bundles of directions are two groups; a row that points elsewhere, and a pair, stay ungrouped."""
    eye = np.eye(4)
    rows = np.vstack([eye[0] + 0.1 * eye[[1, 2, 3]], eye[1] + 0.1 * eye[[0, 2, 3]], eye[[2]]])
    groups, likeness = groups_of(rows, rows)
    assert groups[0] == groups[1] == groups[2] != groups[3] == groups[4] == groups[5]
    assert groups[6] == -1
    assert likeness[:6].min() > 0.9
    assert groups_of(rows[[0, 3]], rows[[0, 3]])[0] == [-1, -1]


@pytest.mark.parametrize("texts", [[], [""], ["It fell.", "Мост."]])
@pytest.mark.parametrize("book", [None, BOOK, BOOK.head(0)])
def test_nothing_to_propose_is_an_empty_table(texts: list[str], book: pd.DataFrame | None) -> None:
    """Where nothing recurs there is a table with its columns all the same, one for each source among them."""
    sources = [Source("AB"[n], "", text) for n, text in enumerate(texts)]
    table = propose_terms(sources, book)
    assert set(table.columns) == {*TERMS, *(source.key for source in sources)}
    assert table.empty


def test_a_single_source_marks_nothing() -> None:
    """With nothing to set a source against, no term marks it."""
    table = propose_terms([FIRST])
    assert len(table)
    assert set(table.marks) == {""}
    assert set(table.z) == {0.0}
