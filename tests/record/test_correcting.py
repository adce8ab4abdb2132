"""A person's correction of the reading is kept, wins, survives a re-read, and is never written when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers import problems, write

from sidebyside.errors import ComparisonError
from sidebyside.record import load
from sidebyside.record.correcting import correct
from sidebyside.record.reading import tables_of


def test_a_correction_wins_and_outlives_a_reread(tmp_path: Path) -> None:
    """The machine reads 50; a person says 5; so says the reading, now and after everything is read again."""
    work = load(write(tmp_path / "bridge"))
    assert 50 in work.reading.figures.value.tolist()
    corrected = correct(work, "figures", "B2", "50 people", "A slip of the pen", by="ada", value=5)
    for again in (corrected, load(work.folder)):
        tables_of.cache_clear()
        figures = again.reading.figures
        row = figures[figures.passage == "B2"].iloc[0]
        assert (row.value, row.by, row.bound) == (5, "correction", "exact")
        assert 50 not in figures.value.tolist()


def test_a_correction_over_a_coded_row_wins(tmp_path: Path) -> None:
    """What was coded before yields to the later correction of it, and keeps the fields that this leaves alone."""
    work = load(write(tmp_path / "bridge"))
    figures = correct(work, "figures", "A3", "40 people", "Heard again", unit="persons").reading.figures
    row = figures[figures.passage == "A3"].iloc[0]
    assert (row.unit, row.value, row.sourced) == ("persons", 40, "attributed")


def test_what_is_dropped_is_gone_and_what_is_missed_is_added(tmp_path: Path) -> None:
    """An item can be taken out, and words at which the machine read nothing become an item."""
    work = load(write(tmp_path / "bridge"))
    work = correct(work, "figures", "B2", "50 people", "No count", drop=True)
    work = correct(work, "voices", "B3", "the king came", "The court says so", who="the court", how="states")
    assert "B2" not in work.reading.figures.passage.tolist()
    voice = work.reading.voices.set_index("passage").loc["B3"]
    assert (voice.who, voice.quote, voice.by) == ("the court", "the king came", "correction")


@pytest.mark.parametrize(
    ("table", "passage", "quote", "fields", "said"),
    [
        ("figures", "B2", "60 people", {"value": 5}, "60 people"),
        ("figures", "B2", "50 people", {"valeu": 5}, "valeu"),
        ("figures", "B2", "50 people", {"bound": "abouts"}, "abouts"),
        ("figures", "B2", "50 people", {}, "changes nothing"),
        ("figure", "B2", "50 people", {"value": 5}, "figure"),
        ("figures", "C2", "50 people", {"value": 5}, "C"),
        ("figures", "B2", "50 people", {"value": "many"}, "many"),
    ],
)
def test_a_wrong_correction_is_not_written(
    tmp_path: Path, table: str, passage: str, quote: str, fields: dict[str, object], said: str
) -> None:
    """The error names what is wrong, and the folder is as it was."""
    work = load(write(tmp_path / "bridge"))
    with pytest.raises(ComparisonError, match=said):
        correct(work, table, passage, quote, "because", **fields)
    assert not (work.folder / "corrections.yml").exists()


def test_what_a_person_wrote_into_the_file_stays(tmp_path: Path) -> None:
    """Comments and earlier entries stand as they were, byte by byte, before the new one."""
    work = load(write(tmp_path / "bridge"))
    path = correct(work, "figures", "B2", "50 people", "No", value=5).folder / "corrections.yml"
    path.write_text(path.read_text() + "  # mine: look at this again\n")
    before = path.read_text()
    correct(load(work.folder), "figures", "A3", "40 people", "No", value=4)
    assert path.read_text().startswith(before)
    assert len(load(work.folder).corrections) == 2


def test_a_file_that_cannot_be_added_to_is_left_alone(tmp_path: Path) -> None:
    """A list written between brackets would be broken by a line added: that is said, and nothing written."""
    work = load(write(tmp_path / "bridge"))
    path = work.folder / "corrections.yml"
    path.write_text("corrections: []\n")
    with pytest.raises(ComparisonError, match="cannot be added to"):
        correct(load(work.folder), "figures", "B2", "50 people", "No", value=5)
    assert path.read_text() == "corrections: []\n"


def test_a_correction_whose_words_are_gone_is_reported(tmp_path: Path) -> None:
    """A load names the entry whose quote no longer stands in the text, with its line."""
    folder = write(tmp_path / "bridge")
    (folder / "corrections.yml").write_text(
        "corrections:\n"
        "  - {table: dates, passage: A2, quote: on Monday, since: 2026-11-16, until: 2026-11-16, because: the log}\n"
        "  - {table: dates, passage: A2, quote: on Friday, drop: true, because: none}\n"
        "  - {table: dates, passage: A2, quote: on Monday, because: none}\n"
    )
    found = problems(folder)
    assert [(p.file, p.line) for p in found] == [("corrections.yml", 3), ("corrections.yml", 4)]
    assert "on Friday" in found[0].what or "on Friday" in str(found[0])
