"""run.py hands the package's verbs on from where the user stands, and passes their exit codes back."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from tests.helpers import ROOT

from sidebyside.cli.verbs import VERBS


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """run.py with an environment that is made already; `called` keeps each command with the folder it runs in."""
    spec = importlib.util.spec_from_file_location("run_for_tests", ROOT / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
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
