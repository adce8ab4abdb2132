"""The accuracy card says of every figure what it counts, on what and on how many; and no page tells another figure."""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks.card import HEADLINES, write_card
from benchmarks.measure import Measure
from tests.helpers import ROOT, SHIPPED

import sidebyside as sbs
from sidebyside.showing.accuracy import CARD, accuracy_line, rows


def test_every_figure_has_its_data_and_its_n() -> None:
    """No figure without data set, number of cases, cases left open and day; all between 0 and 1."""
    assert rows()
    for row in rows():
        assert set(row) == set(CARD)
        assert 0 <= float(str(row["value"])) <= 1
        assert int(str(row["n"])) >= int(str(row["open"])) >= 0
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(row["measured"]))


def test_every_headline_is_on_the_card() -> None:
    """What the card is to tell was measured, under the name that its module gives it; nothing was left out."""
    assert {(row["what"], row["data"]) for row in rows()} == {(head.what, head.data) for head in HEADLINES}


def test_the_card_shows_what_was_measured() -> None:
    """The table and the sentence at the foot of a page hold every figure of the card."""
    sheet, line = sbs.accuracy_card(sbs.load(SHIPPED)), accuracy_line()
    assert len(sheet.frame) == len(rows())
    for row in rows():
        assert f"{row['value']:.2f}" in line
        assert f"n = {row['n']:,}" in line
        assert f"{row['n']:,}" in sheet.markup


def test_the_readme_tells_the_same_figures() -> None:
    """Each figure of the card stands in the README's tables, with its n."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = [line for line in readme.splitlines() if line.startswith("|")]
    for row in rows():
        line = [line for line in table if f"{row['value']:.3f}" in line and f"{row['n']:,}" in line]
        assert line, f"{row['what']}, {row['data']}: {row['value']} on {row['n']}"


def test_the_card_is_written_from_what_was_measured(tmp_path: Path) -> None:
    """A split that nobody has seen before gets its own row; what is no headline gets none."""
    found = [
        ("newsquant", "held", Measure("value F1", 0.87654, 10, 2)),
        ("newsquant", "held", Measure("other", 1.0, 10)),
    ]
    write_card(found, "2026-11-22", tmp_path / "card.json")
    (row,) = json.loads((tmp_path / "card.json").read_text())
    assert (row["split"], row["value"], row["n"], row["open"]) == ("held", 0.877, 10, 2)
