"""The CSV and the workbook give back every word as it stands in the comparison, and no cell is a formula or a link."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from sidebyside.errors import Refused
from sidebyside.exchange import FORMS, export
from sidebyside.exchange.csv_files import FORMULA, restored
from sidebyside.exchange.sheet import CUT, LONGEST, writable
from sidebyside.record import Comparison


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, as Python's own reader has them, its cells restored."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: restored(cell) for name, cell in row.items()} for row in csv.DictReader(file)]


def sheets(path: Path) -> Any:
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(path)


def rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a sheet under its heads; an empty cell is ""."""
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(head, ("" if cell is None else cell for cell in row), strict=True)) for row in others]


def test_csv_gives_back_the_points_word_for_word(three: Comparison, tmp_path: Path) -> None:
    """What the analyst wrote in any script, with line breaks, marks and formulas, is what another program reads."""
    export(three, "csv", tmp_path)
    for row, point in zip(read(tmp_path / "points.csv"), three.coded.points, strict=True):
        for name in ("id", "label", "question", "reason", "both_can_be_true", "would_settle_it", "to_check"):
            assert row[name] == getattr(point, name), name
        for key, position in point.positions.items():
            assert row[key] == position.says
            assert row[f"{key}_certainty"] == ", ".join(position.certainty)
        assert row["verdict"] == point.shown
        assert row["speaking"] == ", ".join(point.speaking)


def test_csv_has_a_row_for_every_quote_at_its_place(three: Comparison, tmp_path: Path) -> None:
    """The exact words stand in their source from the first code point named up to the second."""
    export(three, "csv", tmp_path)
    found = read(tmp_path / "quotes.csv")
    assert len(found) == len(three.places) == 7
    for row in found:
        assert three.source(row["source"]).text[int(row["start"]) : int(row["end"])] == row["quote"]
        assert row["passage"].startswith(row["source"])
    assert [row["role"] for row in found].count("near") == 1


def test_no_cell_of_a_csv_begins_as_a_formula(three: Comparison, tmp_path: Path) -> None:
    """Every cell that would is led by an apostrophe; the file says its encoding, and its lines end as the norm says."""
    for path in export(three, "csv", tmp_path):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert [cell for cell in cells if FORMULA.match(cell) and not cell.startswith("'")] == []
        assert any(cell.startswith("'") for cell in cells), path.name
        pd.read_csv(path, encoding="utf-8-sig")  # pandas makes as much of it


def test_the_workbook_gives_back_the_points_and_quotes(three: Comparison, tmp_path: Path) -> None:
    """Cell by cell, the words are those of the comparison, and each is a string: no formula, no link, no number."""
    (path,) = export(three, "xlsx", tmp_path)
    book = sheets(path)
    assert book.sheetnames == ["Points", "Pairs", "Quotes", "Sources", "Codebook", "About"]
    for row, point in zip(rows(book["Points"]), three.coded.points, strict=True):
        assert row["Question"] == point.question
        assert row["Verdict"] == point.shown
        assert row["Why this verdict"] == point.reason
        assert row["Can both be true?"] == point.both_can_be_true
        assert [row[f"{key}: Report {key}"] for key in "ABC"] == [point.positions[key].says for key in "ABC"]
    words = {row["Exact words"] for row in rows(book["Quotes"])}
    assert words == {three.source(place.source).text[place.start : place.end] for place in three.places}
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []


def test_the_workbook_is_laid_out_to_read_and_to_print(three: Comparison, tmp_path: Path) -> None:
    """Every sheet keeps its head in view and on each page, filters, and prints across one page."""
    (path,) = export(three, "xlsx", tmp_path)
    for sheet in sheets(path):
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0


def test_a_verdict_has_its_colour_beside_its_word(three: Comparison, tmp_path: Path) -> None:
    """Two verdicts, two grounds; the word stands in the cell."""
    (path,) = export(three, "xlsx", tmp_path)
    sheet = sheets(path)["Points"]
    column = next(cell.column for cell in sheet[1] if cell.value == "Verdict")
    conflict, only = sheet.cell(2, column), sheet.cell(3, column)
    assert [conflict.value, only.value] == ["conflict", "only C"]
    assert conflict.fill.start_color.rgb != only.fill.start_color.rgb


def test_what_a_cell_cannot_hold_is_said_in_the_cell() -> None:
    """Excel counts UTF-16 units; no pair of them is parted, and what XML has no character for is shown as such."""
    cut = writable("😱" * 20_000)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST
    assert cut.endswith(CUT)
    assert set(cut.removesuffix(CUT)) == {"😱"}
    assert writable("a\x0cb\x1f\ufffe") == "a\ufffdb\ufffd\ufffd"


def test_an_export_says_what_it_is(three: Comparison, tmp_path: Path) -> None:
    """Its comparison, how much of each source it shows, and what one verdict over three sources means."""
    export(three, "csv", tmp_path)
    told = {row["what"]: row["told"] for row in read(tmp_path / "about.csv")}
    assert told["Title"] == three.about.title
    assert told["Points"] == "2: conflict 1, only C 1"
    assert "one verdict over all the sources" in told["Verdicts"]
    assert told["Words of A"] == "Quotes show 8 of the 11 words of its text (73 %)."
    assert "fingerprint" in told["Made from"]


def test_words_that_go_out_count_once_and_as_far_as_they_are_shown(three: Comparison, tmp_path: Path) -> None:
    """With a limit of two words, two of each quote go out; with none, none."""
    for most, shown in ((2, "4 of the 11"), (0, "0 of the 11")):
        export(three, "csv", tmp_path, excerpts=most)
        told = {row["what"]: row["told"] for row in read(tmp_path / "about.csv")}
        assert told["Words of A"].startswith(f"Quotes show {shown} words")


def test_where_nothing_is_decided_the_tables_are_empty_and_say_so(undecided: Comparison, tmp_path: Path) -> None:
    """Heads without rows, in both forms; About says that nothing is decided."""
    export(undecided, "csv", tmp_path)
    assert read(tmp_path / "points.csv") == read(tmp_path / "quotes.csv") == []
    assert (tmp_path / "points.csv").read_text(encoding="utf-8-sig").startswith("n,id,label,question")
    (path,) = export(undecided, "xlsx", tmp_path)
    assert rows(sheets(path)["Points"]) == []
    told = {row["What"]: row for row in rows(sheets(path)["About"])}
    assert "None: nothing is decided yet." in told["Points"].values()


def test_a_form_that_is_not_known_names_those_that_are(three: Comparison, tmp_path: Path) -> None:
    """And fewer words than none cannot be asked for."""
    with pytest.raises(Refused, match=r"'pdf' is no form of export\. Use one of: csv, xlsx"):
        export(three, "pdf", tmp_path)
    with pytest.raises(Refused, match="-1 words cannot be shown"):
        export(three, "csv", tmp_path, excerpts=-1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_its_writer(form: str) -> None:
    """Each row of the table leads to a function."""
    from importlib import import_module

    module, _, name = FORMS[form].writer.partition(":")
    assert callable(getattr(import_module(module), name))
