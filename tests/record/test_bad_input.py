"""Whatever is wrong is said with file, line, what was found and the mend; nothing is guessed, nothing executed."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.helpers import ACCOUNTS, ROOT, edit, line_of, problems, rewrite_account, write

from sidebyside.record import load


@dataclass(frozen=True)
class Break:
    """One place of a file made wrong, the words on the line that the problem must name, and what it must say."""

    name: str
    file: str
    old: str
    new: str
    at: str
    what: str
    mend: str


C, P, R, FIRST = "comparison.yml", "points.yml", "readings.yml", "codings/first.yml"
AGREE = "verdict: agree"
BREAKS = [
    # fields
    Break("unknown verdict", P, AGREE, "verdict: agreed", "verdict: agreed",
          'points 1, verdict is "agreed"', 'Did you mean "agree"? Use one of: agree, conflict, certainty'),
    Break("strange verdict", P, AGREE, "verdict: xyz", "verdict: xyz",
          'points 1, verdict is "xyz"', "Use one of: agree, conflict"),
    Break("unknown kind", P, "kind: date", "kind: dates", "kind: dates",
          'points 2, kind is "dates"', 'Did you mean "date"?'),
    Break("unknown certainty", P, "certainty: [attributed]", "certainty: [atributed]", "certainty: [atributed]",
          'points 3, positions, A, certainty 1 is "atributed"', 'Did you mean "attributed"?'),
    Break("no certainty", P, "certainty: [attributed]", "certainty: []", "certainty: []", "certainty", ""),
    Break("unknown silence", P, "silent_because: could", "silent_because: perhaps", "silent_because: perhaps",
          'silent_because is "perhaps"', "Use one of: earlier, scope, could"),
    Break("unknown field", P, "reason: It fell once.", "reasons: It fell once.", "reasons:",
          "points 2, reasons is not a field that is known here", "Remove it, or mend its spelling"),
    Break("missing field", P, "    reason: It fell once.\n", "", "- id: day-of-the-fall",
          "points 2, reason is missing", "Add it"),
    Break("empty field", P, "reason: It fell once.", "reason: ' '", "reason: ' '",
          "points 2, reason is empty", "Fill it in"),
    Break("bad id", P, "id: blame", "id: To Blame", "id: To Blame", 'id is "To Blame"', "It has to look like"),
    Break("bad source key", P, "      B: {says: A storm.", "      b: {says: A storm.", "b: {says: A storm.",
          'is "b"', "It has to look like"),
    Break("a mapping for words", P, "confidence: low}", "confidence: low, second_choice: agree, settled: {}}",
          "confidence: low", "settled", "string"),
    Break("no such day", P, "on: 2026-11-22, confidence: low", "on: 2026-02-30, confidence: low", "2026-02-30",
          'coded, on is "2026-02-30"', "date"),
    Break("a word for a list", P, "set_aside: []", "set_aside: none", "set_aside: none",
          'set_aside is "none"', "valid"),
    Break("missing title", C, "title: Two accounts of a bridge\n", "", "question: What happened",
          "title is missing", "Add it"),
    Break("bad fingerprint", C, "file: texts/b.txt\n    sha256: ", "file: texts/b.txt\n    sha256: X", "sha256: X",
          "sources 2, sha256 is", "It has to look like ^[0-9a-f]{64}$"),
    Break("unknown role", C, "role: comment", "role: coment", "role: coment", 'role is "coment"',
          'Did you mean "comment"?'),
    Break("body is no part", C, "role: comment", "role: body", "role: body", 'role is "body"', "Use one of: title"),
    Break("no figure", R, "value: 40", "value: forty", "value: forty", 'figures 1, value is "forty"', "number"),
    Break("unknown bound", R, "bound: exact", "bound: exactly", "bound: exactly", "bound", 'Did you mean "exact"?'),
    # keys
    Break("point id twice", P, "id: blame", "id: visit", "- id: visit\n    label: The king",
          '"visit" is used twice', "Give each its own"),
    Break("source key twice", C, "- key: B", "- key: A", "key: A\n    file: texts/b.txt",
          '"A" is used twice', "Give each its own"),
    Break("theme key twice", C, "{key: cause", "{key: fall", "fall, name: Causes", '"fall" is used twice', "Give each"),
    Break("coded twice", FIRST, "id: blame", "id: hurt-at-all", "own: cause", '"hurt-at-all" is used twice', "Give"),
    Break("field twice", P, "reason: Both say so.", "reason: Both say so.\n    reason: They do.", "reason: They do.",
          '"reason" stands twice', "Keep one of the two"),
    Break("coder twice", "codings/second.yml", "coder: second", "coder: first", "coder: first", '"first" is used twice',
          ""),
    # names of things that have to exist
    Break("unknown theme", P, "theme: cause", "theme: causes", "theme: causes",
          'point "blame": "causes" is no theme', "Use one of: cause, fall, harm"),
    Break("unknown source", P, "      B: {says: A storm.", "      C: {says: A storm.", "C: {says: A storm.",
          'point "blame": "C" is no source', "Use one of: A, B"),
    Break("finding on no point", C, "points: [that-it-fell, day-of-the-fall]", "points: [day]", "points: [day]",
          '"day" is no point', "Mend the id in this finding"),
    Break("finding on nothing", C, "points: [that-it-fell, day-of-the-fall]", "points: []", "points: []", "points",
          ""),
    Break("coding of no point", FIRST, "id: blame", "id: blames", "id: blames", '"blames" is no point', "Mend the id"),
    Break("set aside no passage", P, "set_aside: []", "set_aside:\n  - {passage: A9, reason: Empty}", "A9",
          "A9 is no passage", "Mend the id, or remove the entry"),
    Break("meeting in no passage", R, "passages: B3", "passages: B4", "passages: B4",
          "B4 is no passage of B", "Mend the id"),
    Break("meeting of no source", R, "source: B", "source: C", "source: C", "C", ""),
    Break("date of no source", R, "passage: A2", "passage: A2, source: C", "source: C", '"source" stands twice', ""),
    Break("reading of no source", R, "{source: A, passage: A2", "{source: C, passage: C2", "source: C",
          '"C" is no source', "Use one of: A, B"),
    # quotes
    Break("quote not there", P, "{quote: A storm is to blame}", "{quote: The storm is to blame}", "The storm is",
          "“The storm is to blame” is not in B; nearest: B3 “A storm is to blame, and the king came.”",
          "Quote the words as they stand"),
    Break("quote in another passage", P, "passage: A2", "passage: A3", "passage: A3",
          "“The bridge fell” is not in A3; it stands in A2", "Quote the words as they stand"),
    Break("quote in no passage", P, "passage: A2", "passage: A6", "passage: A6",
          "A6 is no passage of A; they run from A1 to A5", "Quote the words"),
    Break("quote in the other source", P, "{quote: A storm is to blame}", "{quote: the builder is to blame}",
          "B: {says: A storm.", "“the builder is to blame” is not in B", "Quote the words"),
    Break("quote twice", P, "{quote: Nobody was hurt}", "{quote: hurt}", "{quote: hurt}",
          "“hurt” stands 2 times in A (A3, A4); lengthen it", "Quote the words"),
    Break("empty quote", P, "{quote: Nobody was hurt}", "{quote: '  '}", "{quote: '  '}",
          "positions, A, evidence 2, quote is empty", "Fill it in"),
    Break("near miss not there", P, "near: [{quote: The mayor says}]", "near: [{quote: The mayor said}]", "mayor said",
          "“The mayor said” is not in A; nearest: A3", "Quote the words"),
    Break("known by no quote", C, "quote: fell on Monday", "quote: fell on Friday", "fell on Friday",
          "“fell on Friday” is not in A; nearest: A", "Quote the words"),
    Break("reading not there", R, "quote: on Monday", "quote: on a Monday", "on a Monday",
          "“on a Monday” is not in A; nearest: A2", "Quote the words"),
    Break("reading elsewhere", R, "A3, quote: 40 people", "A4, quote: 40 people", "A4, quote: 40 people",
          "“40 people” is not in A4; it stands in A3", "Quote the words"),
    # what does not fit together
    Break("silent without reason", P, ", silent_because: could", "", "A: {says: Nothing.",
          'point "visit": silence without a reason', "Say why A may be silent: silent_because: earlier, scope, could"),
    Break("silent with evidence", P, "near: [{quote: The mayor says}]", "evidence: [{quote: The mayor says}]",
          "A: {says: Nothing.", 'point "visit": A is silent and has evidence', "Move near misses to `near`"),
    Break("silent and more", P, "certainty: [attributed, denied]", "certainty: [attributed, silent]", "silent]",
          'point "hurt-or-not": silent stands beside another certainty', "A source speaks or it is silent"),
    Break("speaks without evidence", P, ", evidence: [{quote: A storm is to blame}]", "", "B: {says: A storm.",
          'point "blame": B speaks without evidence', "Quote the words it rests on, or code it silent"),
    Break("only where both speak", P, AGREE, "verdict: only", "verdict: only",
          'point "that-it-fell": the verdict is only, yet no source is silent', "Code the silent source"),
    Break("agree where one is silent", P, "verdict: only", AGREE, "verdict: agree\n    reason: Only B",
          'point "visit": agree with fewer than two sources speaking', "Code the other source, or use only"),
    Break("internal to no source", P, "    within: A\n", "", "verdict: internal",
          'point "hurt-or-not": internal without the source it is within', "Add `within:`"),
    Break("internal to another", P, "within: A", "within: B", "verdict: internal",
          'point "hurt-or-not": internal without the source it is within', "Add `within:`"),
    Break("within, yet not internal", P, AGREE, "verdict: agree\n    within: A", "within: A", "within", ""),
    Break("a source left out", P, "      B: {says: A storm., certainty: asserted, evidence: "
          "[{quote: A storm is to blame}]}\n", "", "positions:\n      A: {says: The builder.",
          'point "blame": no position of B', "Code what it says, or that it is silent and why"),
    # texts
    Break("no such text", C, "texts/a.txt", "texts/gone.txt", "texts/gone.txt",
          "gone.txt is not there", "Put the text there, or mend `file`"),
    Break("text is a folder", C, "texts/a.txt", "texts", "file: texts", "texts cannot be read", "Put the text there"),
    Break("text up and away", C, "texts/a.txt", "../a.txt", "../a.txt",
          '"../a.txt" leads out of the folder', "Keep the file inside the folder of the comparison"),
    Break("text in and away", C, "texts/a.txt", "texts/../../a.txt", "texts/../../a.txt", "leads out of the folder",
          "Keep the file inside"),
    Break("text at an absolute path", C, "texts/a.txt", "/etc/passwd", "/etc/passwd",
          '"/etc/passwd" leads out of the folder', "Keep the file inside"),
    Break("text on a drive", C, "texts/a.txt", "C:/a.txt", "C:/a.txt",
          '"C:/a.txt" is no path on every system', "Name it from the folder on"),
    Break("text behind a backslash", C, "texts/a.txt", "texts\\a.txt", "texts\\a.txt",
          "is no path on every system", "with / between"),
    Break("text named by a zero byte", C, "texts/a.txt", '"texts/a\\0.txt"', "texts/a\\0.txt", "texts/a", ""),
    Break("lines after the end", C, "lines: 5", "lines: 5-6", "lines: 5-6",
          "lines 5-6 are not in the text", "The file has 5 lines; give `first` or `first-last`"),
    Break("lines turned round", C, "lines: 5", "lines: 5-4", "lines: 5-4", "lines 5-4 are not in the text", "5 lines"),
    Break("line none", C, "lines: 5", "lines: 0", "lines: 0", 'lines is "0"', "It has to look like"),
    # YAML
    Break("not YAML", P, "label: The day", "label: [The day", "question: On which day", "not YAML:", "Mend the line"),
    Break("a tab", P, "    label: The day", "\tlabel: The day", "\tlabel", "not YAML:", "Mend the line"),
    Break("two documents", P, "set_aside: []", "---\nset_aside: []", "---", "not YAML:", "Mend the line"),
    Break("control character", P, "label: The day", "label: The \x07 day", "\x07", "not YAML", ""),
    Break("undefined alias", P, "label: The day", "label: *day", "*day", "not YAML: found undefined alias", "Mend"),
]  # fmt: skip


@pytest.mark.parametrize("broken", BREAKS, ids=lambda b: b.name)
def test_a_problem_names_file_line_fault_and_mend(tmp_path: Path, broken: Break) -> None:
    """Each thing made wrong is found, at its line, in words that say what stands there and what would be right."""
    folder = write(tmp_path / "bridge")
    edit(folder, broken.file, broken.old, broken.new)
    line = line_of(folder, broken.file, broken.at)
    found = problems(folder)
    fitting = [p for p in found if p.file == broken.file and broken.what in p.what and broken.mend in p.mend]
    assert fitting, "\n".join(map(str, found))
    assert line in [p.line for p in fitting], "\n".join(map(str, found))
    assert all(p.mend for p in found)


@pytest.mark.parametrize("name", [C, P, R, FIRST])
@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"- a\n- list\n", "the file is a list"),
        (b"words\n", 'the file is "words"'),
        ("title: Café\n".encode("latin-1"), "is not UTF-8: byte 0xe9 in line 1"),
        ("title: x\n".encode("utf-16"), "holds zero bytes"),
        (b"points: [\0]\n", "holds zero bytes"),
    ],
)
def test_a_file_that_is_no_such_file_is_named(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    """An empty file, one in another encoding or one that holds something else is a problem of that file."""
    folder = write(tmp_path / "bridge")
    (folder / name).write_bytes(data)
    assert any(p.file == name and what in p.what for p in problems(folder))


def test_remarks_alone_are_a_file_without_entries(tmp_path: Path) -> None:
    """Nothing read yet is no fault; no points yet is one to whatever speaks of points; a title has to be there."""
    folder = write(tmp_path / "bridge")
    (folder / R).write_bytes(b"# nothing yet\n")
    assert load(folder).dates.empty
    (folder / P).write_bytes(b"# nothing yet\n")
    assert {p.mend for p in problems(folder)} == {"Mend the id", "Mend the id in this finding"}
    (folder / C).write_bytes(b"# nothing yet\n")
    missing = {p.what for p in problems(folder) if p.file == C}
    assert missing == {"question is missing", "sources is missing", "themes is missing", "title is missing"}


@pytest.mark.parametrize("name", [C, P])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    """Without comparison.yml or points.yml there is no comparison."""
    folder = write(tmp_path / "bridge")
    (folder / name).unlink()
    assert f"{name}: {name} is not there. Put the file there again, as UTF-8 text" in map(str, problems(folder))


def test_a_broken_points_file_does_not_blame_the_codings(tmp_path: Path) -> None:
    """One misspelled verdict is one problem: what the coders coded is not called unknown because of it."""
    folder = write(tmp_path / "bridge")
    edit(folder, P, AGREE, "verdict: agreed")
    assert [p.file for p in problems(folder)] == [P]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "a.txt is empty"),
        (b" \r\n", "a.txt is empty"),
        ("Brücke".encode("latin-1"), "a.txt is not UTF-8: byte 0xfc in line 1"),
        (b"The bridge\0fell", "a.txt is not a text: it holds zero bytes"),
    ],
)
def test_a_text_that_is_no_text_is_a_problem_of_its_source(tmp_path: Path, data: bytes, what: str) -> None:
    """An empty or undecodable text is reported where comparison.yml names it, and its quotes are not blamed."""
    folder = write(tmp_path / "bridge")
    (folder / "texts" / "a.txt").write_bytes(data)
    (problem,) = problems(folder)
    assert (problem.file, problem.line) == (C, line_of(folder, C, "texts/a.txt"))
    assert problem.what.startswith(what)


def test_a_changed_text_says_so(tmp_path: Path) -> None:
    """One altered letter changes the fingerprint: the error gives the new one and names every quote it broke."""
    folder = write(tmp_path / "bridge")
    edit(folder, "texts/b.txt", "A storm", "The storm")
    changed, broken = problems(folder)
    assert changed.line == line_of(folder, C, "texts/b.txt") + 1
    assert changed.what.startswith("texts/b.txt has changed since it was recorded: its SHA-256 is ")
    assert f"sidebyside renew {folder}" in changed.mend
    assert "“A storm is to blame” is not in B" in broken.what


def test_a_fingerprint_alone_is_no_proof(tmp_path: Path) -> None:
    """A changed text with its new fingerprint still has every quote proven."""
    folder = write(tmp_path / "bridge")
    rewrite_account(folder, "B", ACCOUNTS["B"].replace("50", "fifty"))
    found = problems(folder)
    assert [p.file for p in found] == [P]
    assert "“50 people were hurt” is not in B; nearest: B2" in found[0].what


@pytest.mark.skipif(os.name == "nt", reason="making a symbolic link needs rights there")
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A text that is a link to a file elsewhere is refused, even where that file is the right text."""
    folder = write(tmp_path / "bridge")
    (folder / "texts" / "a.txt").rename(tmp_path / "a.txt")
    (folder / "texts" / "a.txt").symlink_to(tmp_path / "a.txt")
    (problem,) = problems(folder)
    assert problem.what == '"texts/a.txt" leads out of the folder'


