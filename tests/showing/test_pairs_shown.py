"""Verdicts of pairs on pages and at the bench: beside the verdict over all, and nowhere where there are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.showing import small
from tests.showing.markup import repeated_ids, tree, words

import sidebyside as sbs
from sidebyside.record import Comparison, load
from sidebyside.showing.bench.session import Session
from sidebyside.showing.bench.view import exported

PAIRS = {"A-B": {"verdict": "conflict", "reason": "2015 is not <b>2016</b>."}, "A-C": "conflict", "D-C": "agree"}
TOLD = ["A conflicts with B and C", "C and D agree"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four accounts, with a verdict for some pairs of them on the year of the bridge."""
    folder = tmp_path_factory.mktemp("pairs")
    small.four(folder)
    data = yaml.safe_load((folder / "points.yml").read_text(encoding="utf-8"))
    next(point for point in data["points"] if point["id"] == "year")["pairs"] = PAIRS
    (folder / "points.yml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def work(folder: Path) -> Comparison:
    """The comparison of the four."""
    return load(folder)


@pytest.mark.parametrize("piece", [sbs.matrix, sbs.ledger])
def test_pairs_stand_beside_the_verdict(work: Comparison, piece: Any) -> None:
    """A line for each verdict, the gravest first, on that point alone."""
    page = tree(piece(work).markup)
    assert [words(line) for line in page.select(".between")] == TOLD
    assert not repeated_ids(page)


def test_the_ledger_says_why_two_by_two(work: Comparison) -> None:
    """The reason of a pair that has one, its markup as words."""
    page = tree(sbs.ledger(work).markup)
    row = page.select_one("#year .because")
    assert row is not None
    assert "A and B conflict: 2015 is not <b>2016</b>." in words(row)
    assert not page.select("#price .because dd p")


def test_the_reader_tells_the_pairs_of_the_point_that_is_lit(work: Comparison, tmp_path: Path) -> None:
    """The choice of a point carries them; where no point has any there is no place for them either."""
    page = tree(sbs.reader(work).markup)
    assert [option["data-between"] for option in page.select("option[data-between]")] == ["; ".join(TOLD)]
    assert page.select("output")
    assert not tree(sbs.reader(small.bridge(tmp_path)).markup).select("output")


def test_two_sources_are_shown_as_they_were(tmp_path: Path) -> None:
    """No trace of pairs in any piece of a comparison of two."""
    work = small.bridge(tmp_path)
    for piece in (sbs.matrix, sbs.ledger, sbs.reader):
        assert "between" not in piece(work).markup
    assert "pairs" not in str(exported(work)["points"])


def test_what_is_decided_tells_how_many_are_told_pair_by_pair(work: Comparison, tmp_path: Path) -> None:
    """Of the points on which three or more speak; nothing of it where two are compared."""
    told = words(tree(sbs.told.decided(work).markup))
    assert "Of 6 points on which three or more speak, 1 is told pair by pair." in told
    assert "pair by pair" not in sbs.told.decided(small.bridge(tmp_path)).markup


def test_the_bench_is_shown_the_pairs_and_sets_them(folder: Path, work: Comparison) -> None:
    """The item of the point has them in words and as they are kept; an edit of one comes back at once."""
    session = Session(work, "ada", first=0)
    items = {item["id"]: item for item in session.answer({"do": "hello"})["data"]["points"]}
    assert [told for _, told in items["year"]["between"]] == TOLD
    assert "between" not in items["price"]
    edit = {"kind": "edit", "point": "price", "path": "pairs.A-B.verdict", "value": "certainty"}
    item = session.answer({"do": "act", "action": edit})["update"]["points"]["price"]
    assert item["between"] == [("certainty", "A and B differ in certainty")]
    refused = session.answer({"do": "act", "action": edit | {"path": "verdict", "value": "agree"}})
    assert not refused["ok"]
    assert "of A and B it is certainty, which is graver" in refused["why"]
    session.answer({"do": "undo"})


def test_who_codes_blind_sees_no_pairs(folder: Path, work: Comparison) -> None:
    """Nothing that anyone answered is sent, of two sources no more than of all."""
    session = Session(work, "bo", blind=True)
    assert "2015 is not" not in str(session.answer({"do": "hello"})["data"]["points"])
