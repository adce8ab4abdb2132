"""Several people, kernels and editors at one folder: what fits together is joined, the rest told, and none lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.helpers import ROOT, edit
from tests.record.keeping.acting import Act, State, agrees, both, folder_in, gone, journal, new, put, rejected

from sidebyside.errors import Clash, ComparisonError
from sidebyside.record import load
from sidebyside.record.keeping import Desk
from sidebyside.record.keeping.changes import Change


def test_what_others_did_is_seen(tmp_path: Path) -> None:
    """By whom and what, once; a second look sees nothing."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    bo.act(put("blame", "rank", "minor"))
    bo.act(rejected("p1"))
    seen = ada.look()
    assert seen.keys == ("candidates/p1", "points/blame")
    assert seen.words == ('bo: rank of blame: "minor"', "bo: candidates/p1")
    assert ada.state == bo.state
    assert not ada.look().words
    assert not bo.look().words


def test_changes_of_different_fields_are_joined(tmp_path: Path) -> None:
    """Each made theirs on what stood there before; both stand, whoever came second."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    bo.act(put("blame", "positions/A/says", "The builder, it says."))
    bo.act(gone("visit"))
    ada.act(put("blame", "positions/A/certainty", ["hedged"]))
    ada.act(put("blame", "reason", "Ada's."))
    bo.act(put("blame", "label", "Bo's"))
    point = load(folder).point("blame")
    assert (point.positions["A"].says, point.positions["A"].certainty) == ("The builder, it says.", ("hedged",))
    assert (point.reason, point.label) == ("Ada's.", "Bo's")
    assert "visit" not in ada.order
    agrees(bo, folder)


def test_the_same_field_changed_twice_is_told_and_both_are_kept(tmp_path: Path) -> None:
    """The first stands; the second is in the journal, held, and can be put in force, or given up."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    bo.act(put("blame", "verdict", "agree"))
    with pytest.raises(Clash, match="verdict of “To blame”: bo made it “agree”, you “detail”") as caught:
        ada.act(both(put("blame", "verdict", "detail"), rejected("p1")))
    assert (caught.value.mine, caught.value.theirs) == (
        {"points/blame/verdict": "detail"},
        {"points/blame/verdict": "agree"},
    )
    assert load(folder).point("blame").verdict == "agree"
    assert "candidates/p1" not in load(folder).decisions
    (held,) = Desk(folder, "ada").held
    assert [(e["by"], e.get("held", False)) for e in journal(folder)] == [("bo", False), ("ada", True)]
    assert "agree" in ada.why(held.id)
    bo.undo()
    assert Desk(folder, "ada").why(held.id) == ""
    ada.insist(held.id)
    assert ada.held == []
    assert load(folder).point("blame").verdict == "detail"
    assert "candidates/p1" in load(folder).decisions
    ada.undo()
    assert load(folder).point("blame").verdict == "framing"
    agrees(ada, folder)


def test_a_held_decision_can_be_given_up(tmp_path: Path) -> None:
    """It is not asked about again; the journal still tells of it."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    bo.act(rejected("p1", "Bo's"))
    with pytest.raises(Clash):
        ada.act(rejected("p1", "Ada's"))
    ada.drop(ada.held[0].id)
    again = Desk(folder, "ada")
    assert again.held == []
    assert again.undoable == ""
    assert len(journal(folder)) == 3
    with pytest.raises(ComparisonError, match="is not held"):
        again.drop("0" * 32)


def test_changes_that_do_not_fit_together_are_held(tmp_path: Path) -> None:
    """Bo codes A silent; Ada, who saw it speak, compares both: no field was changed twice, yet both cannot stand."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    bo.act(put("blame", "verdict", "internal", "within", "B"))
    ada.look()
    silent = {"says": "Nothing.", "certainty": ["silent"], "silent_because": "could"}
    bo.act(put("blame", "positions/A", silent))
    with pytest.raises(Clash, match="fewer than two sources"):
        ada.act(put("blame", "verdict", "detail", "within", None))
    assert load(folder).point("blame").within == "B"
    assert len(ada.held) == 1


