"""The command line gives results on stdout, messages on stderr, an exit code, and no traceback for what a user does."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.helpers import ROOT, edit, line_of, write

from sidebyside.cli import main
from sidebyside.cli.telling import safe
from sidebyside.cli.trouble import told
from sidebyside.cli.verbs import VERBS
from sidebyside.errors import ModelError

P = "points.yml"
HEAVY = ("pandas", "pydantic", "spacy", "matplotlib", "numpy")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "usage: sidebyside"),
        (["chekc", "x"], "'chekc' is no verb: did you mean check?"),
        (["qqq"], "there are new, check"),
        (["check"], "required: FOLDER"),
        (["check", "--nosuch", "x"], "sidebyside check: '--nosuch' does not belong here"),
        (["propose", "x", "--first", "0"], "'0' is not a number from 1"),
        (["report", "x", "--excerpts", "-1"], "--excerpts"),
        (["report", ""], "an empty name is given"),
    ],
)
def test_wrong_usage_is_told_with_a_way_on(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, one line on stderr with the mend, nothing on stdout."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "--help" in err


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_help_with_examples(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What it does, its arguments, and at least one example under the name that the user called."""
    assert main([verb, "--help"], "python3 run.py") == 0
    out, _ = capsys.readouterr()
    assert f"\n  python3 run.py {verb}" in out.partition("examples:")[2]


def test_problems_are_lines_that_an_editor_can_jump_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """path:line: kind: words, on stdout; the sum on stderr; the exit code is 1 only for errors, or with --strict."""
    folder = write(tmp_path / "a bridge")
    edit(folder, P, "theme: cause", "theme: causes")
    assert main(["check", str(folder)]) == 1
    out, err = capsys.readouterr()
    place = f"{folder / P}:{line_of(folder, P, 'theme: causes')}: error: "
    assert any(line.startswith(place) for line in out.splitlines())
    assert "1 comparison: 1 error" in err
    edit(folder, P, "theme: causes", "theme: cause")
    assert main(["check", str(folder)]) == 0  # its coder is not listed: a warning
    assert main(["check", "--strict", "--", str(folder)]) == 1


def test_problems_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list, empty where nothing is wrong, with the fields that a script needs."""
    folder = write(tmp_path / "bridge")
    edit(folder, P, "verdict: agree", "verdict: agreed")
    main(["check", "--json", str(folder)])
    (error,) = [row for row in json.loads(capsys.readouterr().out) if row["severity"] == "error"]
    assert error["file"] == P
    assert error["line"] == line_of(folder, P, "verdict: agreed")
    assert set(error) == {"folder", "severity", "file", "line", "what", "mend"}


@pytest.mark.parametrize("verb", [["check"], ["export"], ["report"]])
def test_what_is_no_comparison_is_named(tmp_path: Path, verb: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there, a file, and a folder of something else: each is one line, with the mend."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    names = {"nowhere": "is not there", "file": "is a file, not a folder", ".": "holds no comparison.yml"}
    for name, said in names.items():
        more = ["csv"] if verb == ["export"] else []
        assert main([*verb, str(tmp_path / name), *more]) == 1
        out, err = capsys.readouterr()
        (line,) = [line for line in (out + err).splitlines() if said in line]
        assert "Name the folder of a comparison" in line
        assert "Traceback" not in err


def test_proposals_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first ones, with the words of both sides."""
    folder = write(tmp_path / "bridge")
    assert main(["propose", str(folder), "--first", "2", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["rank"] for row in rows] == [1, 2]
    assert all(row["left_words"] and row["right_words"] for row in rows)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (BrokenPipeError(), 141, ""),
        (KeyboardInterrupt(), 130, "stopped"),
        (OSError(errno.ENOSPC, "No space left on device", "/x"), 1, "/x: the disk is full. Free some space"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), 1, "/x: it may not be read or written by you"),
        (ModelError("no model"), 1, "s: no model"),
        (KeyError("x"), 1, "a fault of the program; --debug"),
    ],
)
def test_each_trouble_has_its_words_and_its_code(
    error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """At most one line."""
    assert told(error, "s") == code
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == (1 if said else 0)


def test_words_cannot_disturb_a_terminal() -> None:
    """Line ends, escapes and marks that turn the direction are shown as escapes; letters of any language stay."""
    assert safe("a\nb\x1b[2J\u202e") == "a\\nb\\x1b[2J\\u202e"
    assert safe("мост سقط 橋 e\u0301 \u00a0👩‍👧") == "мост سقط 橋 e\u0301 \u00a0👩‍👧"


def test_the_process(tmp_path: Path) -> None:
    """Help loads nothing heavy; closed streams, a name with a line end and a reader that goes away are no trouble."""
    listed = "import sys; from sidebyside.cli import main; main(['--help']); "
    listed += f"print([name for name in {HEAVY} if name in sys.modules])"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "LANG": "C", "COLUMNS": "40"}  # no HOME

    def run(*call: str, **more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(call, capture_output=True, text=True, env=env, check=False, **more)  # type: ignore[call-overload,no-any-return]

    done = run(sys.executable, "-c", listed)
    assert done.stdout.splitlines()[-1] == "[]"
    folder = write(tmp_path / "line\nмост")
    edit(folder, P, "theme: cause", "theme: causes")
    if os.name != "nt":
        command = f'"{sys.executable}" -m sidebyside check "$1" <&- | head -c 1; echo "${{PIPESTATUS[0]}}"'
        done = run("bash", "-c", command, "bash", str(folder))
        assert done.stdout.strip().endswith(("1", "141"))
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr
        command = f'(sleep 1; "{sys.executable}" -m sidebyside export --list; echo $? >&2) | true'
        assert run("bash", "-c", command).stderr.strip() in ("0", "141")  # and no word more
