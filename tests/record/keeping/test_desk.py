"""Whatever is decided, undone and done again, in whatever order: the disk says what the desk says; nothing is lost."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, SHIPPED, edit
from tests.record.keeping.acting import (
    ACTS,
    POINTS,
    Act,
    agrees,
    both,
    folder_in,
    gone,
    journal,
    put,
    rejected,
    said,
)

from sidebyside.errors import ComparisonError
from sidebyside.record import load
from sidebyside.record.keeping import Desk
from sidebyside.record.keeping.changes import Change

SOME = settings(REPEATABLE, max_examples=25)
STEPS = st.lists(st.one_of(ACTS, st.just("undo"), st.just("redo")), max_size=12)


def lines_of(folder: Path, point: str) -> str:
    """The lines of a point, up to the next one's."""
    text = (folder / "points.yml").read_text(encoding="utf-8")
    return text.split(f"  - id: {point}\n")[1].split("\n  - id:")[0]


@SOME
@given(STEPS)
def test_all_undone_is_the_start_and_all_redone_the_end(steps: list[Act | str]) -> None:
    """After each step the disk holds the state; undoing everything leads back to the start, redoing it to the end."""
    with tempfile.TemporaryDirectory() as path:
        folder = folder_in(Path(path))
        desk = Desk(folder, "ada")
        start = (dict(desk.state), desk.order)
        for step in steps:
            if isinstance(step, str):
                getattr(desk, step)()
            else:
                desk.act(step)
            agrees(desk, folder)
        undone = 0
        while desk.redo():
            pass
        latest = (dict(desk.state), desk.order)
        while desk.undo():
            undone += 1
        assert (dict(desk.state), desk.order) == start
        again = Desk(folder, "ada")
        for _ in range(undone):
            again.redo()
        assert (dict(again.state), again.order) == latest
        assert again.redo() is None


@SOME
@given(st.lists(ACTS, max_size=8))
def test_points_that_nobody_touched_keep_every_byte(acts: list[Act]) -> None:
    """The lines of a point change only if a change is of that point."""
    with tempfile.TemporaryDirectory() as path:
        folder = folder_in(Path(path))
        before = {point: lines_of(folder, point) for point in POINTS}
        desk, touched = Desk(folder, "ada"), set()
        for act in acts:
            entry = desk.act(act)
            touched |= {change.key for change in entry.changes} if entry else set()
        for point, lines in before.items():
            if f"points/{point}" not in touched and point != "hurt-or-not":  # behind which new ones are added
                assert lines_of(folder, point) == lines


def test_a_decision_is_a_line_of_the_journal_with_both_sides(tmp_path: Path) -> None:
    """By whom, when, from what, to what; the fingerprints of points.yml before and after; nothing else is written."""
    folder = folder_in(tmp_path)
    entry = Desk(folder, "ada").act(put("blame", "verdict", "agree"))
    (line,) = journal(folder)
    assert entry is not None
    assert (line["id"], line["by"], line["at"]) == (entry.id, "ada", entry.at)
    assert [line["changes"][0][side]["verdict"] for side in ("before", "after")] == ["framing", "agree"]
    assert "held" not in line
    assert {path.name for path in folder.iterdir()} - {"journal.jsonl", ".lock"} == {
        "comparison.yml", "points.yml", "texts", "readings.yml", "codings",
    }  # fmt: skip


def test_an_action_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    """Not even a line of the journal."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    assert desk.act(put("blame", "verdict", "framing")) is None
    assert desk.undo() is None
    assert desk.redo() is None
    assert not (folder / "journal.jsonl").exists()


def test_looking_and_loading_write_nothing(tmp_path: Path) -> None:
    """A load, with a journal and without one, leaves every file as it was."""
    folder = folder_in(tmp_path)
    Desk(folder, "ada").act(rejected("p1"))
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    load(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.parametrize(
    ("act", "said_to_be_wrong"),
    [
        (put("blame", "verdict", "maybe"), "verdict"),
        (put("blame", "theme", "weather"), '"weather" is no theme'),
        (put("blame", "positions/A/evidence", [{"quote": "the gardener"}]), "the gardener"),
        (put("blame", "positions/A/evidence", None), "A speaks without evidence"),
        (put("blame", "id", "other"), "would hold the point other"),
        (put("blame", "colour", "red"), "colour"),
        (put("blame", "reason", "half a letter: \ud83d"), "reason"),
        (gone("that-it-fell"), "They agree that it fell"),
        (said("candidates/p1", {"status": "liked", "by": "ada", "on": "2026-11-24"}), "status"),
        (said("candidates/../p1", {"status": "skipped", "by": "ada", "on": "2026-11-24"}), "key"),
        (said("memos/comparison", {"text": "\ud800", "by": "ada", "on": "2026-11-24"}), "text"),
        (Act("bad", lambda state: [Change("points/New Point", None, {})]), "missing"),
    ],
)
def test_what_is_not_valid_is_not_written(tmp_path: Path, act: Act, said_to_be_wrong: str) -> None:
    """The error names what is wrong as a load would, and no file has changed."""
    folder = folder_in(tmp_path)
    before = (folder / "points.yml").read_bytes()
    desk = Desk(folder, "ada")
    state = dict(desk.state)
    with pytest.raises(ComparisonError, match=said_to_be_wrong):
        desk.act(act)
    assert (folder / "points.yml").read_bytes() == before
    assert journal(folder) == []
    assert desk.state == state
    agrees(desk, folder)


def test_a_removed_point_comes_back_where_it_stood(tmp_path: Path) -> None:
    """With its neighbours, if they went together, and wherever it stood: first, in the middle, last."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    order = desk.order
    desk.act(both(gone("hurt-at-all", "how-many-hurt"), gone("hurt-or-not")))
    assert desk.order == [p for p in order if p not in ("hurt-at-all", "how-many-hurt", "hurt-or-not")]
    agrees(desk, folder)
    again = Desk(folder, "ada")
    again.undo()
    assert again.order == order
    agrees(again, folder)