@pytest.mark.skipif(os.name == "nt", reason="making a symbolic link needs rights there")
def test_a_link_to_itself_is_a_problem(tmp_path: Path) -> None:
    """A link that goes round in a circle is a text that cannot be read."""
    folder = write(tmp_path / "bridge")
    (folder / "texts" / "a.txt").unlink()
    (folder / "texts" / "a.txt").symlink_to("a.txt")
    (problem,) = problems(folder)
    assert problem.line == line_of(folder, C, "texts/a.txt")


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    """Faults in four files are listed together, by file and line."""
    folder = write(tmp_path / "bridge")
    edit(folder, C, "lines: 5", "lines: 9")
    edit(folder, P, "{quote: A storm is to blame}", "{quote: The storm is to blame}")
    edit(folder, P, "theme: cause", "theme: causes")
    edit(folder, R, "quote: on Monday", "quote: on Friday")
    edit(folder, FIRST, "id: blame", "id: blames")
    places = [
        (FIRST, "id: blames"),
        (C, "lines: 9"),
        (P, "theme: causes"),
        (P, "The storm is to blame"),
        (R, "on Friday"),
    ]
    assert [(p.file, p.line) for p in problems(folder)] == [(f, line_of(folder, f, words)) for f, words in places]


def test_all_wrong_fields_of_a_file_come_at_once(tmp_path: Path) -> None:
    """Three wrong fields of three points are three problems, each with its line."""
    folder = write(tmp_path / "bridge")
    edit(folder, P, AGREE, "verdict: agreed")
    edit(folder, P, "kind: date", "kind: day")
    edit(folder, P, "    reason: Another cause.\n", "")
    lines = [line_of(folder, P, words) for words in ("verdict: agreed", "kind: day", "- id: blame")]
    assert [p.line for p in problems(folder)] == lines


