"""`propose` on many texts: claims as lines, JSON, CSV or tables, the same however the work is shared."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
import pytest
from tests.helpers import write
from tests.showing import many_texts

from sidebyside.cli import claims, main

pytest.importorskip("pyarrow")

REPORTS = [
    ("Harbour Post", "2021-03-05", "The crane at Norvik fell on 3 March 2021. Nobody was hurt."),
    ("Coast Echo", "2021-03-06", "The crane at Norvik fell on 4 March 2021. Repairs will cost 6 million crowns."),
    ("The Tide", "2021-03-07", "Repairs of the crane at Norvik will cost 9 million crowns."),
]


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three reports as JSON Lines."""
    monkeypatch.chdir(tmp_path)
    rows = [{"outlet": by, "date": date, "text": words} for by, date, words in REPORTS]
    path = Path("reports.jsonl")
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_claims_are_listed(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with who says what; on stderr what was taken, read and found."""
    assert main(["propose", str(table), "--cache", "kept"]) == 0
    out, err = capsys.readouterr()
    assert "Harbour Post: The crane at Norvik fell on 3 March 2021." in out
    assert "Coast Echo: The crane at Norvik fell on 4 March 2021." in out
    assert "2021-03-05 to 2021-03-06" in out
    assert "reports.jsonl: words from “text”, by from “outlet”, date from “date”" in err
    assert "3 texts, 5 statements; 3 read now" in err


def test_claims_as_json_and_csv(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same claims for a script and for a spreadsheet, with no more words than may be shown."""
    assert main(["propose", str(table), "--cache", "kept", "--json", "--first", "1", "--excerpts", "3"]) == 0
    (claim,) = json.loads(capsys.readouterr().out)
    assert all(quote["words"] == "The crane at …" for side in claim["sides"] for quote in side)
    assert main(["propose", str(table), "--cache", "kept", "--out", "claims.csv"]) == 0
    assert capsys.readouterr().out == "claims.csv\n"
    rows = pd.read_csv("claims.csv", encoding="utf-8-sig")
    assert rows.id[0] == claim["id"]
    assert "Harbour Post: The crane" in rows.sides[0]


def test_those_left_open_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """On whom the machine abstains is said with the words, on the screen, in JSON and as a cell."""
    found = many_texts.ship()
    row = next(row for row in claims.rows_of(found, None, None) if row["open"])
    assert row["open"] == [
        {"text": "post-2", "by": "The Post", "words": "The Halcyon lay on the Skerrow reef for a week."}
    ]
    claims.show(row)
    assert "the machine abstains, The Post: The Halcyon lay" in capsys.readouterr().out
    assert claims.cells(row)["open"] == "The Post: The Halcyon lay on the Skerrow reef for a week."
    assert "Halcyon lay" not in claims.cells(row)["sides"]


def test_all_tables_to_a_folder(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The paths are the result, and every one is there."""
    assert main(["propose", str(table), "--cache", "kept", "--out", "tables"]) == 0
    paths = capsys.readouterr().out.splitlines()
    assert len(paths) == 9
    assert all(Path(path).is_file() for path in paths)


@pytest.mark.parametrize("option", ["--workers=2", "--cache=kept", "--excerpts=3", "--scheduler=tcp://127.0.0.1:1"])
def test_a_comparison_has_no_use_for_them(tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Options for many texts are refused, not ignored."""
    assert main(["propose", str(write(tmp_path / "bridge")), option]) == 1
    assert "is a comparison. This is for many texts: leave it out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "said"),
    [("nowhere", "nowhere is not there; name a folder, a table or a zip"), (".", "there is no text to compare")],
)
def test_where_there_are_no_texts(
    tmp_path: Path, name: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line with the mend."""
    monkeypatch.chdir(tmp_path)
    assert main(["propose", name]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


@pytest.mark.parametrize(
    ("module", "more"), [("pyarrow", []), ("distributed", ["--workers", "2"]), ("distributed", ["--scheduler", "a:1"])]
)
def test_without_the_extra_its_name_is_said(
    table: Path, module: str, more: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, which says what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    assert main(["propose", str(table), "--cache", "kept", *more]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f"{module} is not installed: " in line
    assert "'.[corpus]'" in line


def test_nobody_answers(table: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler that is not there is named, with how to start one."""
    cluster = pytest.importorskip("sidebyside.matching.corpus.cluster")
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "ANSWER", 0.5)
    assert main(["propose", str(table), "--cache", "kept", "--scheduler", "tcp://127.0.0.1:9"]) == 1
    assert "no scheduler answers at tcp://127.0.0.1:9" in capsys.readouterr().err