def test_undo_leaves_what_others_made_since(tmp_path: Path) -> None:
    """Other fields of the point stay; if the same one was changed since, undo says by whom, and changes nothing."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    ada.act(put("blame", "verdict", "agree", "reason", "Ada's."))
    bo.look()
    bo.act(put("blame", "label", "Bo's"))
    ada.undo()
    point = load(folder).point("blame")
    assert (point.verdict, point.reason, point.label) == ("framing", "Another cause.", "Bo's")
    ada.redo()
    bo.look()
    bo.act(put("blame", "verdict", "detail"))
    lines = len(journal(folder))
    with pytest.raises(Clash, match=r"verdict of “Bo.s”: bo made it “detail”"):
        ada.undo()
    assert len(journal(folder)) == lines
    assert load(folder).point("blame").verdict == "detail"
    bo.act(gone("blame"))
    with pytest.raises(Clash, match="“blame”: bo made it nothing"):
        ada.undo()
    bo.undo()
    bo.undo()
    ada.undo()
    assert load(folder).point("blame").verdict == "framing"
    agrees(ada, folder)


def test_what_cannot_be_taken_back_can_be_let_stand(tmp_path: Path) -> None:
    """The clash names the action; past it lies the one before, for every desk of the coder and for good."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    ada.act(put("blame", "rank", "minor"))
    ada.act(put("blame", "verdict", "agree"))
    bo.look()
    bo.act(put("blame", "verdict", "detail"))
    for _ in range(2):
        with pytest.raises(Clash, match="or let it stand and take back what you did before") as caught:
            ada.undo()
    entry = ada.undo(past=caught.value.entry)
    assert entry is not None
    assert entry.did == 'undo: rank of blame: "minor"'
    assert (load(folder).point("blame").rank, load(folder).point("blame").verdict) == ("core", "detail")
    assert [line["did"] for line in journal(folder)][-2:] == ['let stand: verdict of blame: "agree"', entry.did]
    assert (ada.undoable, ada.undo(), ada.redoable) == ("", None, 'rank of blame: "minor"')
    agrees(ada, folder)
    ada.redo()
    assert load(folder).point("blame").rank == "minor"
    assert ada.redo() is None
    for identity in (caught.value.entry, "0" * 32):
        with pytest.raises(ComparisonError, match="is not there to be let stand"):
            ada.undo(past=identity)
    agrees(ada, folder)


