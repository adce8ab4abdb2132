"""A checkup says all that is wrong at once: each thing with its file and line, what keeps it from loading apart."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.helpers import SHIPPED, edit, line_of, write

from sidebyside.errors import ComparisonError
from sidebyside.record.checkup import Checkup, checkup


@dataclass(frozen=True)
class Damage:
    """One place of the shipped comparison made wrong: `at` stands on the line to be named, "" for the whole file."""

    name: str
    file: str
    old: str
    new: str
    at: str
    what: str
    error: bool = True


C, P, R, FIRST, J = "comparison.yml", "points.yml", "readings.yml", "codings/first.yml", "journal.jsonl"
A_TEXT = "texts/how-russia-views-afghanistan-today.txt"
LAST_OF_B = "lines: 51}"
TOGETHER = [
    Damage("quote not found", P, "quote: 'Currently, it prioritizes three goals'", "quote: 'it has four goals'",
           "it has four goals", "“it has four goals” is not in A"),
    Damage("quote found twice", P, "{passage: B30, quote: 'Currently, Russia’s strategic interests in Afghanistan lies "
           "on the stability of Afghanistan'}", "{quote: 'Russia’s strategic'}", "{quote: 'Russia’s strategic'}",
           "“Russia’s strategic” stands"),
    Damage("no such passage", P, "{passage: A22, quote: 'Moscow does", "{passage: A999, quote: 'Moscow does",
           "passage: A999", "A999 is no passage of A"),
    Damage("unknown field", P, "would_settle_it: A chronology of Russian", "would_settle: A chronology of Russian",
           "would_settle: A chronology", "would_settle is not a field that is known here"),
    Damage("unknown coder", P, "verdict: agree\n    reason: Both say so in their own voice.\n    coded:\n"
           "      by: editor", "verdict: agree\n    reason: Both say so in their own voice.\n    coded:\n"
           "      by: nobody", "by: nobody", 'the coder "nobody" is not in comparison.yml', error=False),
    Damage("text changed", A_TEXT, "Image: TASS", "Picture: TASS", "", "has changed since it was recorded"),
    Damage("lines beyond the end", C, LAST_OF_B, "lines: 510}", "lines: 510}", "lines 510 are not in the text"),
    Damage("theme nobody uses", C, "themes:\n", "themes:\n  - {key: moon, name: Moon, definition: The moon.}\n",
           "key: moon", 'no point has the theme "moon"', error=False),
    Damage("finding on no point", C, "findings:\n", "findings:\n  - {says: It is so., points: [nothing]}\n",
           "points: [nothing]", '"nothing" is no point'),
    Damage("reading not found", R, "quote: of 1877 to 1878", "quote: of 1877 to 1879", "of 1877 to 1879",
           "“of 1877 to 1879” is not in A"),
    Damage("coding of no point", FIRST, "{id: vital-interests,", "{id: vital-organs,", "vital-organs",
           '"vital-organs" is no point'),
    Damage("coder of a file", FIRST, "coder: first", "coder: ghost", "coder: ghost",
           'the coder "ghost" is not in comparison.yml', error=False),
    Damage("correction of nothing", "corrections.yml", "quote: a need still exists to understand",
           "quote: a need once existed to understand", "- table: voices", "is not in A"),
]  # fmt: skip
LEFT = {  # files that should not be there, what is said of them, and at which line
    J: (b'{"id": "no entry"}\n{"unfinished', "not an entry of the journal", 1, True),
    ".points.yml.x1.part": (b"points:", "was left behind by a program", 0, False),
    "texts/forgotten.txt": (b"Nobody names this text.\n", "is no source of comparison.yml", 0, False),
}


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Checkup]:
    """A copy of the shipped comparison with all of it wrong at once, and what is said."""
    folder = tmp_path_factory.mktemp("check") / "shipped"
    shutil.copytree(SHIPPED, folder)
    for damage in TOGETHER:
        words = (folder / damage.file).read_bytes()
        assert damage.old.encode() in words, damage.name
        (folder / damage.file).write_bytes(words.replace(damage.old.encode(), damage.new.encode(), 1))
    for name, (data, *_) in LEFT.items():
        (folder / name).write_bytes(data)
    return folder, checkup(folder)


@pytest.mark.parametrize("damage", TOGETHER, ids=lambda d: d.name)
def test_each_damage_is_told_beside_all_others(damaged: tuple[Path, Checkup], damage: Damage) -> None:
    """With many things wrong at once, each is named with its file, line and words, in the right one of both lists."""
    folder, found = damaged
    listed = found.errors if damage.error else found.warnings
    file = damage.file if damage.at else C
    fitting = [problem for problem in listed if problem.file == file and damage.what in problem.what]
    assert fitting, "\n".join(map(str, listed))
    if damage.at:
        assert [problem.line for problem in fitting] == [line_of(folder, damage.file, damage.at)]
    assert all(problem.mend for problem in fitting)


@pytest.mark.parametrize("name", LEFT)
def test_what_should_not_be_there_is_told(damaged: tuple[Path, Checkup], name: str) -> None:
    """A line that is no entry, a file that a crash left, a text that no source names."""
    _, found = damaged
    _, what, line, error = LEFT[name]
    listed = found.errors if error else found.warnings
    assert [problem.line for problem in listed if problem.file == name and what in problem.what] == [line]


def test_a_last_line_that_was_not_finished_is_a_warning(damaged: tuple[Path, Checkup]) -> None:
    """It is neither an entry nor a fault that keeps the comparison from loading."""
    _, found = damaged
    assert [p.line for p in found.warnings if p.file == J and "not written to its end" in p.what] == [2]


def test_the_shipped_comparison_has_nothing_wrong() -> None:
    """Neither an error nor a warning."""
    assert checkup(SHIPPED) == ([], [])


def test_an_original_should_be_as_it_was(tmp_path: Path) -> None:
    """One that is gone and one that changed are warnings: the comparison loads, and `renew` mends it."""
    folder = write(tmp_path / "bridge")
    (folder / "originals").mkdir()
    (folder / "originals" / "a.html").write_bytes(b"<p>Changed</p>")
    for key, suffix in (("a", "html"), ("b", "docx")):
        name = f"originals/{key}.{suffix}"
        original = f"original: {{file: {name}, sha256: {'0' * 64}, format: {suffix}}}"
        edit(folder, C, f"    file: texts/{key}.txt\n", f"    file: texts/{key}.txt\n    {original}\n")
    errors, warnings = checkup(folder)
    assert errors == []
    about = [(problem.line, problem.what) for problem in warnings if "original" in problem.what]
    assert about == [
        (line_of(folder, C, "originals/a.html"), "originals/a.html, the original of A, has changed"),
        (line_of(folder, C, "originals/b.docx"), "the original of B: b.docx cannot be read: No such file or directory"),
    ]


def test_points_that_are_not_as_the_journal_has_them_are_named(tmp_path: Path) -> None:
    """A points.yml edited by other means: the point that the journal tells of otherwise, at its line."""
    folder = write(tmp_path / "bridge")
    change = '{"key":"points/blame","before":null,"after":{"id":"blame"}}'
    entry = f'"id":"{"0" * 32}","at":"2026-11-22T10:00:00.000Z","by":"ada","did":"mended","made":"{"1" * 64}"'
    (folder / J).write_text(f'{{{entry},"changes":[{change}]}}\n', encoding="utf-8")
    errors, warnings = checkup(folder)
    assert errors == []
    (told,) = [problem for problem in warnings if problem.file == P and "journal" in problem.what]
    assert told.line == line_of(folder, P, "- id: blame")
    assert "ada, 2026-11-22, mended" in told.what


@pytest.mark.parametrize("name", [C, P])
def test_a_file_that_is_not_yaml_hides_nothing_of_the_others(tmp_path: Path, name: str) -> None:
    """Its line is named, and a fault of another file beside it."""
    folder = write(tmp_path / "bridge")
    edit(folder, R, "quote: on Monday", "quotes: on Monday")
    (folder / name).write_text("title: [open\nquestion: x\n", encoding="utf-8")
    errors, _ = checkup(folder)
    assert {problem.file for problem in errors} >= {name, R}
    assert any(problem.what.startswith("not YAML") and problem.line for problem in errors if problem.file == name)


@pytest.mark.skipif(os.name == "nt", reason="making a symbolic link needs rights there")
def test_a_link_that_leads_out_is_told(tmp_path: Path) -> None:
    """Whoever gets a copy of the folder would not get what it leads to; a source behind one is an error besides."""
    folder = write(tmp_path / "bridge")
    (tmp_path / "elsewhere.md").write_text("Notes", encoding="utf-8")
    (folder / "notes.md").symlink_to(tmp_path / "elsewhere.md")
    errors, warnings = checkup(folder)
    assert errors == []
    assert ("notes.md", "is a link that leads out of the folder") in [(p.file, p.what) for p in warnings]


def test_what_a_renewal_left_to_do_is_named(tmp_path: Path) -> None:
    """Whatever it marked as stale, at its line; and one that was cut short, with what finishes it."""
    folder = write(tmp_path / "bridge")
    with (folder / R).open("a", encoding="utf-8") as file:
        file.write("stale:\n  - {list: dates, source: A, passage: A1, quote: on Tuesday}\n")
    edit(folder, P, "set_aside: []", "set_aside:\n  - {passage: A99, reason: Nobody tells of it, stale: 2026-11-20}")
    edit(folder, C, "known: inferred, quote: fell on Monday", "known: inferred, stale_quote: fell on Friday")
    (folder / ".renewing").mkdir()
    _, warnings = checkup(folder)
    told = {(each.file, each.line): each for each in warnings}
    assert "“on Tuesday” is stale" in told[R, line_of(folder, R, "quote: on Tuesday")].what
    assert "A99" in told[P, line_of(folder, P, "A99")].what
    assert "written of A" in told[C, line_of(folder, C, "fell on Friday")].what
    assert "Run `renew`" in told[".renewing", 0].mend


def test_no_folder_is_an_error(tmp_path: Path) -> None:
    """There is nothing to look at."""
    with pytest.raises(ComparisonError, match="is not a folder"):
        checkup(tmp_path / "nowhere")