def test_a_wrong_field_does_not_hide_a_wrong_quote(tmp_path: Path) -> None:
    """A verdict misspelled at one point and a quote misspelled at another are two problems of one load."""
    folder = write(tmp_path / "bridge")
    edit(folder, P, AGREE, "verdict: agreed")
    edit(folder, P, "{quote: A storm is to blame}", "{quote: The storm is to blame}")
    lines = [line_of(folder, P, words) for words in ("verdict: agreed", "The storm is to blame")]
    assert [p.line for p in problems(folder)] == lines


def test_a_field_that_stands_twice_does_not_hide_a_wrong_field(tmp_path: Path) -> None:
    """What YAML itself allows no one to write twice is one problem among the others."""
    folder = write(tmp_path / "bridge")
    edit(folder, P, "    reason: Both say so.\n", "    reason: Both say so.\n    reason: They do.\n")
    edit(folder, P, "kind: date", "kind: day")
    lines = [line_of(folder, P, words) for words in ("reason: They do.", "kind: day")]
    assert [p.line for p in problems(folder)] == lines


def test_a_fault_of_comparison_yml_does_not_hide_those_of_the_points(tmp_path: Path) -> None:
    """A field misspelled in one file and a verdict misspelled in another come at once."""
    folder = write(tmp_path / "bridge")
    edit(folder, C, "short: Bo", "shorts: Bo")
    edit(folder, P, AGREE, "verdict: agreed")
    assert {p.file for p in problems(folder)} == {C, P}


