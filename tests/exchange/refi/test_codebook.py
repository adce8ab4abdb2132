"""A codebook goes out and comes back as it was; those of other tools are read, and hostile ones do no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exchange.refi.sound import FILES, packed
from tests.exchange.refi.three import write_three
from tests.helpers import SHIPPED, edit, write

import sidebyside as sbs
from sidebyside.errors import ComparisonError, Refused, SourceError
from sidebyside.exchange import refi
from sidebyside.exchange.refi import put_themes, read_codebook, write_codebook
from sidebyside.exchange.refi.codebook import CodeRow
from sidebyside.exchange.refi.linting import opening
from sidebyside.exchange.refi.themes import UNTOLD
from sidebyside.record import load
from sidebyside.record.comparison_file import ThemeEntry

THEIRS = """\ufeff<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another tool 9">
  <Codes>
    <Code guid="33333333-0000-4000-8000-000000000001" name="Water" isCodable="false" color="#00F">
      <Description>All about water.</Description>
      <Code guid="33333333-0000-4000-8000-000000000002" name=" Thirst&#10;&amp; heat " isCodable="true" color="#FF0000">
        <Code guid="33333333-0000-4000-8000-000000000003" name="Wells" isCodable="true"/>
      </Code>
    </Code>
    <Code guid="33333333-0000-4000-8000-000000000004" name="Оружие 😱" isCodable="true"/>
    <Code guid="33333333-0000-4000-8000-000000000005" name="Жара" isCodable="true"/>
  </Codes>
</CodeBook>
"""


def put(path: Path, words: str | bytes) -> Path:
    """The words as that file."""
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    return path


def nested(depth: int) -> str:
    """A codebook with one code in the other."""
    codes = "".join(
        f'<Code guid="33333333-0000-4000-8000-{n:012}" name="Level {n}" isCodable="true">' for n in range(depth)
    )
    return f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{codes}{"</Code>" * depth}</Codes></CodeBook>'


def test_the_shipped_themes_come_back_equal(tmp_path: Path) -> None:
    """Keys, names, definitions and terms: by way of the codebook, and of the project."""
    work = load(SHIPPED)
    for writer in (write_codebook, refi.write):
        (path,) = writer(work, tmp_path, None)
        assert sbs.codebook_from(path) == list(work.about.themes)


def test_a_theme_of_one_term_or_none_comes_back_equal(tmp_path: Path) -> None:
    """The term as it is, a name, a phrase or one with a star; and none is not one that is empty."""
    folder = write(tmp_path / "bridge")
    edit(folder, "comparison.yml", "terms: [fell, bridge*]", "terms: [bridge*]")
    edit(folder, "comparison.yml", "terms: [to blame, storm]", "terms: [to blame]")
    edit(folder, "comparison.yml", ", terms: [hurt]", "")
    work = load(folder)
    (path,) = write_codebook(work, tmp_path, None)
    assert sbs.codebook_from(path) == list(work.about.themes)
    assert [theme.terms for theme in sbs.codebook_from(path)] == [("bridge*",), (), ("to blame",)]


def test_a_codebook_is_sound_has_no_points_and_is_the_same_each_time(tmp_path: Path) -> None:
    """It tells nothing of what the sources say, and has colours."""
    work = load(write_three(tmp_path / "three"))
    (path,) = write_codebook(work, tmp_path / "1", 0)
    (again,) = write_codebook(work, tmp_path / "2", 0)
    assert path.name == "three.qdc"
    assert path.read_bytes() == again.read_bytes()
    assert refi.lint(path) == []
    rows = read_codebook(path)
    assert [row.name for row in rows if not row.above] == ["Verdicts", "Themes", "Certainties"]
    assert all(row.colour for row in rows if row.codable)
    assert "Why this verdict" not in path.read_text("utf-8")


def test_a_codebook_of_another_tool_is_read_as_it_is(tmp_path: Path) -> None:
    """Nested codes with those above them, colours, headings, a byte order mark."""
    assert read_codebook(put(tmp_path / "a.qdc", THEIRS)) == [
        CodeRow("Water", "All about water.", "#00F", (), codable=False),
        CodeRow("Thirst & heat", "", "#FF0000", ("Water",), codable=True),
        CodeRow("Wells", "", "", ("Water", "Thirst & heat"), codable=True),
        CodeRow("Оружие 😱", "", "", (), codable=True),
        CodeRow("Жара", "", "", (), codable=True),
    ]
    assert [row.name for row in read_codebook(put(tmp_path / "a.qdpx", packed(FILES)))] == ["Water", "Thirst"]


def test_its_codes_become_themes(tmp_path: Path) -> None:
    """A heading is told in the definitions of those under it; keys are made apart."""
    assert refi.codebook_from(put(tmp_path / "a.qdc", THEIRS)) == [
        ThemeEntry(key="thirst-heat", name="Thirst & heat", definition=f"Under “Water”. {UNTOLD}"),
        ThemeEntry(key="wells", name="Wells", definition=f"Under “Water / Thirst & heat”. {UNTOLD}"),
        ThemeEntry(key="theme", name="Оружие 😱", definition=UNTOLD),
        ThemeEntry(key="theme-2", name="Жара", definition=UNTOLD),
    ]


def test_ten_levels_are_read_and_a_thousand_do_no_harm(tmp_path: Path) -> None:
    """Depth is no limit of ours; where it is the XML reader's, the error says so."""
    rows = read_codebook(put(tmp_path / "ten.qdc", nested(10)))
    assert rows[-1].above == tuple(f"Level {n}" for n in range(9))
    with pytest.raises(SourceError, match=r"deep\.qdc: not XML: .*depth"):
        read_codebook(put(tmp_path / "deep.qdc", nested(1000)))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE CodeBook [<!ENTITY x "y">]>',
        '<!DOCTYPE CodeBook [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE CodeBook SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE CodeBook [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x "&b;&b;">]>',
    ],
)
def test_a_document_type_is_refused(head: str, tmp_path: Path) -> None:
    """Nothing that it declares is put in or fetched."""
    path = put(tmp_path / "bad.qdc", head + nested(1).replace("Level 0", "Level"))
    with pytest.raises(SourceError, match=r"bad\.qdc: it declares a document type\. Take the <!DOCTYPE> out"):
        refi.codebook_from(path)


