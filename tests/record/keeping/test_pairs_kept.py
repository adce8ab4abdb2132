"""Verdicts of pairs at the desk: set by an action, kept among the remarks of the file, joined pair by pair, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.record.keeping.acting import agrees
from tests.showing import small

from sidebyside.errors import Clash, Refused
from sidebyside.record import PointEntry, load
from sidebyside.record.actions import parse
from sidebyside.record.keeping import Desk

REMARKED = """\
    pairs:  # the two that wrote at once
      C-A: conflict  # six years
      A-B:
        verdict: conflict
        # from the town
        reason: A year apart.
"""


def folder_in(path: Path, pairs: str = REMARKED) -> Path:
    """Four accounts; of the year the pairs as they are written here."""
    small.four(path)
    file = path / "points.yml"
    points = yaml.safe_load(file.read_text(encoding="utf-8"))["points"]
    written = "points:\n"
    for point in points:
        lines = yaml.safe_dump(point, sort_keys=False, width=200).splitlines()
        written += "".join(f"{'  - ' if n == 0 else '    '}{line}\n" for n, line in enumerate(lines))
        written += pairs if point["id"] == "year" else ""
    file.write_text(written, encoding="utf-8")
    return path


def edit(desk: Desk, path: str, value: str, point: str = "year") -> None:
    """Sets a field of the point."""
    desk.act(parse({"kind": "edit", "point": point, "path": path, "value": value}))


def year(folder: Path) -> PointEntry:
    """The point as a load finds it."""
    return load(folder).point("year")


def test_a_change_of_one_pair_leaves_the_lines_of_the_others(tmp_path: Path) -> None:
    """Remarks, order and style of what did not change stay to the letter; undo takes the new line away."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    edit(desk, "pairs.A-C.reason", "Six years apart.")
    text = (folder / "points.yml").read_text(encoding="utf-8")
    assert REMARKED.split("\n", 2)[2] in text
    assert "    pairs:  # the two that wrote at once\n      C-A:" in text
    assert year(folder).pairs["C-A"].reason == "Six years apart."
    desk.undo()
    assert year(folder).pairs["C-A"].reason == ""
    agrees(desk, folder)


def test_the_first_pair_comes_and_the_last_one_goes(tmp_path: Path) -> None:
    """With the field itself; undo and redo lead there and back."""
    folder = folder_in(tmp_path, "")
    before = year(folder).plain
    desk = Desk(folder, "ada")
    edit(desk, "pairs.A-B.verdict", "conflict")
    assert list(year(folder).pairs) == ["A-B"]
    edit(desk, "pairs.B-A.verdict", "")  # the same pair
    assert year(folder).pairs == {}
    desk.undo()
    desk.undo()
    assert year(folder).plain == before
    desk.redo()
    assert list(year(folder).pairs) == ["A-B"]
    agrees(desk, folder)


def test_two_coders_each_say_another_pair_and_both_stand(tmp_path: Path) -> None:
    """Where none had been named before, and where some had; neither had seen what the other says."""
    folder = folder_in(tmp_path, "")
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    edit(ada, "pairs.A-B.verdict", "conflict")
    edit(bo, "pairs.A-C.verdict", "conflict")
    edit(ada, "pairs.C-D.verdict", "agree")
    edit(bo, "pairs.A-C.reason", "Six years apart.")
    assert {key: entry.verdict for key, entry in year(folder).pairs.items()} == {
        "A-B": "conflict", "A-C": "conflict", "C-D": "agree",
    }  # fmt: skip
    ada.undo()
    assert sorted(year(folder).pairs) == ["A-B", "A-C"]
    agrees(ada, folder)