HARMFUL = {
    "tag that calls": "title: !!python/object/apply:os.system ['touch {mark}']",
    "tag that makes": "title: !!python/object/new:os.system ['touch {mark}']",
    "tag that imports": "title: !!python/name:os.system",
    "tag in a key": "? !!python/object/apply:os.system ['touch {mark}']\n: x",
}


@pytest.mark.parametrize("words", HARMFUL.values(), ids=HARMFUL)
def test_nothing_in_a_file_is_executed(tmp_path: Path, words: str) -> None:
    """A tag that asks for Python gets none: it is a wrong field like any other, and nothing was run."""
    folder = write(tmp_path / "bridge")
    mark = tmp_path / "mark"
    edit(folder, C, "title: Two accounts of a bridge", words.format(mark=mark))
    if "name" in words:
        edit(folder, C, "question: What happened at Lund?\n", "")
    assert any(p.file == C for p in problems(folder))
    assert not mark.exists()


def test_an_alias_bomb_does_not_go_off(tmp_path: Path) -> None:
    """Ten lines that would unfold to ten thousand million entries are refused before they do."""
    folder = write(tmp_path / "bridge")
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
    )
    (folder / P).write_text(bomb, encoding="utf-8")
    found = problems(folder)
    assert len(found) < 100
    assert any("alias" in p.what and p.mend == "Write it out" for p in found)


