"""Ctrl-C ends every verb with 130, one line and nothing half made, wherever it comes and whoever swallows it."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.helpers import ROOT, write

from sidebyside.cli import main
from sidebyside.showing.running import to_its_end
from sidebyside.stopping import Asked, asked, disturbed, go_on, stop, undisturbed
from sidebyside.texts.files import half_made, replacing, write_all

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no signals of this kind there")
BEGIN = {
    "new": ["new", "made", "one.txt", "two.txt"],
    "export": ["export", "bridge", "md", "--out", "made"],
    "report": ["report", "bridge", "--out", "made"],
    "propose": ["propose", "bridge", "--out", "made.csv"],
    "unpack": ["unpack", "bridge.zip", "made"],
}
# Where the signal comes: as (verb, module, name of what is about to be called).
PLACES = [
    ("new", "sidebyside.record.making.new", "gathered"),
    ("new", "sidebyside.record.making.new", "sampled"),
    ("export", "sidebyside.exchange.markdown", "written"),
    ("report", "sidebyside.showing.report", "exported"),
    ("propose", "sidebyside.record.proposals", "propose"),
    ("unpack", "sidebyside.exchange.archive", "load"),
    ("unpack", "sidebyside.exchange.archive", "checked"),
]


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """The handler of the command line in this process, and nothing noted yet; afterwards as it was."""
    before = signal.signal(signal.SIGINT, stop)
    yield
    vars(asked).update(vars(Asked()))
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A comparison, the same as a zip, and two texts, in the folder where the user stands."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "bridge")
    assert main(["export", "bridge", "zip", "--out", "."]) == 0
    for name in ("one", "two"):
        Path(f"{name}.txt").write_text(f"The well {name}\n\nThe well was dug in 1840, said number {name}.\n", "utf-8")
    monkeypatch.setattr("sidebyside.showing.report.to_its_end", lambda work: work.close() or [])
    return tmp_path


def interrupted(work: Callable[..., Any], swallowed: bool) -> Callable[..., Any]:
    """The same after a SIGINT, which a library swallows or not."""

    def doing(*given: Any, **more: Any) -> Any:
        try:
            signal.raise_signal(signal.SIGINT)
        except BaseException:
            if not swallowed:
                raise
        return work(*given, **more)

    return doing


@pytest.mark.parametrize("swallowed", [False, True], ids=["raised", "swallowed"])
@pytest.mark.parametrize(("verb", "module", "name"), PLACES)
def test_a_verb_is_stopped(
    verb: str, module: str, name: str, swallowed: bool, here: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """130, one line, and every file as it was: also where the interrupt is lost before something would be written."""
    there = import_module(module)
    before = {path: path.stat().st_mtime_ns for path in here.rglob("*")}
    capsys.readouterr()
    monkeypatch.setattr(there, name, interrupted(getattr(there, name), swallowed))
    assert main(BEGIN[verb]) == 130
    out, err = capsys.readouterr()
    assert err.splitlines()[-1] == f"sidebyside {verb}: stopped; nothing half-made was left"
    assert out == ""
    assert {path: path.stat().st_mtime_ns for path in here.rglob("*") if path != here} == before


def test_what_takes_its_place_is_not_disturbed(tmp_path: Path) -> None:
    """A signal while files are put in their places waits until they stand, then it is raised; no part is left."""

    def writing() -> None:
        with replacing(tmp_path / "old.txt") as file:
            signal.raise_signal(signal.SIGINT)
            file.write(b"new")

    (tmp_path / "old.txt").write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        writing()
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"old.txt": "new"}


def test_a_folder_that_is_being_made_is_cleared_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where Ctrl-C is pressed again while that is done; and nothing is begun after it."""

    def making() -> None:
        with half_made(tmp_path, "made") as folder:
            (folder / "one").touch()
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(shutil, "rmtree", interrupted(shutil.rmtree, swallowed=False))
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            making()
    assert list(tmp_path.iterdir()) == []


def test_all_files_or_none(tmp_path: Path) -> None:
    """A name that cannot be written takes the others back."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError, match="b"):
        write_all(tmp_path, {"a": b"new", "b": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_signals_in_an_undisturbed_block() -> None:
    """They are raised where it lets them, or at its end; asked for again, one that was raised is not forgotten."""
    reached = []

    def working() -> None:
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            reached.append("held")
            with disturbed():
                reached.append("never")

    with pytest.raises(KeyboardInterrupt):
        working()
    assert reached == ["held"]
    assert not asked.held
    with pytest.raises(KeyboardInterrupt):
        go_on()


def test_notebooks_that_run_are_ended() -> None:
    """The work in the other thread is cancelled, and has cleared up before the interrupt goes on."""
    cleared, user = [], threading.get_ident()

    async def running() -> None:
        try:
            signal.pthread_kill(user, signal.SIGINT)
            await asyncio.sleep(60)
        finally:
            cleared.append(True)

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        to_its_end(running())
    assert cleared == [True]
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("after", ["options.run", "main"])
def test_the_process_says_130(after: str, tmp_path: Path) -> None:
    """An interrupt that is swallowed when all is done, or while that is told, is still an exit code of 130."""
    folder = write(tmp_path / "bridge")
    swallow = (
        "import signal, sys\nfrom sidebyside.cli import program as whole\n"
        "module = sys.modules['sidebyside.cli.program']\nmain = module.main\n"
        "def swallowing(*given):\n"
        "    code = main(*given)\n"
        "    try:\n        signal.raise_signal(signal.SIGINT)\n    except BaseException:\n        SWALLOW\n"
        "    return code\n"
        "module.main = swallowing\nsys.exit(whole('sidebyside'))"
    ).replace("SWALLOW", "pass" if after == "options.run" else "raise")
    call = [sys.executable, "-c", swallow, "check", str(folder)]
    env = os.environ | {"PYTHONPATH": str(ROOT / "src"), "SIDEBYSIDE_CALLED": "sidebyside"}
    done = subprocess.run(call, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert done.stderr.splitlines()[-1] == "sidebyside: stopped; nothing half-made was left"
    assert "Traceback" not in done.stderr