def test_a_huge_file_no_file_and_another_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each as what it is."""
    with pytest.raises(SourceError, match=r"none\.qdc cannot be read"):
        read_codebook(tmp_path / "none.qdc")
    with pytest.raises(SourceError, match=r"page\.qdc: it starts with html"):
        read_codebook(put(tmp_path / "page.qdc", "<html/>"))
    monkeypatch.setattr(opening, "LARGEST", 100)
    with pytest.raises(SourceError, match=r"huge\.qdc: more than 100 bytes"):
        read_codebook(put(tmp_path / "huge.qdc", nested(9)))


def test_themes_are_added_and_all_else_stays(tmp_path: Path) -> None:
    """Comments, order and quotes of comparison.yml stand; a key that is there already is left out, the second time."""
    folder = write_three(tmp_path / "three")
    path = folder / "comparison.yml"
    before = path.read_text("utf-8")
    new = [
        ThemeEntry(key="fall", name="Another fall", definition="Is there."),
        ThemeEntry(key="water", name="Вода: «река»", definition="Under “Nature”. #1 - all", terms=("river", "река")),
    ]
    assert put_themes(path, new) == new[1:]
    after = path.read_text("utf-8")
    assert [line for line in after.splitlines() if line in before.splitlines()] == before.splitlines()
    assert "  # what it is about\n" in after
    assert list(load(folder).about.themes)[2:] == new[1:]
    assert put_themes(path, new) == []
    assert path.read_text("utf-8") == after


def test_a_whole_codebook_can_be_put(tmp_path: Path) -> None:
    """What is read from another tool makes a comparison that loads."""
    folder = write(tmp_path / "bridge")
    themes = refi.codebook_from(put(tmp_path / "a.qdc", THEIRS))
    assert put_themes(folder / "comparison.yml", themes) == themes
    assert list(load(folder).about.themes)[3:] == themes


def test_what_cannot_be_added_to_is_refused(tmp_path: Path) -> None:
    """A file that is no comparison.yml, and themes that stand under another name: nothing is written."""
    theme = [ThemeEntry(key="water", name="Water", definition="Wet.")]
    wrong = put(tmp_path / "comparison.yml", "title: 1\n")
    with pytest.raises(ComparisonError, match=r"comparison\.yml"):
        put_themes(wrong, theme)
    assert wrong.read_text() == "title: 1\n"
    folder = write_three(tmp_path / "three")
    edit(folder, "comparison.yml", "themes:\n", "themes: &all\n")
    before = (folder / "comparison.yml").read_bytes()
    with pytest.raises((Refused, ComparisonError)):
        put_themes(folder / "comparison.yml", theme)
    assert (folder / "comparison.yml").read_bytes() == before