def test_a_removed_point_comes_back_with_its_remarks(tmp_path: Path) -> None:
    """In the very lines in which it stood, quotes and line ends too."""
    folder = folder_in(tmp_path)
    path = folder / "points.yml"
    edit(folder, "points.yml", "    verdict: framing\n", "    # Hm.\n    verdict: 'framing'  # why?\n")
    before = path.read_bytes()
    for end in (b"\n", b"\r\n"):
        path.write_bytes(before.replace(b"\n", end))
        desk = Desk(folder, "ada")
        desk.act(both(gone("blame"), put("visit", "reason", "Another.")))
        assert b"# Hm." not in path.read_bytes()
        desk.undo()
        desk.act(put("visit", "reason", "x"))
        desk.undo()
        assert path.read_bytes() == before.replace(b"\n", end)
        agrees(desk, folder)


def test_undo_and_redo_outlive_the_desk_and_say_what_they_are_about(tmp_path: Path) -> None:
    """Another desk of the same coder takes back what the first one did; a new action ends what could be redone."""
    folder = folder_in(tmp_path)
    Desk(folder, "ada").act(put("blame", "rank", "minor"))
    Desk(folder, "ada").act(rejected("p1"))
    assert Desk(folder, "ada").undoable == "candidates/p1"
    undone = Desk(folder, "ada").undo()
    assert undone is not None
    assert undone.did == "undo: candidates/p1"
    desk = Desk(folder, "ada")
    assert (desk.undoable, desk.redoable) == ('rank of blame: "minor"', "candidates/p1")
    desk.redo()
    assert (desk.undoable, desk.redoable) == ("candidates/p1", "")
    desk.undo()
    desk.act(rejected("p2"))
    assert desk.redoable == ""
    assert Desk(folder, "ada").redo() is None


def test_each_coder_takes_back_only_what_is_their_own(tmp_path: Path) -> None:
    """Bo has nothing to take back where only Ada decided."""
    folder = folder_in(tmp_path)
    Desk(folder, "ada").act(put("blame", "rank", "minor"))
    bo = Desk(folder, "bo")
    assert (bo.undoable, bo.undo()) == ("", None)
    bo.act(put("blame", "label", "Who is to blame"))
    Desk(folder, "ada").undo()
    assert load(folder).point("blame").rank == "core"
    assert load(folder).point("blame").label == "Who is to blame"


def test_a_comparison_without_points_takes_its_first(tmp_path: Path) -> None:
    """Whether points.yml is missing, has nothing but a remark, or an empty list; and it may become empty again."""
    first = load(folder_in(tmp_path)).point("blame").plain
    act = Act("first", lambda state: [Change("points/blame", None, first)])
    for number, text in enumerate(
        [None, "# nothing yet\n", "points: []\n", "points: []  # none yet", "set_aside: []\n"]
    ):
        folder = folder_in(tmp_path / str(number))
        shutil.rmtree(folder / "codings")
        about = (folder / "comparison.yml").read_text(encoding="utf-8").partition("findings:")[0]
        (folder / "comparison.yml").write_text(about, encoding="utf-8")
        path = folder / "points.yml"
        path.unlink()
        if text is not None:
            path.write_text(text, encoding="utf-8")
        desk = Desk(folder, "ada")
        assert desk.order == []
        desk.act(act)
        agrees(desk, folder)
        assert all(line in path.read_text(encoding="utf-8") for line in (text or "").split("[]")[1:])
        desk.undo()
        agrees(desk, folder)
        assert load(folder).coded.points == ()
        desk.redo()
        agrees(desk, folder)


def test_a_name_that_is_no_coders_opens_no_desk(tmp_path: Path) -> None:
    """It stands in keys of the journal, so it has to be short and plain."""
    folder = folder_in(tmp_path)
    for name in ("", "../x", "Ada L.", "(outside)", "a" * 61):
        with pytest.raises(ComparisonError, match="no name of a coder"):
            Desk(folder, name)


def test_a_folder_that_does_not_load_opens_no_desk(tmp_path: Path) -> None:
    """The error is that of the load."""
    folder = folder_in(tmp_path)
    (folder / "points.yml").write_text("points: [", encoding="utf-8")
    with pytest.raises(ComparisonError, match=r"points\.yml line \d: not YAML"):
        Desk(folder, "ada")


def test_the_shipped_points_can_each_be_changed_and_changed_back(tmp_path: Path) -> None:
    """Every point as it is written there can have a field changed and set back, and its file is the same again."""
    from sidebyside.record.keeping.points_text import PointsText

    text = PointsText.read(SHIPPED / "points.yml")
    for identity, point in list(text.points.items())[::16]:
        other = {**point, "reason": "Otherwise.", "to_check": "A thing: another."}
        there = text.changed([Change(f"points/{identity}", point, other)])
        assert there.points[identity] == other
        assert PointsText.of(there.text).equals(there)
        back = there.changed([Change(f"points/{identity}", other, point)])
        assert back.points == text.points
        same = [a == b for a, b in zip(text.text.splitlines(), there.text.splitlines(), strict=False)]
        assert same.index(False) > 0
