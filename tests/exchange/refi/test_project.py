"""What another tool reads in the exported project is what the comparison says, word for word and place for place."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.refi.reader import Coded, Read
from tests.exchange.refi.three import POINTS, write_three
from tests.helpers import REPEATABLE, SHIPPED, edit, write
from tests.helpers import TEXTS as ANY_TEXT

from sidebyside.errors import ComparisonError, Problem, Refused
from sidebyside.exchange import refi
from sidebyside.exchange.refi import packing
from sidebyside.exchange.refi.laying import Whole
from sidebyside.record import VERDICTS, Comparison, load


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return load(write(tmp_path_factory.mktemp("refi") / "bridge"))


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return load(write_three(tmp_path_factory.mktemp("refi") / "three"))


@pytest.fixture(scope="module")
def shipped() -> Comparison:
    return load(SHIPPED)


def exported(work: Comparison, out: Path, excerpts: int | None = None) -> Read:
    """The project as another tool reads it."""
    (path,) = refi.write(work, out, excerpts)
    assert path.name == f"{work.folder.name}.qdpx"
    return Read(path)


def plain(text: str) -> str:
    """A text without a byte order mark, its lines ending in LF."""
    return re.sub("\r\n?", "\n", text.removeprefix("\ufeff"))


def told(work: Comparison, kind: str) -> set[tuple[str, str]]:
    """(source, words) of every quote of the comparison."""
    return {
        (place.source, plain(work.source(place.source).text[place.start : place.end]))
        for place in work.places
        if place.role == kind
    }


@pytest.mark.parametrize("name", ["bridge", "three", "shipped"])
def test_every_quote_is_coded_at_its_words(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The words at the positions are the quotes, in all scripts, under their point, verdict, theme and certainty."""
    work: Comparison = request.getfixturevalue(name)
    read = exported(work, tmp_path)
    found = {(coded.source[0], coded.words) for coded in read.codings()}
    assert found == told(work, "evidence") | told(work, "near")
    heads = {coded.code[0] for coded in read.codings()}
    assert heads == {"Verdicts", "Points", "Themes", "Certainties"}
    verdicts = {coded.code[1] for coded in read.codings() if coded.code[0] == "Verdicts"}
    assert verdicts == {f"Verdict: {VERDICTS[point.verdict].shown}" for point in work.coded.points}


def test_a_place_that_serves_two_points_is_one_selection_with_both(tmp_path: Path) -> None:
    """Of one coder, it has each code once, and its description tells what each point says of it."""
    one = write_three(tmp_path / "one", POINTS.replace("by: Ада", "by: model"))
    read = exported(load(one), tmp_path)
    words = "يوم الثلاثاء 🌉"
    codes = [coded.code[-1] for coded in read.codings() if coded.words == words]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if code.startswith("Conflict: ")] == [
        "Conflict: The day: «when» & why (day)",
        "Conflict: The day: «when» & why (day-again)",
    ]
    (selection,) = read.find("//q:PlainTextSelection[@name=$w]", w=words)
    description = selection[0].text
    assert "On which day did it fall? conflict. It fell once." in description
    assert "Is the day sure? conflict. Both are sure." in description
    assert "B: On Tuesday. (asserted)" in description


def test_a_place_of_two_coders_is_a_selection_for_each(three: Comparison, tmp_path: Path) -> None:
    """With their own codings alone, by them throughout: a tool may read the coder off the selection."""
    read = exported(three, tmp_path)
    selections = read.find("//q:PlainTextSelection[@name=$w]", w="يوم الثلاثاء 🌉")
    makers = [selection.get("creatingUser") for selection in selections]
    assert [read.by_guid(maker).get("name") for maker in makers] == ["model (A large language model)", "Ада"]
    for selection in read.find("//q:PlainTextSelection"):
        by = {coding.get("creatingUser") for coding in selection.iterfind("{*}Coding")}
        assert by == {selection.get("creatingUser")}
    assert ["sure?" in selection[0].text for selection in selections] == [False, True]
    for link in read.find("//q:Link"):
        ends = [read.by_guid(link.get(end)).get("creatingUser") for end in ("originGUID", "targetGUID")]
        assert ends[0] == ends[1]


def test_texts_are_whole(three: Comparison, tmp_path: Path) -> None:
    """Nothing of a text is lost but a byte order mark, and how its lines end."""
    texts = exported(three, tmp_path).texts()
    assert list(texts.values()) == [plain(source.text) for source in three.texts]
    assert {name[0] for name in texts} == {"A", "B", "C"}


