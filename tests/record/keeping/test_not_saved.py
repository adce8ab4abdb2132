"""A full disk, a folder that cannot be written, a lock that is held: it is said, and nothing in force has changed."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from tests.helpers import ROOT
from tests.record.keeping.acting import agrees, both, folder_in, gone, journal, put, rejected

from sidebyside.errors import NotSaved
from sidebyside.record import load
from sidebyside.record.keeping import Desk, store
from sidebyside.record.keeping import journal as journals

FAULTS = {
    errno.ENOSPC: "is full. Free some space",
    errno.EDQUOT: "is full. Free some space",
    errno.EROFS: "cannot be written to. Allow writing",
    errno.EACCES: "cannot be written to. Allow writing",
    errno.EIO: "reports: Input/output error",
}


def failing(fault: int, after: int, real: Callable[..., int]) -> Callable[..., int]:
    """A system's call that writes a few bytes and then fails."""

    def fails(handle: int, data: bytes) -> int:
        nonlocal after
        if after <= 0:
            raise OSError(fault, os.strerror(fault))
        written = real(handle, bytes(data)[:after])
        after -= written
        return written

    return fails


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("after", [0, 1, 200])
def test_a_journal_that_cannot_be_written_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int, after: int
) -> None:
    """A line of which only a part came to the disk is taken off it; the desk goes on when there is room again."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    desk.act(rejected("p1"))
    before = ((folder / "journal.jsonl").read_bytes(), (folder / "points.yml").read_bytes(), dict(desk.state))
    with monkeypatch.context() as patched:
        patched.setattr(journals.os, "write", failing(fault, after, os.write))
        for act in (rejected("p2"), put("blame", "verdict", "agree")):
            with pytest.raises(NotSaved, match=FAULTS[fault]):
                desk.act(act)
        with pytest.raises(NotSaved):
            desk.undo()
        assert before == ((folder / "journal.jsonl").read_bytes(), (folder / "points.yml").read_bytes(), desk.state)
    agrees(desk, folder)
    desk.act(put("blame", "verdict", "agree"))
    desk.undo()
    desk.undo()
    assert "candidates/p1" not in load(folder).decisions
    agrees(desk, folder)


@pytest.mark.parametrize("fault", FAULTS)
def test_points_that_cannot_be_written_take_the_line_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    """The journal does not tell of what was not done."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")

    def replacing(path: Path) -> None:
        raise OSError(fault, os.strerror(fault))

    before = (folder / "points.yml").read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(store, "replacing", replacing)
        with pytest.raises(NotSaved, match=FAULTS[fault]):
            desk.act(both(put("blame", "verdict", "agree"), rejected("p1")))
        assert journal(folder) == []
        desk.act(rejected("p2"))  # needs no room in points.yml
    assert (folder / "points.yml").read_bytes() == before
    assert list(desk.state)[-1] == "candidates/p2"
    agrees(desk, folder)


LIMITED = """
import resource, signal, sys
from pathlib import Path
from sidebyside.errors import NotSaved
from sidebyside.record.keeping import Desk
from tests.record.keeping.acting import put, rejected
folder = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
desk = Desk(folder, "ada")
limit = (folder / "points.yml").stat().st_size + 40
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
for n in range(60):
    for act in (rejected(f"p{n}"), put("blame", "reason", "So it is. " * n + f"Number {n}.")):
        try:
            print("saved", desk.act(act).id)
        except NotSaved as error:
            print("not saved:", error)
"""


def test_no_room_for_a_longer_file(tmp_path: Path) -> None:
    """With a limit that the system sets on files: every decision is confirmed and there, or refused and not there."""
    folder = folder_in(tmp_path)
    env = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": ""}
    call = [sys.executable, "-W", "error", "-c", LIMITED, str(folder)]
    done = subprocess.run(call, capture_output=True, text=True, cwd=ROOT, env=env, check=False)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line.split()[1] for line in lines if line.startswith("saved")] == [line["id"] for line in journal(folder)]
    assert "is full. Free some space on it, then try again" in done.stdout
    assert any(line.startswith("saved") for line in lines)
    agrees(Desk(folder, "ada"), folder)


UNPRIVILEGED = """
import os, sys
from pathlib import Path
folder = Path(sys.argv[1])
from sidebyside.errors import NotSaved
from sidebyside.record import load
from sidebyside.record.keeping import Desk
from tests.record.keeping.acting import put, rejected
if os.geteuid() == 0:
    os.setuid(65534)
load(folder)
desk = Desk(folder, "ada")
print(len(desk.state), desk.undoable)
for act in (put("blame", "verdict", "agree"), rejected("p1")):
    try:
        desk.act(act)
    except NotSaved as error:
        print(error)
print(desk.look().words, desk.state["points/blame"]["verdict"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of folders are another thing there")
def test_a_read_only_folder_can_be_read(tmp_path: Path) -> None:
    """A desk opens there and shows all; each decision is refused, saying why. As root, rights are given up first."""
    folder = folder_in(tmp_path)
    Desk(folder, "ada").act(rejected("p0"))
    (folder / ".lock").unlink(missing_ok=True)
    for path in (*tmp_path.parents, tmp_path):
        if path.stat().st_uid == os.geteuid() and str(path).startswith("/tmp/"):
            path.chmod(path.stat().st_mode | 0o055)
    for path in folder.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    folder.chmod(0o555)
    env = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": ""}
    call = [sys.executable, "-W", "error", "-c", UNPRIVILEGED, str(folder)]
    done = subprocess.run(call, capture_output=True, text=True, cwd=ROOT, env=env, check=False)
    folder.chmod(0o755)
    assert done.returncode == 0, done.stderr
    first, *refused, last = done.stdout.splitlines()
    assert first == "8 candidates/p0"
    assert [line.count("cannot be written to. Allow writing to the folder, or work on a copy") for line in refused] == [
        1,
        1,
    ]
    assert last == "() framing"


def test_a_lock_that_another_program_holds_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a few seconds; a look reads on without it, and when it is free all goes on."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    with FileLock(folder / ".lock"):
        with pytest.raises(NotSaved, match=r"another program holds .*\.lock. Try again when it has done"):
            desk.act(gone("blame"))
        assert Desk(folder, "bo").state == desk.state
    desk.act(gone("blame"))
    agrees(desk, folder)
