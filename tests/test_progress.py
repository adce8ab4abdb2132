"""Long work says how far it is, where somebody looks; short work, a file and a saved notebook hear nothing of it."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import nbformat
import pytest
from nbclient import NotebookClient
from tests.helpers import ROOT

from sidebyside import progress
from sidebyside.progress import watched

SLOW = """
import time
from sidebyside import progress
progress.DELAY, progress.STEP = {delay}, 0.0
print("before")
for item in progress.watched(range(8), "reading A"):
    time.sleep(0.05)
print("after", item)
"""


class Terminal(io.StringIO):
    """Stands for stderr on a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal that somebody looks at, and a progress that waits for nothing."""
    stderr = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stderr, modules={}))  # pytest puts back sys.stderr
    monkeypatch.setattr(progress, "DELAY", 1e-9)
    monkeypatch.setattr(progress, "STEP", 0.0)
    monkeypatch.delenv(progress.VARIABLE, raising=False)
    return stderr


def test_a_terminal_sees_what_is_done_and_how_long_it_takes(terminal: Terminal) -> None:
    """Each step is told with its number, the number of all and the time left; at the end the line is empty again."""
    assert list(watched("abcd", "reading A")) == ["a", "b", "c", "d"]
    lines = terminal.getvalue().split("\r")
    assert any(line.startswith("reading A") and "2/4" in line and "<" in line for line in lines)
    assert lines[-1].strip() == ""
    assert "\n" not in terminal.getvalue()


def test_an_item_may_stand_for_several(terminal: Terminal) -> None:
    """Packets are counted by what is in them."""
    assert list(watched(iter(["aa", "bbb"]), "embedding", 5, len)) == ["aa", "bbb"]
    assert "2/5" in terminal.getvalue()
    assert "5/5" in terminal.getvalue()


def test_short_work_is_not_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done before the delay is over writes nothing at all."""
    monkeypatch.setattr(progress, "DELAY", 2.0)
    assert len(list(watched(range(1000), "judging"))) == 1000
    assert terminal.getvalue() == ""


def test_an_error_leaves_no_line(terminal: Terminal) -> None:
    """Work that fails half way says why; its line is gone."""

    def failing() -> Iterator[int]:
        yield from range(3)
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        list(watched(failing(), "joining", 9))
    assert terminal.getvalue().split("\r")[-1].strip() == ""


@pytest.mark.parametrize("off", ["", "  "])
def test_it_can_be_switched_off(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, off: str) -> None:
    """Who sets the variable to nothing is told nothing, on a terminal as well."""
    monkeypatch.setenv(progress.VARIABLE, off)
    assert list(watched(range(3), "reading A")) == [0, 1, 2]
    assert terminal.getvalue() == ""


def test_without_a_terminal_nothing_is_loaded_and_nothing_written() -> None:
    """A program whose messages go into a file has the output it would have, and no package for bars."""
    told = SLOW.format(delay=0.0) + "import sys; print('tqdm' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, cwd=ROOT / "src")
    assert done.stderr == ""
    assert done.stdout.split() == ["before", "after", "7", "False"]


@pytest.mark.parametrize("delay", [1e-9, 60.0])
def test_a_notebook_keeps_nothing_of_it(delay: float) -> None:
    """In a notebook the line stands below the cell while the work lasts; what is saved has the cell's words only."""
    seen: list[str] = []
    cell = nbformat.v4.new_code_cell(SLOW.format(delay=delay))
    client = NotebookClient(nbformat.v4.new_notebook(cells=[cell]), timeout=60, kernel_name="python3")
    handle = client.process_message

    def listening(message: dict, *rest: object) -> object:  # type: ignore[type-arg]
        seen.append(str(message["content"].get("data", {}).get("text/plain", "")))
        return handle(message, *rest)

    client.process_message = listening
    saved = client.execute(cwd=str(ROOT / "src")).cells[0].outputs
    assert any("reading A" in line and "/8" in line for line in seen) == (delay < 1)
    assert "reading A" not in str(saved)
    assert "".join(output["text"] for output in saved if output.output_type == "stream") == "before\nafter 7\n"
    assert all(output.output_type == "stream" or not output["data"] for output in saved)
