"""An export stands whole or not at all, and is the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers import write

from sidebyside.errors import Refused
from sidebyside.exchange import export
from sidebyside.exchange.writing import written
from sidebyside.record import Comparison, load

QUICK = ["csv", "xlsx", "docx", "md", "zip", "csl", "bib"]


@pytest.mark.parametrize("form", QUICK)
def test_an_export_has_the_same_bytes_each_time(
    form: str, three: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the moment given, as builds that are to be reproduced give it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = {path.name: path.read_bytes() for path in export(three, form, tmp_path / "first")}
    again = {path.name: path.read_bytes() for path in export(load(three.folder), form, tmp_path / "again")}
    assert first == again


def test_charts_have_the_same_bytes_each_time_and_their_numbers(tmp_path: Path) -> None:
    """Every chart that is drawn stands there as SVG, PNG and CSV, and the list of charts says what each answers."""
    work = load(write(tmp_path / "bridge"))
    first = {path.name: path.read_bytes() for path in export(work, "charts", tmp_path / "first")}
    again = {path.name: path.read_bytes() for path in export(work, "charts", tmp_path / "again")}
    assert first == again
    listed = first["charts.csv"].decode("utf-8-sig")
    drawn = {name.removesuffix(".svg") for name in first if name.endswith(".svg")}
    assert "verdicts_by_theme" in drawn
    for name in drawn:
        assert {f"{name}.png", f"{name}.csv"} <= set(first)
        assert f"\n{name}," in listed
        assert first[f"{name}.png"].startswith(b"\x89PNG")


def test_files_replace_those_of_the_last_time(tmp_path: Path) -> None:
    """And nothing else is left in the folder, nor anything of it touched."""
    (tmp_path / "mine.txt").write_bytes(b"mine")
    written(tmp_path, {"a": b"1"})
    assert written(tmp_path, {"a": b"2", "b": b"3"}) == [tmp_path / "a", tmp_path / "b"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"2", "b": b"3", "mine.txt": b"mine"}


def test_if_one_file_cannot_take_its_place_none_does(tmp_path: Path) -> None:
    """The first is as it was, the second not there; the folder that stood in the way still has what it had."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "kept").write_bytes(b"kept")
    with pytest.raises(Refused, match="cannot be written to"):
        written(tmp_path, {"a": b"new", "b": b"new", "c": b"new"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]
    assert (tmp_path / "a").read_bytes() == b"old"
    assert (tmp_path / "c" / "kept").read_bytes() == b"kept"


def test_a_stop_midway_leaves_nothing_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses Ctrl+C while files take their place finds them as they were."""
    (tmp_path / "a").write_bytes(b"old")
    move = Path.replace

    def stopped(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise KeyboardInterrupt
        return move(self, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        written(tmp_path, {"a": b"new", "b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_a_folder_that_cannot_be_made_is_refused(three: Comparison, tmp_path: Path) -> None:
    """Where a file stands in its place, the error says so, and the file stays."""
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(Refused, match="cannot be written to"):
        export(three, "csv", tmp_path / "file" / "below")
    assert (tmp_path / "file").read_bytes() == b"mine"