def test_for_maxqda_lines_end_in_cr_lf_and_positions_count_both(three: Comparison, tmp_path: Path) -> None:
    """The codings are the same, at other places."""
    (path,) = refi.write_crlf(three, tmp_path, None)
    assert path.name == "three.crlf.qdpx"
    read, usual = Read(path), exported(three, tmp_path)
    assert {plain(coded.words) for coded in read.codings()} == {coded.words for coded in usual.codings()}
    for text in read.texts().values():
        assert "\r\n" in text
        assert not re.search("(?<!\r)\n|\r(?!\n)", text)
    assert refi.lint(path, "\r\n") == []
    assert refi.lint(path) != []


def test_coders_are_users(three: Comparison, tmp_path: Path) -> None:
    """Each point's codings are its coder's, with the name that comparison.yml gives."""
    users = {coded.code[-1]: coded.user for coded in exported(three, tmp_path).codings()}
    assert users["Only C: Blame"] == "model (A large language model)"
    assert users["Conflict: The day: «when» & why (day-again)"] == "Ада"


def test_a_point_is_a_note(three: Comparison, tmp_path: Path) -> None:
    """With everything that was decided; it hangs on the places that the point rests on."""
    read = exported(three, tmp_path)
    note = read.notes()["Point 1: The day: «when» & why"]
    for words in (
        "On which day did it fall?",
        "Verdict: conflict",
        "C: On Monday, by hearsay. (attributed, hedged; people say)",
        "Why this verdict: It fell once.",
        "Can both be true?: No.",
        "What would settle it: The town's diary.",
        "Coded by model on 2026-11-22; confidence: high; second choice: detail",
    ):
        assert words in note.splitlines()
    hanging = {read.by_guid(ref.get("targetGUID")).get("name") for ref in read.find("//q:PlainTextSelection/q:NoteRef")}
    assert hanging == set(read.notes())


def test_earlier_codings_are_in_the_note(bridge: Comparison, tmp_path: Path) -> None:
    """What each coder had decided alone is told, and no place is said to be theirs."""
    read = exported(bridge, tmp_path)
    lines = read.notes()["Point 2: The day"].splitlines()
    assert "Coded by second before it was settled: detail" in lines
    assert {coded.user for coded in read.codings()} == {"editor"}


def test_a_memo_is_a_note(three: Comparison, tmp_path: Path) -> None:
    """Named for what it is on, with its words and its day."""
    memo = {"text": "Ask the mayor 😱.\r\nTwice.", "by": "Ада", "on": "2026-11-24"}
    work = replace(three, decisions={"memos/source/B": memo, "memos/comparison": memo})
    notes = exported(work, tmp_path).notes()
    assert notes["Memo on source B"] == notes["Memo on comparison"] == "Ask the mayor 😱.\nTwice.\n"


def test_links_join_the_places_of_a_point(bridge: Comparison, tmp_path: Path) -> None:
    """Each pair of a point's passages, under the verdict."""
    read = exported(bridge, tmp_path)
    links = {
        (link.get("name"), *(read.by_guid(link.get(end)).get("name") for end in ("originGUID", "targetGUID")))
        for link in read.find("q:Links/q:Link")
    }
    assert ("conflict: The day", "fell on Monday", "fell on Tuesday") in links
    assert ("inconsistent within A: Hurt or not", "40 people were hurt", "Nobody was hurt") in links
    assert not any(name.startswith("only") for name, *_ in links)


def test_attributes_of_a_source_are_variables(three: Comparison, tmp_path: Path) -> None:
    """Each once, at the text; the source is a case, too."""
    read = exported(three, tmp_path)
    names = {variable.get("guid"): variable.get("name") for variable in read.find("q:Variables/q:Variable")}
    values = [
        (names[value[0].get("targetGUID")], value[1].text)
        for value in read.find("q:Sources/q:TextSource[1]/q:VariableValue")
    ]
    assert values == [
        ("Author", "Ольга & Co"),
        ("Written", "Not stated"),
        ("Publisher", "Not stated"),
        ("Kind", "An account"),
    ]
    assert [case.get("name") for case in read.find("q:Cases/q:Case")] == ["A Account A", "B Account B", "C Account C"]


def test_names_are_of_files(three: Comparison, tmp_path: Path) -> None:
    """What a file's name cannot have is put otherwise."""
    assert next(iter(exported(three, tmp_path).texts())) == "A What fell - 'A' - a-b"


def test_sets_hold_the_points_of_a_verdict(bridge: Comparison, tmp_path: Path) -> None:
    """One set a verdict that was given, of codes and notes."""
    read = exported(bridge, tmp_path)
    sets = {
        found.get("name"): [read.by_guid(ref.get("targetGUID")).get("name") for ref in found[1:]]
        for found in read.find("q:Sets/q:Set")
    }
    assert len(sets) == 7
    assert sets["Points: conflict"] == ["Conflict: The day", "Point 2: The day"]


