"""The tables say what the files say: the documented columns, every row traceable to its words."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.helpers import ACCOUNTS, edit, write

from sidebyside.reading import DATES, FIGURES, MEETINGS, VOICES
from sidebyside.record import Comparison, load
from sidebyside.record.tables import COVERAGE, EVIDENCE, PASSAGES, POINTS, SOURCES, THEMES

BY_SOURCE = [f"{key}{what}" for key in "AB" for what in ("", "_certainty", "_silent_because")]
COLUMNS = {
    "sources": list(SOURCES),
    "passages": list(PASSAGES),
    "points": [*POINTS, *BY_SOURCE],
    "evidence": list(EVIDENCE),
    "coverage": list(COVERAGE),
    "themes": list(THEMES),
    "dates": list(DATES),
    "figures": list(FIGURES),
    "voices": list(VOICES),
    "meetings": list(MEETINGS),
}
ROWS = {
    "sources": 2,
    "passages": 8,
    "points": 7,
    "evidence": 14,
    "coverage": 6,
    "themes": 3,
    "dates": 1,
    "figures": 1,
    "voices": 1,
    "meetings": 1,
}


@pytest.fixture
def work(tmp_path: Path) -> Comparison:
    return load(write(tmp_path / "bridge"))


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_has_its_documented_columns(work: Comparison, name: str) -> None:
    """Exactly the columns that are written down, in that order, one row for each thing there is."""
    table = getattr(work, name)
    assert list(table.columns) == COLUMNS[name]
    assert len(table) == ROWS[name]
    assert list(table.index) == list(range(len(table)))


def test_the_sources_are_described(work: Comparison) -> None:
    """Who wrote what and when, and how long its body is, title and comment left out."""
    first = work.sources.iloc[0]
    assert first[["key", "title", "author", "written", "kind", "words", "passages"]].tolist() == [
        "A", "The bridge at Lund", "Not stated", "After that Monday", "An account", 22, 3,
    ]  # fmt: skip
    assert first.sha256 == work.about.sources[0].sha256


def test_every_passage_is_the_text_at_its_place(work: Comparison) -> None:
    """`text` is what stands from `start` up to `end`; words are counted in it."""
    for row in work.passages.itertuples():
        assert row.text == ACCOUNTS[row.source][row.start : row.end]
    assert work.passages.words.tolist() == [4, 5, 8, 9, 6, 5, 6, 9]
    assert work.passages.part.tolist() == ["title", "body", "body", "body", "comment", "body", "body", "body"]


def test_points_stand_in_reading_order(work: Comparison) -> None:
    """Numbered from 1 as they stand in the file, each with its verdict in words."""
    assert work.points.n.tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert dict(zip(work.points.id, work.points.shown, strict=True)) == {
        "that-it-fell": "agree",
        "day-of-the-fall": "conflict",
        "hurt-at-all": "differ in certainty",
        "how-many-hurt": "differ in detail",
        "blame": "differ in framing",
        "visit": "only B",
        "hurt-or-not": "inconsistent within A",
    }


def test_a_point_has_a_cell_for_each_source(work: Comparison) -> None:
    """Position, certainty and reason of silence by source; empty where a source has no position."""
    points = work.points.set_index("id")
    assert points.loc["visit", BY_SOURCE].tolist() == ["Nothing.", "silent", "could", "Yes.", "asserted", ""]
    assert points.loc["hurt-or-not", BY_SOURCE].tolist()[1:] == ["attributed, denied", "", "", "", ""]


def test_a_point_says_who_coded_it(work: Comparison) -> None:
    """Coder, confidence and second choice stand with the verdict; what was left empty is an empty word, never NaN."""
    points = work.points.set_index("id")
    coded = ["coder", "confidence", "second_choice", "both_can_be_true", "to_check"]
    assert points.loc["day-of-the-fall", coded].tolist() == ["editor", "high", "detail", "No.", ""]
    assert points.loc["visit", coded].tolist() == ["editor", "high", "", "", "The court calendar."]
    assert not work.points.isna().any().any()


def test_every_evidence_quote_is_the_text_at_its_place(work: Comparison) -> None:
    """The quote shown is taken from the text, not from the file that quoted it."""
    for row in work.evidence.itertuples():
        assert row.quote == ACCOUNTS[row.source][row.start : row.end]
        passage = work.source(row.source).passage(row.passage)
        assert passage is not None
        assert passage.start <= row.start < passage.end
    assert work.evidence.role.value_counts().to_dict() == {"evidence": 13, "near": 1}


def test_a_quote_is_shown_with_the_characters_of_the_text(tmp_path: Path) -> None:
    """A quote typed with plain marks and spaces is shown as the source has it."""
    folder = write(tmp_path / "bridge")
    edit(folder, "points.yml", "{quote: A storm is to blame}", '{quote: "A   storm\\u00a0is to blame"}')
    quotes = load(folder).evidence.query("point == 'blame' and source == 'B'").quote
    assert quotes.tolist() == ["A storm is to blame"]


def test_coverage_counts_the_points_that_rest_on_a_passage(work: Comparison) -> None:
    """A point counts once for a passage, however many of its quotes stand there; a near miss does not count."""
    assert dict(zip(work.coverage.id, work.coverage.points, strict=True)) == {
        "A2": 2, "A3": 3, "A4": 2, "B1": 2, "B2": 2, "B3": 2,
    }  # fmt: skip
    assert set(work.coverage.status) == {"evidence"}


def test_coverage_tells_evidence_from_set_aside_and_open(tmp_path: Path) -> None:
    """A body passage is evidence, set aside with its reason, or open; evidence wins, and only body is listed."""
    folder = write(tmp_path / "bridge")
    lines = (folder / "points.yml").read_text(encoding="utf-8").split("  - id: ")
    aside = "set_aside:\n  - {passage: A3, reason: Hearsay}\n  - {passage: B3, reason: Beside the point}\n"
    visit = next(entry for entry in lines if entry.startswith("visit"))
    (folder / "points.yml").write_text(f"points:\n  - id: {visit}{aside}", encoding="utf-8")
    for coder in ("first", "second"):
        (folder / "codings" / f"{coder}.yml").unlink()
    edit(folder, "comparison.yml", "points: [that-it-fell, day-of-the-fall]", "points: [visit]")
    coverage = load(folder).coverage.set_index("id")
    assert coverage.status.to_dict() == {
        "A2": "open", "A3": "set aside", "A4": "open", "B1": "open", "B2": "open", "B3": "evidence",
    }  # fmt: skip
    assert coverage.reason.to_dict() | {"A3": ""} == dict.fromkeys(coverage.index, "")
    assert coverage.reason["A3"] == "Hearsay"
    assert coverage.text["B3"] == "A storm is to blame, and the king came."


def test_a_quote_over_two_sentences_covers_both(tmp_path: Path) -> None:
    """A passage whose words are quoted is not open, even where the quote starts in the passage before."""
    folder = write(tmp_path / "bridge")
    before = load(folder).coverage.set_index("id").points
    edit(
        folder,
        "points.yml",
        "[{quote: the king came}]",
        '[{quote: "50 people were hurt. A storm is to blame, and the king came"}]',
    )
    after = load(folder).coverage.set_index("id").points
    assert (after["B2"], after["B3"]) == (before["B2"] + 1, before["B3"])


def test_the_codebook_is_a_table(work: Comparison) -> None:
    """Themes stand in the order of the codebook, with their terms."""
    assert work.themes.key.tolist() == ["fall", "harm", "cause"]
    assert work.themes.terms.tolist() == [("fell", "bridge*"), ("hurt",), ("to blame", "storm")]


def test_readings_keep_their_place(work: Comparison) -> None:
    """A date, a figure and a voice each stand at the words they were read from."""
    for table in (work.dates, work.figures, work.voices):
        for row in table.itertuples():
            assert ACCOUNTS[row.source][row.start : row.end] == row.quote
    assert work.figures.value.tolist() == [40.0]
    assert work.meetings.passages.tolist() == [("B3",)]
    assert work.meetings.rounds.tolist() == [1]


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_altered_in_passing_does_not_alter_the_comparison(work: Comparison, name: str) -> None:
    """Whatever is done to a table, the next one asked for is what the files say."""
    table = getattr(work, name)
    before = table.copy()
    table["mine"] = 1
    table[table.columns[0]] = "altered"
    pd.testing.assert_frame_equal(getattr(work, name), before)
