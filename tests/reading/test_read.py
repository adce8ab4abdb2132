"""The machine's reading of a source: every item at its place, the same each time, one part apart from the other."""

from __future__ import annotations

import pandas as pd
import pytest

from sidebyside.errors import ModelError
from sidebyside.reading import models, parse
from sidebyside.reading.frames import DATES, FIGURES, ITEMS, READING, VOICES
from sidebyside.reading.read import Reading, read, taken_from
from sidebyside.texts import Part, Source

TEXT = (
    "Two accounts\n\n"
    "In 2015 the mayor said that the bridge had cost US$11 million 🙂. He denied this. It may open by 2030.\r\n\n"
    "I was there. Some 300 people came.\n"
)
PARTS = (Part("title", 0, 13), Part("comment", TEXT.index("I was"), len(TEXT)))
TABLES = ("dates", "figures", "voices", "claims")


@pytest.fixture(scope="module")
def source() -> Source:
    return Source("A", "Two accounts", TEXT, PARTS)


@pytest.fixture(scope="module")
def reading(source: Source) -> Reading:
    return read(source)


@pytest.mark.parametrize("name", READING)
def test_the_tables_have_the_columns_that_are_written_down(source: Source, name: str) -> None:
    """What `frames` names and explains is what is taken from a source, in that order."""
    assert list(taken_from(source)[name].columns) == list(READING[name])


def test_a_coders_list_and_the_machines_look_alike() -> None:
    """A notebook that shows the coded list can show the machine's: its columns are there, and first."""
    for name, coded in {"dates": DATES, "figures": FIGURES, "voices": VOICES}.items():
        assert list(READING[name])[: len(coded)] == list(coded)


@pytest.mark.parametrize("name", TABLES)
def test_the_words_stand_at_their_place(reading: Reading, source: Source, name: str) -> None:
    """Every item's words are those of the source at its place, within its passage, whatever characters stand before."""
    table = getattr(reading, name)
    assert len(table)
    for row in table.itertuples():
        passage = source.passage(row.passage)
        assert passage is not None
        assert passage.start <= row.start < row.end <= passage.end
        assert source.text[row.start : row.end] == row.quote


def test_what_is_read_of_two_sentences(reading: Reading) -> None:
    """A year, a sum with its unit, a speaker and a denial are read as they stand."""
    assert reading.dates[["since", "until"]].to_numpy().tolist() == [["2015", "2015"], ["..", "2030"]]
    assert reading.figures[["value", "unit", "bound"]].to_numpy().tolist()[0] == [11e6, "USD", "exact"]
    assert "about" in set(reading.figures.bound)
    assert {"states", "denies"} <= set(reading.voices.how)
    assert "hedged" in set(reading.claims.certainty)


def test_a_title_makes_no_claim(reading: Reading) -> None:
    """Of headings and titles only the dates are read."""
    assert all("A1" not in set(getattr(reading, name).passage) for name in TABLES)


def test_a_part_is_read_apart(source: Source, reading: Reading) -> None:
    """A comment read alone gives what it gives under its essay: nothing runs over from one part to the other."""
    start = TEXT.index("I was")
    alone = read(Source("A", "", TEXT[start:], (Part("comment", 0, len(TEXT) - start),)))
    for name in TABLES:
        within = getattr(reading, name)
        expected = within[within.start >= start].reset_index(drop=True)
        found = getattr(alone, name)
        assert found.quote.tolist() == expected.quote.tolist()


def test_reading_twice_gives_the_same(source: Source, reading: Reading) -> None:
    """Nothing of a reading hangs on what was read before it."""
    again = read(source)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(reading, name), getattr(again, name))


@pytest.mark.parametrize(
    "text", ["", "\n \n", "…", "🙂🙃", "a\ud800b 5 men", "\u202eabc", "a\tb\tc\n1\t2\t3", "x" * 5000]
)
def test_odd_texts_are_read_without_harm(text: str) -> None:
    """Empty passages, other scripts, tables and a word without end: no crash, and every place holds its words."""
    reading = read(Source("A", "", text))
    for name in TABLES:
        for row in getattr(reading, name).itertuples():
            assert text[row.start : row.end] == row.quote


def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model whose files are not those that were measured is not used, and the error says how to mend it."""
    parse.grammar.cache_clear()
    monkeypatch.setattr(parse, "SHA256", "0" * 64)
    with pytest.raises(ModelError, match=r"requirements\.lock"):
        parse.grammar()
    monkeypatch.undo()
    parse.grammar.cache_clear()


def test_a_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the model is not installed, the error names it and the mend."""
    monkeypatch.setattr(models, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=parse.PACKAGE):
        parse.model_folder()


def test_everything_found_stands_in_one_table(reading: Reading) -> None:
    """Each item once, in the order of the text, told in words."""
    items = reading.items
    assert list(items.columns) == list(ITEMS)
    assert len(items) == sum(len(getattr(reading, name)) for name in TABLES)
    assert items.start.is_monotonic_increasing
    told = set(zip(items.kind, items.quote, items.value, strict=True))
    assert ("date", "by 2030", "until 2030") in told
    assert ("figure", "US$11 million", "11,000,000 USD") in told
    assert ("figure", "Some 300 people", "about 300 people") in told
    assert ("claim", "open", "hedged") in told
    assert items[items.kind == "voice"]["value"].tolist() == ["mayor states", "mayor denies"]


def test_a_passage_says_who_speaks_in_it_and_how_surely(reading: Reading) -> None:
    """One row a passage that was read: its voices by name, else the author; its main claim; what it holds, counted."""
    passages = reading.passages.set_index("passage")
    assert passages.loc["A2", ["who", "certainty", "words"]].tolist() == ["mayor", "attributed", 13]
    assert passages.loc["A2", ["dates", "figures", "voices"]].tolist() == [1, 1, 1]
    assert passages.loc["A4", ["who", "certainty", "words"]].tolist() == ["the author", "hedged", 5]
    assert passages.part.tolist() == ["body", "body", "body", "comment", "comment"]


def test_voices_and_claims_say_where_their_words_stand(reading: Reading, source: Source) -> None:
    """Who, cue and content of a voice and the cues of a claim: exact places, in the source."""
    voice = reading.voices.iloc[0]
    assert source.text[slice(*voice.speaker)] == "the mayor"
    assert source.text[slice(*voice.reporting)] == voice.cue == "said"
    assert " … ".join(source.text[a:b] for a, b in voice.said) == voice.about
    hedged = reading.claims[reading.claims.certainty == "hedged"].iloc[0]
    assert [source.text[a:b] for a, b in hedged.cue_places] == ["may"]


def test_a_cue_covers_words_around_its_claim(reading: Reading) -> None:
    """Each cue of a claim has its place and its scope, and the claim itself stands in that scope."""
    cued = reading.claims[reading.claims.cues != ""]
    assert len(cued)
    for row in cued.itertuples():
        assert len(row.cue_places) == len(row.cue_scopes) == len(row.cues.split("; "))
        assert any(start <= row.start and row.end <= end for start, end in row.cue_scopes)
