"""The linter finds each fault that importers stumble on, says where it is and how to mend it, and nothing else."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.exchange.refi.sound import FILES, NOTE, ROOT, TEXT, damaged, packed

from sidebyside.errors import SourceError
from sidebyside.exchange.refi import lint
from sidebyside.exchange.refi.linting import RULES, linted, opening
from sidebyside.exchange.refi.linting.opening import opened

QDE = "project.qde"
WELL = f"sources/{TEXT}.txt"
ASK = f"sources/{NOTE}.txt"
CODING = ROOT[ROOT.index("        <Coding") : ROOT.index("        <NoteRef")]

# By rule: the files of a project that breaks it and no other, the place, some of what is said, and of the mend.
FAULTS = {
    "has_its_form": (damaged(QDE, "#FF0000", "red"), (QDE, 10), "'red'", "Mend what wrote it"),
    "guids_are_unique": (
        damaged(QDE, "55555555-0000-4000-8000-000000000001", "44444444-0000-4000-8000-000000000001"),
        (QDE, 17),
        "stands in line 16, too",
        "Give each thing its own",
    ),
    "references_resolve": (
        damaged(QDE, 'creatingUser="22222222', 'creatingUser="99999999'),
        (QDE, 17),
        "leads to no User",
        "Add it, or take this out",
    ),
    "names_are_unique": (
        damaged(QDE, 'name="Thirst"', 'name="Water"'),
        (QDE, 10),
        "the code “Water” has the name of that in line 9",
        "Give it a name of its own",
    ),
    "names_are_there": (damaged(QDE, 'name="Ben"', 'name=" "'), (QDE, 5), "a User has no name", "Name it"),
    "names_are_of_files": (
        damaged(QDE, 'name="Well"', 'name="Well: 1?"'),
        (QDE, 15),
        "has : ? in its name",
        "Put another character",
    ),
    "origin_is_named": (damaged(QDE, ' origin="Another tool 9"', ""), (QDE, 2), "no origin", 'Add origin="..."'),
    "notes_are_dated": (
        damaged(QDE, ' creationDateTime="2026-11-22T00:00:00Z"', ""),
        (QDE, 25),
        "the note “Ask” has no date",
        "Add creationDateTime",
    ),
    "texts_have_no_notes": (
        damaged(QDE, "    </TextSource>", f'      <NoteRef targetGUID="{NOTE}"/>\n    </TextSource>'),
        (QDE, 15),
        "a note hangs on the source “Well” as a whole",
        "take the NoteRef out",
    ),
    "members_are_sound": ({**FILES, "../evil.txt": b""}, ("../evil.txt", 0), "leads out", "Take it out"),
    "files_are_there": (
        {name: data for name, data in FILES.items() if name != ASK},
        (QDE, 25),
        f"{ASK} is not in the ZIP",
        "Put it there, or mend plainTextPath",
    ),
    "texts_are_in_files": (
        damaged(
            QDE,
            f' plainTextPath="internal://{NOTE}.txt" creationDateTime="2026-11-22T00:00:00Z"/>',
            ' creationDateTime="2026-11-22T00:00:00Z"><PlainTextContent>Who?</PlainTextContent></Note>',
        ),
        (QDE, 25),
        "the text of “Ask” stands in project.qde itself",
        "Put it into a file under sources/",
    ),
    "rich_is_not_plain": (
        damaged(QDE, 'name="Well"', f'name="Well" richTextPath="internal://{TEXT}.txt"'),
        (QDE, 15),
        "richTextPath leads to a .txt",
        "Use plainTextPath alone",
    ),
    "texts_are_utf_8": (damaged(ASK, "Who", b"\n\xff"), (ASK, 2), "is not UTF-8", "Save it as UTF-8"),
    "lines_end_alike": (damaged(WELL, "full.\n", "full.\r\n"), (WELL, 0), "end in CR LF", "End them in LF"),
    "places_are_within": (
        damaged(QDE, 'endPosition="17"', 'endPosition="33"'),
        (QDE, 16),
        "from 11 to 33 in a text of 32 code points",
        "the end excluded",
    ),
    "places_have_their_words": (  # as a tool counts that takes the emoji for two
        damaged(QDE, 'startPosition="11" endPosition="17"', 'startPosition="12" endPosition="18"'),
        (QDE, 16),
        "a selection says “is dry”, and “s dry.” stands at 12 to 18",
        "Count in code points",
    ),
    "selections_are_coded": (damaged(QDE, CODING, ""), (QDE, 16), "the selection “is dry” has no coding", "Code it"),
}


def test_a_sound_project_of_another_tool_passes() -> None:
    """Braces and capitals in a GUID, a code that is a heading, a user who did nothing: all this is right."""
    assert linted(packed(FILES)) == []


def test_every_rule_has_a_project_that_breaks_it() -> None:
    """A rule that nobody has seen at work is none."""
    assert [rule.__name__ for rule in RULES] == list(FAULTS)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_by_its_rule_alone(name: str) -> None:
    """One damage, one problem: at its place, with what is wrong and the mend."""
    files, place, what, mend = FAULTS[name]
    project = opened(packed(files))
    found = {rule.__name__: problems for rule in RULES if (problems := list(rule(project)))}
    assert list(found) == [name]
    (problem,) = found[name]
    assert (problem.file, problem.line) == place
    assert what in problem.what
    assert mend in problem.mend


@pytest.mark.parametrize(
    ("files", "file", "what"),
    [
        (damaged(WELL, "The", "\ufeffhe"), WELL, "begins with a byte order mark"),
        ({name.replace("s/", "S/"): data for name, data in FILES.items()}, WELL.replace("s/", "S/"), "not in sources/"),
        (damaged(QDE, 'endPosition="17"', 'endPosition="11"'), QDE, "a selection from 11 to 11"),
        (damaged(QDE, "<CodeRef targetGUID=\"33333333", "<CodeRef targetGUID=\"99999999"), QDE, "leads to no Code"),
        (damaged(QDE, f'<NoteRef targetGUID="{NOTE}"', f'<NoteRef targetGUID="{TEXT}"'), QDE, "leads to no Note"),
    ],
)  # fmt: skip
def test_other_faults_that_the_rules_name(files: dict[str, bytes], file: str, what: str) -> None:
    """The rules with more than one case find each."""
    found = linted(packed(files))
    assert [problem for problem in found if problem.file == file and what in problem.what], found


def test_names_of_a_tools_own_are_left_alone() -> None:
    """A selection need not be named by its words; one named by their beginning, cut, is right too."""
    for name in ("Selection 4", "", "is …", "wholly other words"):
        assert linted(packed(damaged(QDE, 'name="is dry"', f'name="{name}"'))) == []


HOSTILE = {
    "entities": (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
    "a file's": (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "document type"),
    "an outer type": (b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>', "document type"),
    "no XML": (b"Once upon a time", "not XML"),
    "deep": (b"<a>" * 5000 + b"</a>" * 5000, "not XML"),
    "nothing": (b"", "not XML"),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("zipped", [False, True])
def test_hostile_files_are_problems_and_no_crash(name: str, zipped: bool) -> None:
    """Nothing is resolved, fetched or nested without end."""
    data, what = HOSTILE[name]
    (problem,) = linted(packed({QDE: data}) if zipped else data)
    assert what in problem.what
    assert problem.mend


def test_other_xml_is_told() -> None:
    """Alone, and in a ZIP."""
    assert "it starts with a" in linted(b"<a/>")[0].what
    assert "'a'" in linted(packed({QDE: b"<a/>"}))[0].what


def test_a_broken_zip_a_zip_of_a_folder_and_no_file(tmp_path: Path) -> None:
    """Each is told as what it is."""
    assert "not a ZIP" in linted(b"PK and then nothing")[0].what
    assert "no project.qde at its top" in linted(packed({f"Wells/{QDE}": b""}))[0].what
    with pytest.raises(SourceError, match=r"none\.qdpx cannot be read"):
        lint(tmp_path / "none.qdpx")


def test_what_swells_when_unpacked_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound is on what is read, not on what the ZIP says of itself."""
    monkeypatch.setattr(opening, "LARGEST", 10_000)
    path = tmp_path / "bomb.qdpx"
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr(QDE, b" " * 10_001)
    assert path.stat().st_size < 1000
    assert "more than 10,000 bytes" in lint(path)[0].what
