"""run.py hands the package's verbs on from where the user stands, and passes their exit codes back."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.helpers import ROOT

from sidebyside.cli.verbs import VERBS


def loaded() -> ModuleType:
    """run.py as a module of its own."""
    spec = importlib.util.spec_from_file_location("run_for_tests", ROOT / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py with an environment that is made already; `called` keeps each command with the folder it runs in."""
    module = loaded()
    called: list[tuple[list[str], Path]] = []

    def call(*command: str | Path, cwd: Path = ROOT) -> int:
        called.append(([str(part) for part in command[2:]], cwd))
        return 3

    monkeypatch.setattr(module, "environment", lambda: None)
    monkeypatch.setattr(module, "call", call)
    monkeypatch.setattr(module, "called", called, raising=False)
    return module


@pytest.mark.parametrize(
    "words",
    [
        ["new", "a bridge", "one.txt", "-"],
        ["check", "bridge"],
        ["report", "bridge", "--out", "pages"],
        ["lab", "bridge"],
        ["export", "-h"],
    ],
)
def test_verbs_of_the_package_run_where_the_user_stands(
    run: ModuleType, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words go on as they were typed, paths are from the user's folder, and the exit code comes back."""
    monkeypatch.chdir(tmp_path)
    assert run.main(words) == 3
    assert run.called == [(["sidebyside", *words], tmp_path)]


def test_report_and_lab_alone_are_those_that_ship(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder they run in the project, wherever the user stands."""
    monkeypatch.chdir(tmp_path)
    assert [run.main(["report"]), run.main(["lab"])] == [3, 3]
    (report, at), (lab, _) = run.called
    assert (report, at) == (["sidebyside.showing.report"], ROOT)
    assert lab[0] == "jupyterlab"


def test_every_verb_of_the_package_is_handed_on(run: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """No verb is forgotten, each is named in the help; a wrong one gives 2 and starts nothing."""
    assert set(VERBS) <= {*run.VERBS, *run.PACKAGE}
    assert run.main(["--help"]) == 0
    usage = capsys.readouterr().out
    assert all(verb in usage for verb in VERBS)
    assert [run.main([]), run.main(["chekc"])] == [2, 2]
    assert run.called == []


@pytest.mark.skipif(os.name == "nt", reason="no signals of this kind there")
@pytest.mark.parametrize(("verb", "code"), [("check", 130), ("test", 130), ("report", 130), ("lab", 0)])
def test_ctrl_c_is_not_forgotten_where_what_was_called_forgot_it(
    monkeypatch: pytest.MonkeyPatch, verb: str, code: int
) -> None:
    """A child that ends with 0 although Ctrl-C came did not do its work; JupyterLab, which is ended so, did."""

    def interrupted(*call: object, **more: object) -> int:
        signal.raise_signal(signal.SIGINT)
        return 0

    run = loaded()
    monkeypatch.setattr(run, "environment", lambda: None)
    monkeypatch.setattr(run.subprocess, "call", interrupted)
    before = signal.getsignal(signal.SIGINT)
    assert run.main([verb]) == code
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(os.name == "nt", reason="there is no bash to count on")
def test_a_reader_that_goes_away_is_no_trouble() -> None:
    """As `head` does: an exit code, and no word."""
    command = f'(sleep 0.3; "{sys.executable}" run.py --help; echo $? >&2) | true'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == "141\n"