def test_what_cannot_be_done_again_can_be_let_stand(tmp_path: Path) -> None:
    """What others changed since stays as it is; what was taken back before it can be done again."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    ada.act(put("blame", "verdict", "agree"))
    ada.act(put("blame", "rank", "minor"))
    ada.undo()
    ada.undo()
    bo.look()
    bo.act(put("blame", "verdict", "detail"))
    lines = len(journal(folder))
    with pytest.raises(Clash, match="or let it stand and do again what you took back before") as caught:
        ada.redo()
    assert len(journal(folder)) == lines
    entry = ada.redo(past=caught.value.entry)
    assert entry is not None
    assert (load(folder).point("blame").rank, load(folder).point("blame").verdict) == ("minor", "detail")
    assert (ada.redoable, ada.undoable) == ("", 'rank of blame: "minor"')
    for identity in (caught.value.entry, "0" * 32):
        with pytest.raises(ComparisonError, match="is not there to be let stand"):
            ada.redo(past=identity)
    agrees(ada, folder)
    assert Desk(folder, "ada").undoable == 'rank of blame: "minor"'


def test_what_no_longer_fits_can_be_let_stand_too(tmp_path: Path) -> None:
    """A finding rests by now on the point that was made: taking it back is a clash that names it, not a dead end."""
    folder = folder_in(tmp_path)
    ada = Desk(folder, "ada")
    ada.act(rejected("p1"))
    ada.act(new("extra"))
    edit(folder, "comparison.yml", "points: [that-it-fell,", "points: [extra, that-it-fell,")
    with pytest.raises(Clash, match="rests on the point") as caught:
        ada.undo()
    ada.undo(past=caught.value.entry)
    assert load(folder).decisions == {}
    assert ada.order[-1] == "extra"
    agrees(ada, folder)


def test_a_name_taken_meanwhile_is_no_clash(tmp_path: Path) -> None:
    """Two people make a point at once and their actions hit on one id: the action is asked again, and takes another."""
    folder = folder_in(tmp_path)

    def make(state: State) -> list[Change]:
        name = next(name for name in ("fresh", "fresh-2") if f"points/{name}" not in state)
        return new(name).make(state)

    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    bo.act(Act("fresh", make))
    ada.act(Act("fresh", make))
    assert ada.order[-2:] == ["fresh", "fresh-2"]
    agrees(ada, folder)


def test_an_edit_by_hand_is_taken_over_and_told(tmp_path: Path) -> None:
    """It is in the journal as somebody's outside; the coder's own decisions join it, or are held."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    desk.act(put("blame", "rank", "minor"))
    edit(folder, "points.yml", "label: To blame", "label: By hand  # mine")
    seen = desk.look()
    assert (seen.keys, seen.words) == (("points/blame",), ("(outside): edited points.yml: By hand",))
    desk.act(put("blame", "reason", "Ada's."))
    edit(folder, "points.yml", "verdict: framing", "verdict: detail")
    with pytest.raises(Clash, match=r"verdict of “By hand”: \(outside\) made it “detail”"):
        desk.act(put("blame", "verdict", "agree"))
    assert "label: By hand  # mine" in (folder / "points.yml").read_text(encoding="utf-8")
    assert [entry["by"] for entry in journal(folder)] == ["ada", "(outside)", "ada", "(outside)", "ada"]
    desk.undo()
    point = load(folder).point("blame")
    assert (point.label, point.verdict, point.reason, point.rank) == ("By hand", "detail", "Another cause.", "minor")
    agrees(desk, folder)


def test_an_edit_of_a_point_that_no_entry_told_of_is_not_passed_over(tmp_path: Path) -> None:
    """Made while no desk was open, what stood there before is not known, and the entry says so; made later, it is."""
    folder = folder_in(tmp_path)
    Desk(folder, "ada").act(put("blame", "rank", "minor"))
    edit(folder, "points.yml", "label: The day", "label: By hand")
    desk = Desk(folder, "ada")
    told = journal(folder)[-1]
    assert (told["by"], told["changes"]) == ("(outside)", [])
    unknown = "edited points.yml: which of the 6 points that the journal does not tell of changed is not known"
    assert told["did"] == unknown
    assert desk.found == (f"(outside): {unknown}",)
    assert Desk(folder, "ada").found == ()
    edit(folder, "points.yml", "label: By hand", "label: By hand again")
    assert desk.look().words == ("(outside): edited points.yml: By hand again",)
    agrees(desk, folder)


