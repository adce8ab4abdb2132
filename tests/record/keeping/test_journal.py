"""The journal is read once, line by line, and nothing in it is believed before it is checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.helpers import problems
from tests.record.keeping.acting import folder_in, journal, put, rejected, said

from sidebyside.errors import ComparisonError
from sidebyside.record import load
from sidebyside.record.keeping import Desk
from sidebyside.record.keeping.entry import entry_of, line_of, new_entry
from sidebyside.record.keeping.journal import Journal

CODING = {"verdict": "detail", "certainty": {"A": ["asserted"]}, "confidence": "low", "note": "Hm."}


def test_an_entry_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Whatever words it has: line ends of any kind stay within the line."""
    desk = Desk(folder_in(tmp_path), "ada")
    words = 'one\ntwo\r\nthree\u2028four\x85five 😱 \\n "'
    entry = desk.act(said("memos/comparison", {"text": words, "by": "ada", "on": "2026-11-24"}))
    assert entry is not None
    assert line_of(entry).count(b"\n") == 1
    assert entry_of(line_of(entry)) == entry
    assert load(tmp_path / "bridge").decisions["memos/comparison"]["text"] == words


def test_a_journal_with_other_line_ends_is_the_same(tmp_path: Path) -> None:
    """As a version control system may leave it behind on another machine."""
    folder = folder_in(tmp_path)
    Desk(folder, "ada").act(rejected("p1"))
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    desk = Desk(folder, "ada")
    desk.act(rejected("p2"))
    desk.undo()
    desk.undo()
    assert load(folder).decisions == {}


def bad(**fields: Any) -> bytes:
    """A line with fields that are wrong."""
    good = {"id": "0" * 32, "at": "2026-11-24T14:02:31.412Z", "by": "eve", "did": "x", "changes": []}
    return json.dumps(good | fields).encode()


def changed(key: str, after: Any) -> list[dict[str, Any]]:
    """One change, as a line has it."""
    return [{"key": key, "before": None, "after": after}]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"<<<<<<< mine", "the line: Invalid JSON"),
        (b"\xff\xfe", "the line: Invalid JSON"),
        (b"[" * 100_000, "the line: Invalid JSON"),
        (b"[]", "the line"),
        (bad(id="../../etc"), "id"),
        (bad(by="eve/../ada"), "by"),
        (bad(at="yesterday"), "at"),
        (bad(shell="rm"), "shell"),
        (bad(found="0"), "found"),
        (bad(held="maybe"), "held"),
        (bad(changes=changed("points/../../x", None)), "changes, 0, key"),
        (bad(changes=changed("candidates/p1\n", None)), "changes, 0, key"),
        (bad(changes=changed("passwords/root", None)), "changes, 0, key"),
        (bad(changes=[*changed("points/x", None), {"key": "points/x"}]), "changes, 1"),
        (bad(changes=changed("candidates/p1", {"status": "adored", "by": "e", "on": "2026-11-24"})), "status"),
        (bad(changes=changed("codings/eve/blame", {"verdict": "maybe", "certainty": {}})), "verdict"),
        (bad(changes=changed("codings/eve/blame", [1])), "codings/eve/blame: has to be fields"),
        (bad(changes=changed("memos/theme/fall", "text")), "memos/theme/fall"),
        (bad(changes=changed("flags/blame", {"by": "e", "on": "soon", "note": ""})), "on"),
    ],
)
def test_a_line_that_is_no_entry_is_named_and_the_others_stand(tmp_path: Path, line: bytes, what: str) -> None:
    """Among others: the load gives its number and what is wrong, and taking it out mends the journal."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    desk.act(rejected("p1"))
    desk.act(rejected("p2"))
    path = folder / "journal.jsonl"
    first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + line + b"\n" + second)
    (found,) = problems(folder)
    assert (found.file, found.line) == ("journal.jsonl", 2)
    assert found.what.startswith(f"not an entry of the journal: {what}")
    with pytest.raises(ComparisonError, match=r"journal\.jsonl line 2"):
        Desk(folder, "ada")
    path.write_bytes(first + second)
    assert list(load(folder).decisions) == ["candidates/p1", "candidates/p2"]


def test_a_line_damaged_meanwhile_is_told_and_stops_nobody(tmp_path: Path) -> None:
    """A desk that is open says which line it is, and goes on."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    desk.act(rejected("p1"))
    with (folder / "journal.jsonl").open("ab") as file:
        file.write(b"nonsense\n")
    assert "journal.jsonl line 2: not an entry" in " ".join(desk.look().words)
    desk.act(rejected("p2"))
    assert (folder / "journal.jsonl").read_bytes().splitlines()[1] == b"nonsense"
    assert set(desk.state) >= {"candidates/p1", "candidates/p2"}