def test_excerpts_leave_only_so_many_words(bridge: Comparison, tmp_path: Path) -> None:
    """The texts are the quotes, cut, and the codings are at what is left; nothing else tells more."""
    read = exported(bridge, tmp_path, 2)
    text = read.texts()["A The bridge at Lund"]
    assert text.split("\n[…]\n")[:2] == ["The bridge …", "fell on …"]
    assert {coded.words for coded in read.codings() if coded.source.startswith("A")} == set(text.split("\n[…]\n"))
    everything = b"".join(read.zip.read(name) for name in read.zip.namelist()).decode()
    assert "fell on Monday" not in everything
    (selection,) = read.find("//q:PlainTextSelection[@name='fell on …']")[:1]
    start = bridge.source("A").text.index("fell on Monday")
    assert f"In the whole text of A: code points {start} to {start + 14}, the end excluded." in selection[0].text


def test_no_words_at_all_are_refused(bridge: Comparison, tmp_path: Path) -> None:
    """A coding needs words; the error says what does without, and nothing is written."""
    with pytest.raises(Refused, match=r"excerpts: .* Allow some words, or export csv"):
        refi.write(bridge, tmp_path / "out", 0)
    assert not (tmp_path / "out").exists()


def test_without_points_there_are_texts_and_the_codebook(tmp_path: Path) -> None:
    """A comparison that is only begun is a project, too."""
    work = load(write_three(tmp_path / "begun", "points: []\n"))
    read = exported(work, tmp_path)
    assert len(read.texts()) == 3
    assert read.codings() == []
    assert [code.get("name") for code in read.find("q:CodeBook/q:Codes/q:Code")] == [
        "Verdicts",
        "Themes",
        "Certainties",
    ]
    assert set(exported(work, tmp_path, 5).texts().values()) == {"[…]"}


def test_the_bytes_are_the_same_each_time(three: Comparison, tmp_path: Path) -> None:
    """No moment, and no chance, comes into them."""
    (first,) = refi.write(three, tmp_path / "1", None)
    (second,) = refi.write(load(three.folder), tmp_path / "2", None)
    assert first.read_bytes() == second.read_bytes()


def test_another_validator_finds_its_form_right(three: Comparison, tmp_path: Path) -> None:
    """Held against REFI's schema by another library than the one that the linter uses."""
    schema = xmlschema.XMLSchema(str(files("sidebyside.exchange.refi") / "schema" / "project.xsd"))
    schema.validate(exported(three, tmp_path).zip.read("project.qde").decode())


def test_what_xml_cannot_hold_is_marked(tmp_path: Path) -> None:
    """A control character in a quote stays in the text, and is U+FFFD where XML tells of it."""
    folder = write_three(tmp_path / "three")
    edit(
        folder,
        "points.yml",
        "It fell on Monday, 😱 they say again",
        "It fell on Monday, 😱 they say. It fell on Monday, 😱 they say again",
    )
    read = exported(load(folder), tmp_path)
    words = {coded.words for coded in read.codings() if "\x0c" in coded.words}
    assert words == {"It fell\u00a0on Monday, 😱 they say.\x0cIt fell on Monday, 😱 they say again"}


def test_a_project_with_a_fault_is_not_written(
    bridge: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the linter finds stops the export, with all of it."""
    fault = Problem("project.qde", 3, "is wrong", "Mend it")
    monkeypatch.setattr(packing, "linted", lambda data, newline: [fault])
    with pytest.raises(ComparisonError, match=r"bridge\.qdpx: 1 problem to mend\s+project\.qde line 3: is wrong"):
        refi.write(bridge, tmp_path / "out", None)
    assert not (tmp_path / "out").exists()


def test_the_zip_has_no_folders_and_no_hour(bridge: Comparison, tmp_path: Path) -> None:
    """project.qde and sources/, in small letters."""
    (path,) = refi.write(bridge, tmp_path, None)
    with ZipFile(path) as file:
        assert file.namelist()[0] == "project.qde"
        assert all(re.fullmatch(r"sources/[0-9a-f-]{36}\.txt", name) for name in file.namelist()[1:])
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@REPEATABLE
@given(ANY_TEXT, st.sampled_from(["\n", "\r\n"]), st.data())
def test_a_place_moves_with_its_words(text: str, newline: str, data: st.DataObject) -> None:
    """However lines end, a stretch that splits no line end, and the text around it, is where it is said to lie."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if any("\r\n" in text[at - 1 : at + 1] for at in (start, end) if at):
        return
    laid = Whole(text, newline)
    first, last = laid.place((start, end))
    words = text[start:end] if start else text[start:end].lstrip("\ufeff")
    if not text[:start].strip("\ufeff"):
        words = words.lstrip("\ufeff")
    assert laid.text[first:last] == re.sub("\r\n|\r|\n", newline, words)


def test_a_coding_tells_who_and_where(bridge: Comparison, tmp_path: Path) -> None:
    """One coding, all of it."""
    codings = exported(bridge, tmp_path).codings()
    assert Coded("B What fell", ("Points", "Conflict: The day"), "fell on Tuesday", "editor") in codings