def test_an_edit_while_nobody_looked_is_told_when_the_desk_is_opened(tmp_path: Path) -> None:
    """What the journal knows otherwise is noted, points that came and went too; and it is noted once."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    desk.act(put("blame", "rank", "minor"))
    desk.act(new("extra", "blame"))
    edit(folder, "points.yml", "label: To blame", "label: By hand")
    text = (folder / "points.yml").read_text(encoding="utf-8")
    start, end = text.index("  - id: extra"), text.index("  - id: visit")
    (folder / "points.yml").write_text(text[:start] + text[end:], encoding="utf-8")
    Desk(folder, "bo")
    Desk(folder, "ada")
    last = journal(folder)[-1]
    assert (last["by"], [change["key"] for change in last["changes"]]) == (
        "(outside)",
        ["points/extra", "points/blame"],
    )
    assert len(journal(folder)) == 3
    agrees(Desk(folder, "ada"), folder)


def test_points_put_back_by_hand_stay_put_back(tmp_path: Path) -> None:
    """The file as it was before the last decision is not taken for one that a crash left behind."""
    folder = folder_in(tmp_path)
    before = (folder / "points.yml").read_bytes()
    Desk(folder, "ada").act(put("blame", "verdict", "agree"))
    (folder / "points.yml").write_bytes(before)
    desk = Desk(folder, "ada")
    assert (folder / "points.yml").read_bytes() == before
    assert journal(folder)[-1]["by"] == "(outside)"
    agrees(desk, folder)


@pytest.mark.parametrize("broken", ["points: [", "", None, "points:\n  - id: blame\n", "verdict: framings"])
def test_a_file_that_cannot_be_read_just_now_waits(tmp_path: Path, broken: str | None) -> None:
    """Half-edited, emptied, gone, or invalid: decisions on points are kept and come in force when it is mended."""
    folder = folder_in(tmp_path)
    desk, path = Desk(folder, "ada"), folder / "points.yml"
    desk.act(put("blame", "rank", "minor"))
    good = path.read_text(encoding="utf-8")
    bad = broken if broken != "verdict: framings" else good.replace("verdict: framing", broken)
    path.unlink() if bad is None else path.write_text(bad, encoding="utf-8")
    (words,) = desk.look().words
    assert words.startswith("points.yml")
    assert "will be tried again" in words
    with pytest.raises(Clash, match=r"points\.yml.*it will be tried again"):
        desk.act(put("blame", "reason", "Kept."))
    desk.act(rejected("p1"))
    assert path.read_text(encoding="utf-8") == bad if bad is not None else not path.exists()
    path.write_text(good.replace("label: To blame", "label: Mended"), encoding="utf-8")
    assert "in force now: reason of blame" in " ".join(desk.look().words)
    assert desk.held == []
    assert (load(folder).point("blame").label, load(folder).point("blame").reason) == ("Mended", "Kept.")
    agrees(desk, folder)


def test_a_theme_added_meanwhile_can_be_used(tmp_path: Path) -> None:
    """The codebook is read again when comparison.yml changed; while that is wrong, the one known counts."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    edit(folder, "comparison.yml", "themes:\n", "themes:\n  - {key: rain, name: Rain, definition: It.}\n")
    desk.look()
    desk.act(put("blame", "theme", "rain"))
    edit(folder, "comparison.yml", "names:\n", "namess:\n")
    desk.act(put("blame", "reason", "Rain."))
    edit(folder, "comparison.yml", "namess:\n", "names:\n")
    agrees(desk, folder)


ACTING = """
import sys
from pathlib import Path
from sidebyside.errors import Clash
from sidebyside.record.keeping import Desk
from tests.record.keeping.acting import put, rejected
folder, coder, point, times = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
desk = Desk(folder, coder)
print("open", flush=True)
sys.stdin.readline()
for n in range(times):
    try:
        desk.act(put(point, "reason", f"{coder} {n}"))
        desk.act(rejected(f"{coder}-{n}"))
    except Clash:
        print("clash", flush=True)
"""


@pytest.mark.parametrize("points", [("blame", "visit"), ("blame", "blame")])
def test_two_processes_at_once_lose_nothing(tmp_path: Path, points: tuple[str, str]) -> None:
    """On different points all is in force at the end; on the same field each decision is in force or held, as told."""
    folder, times = folder_in(tmp_path), 8
    children = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", ACTING, str(folder), coder, point, str(times)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
            env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": ""},
        )
        for coder, point in zip(("ada", "bo"), points, strict=True)
    ]  # fmt: skip
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    told = [child.communicate("go\n", timeout=120) for child in children]
    assert [err for _, err in told] == ["", ""]
    clashes = [out.count("clash") for out, _ in told]
    lines = journal(folder)
    for coder, clashed in zip(("ada", "bo"), clashes, strict=True):
        own = [line for line in lines if line["by"] == coder]
        assert sum(line.get("held", False) for line in own) == clashed
        assert len(own) == 2 * times - clashed
    if points[0] != points[1]:
        assert clashes == [0, 0]
        assert [load(folder).point(point).reason for point in points] == [f"{c} {times - 1}" for c in ("ada", "bo")]
    assert len(load(folder).decisions) == 2 * times - sum(clashes)
    agrees(Desk(folder, "ada"), folder)
