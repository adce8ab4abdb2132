"""A folder loads whole or not at all; loading proves every quote and touches nothing."""

from __future__ import annotations

import os
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.helpers import ACCOUNTS, edit, line_of, problems, rewrite_account, write

from sidebyside.errors import ComparisonError, Problem
from sidebyside.record import VERDICTS, load


def test_a_comparison_is_read_as_it_stands(tmp_path: Path) -> None:
    """Two accounts, seven points, every verdict once, and each text character by character."""
    work = load(write(tmp_path / "bridge"))
    assert work.keys == ("A", "B")
    assert {key: work.source(key).text for key in work.keys} == ACCOUNTS
    assert sorted(point.verdict for point in work.coded.points) == sorted(VERDICTS)
    assert work.about.title == "Two accounts of a bridge"
    assert [coding.coder for coding in work.codings] == ["first", "second"]
    assert work.point("blame").label == "To blame"
    assert work.theme_name("fall") == "The fall"


def test_an_unknown_point_is_a_key_error(tmp_path: Path) -> None:
    """What is not in the comparison is not made up."""
    work = load(write(tmp_path / "bridge"))
    with pytest.raises(KeyError, match="no-such-point"):
        work.point("no-such-point")


def test_every_quote_is_at_its_place(tmp_path: Path) -> None:
    """Evidence carries passage and place, and the words at the place are the quote."""
    work = load(write(tmp_path / "bridge"))
    (place,) = work.evidence_of("blame", "A")
    assert place.passage == "A4"
    assert ACCOUNTS["A"][place.start : place.end] == "the builder is to blame"
    assert work.evidence_of("visit", "A") == []
    (near,) = work.evidence_of("visit", "A", "near")
    assert ACCOUNTS["A"][near.start : near.end] == "The mayor says"


def test_evidence_stands_in_the_order_of_the_text(tmp_path: Path) -> None:
    """Whatever the order in the file, the quotes of a position come in reading order."""
    folder = write(tmp_path / "bridge")
    edit(folder, "points.yml", "          - {quote: Nobody was hurt}\n", "          - {quote: The bridge fell}\n")
    assert [place.passage for place in load(folder).evidence_of("hurt-or-not", "A")] == ["A2", "A3"]


def test_parts_are_lines_of_the_file(tmp_path: Path) -> None:
    """A part given as lines takes those lines, their ends included, and nothing else."""
    parts = [(p.role, ACCOUNTS["A"][p.start : p.end]) for p in load(write(tmp_path / "bridge")).source("A").parts]
    assert parts == [("title", "The bridge at Lund\n"), ("comment", "I saw it fall on Tuesday.\n")]


def test_a_range_of_lines_includes_both_ends(tmp_path: Path) -> None:
    """`1-2` is the first line and the second."""
    folder = write(tmp_path / "bridge")
    edit(folder, "comparison.yml", "role: title, lines: 1}", "role: title, lines: 1-2}")
    assert load(folder).source("A").parts[0].end == len("The bridge at Lund\n\n")


@pytest.mark.parametrize("mark", ["\x0c", "\u2028", "\x85", "\x0b"])
def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path, mark: str) -> None:
    """A form feed or a line separator inside a line does not shift the lines after it."""
    folder = write(tmp_path / "bridge")
    rewrite_account(folder, "A", ACCOUNTS["A"].replace("Monday. ", f"Monday.{mark}"))
    last = load(folder).source("A").passages[-1]
    assert last.part == "comment"


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_do_not_matter_to_parts_and_quotes(tmp_path: Path, end: str) -> None:
    """A text with Windows line ends loads with the same passages, roles and evidence."""
    folder = write(tmp_path / "bridge")
    rewrite_account(folder, "A", ACCOUNTS["A"].replace("\n", end))
    work = load(folder)
    assert [p.part for p in work.source("A").passages] == ["title", "body", "body", "body", "comment"]
    assert work.evidence_of("blame", "A")[0].passage == "A4"


