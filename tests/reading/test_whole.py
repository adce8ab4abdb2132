"""What only whole sources tell: one name throughout, the side of a voice, and whose word a figure is."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.helpers import source

from sidebyside.reading.read import Reading, read, taken_from
from sidebyside.reading.whole import whole

TEXT = (
    "General Ada Holm flew to Moscow on Monday. Holm said that 40 people were hurt.\n\n"
    "Moscow denied this. The bridge cost 5 million euros. Russian experts doubt that it is safe.\n"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    """A general, a capital that is a city once and a government once, and two figures."""
    return read(source(TEXT))


def test_a_voice_goes_by_its_full_name(reading: Reading) -> None:
    """Who is first named in full speaks under that name wherever a surname stands; so do the passages."""
    assert reading.voices.set_index("passage").who["A2"] == "Ada Holm"
    assert reading.passages.set_index("passage").who["A2"] == "Ada Holm"
    assert reading.passages.set_index("passage").who["A4"] == "the author"


def test_a_capital_that_speaks_is_its_government(reading: Reading) -> None:
    """Moscow that denies is Russia; Moscow that one flies to stays the city."""
    assert reading.voices.set_index("passage").who["A3"] == "Russia (officials)"
    names = reading.names.set_index("passage").name
    assert "Moscow" in list(names[["A1"]])
    assert names["A3"] == "Russia"


def test_the_rule_of_capitals_can_be_switched_off() -> None:
    """Without the rule a city is a city, wherever it stands."""
    names = whole(taken_from(source(TEXT)), capitals=False)["names"]
    assert names[names.quote == "Moscow"].name.tolist() == ["Moscow", "Moscow"]


def test_aliases_win(reading: Reading) -> None:
    """A name that the comparison lists is the one that stands everywhere."""
    tables = whole(taken_from(source(TEXT)), {"The General": ["Ada Holm", "Holm"]})
    assert tables["voices"].set_index("passage").who["A2"] == "The General"
    assert "Ada Holm" not in set(tables["names"].name)


def test_sides(reading: Reading) -> None:
    """Experts have the side that their adjective names; a general of no named country has none."""
    groups = reading.voices.set_index("passage").group
    assert groups["A5"] == "Russia"
    assert groups["A2"] == ""


def test_what_the_author_announces_is_nobody_elses_word() -> None:
    """A paper that says what it examines reports no one; the passage stays the author's."""
    found = read(source("This paper argues that the bridge was never safe. Holm says it was."))
    assert found.voices.who.tolist() == ["Holm"]
    assert found.passages.who.tolist() == ["the author", "Holm"]


def test_a_figure_has_the_word_of_whoever_says_it(reading: Reading) -> None:
    """40 hurt is Holm's word; 5 million is the author's own, and nobody else vouches for it."""
    figures = reading.figures.set_index("passage")[["support", "sourced"]]
    assert tuple(figures.loc["A2"]) == ("Ada Holm", "attributed")
    assert tuple(figures.loc["A4"]) == ("none given", "none")


def test_nothing_read_is_nothing_told() -> None:
    """An empty source has empty tables with all their columns."""
    found = read(source(""))
    assert all(isinstance(table, pd.DataFrame) and table.empty for table in (found.voices, found.names, found.items))
    assert "group" in found.voices.columns