def test_an_alias_to_itself_is_refused(tmp_path: Path) -> None:
    """A list that holds itself has no end, and is a problem."""
    folder = write(tmp_path / "bridge")
    edit(folder, P, "set_aside: []", "set_aside: &all [*all]")
    assert any("alias" in p.what and p.line == line_of(folder, P, "set_aside:") for p in problems(folder))


@pytest.mark.parametrize("depth", [1_000, 100_000])
@pytest.mark.parametrize("closed", [True, False], ids=["closed", "open"])
def test_deep_nesting_is_a_problem_not_a_crash(tmp_path: Path, depth: int, closed: bool) -> None:
    """A file of brackets within brackets is refused; it does not take Python, and the notebook, down with it."""
    folder = write(tmp_path / "bridge")
    (folder / P).write_text("points: " + "[" * depth + "]" * depth * closed, encoding="utf-8")
    load_it = (
        "import sys, sidebyside\n"
        "try: sidebyside.load(sys.argv[1])\n"
        "except sidebyside.errors.ComparisonError as error: print(error)"
    )
    call = [sys.executable, "-c", load_it, str(folder)]
    done = subprocess.run(call, capture_output=True, text=True, cwd=ROOT / "src", check=False)
    assert done.returncode == 0, f"Python ended with {done.returncode}: {done.stderr[-300:]}"
    assert "points.yml line " in done.stdout