@pytest.mark.parametrize("turned", [lambda w: "\ufeff" + w, lambda w: w.replace("\n", "\r\n")], ids=["mark", "CRLF"])
def test_a_file_saved_on_windows_loads(tmp_path: Path, turned) -> None:  # type: ignore[no-untyped-def]
    """A byte order mark or Windows line ends in the YAML change nothing."""
    folder = write(tmp_path / "bridge")
    for name in ("comparison.yml", "points.yml", "readings.yml", "codings/first.yml"):
        words = (folder / name).read_bytes().decode()
        (folder / name).write_bytes(turned(words).encode())
    assert len(load(folder).points) == 7


def test_readings_and_codings_may_be_missing(tmp_path: Path) -> None:
    """Only comparison.yml, points.yml and the texts are needed; the tables of the rest are empty."""
    folder = write(tmp_path / "bridge")
    (folder / "readings.yml").unlink()
    shutil.rmtree(folder / "codings")
    work = load(folder)
    assert work.codings == ()
    assert [len(table) for table in (work.dates, work.figures, work.voices, work.meetings)] == [0, 0, 0, 0]


def test_loading_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    """A load writes nothing, not even where it finds problems."""

    def state() -> dict[str, str]:
        return {str(p): sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}

    folder = write(tmp_path / "bridge")
    before = state()
    load(folder)
    assert state() == before
    edit(folder, "points.yml", "verdict: agree", "verdict: agrees")
    broken = state()
    problems(folder)
    assert state() == broken != before


def test_a_loaded_comparison_is_frozen(tmp_path: Path) -> None:
    """What was decided cannot be altered in passing."""
    work = load(write(tmp_path / "bridge"))
    with pytest.raises(ValidationError):
        work.point("blame").verdict = "agree"
    with pytest.raises(AttributeError):
        work.texts = ()  # type: ignore[misc]


def test_a_folder_may_be_named_by_a_string(tmp_path: Path) -> None:
    """The path of the folder is a str or a Path."""
    folder = write(tmp_path / "bridge")
    assert load(str(folder)).about == load(folder).about


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.write_text("a file")], ids=["nothing", "file"])
def test_a_folder_that_is_not_there_is_named(tmp_path: Path, make) -> None:  # type: ignore[no-untyped-def]
    """A path that is no folder is an error with its name, not a traceback of the system's."""
    make(tmp_path / "bridges")
    with pytest.raises(ComparisonError, match=r"bridges: is not a folder\. Name the folder of a comparison"):
        load(tmp_path / "bridges")


def test_the_working_folder_has_a_name_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading "." names the folder in its error, as any other path does."""
    folder = write(tmp_path / "bridge")
    (folder / "points.yml").unlink()
    monkeypatch.chdir(folder)
    with pytest.raises(ComparisonError, match=r"^\S*bridge: 1 problem to mend"):
        load(".")


def test_a_problem_reads_as_file_line_what_and_mend(tmp_path: Path) -> None:
    """The message of the error counts the problems and gives each on a line of its own."""
    folder = write(tmp_path / "bridge")
    edit(folder, "points.yml", "verdict: conflict", "verdict: conflicts")
    line = line_of(folder, "points.yml", "verdict: conflicts")
    with pytest.raises(ComparisonError) as caught:
        load(folder)
    assert str(caught.value) == (
        "bridge: 1 problem to mend\n"
        f'  points.yml line {line}: points 2, verdict is "conflicts". Did you mean "conflict"? '
        "Use one of: agree, conflict, certainty, detail, framing, only, internal"
    )


def test_problems_are_sorted_and_each_is_said_once() -> None:
    """Problems come by file and line, and none twice; a problem of the whole file has no line."""
    early, late = Problem("a.yml", 3, "is wrong", "Mend it"), Problem("b.yml", 0, "is empty", "Fill it")
    error = ComparisonError("bridge", [late, early, late])
    assert error.problems == [early, late]
    assert str(error) == "bridge: 2 problems to mend\n  a.yml line 3: is wrong. Mend it\n  b.yml: is empty. Fill it"


@pytest.mark.skipif(os.name == "nt", reason="making a symbolic link needs rights there")
def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    """A text that is a link to a file of the same folder stays inside it."""
    folder = write(tmp_path / "bridge")
    (folder / "texts" / "a.txt").rename(folder / "texts" / "old.txt")
    (folder / "texts" / "a.txt").symlink_to("old.txt")
    assert load(folder).source("A").text == ACCOUNTS["A"]
