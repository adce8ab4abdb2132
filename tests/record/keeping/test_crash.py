"""A kernel may be killed at any moment: what had been confirmed is there, what had not is there whole or not at all."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.helpers import ROOT
from tests.record.keeping.acting import Act, agrees, both, folder_in, gone, journal, new, put, rejected

from sidebyside.record import load
from sidebyside.record.keeping import Desk, store

ROUNDS = 6
ACTING = """
import sys
from pathlib import Path
from sidebyside.record.keeping import Desk
from tests.record.keeping.acting import both, gone, new, put, rejected
folder, start = Path(sys.argv[1]), int(sys.argv[2])
desk = Desk(folder, "ada")
for n in range(start, start + 100_000):
    act = [put("blame", "reason", f"Reason {n}."), rejected(f"p{n}"), both(new(f"n{n}"), rejected(f"p{n}"))][n % 3]
    print(desk.act(act).id, flush=True)
    if n % 7 == 6:
        print(desk.undo().id, flush=True)
"""


def test_killed_at_any_moment_nothing_confirmed_is_lost(tmp_path: Path) -> None:
    """After each kill -9 the folder loads, journal and points.yml agree, and each line that was confirmed is there."""
    folder, confirmed, chance = folder_in(tmp_path), set(), random.Random(20261124)
    command = [sys.executable, "-c", ACTING, str(folder)]
    for number in range(ROUNDS):
        env = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": ""}
        call = [*command, str(number * 1000)]
        with subprocess.Popen(call, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=env) as child:
            assert child.stdout is not None
            confirmed.add(child.stdout.readline().strip())
            time.sleep(chance.random() / 10)
            os.kill(child.pid, signal.SIGKILL)
            out = child.stdout.read()
        confirmed |= {line.strip() for line in out.splitlines(keepends=True) if line.endswith("\n")}
        load(folder)
        desk = Desk(folder, "ada")
        agrees(desk, folder)
        assert confirmed <= {line["id"] for line in journal(folder)}
    assert len(confirmed) > ROUNDS


@pytest.mark.parametrize(
    "act", [put("blame", "verdict", "agree"), both(new("extra", ""), gone("visit"), rejected("p1"))]
)
def test_a_crash_between_journal_and_points_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Act
) -> None:
    """The line is on the disk, points.yml is still the old one: the next desk brings it into force."""
    folder = folder_in(tmp_path)
    desk = Desk(folder, "ada")
    pid = os.fork()
    if not pid:
        monkeypatch.setattr(store, "replacing", lambda path: os.kill(os.getpid(), signal.SIGKILL))
        desk.act(act)
    os.waitpid(pid, 0)
    assert len(journal(folder)) == 1
    assert load(folder).point("blame").verdict == "framing"
    assert "visit" in [point.id for point in load(folder).coded.points]
    assert load(folder).decisions == {}  # a load finishes nothing, and takes no half for the whole
    again = Desk(folder, "bo")
    assert len(journal(folder)) == 1
    agrees(again, folder)
    reference = folder_in(tmp_path / "whole")
    Desk(reference, "ada").act(act)
    assert (folder / "points.yml").read_bytes() == (reference / "points.yml").read_bytes()
    Desk(folder, "ada").undo()
    assert load(folder).coded == load(folder_in(tmp_path / "fresh")).coded


def test_a_torn_last_line_is_cut_off(tmp_path: Path) -> None:
    """It was never confirmed: a load reads on without it, a desk takes it away, and the next decision stands whole."""
    folder = folder_in(tmp_path)
    Desk(folder, "ada").act(rejected("p1"))
    path = folder / "journal.jsonl"
    whole = path.read_bytes()
    for torn in (b"{", whole[:-1], whole[:100], b"\xff\xfe"):
        path.write_bytes(whole + torn)
        assert list(load(folder).decisions) == ["candidates/p1"]
        desk = Desk(folder, "ada")
        assert path.read_bytes() == whole
        path.write_bytes(whole + torn)
        desk.act(rejected("p2"))
        assert [line["changes"][0]["key"] for line in journal(folder)] == ["candidates/p1", "candidates/p2"]
        agrees(desk, folder)
