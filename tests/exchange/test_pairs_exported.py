"""Verdicts of pairs leave with the rest: as a table, as a line of a document, as relations of two sources."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

from docx import Document
from openpyxl import load_workbook  # type: ignore[import-untyped]
from tests.showing import small

from sidebyside.exchange import export
from sidebyside.exchange.annotations.relations import relations
from sidebyside.exchange.refi.telling import note
from sidebyside.record import Comparison
from sidebyside.record.limiting import Limit

TOLD = "A conflicts with B and C; B and C differ in detail"


def test_csv_has_a_row_for_each_pair(three: Comparison, tmp_path: Path) -> None:
    """With its verdict in words and as a key; what looks like a formula is led by an apostrophe."""
    export(three, "csv", tmp_path)
    with (tmp_path / "pairs.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["one"], row["other"], row["verdict"], row["verdict_key"]) for row in rows] == [
        ("A", "B", "A and B conflict", "conflict"),
        ("A", "C", "A and C conflict", "conflict"),
        ("B", "C", "B and C differ in detail", "detail"),
    ]
    assert [row["reason"] for row in rows] == ["", "'=5 days, not one <b>", ""]
    with (tmp_path / "points.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["pairs"] for row in csv.DictReader(file)] == [TOLD, ""]


def test_the_workbook_has_a_sheet_of_pairs(three: Comparison, tmp_path: Path) -> None:
    """Each cell words; the sheet About says what its columns are."""
    (path,) = export(three, "xlsx", tmp_path)
    book = load_workbook(path)
    assert [cell.value for cell in book["Pairs"][3]][2:] == ["A", "C", "A and C conflict", "=5 days, not one <b>"]
    assert book["Pairs"]["F3"].data_type == "s"
    about = [cell.value for cell in book["About"]["A"]]
    assert {"Points: Two by two", "Pairs: Verdict between them"} <= set(about)


def test_two_sources_have_no_table_of_pairs(tmp_path: Path) -> None:
    """Nothing in the exports of a comparison of two is other than it was: no file, no sheet, no column more."""
    work = small.bridge(tmp_path / "two")
    names = {path.name for path in export(work, "csv", tmp_path / "csv")}
    assert "pairs.csv" not in names
    with (tmp_path / "csv" / "points.csv").open(encoding="utf-8-sig") as file:
        assert "pairs" not in next(csv.reader(file))
    (path,) = export(work, "xlsx", tmp_path / "xlsx")
    assert "Pairs" not in load_workbook(path).sheetnames
    (path,) = export(work, "md", tmp_path / "md")
    assert "Two by two" not in path.read_text(encoding="utf-8")


def test_documents_say_it_in_a_line(three: Comparison, tmp_path: Path) -> None:
    """In Word and in Markdown, under the point, and in the note of a REFI-QDA project."""
    (path,) = export(three, "docx", tmp_path)
    paragraphs = [paragraph.text for paragraph in Document(str(path)).paragraphs]
    assert any(text.startswith("Two by two") and TOLD in text for text in paragraphs)
    (path,) = export(three, "md", tmp_path)
    assert f"- **Two by two**: {TOLD}" in path.read_text(encoding="utf-8")
    assert f"Two by two: {TOLD}" in note(three, three.point("day"), Limit(three, None))


def test_each_pair_is_a_relation_with_its_own_verdict(three: Comparison, tmp_path: Path) -> None:
    """And its own reason, where it has one; no two of which nothing is said are set in a relation."""
    (path,) = export(three, "annotations", tmp_path)
    items = json.loads(path.read_text(encoding="utf-8"))["first"]["items"]
    told = [{body["purpose"]: body["value"] for body in item["body"]} for item in items]
    assert [each["classifying"] for each in told] == ["conflict", "conflict", "differ in detail", "only C"]
    assert told[1]["describing"] == "=5 days, not one <b>"
    assert not any("together" in each["describing"] for each in told)
    point = three.point("day").model_copy(update={"pairs": {"A-B": three.point("day").pairs["A-B"]}})
    less = replace(three, coded=three.coded.model_copy(update={"points": (point,)}))
    assert [[side[0].source for side in relation.sides] for relation in relations(less)] == [["A", "B"]]