def test_a_journal_that_was_exchanged_is_read_anew(tmp_path: Path) -> None:
    """Another branch was checked out, say: the desk shows what is there now."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    desk.act(rejected("p1"))
    one = (folder / "journal.jsonl").read_bytes()
    desk.act(rejected("p2"))
    bo = line_of(new_entry("bo", "Bo's", ()))
    (folder / "journal.jsonl").write_bytes(one + bo)
    assert desk.look().words == ("bo: Bo's",)
    assert "candidates/p2" not in desk.state
    assert desk.undoable == "candidates/p1"
    (folder / "journal.jsonl").unlink()
    desk.act(rejected("p3"))
    assert [key for key in desk.state if "candidates" in key] == ["candidates/p3"]
    assert len(journal(folder)) == 1


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    """However long the journal is, a look takes up where the last one ended."""
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b"".join(line_of(new_entry("ada", "x", ())) for _ in range(300)))
    read = Journal(path)
    assert len(read.news() or ()) == 300
    with path.open("ab") as file:
        file.write(line_of(new_entry("bo", "y", ())) + b'{"id"')
    assert [entry.by for entry in read.news() or ()] == ["bo"]
    assert read.news() == []
    assert len(read.entries) == 301


def test_an_entry_that_stands_twice_counts_once(tmp_path: Path) -> None:
    """As after a merge of two versions of the file."""
    folder = folder_in(tmp_path)
    Desk(folder, "ada").act(rejected("p1"))
    path = folder / "journal.jsonl"
    path.write_bytes(path.read_bytes() * 2)
    assert ["stands there already" in problem.what for problem in problems(folder)] == [True]


def test_a_journal_outside_the_folder_is_refused(tmp_path: Path) -> None:
    """A link that leads elsewhere is neither read nor written."""
    folder = folder_in(tmp_path)
    (tmp_path / "elsewhere").write_text("mine")
    (folder / "journal.jsonl").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ComparisonError, match="leads out of the folder"):
        Desk(folder, "ada")
    assert (tmp_path / "elsewhere").read_text() == "mine"


def test_a_load_has_what_was_decided_beside_the_points(tmp_path: Path) -> None:
    """Decisions by key; codings as those of a file, the journal's over the file's; none of a point that is gone."""
    folder = folder_in(tmp_path)
    assert load(folder).decisions == {}
    before = {coding.coder: coding for coding in load(folder).codings}
    desk = Desk(folder, "cy")
    for key in ("codings/cy/blame", "codings/cy/visit", "codings/first/visit"):
        desk.act(said(key, CODING))
    desk.act(rejected("p1"))
    desk.act(put("blame", "rank", "minor"))
    work = load(folder)
    assert work.decisions["candidates/p1"]["status"] == "rejected"
    assert not any(key.startswith("points/") for key in work.decisions)
    codings = {coding.coder: coding for coding in work.codings}
    assert [(entry.id, entry.verdict, entry.note) for entry in codings["cy"].points] == [
        ("blame", "detail", "Hm."), ("visit", "detail", "Hm."),
    ]  # fmt: skip
    assert [e for e in codings["first"].points if e.id != "visit"] == [
        e for e in before["first"].points if e.id != "visit"
    ]
    assert next(e.verdict for e in codings["first"].points if e.id == "visit") == "detail"