def test_one_pair_of_which_two_coders_say_something_else_is_held(tmp_path: Path) -> None:
    """The clash names the pair; the other pairs stand."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    edit(bo, "pairs.A-B.reason", "Read on the plate.")
    with pytest.raises(Clash, match="pairs, A-B, reason of “Label of year”: bo made it “Read on the plate"):
        edit(ada, "pairs.A-B.reason", "Heard in the town.")
    assert year(folder).pairs["A-B"].reason == "Read on the plate."
    ada.insist(ada.held[0].id)
    assert year(folder).pairs["A-B"].reason == "Heard in the town."
    agrees(ada, folder)


def test_the_verdict_over_all_follows_its_pairs(tmp_path: Path) -> None:
    """Where it no longer goes with them it becomes the gravest; where it does, it stays. Who changes it, signs."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    edit(desk, "pairs.A-B.verdict", "detail")
    assert (year(folder).verdict, year(folder).coded.by) == ("conflict", "editor")
    edit(desk, "pairs.A-C.verdict", "agree")
    assert (year(folder).verdict, year(folder).coded.by) == ("detail", "ada")
    edit(desk, "pairs.C-B.verdict", "conflict")
    assert year(folder).verdict == "conflict"


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        ("pairs.A-X.verdict", "agree", "X has no position here"),
        ("pairs.A-B.verdict", "internal", "internal"),
        ("pairs.AB.verdict", "agree", "AB"),
        ("pairs.C-D.reason", "So.", "C-D has no verdict"),
        ("pairs.A-B.second", "agree", "is no field that can be edited"),
        ("verdict", "agree", "it is conflict, which is graver"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(tmp_path: Path, path: str, value: str, why: str) -> None:
    """And nothing is written."""
    folder = folder_in(tmp_path)
    before = (folder / "points.yml").read_bytes()
    with pytest.raises(Refused, match=why):
        edit(Desk(folder, "ada"), path, value)
    assert (folder / "points.yml").read_bytes() == before


def test_pairs_of_a_source_that_falls_silent_go(tmp_path: Path) -> None:
    """What is left still fits, or all goes where two are left to speak; quoting it again brings no pair back."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    edit(desk, "pairs.B-C.verdict", "agree")
    edit(desk, "positions.A.certainty", "silent")
    assert {key: entry.verdict for key, entry in year(folder).pairs.items()} == {"B-C": "agree"}
    assert year(folder).verdict == "agree"
    edit(desk, "positions.D.certainty", "silent")
    assert year(folder).pairs == {}
    start = load(folder).source("A").text.index("in 2015")
    quote = {"kind": "evidence", "point": "year", "source": "A", "start": start, "end": start + 7}
    desk.act(parse(quote))
    assert (year(folder).speaking, year(folder).pairs) == (("A", "B", "C"), {})
    agrees(desk, folder)


def test_a_split_keeps_the_pairs_that_still_hold_on_either_side(tmp_path: Path) -> None:
    """The quotes of one source go: who is left keeps what was said of them, and over all it follows."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    edit(desk, "pairs.C-D.verdict", "agree")
    work = load(folder)
    place = work.evidence_of("year", "A")[0]
    spot = {"source": "A", "start": place.start, "end": place.end}
    desk.act(parse({"kind": "split", "point": "year", "quotes": [spot], "label": "Of its own"}))
    assert {key: entry.verdict for key, entry in year(folder).pairs.items()} == {"C-D": "agree"}
    assert year(folder).verdict == "agree"
    new = load(folder).point("of-its-own")
    assert (new.verdict, new.pairs) == ("only", {})


@pytest.mark.parametrize(
    "pairs", ["    pairs: {A-C: {verdict: conflict}}\n", "    pairs:\n      # first\n      A-C: conflict\n"]
)
def test_a_pair_that_comes_before_all_others_is_written(tmp_path: Path, pairs: str) -> None:
    """Another coder's, joined with one's own, may stand first: in braces and on lines of its own."""
    folder = folder_in(tmp_path / "one", "")
    bo = Desk(folder, "bo")
    (folder / "points.yml").write_bytes((folder_in(tmp_path / "other", pairs) / "points.yml").read_bytes())
    edit(bo, "pairs.A-B.verdict", "conflict")
    assert {key: entry.verdict for key, entry in year(folder).pairs.items()} == {"A-B": "conflict", "A-C": "conflict"}
    agrees(bo, folder)
