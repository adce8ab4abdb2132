"""A comparison is made from files or pasted words: whole, or with everything that is wrong said and nothing left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.helpers import edit
from tests.texts.taking.documents import column, pdf

from sidebyside.errors import ComparisonError
from sidebyside.record.loading import load
from sidebyside.record.making import Pasted, new, waiting
from sidebyside.record.making.sampling import sampled
from sidebyside.texts import Source

ONE = "The well at Lund ran dry in 1901. The council dug another well. The water was good.\n"
OTHER = "The council of Lund had no money for a well. The water came from the river. It was bad water.\n"

ONE_POINT = """\
points:
  - id: another-well
    label: Another well
    question: Did the council dig another well?
    theme: wells
    kind: act
    rank: core
    positions:
      A:
        says: When the first ran dry.
        certainty: asserted
        evidence: [{quote: ran dry}, {quote: dug another well}]
      B: {says: It had no money., certainty: asserted, evidence: [{quote: no money for a well}]}
    verdict: conflict
    reason: One cannot dig for nothing.
    coded: {by: ada, on: 2026-11-20, confidence: high}
"""


@pytest.fixture
def no_themes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is promised here does not hang on the themes, which take seconds."""
    import sys

    monkeypatch.setattr(sys.modules["sidebyside.record.making.new"], "themes_of", lambda texts: [])


def written(folder: Path, **texts: str) -> list[Path]:
    """Files with these texts."""
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_two_files_make_a_comparison(tmp_path: Path) -> None:
    """It loads, the originals are there to the byte, and what was proposed is marked as proposed."""
    paths = written(tmp_path, one=ONE, other=OTHER)
    work = new(tmp_path / "wells", paths)
    assert work.keys == ("A", "B")
    assert [(work.folder / entry.original.file).read_bytes() for entry in work.about.sources] == [
        path.read_bytes() for path in paths
    ]
    assert "themes" in work.about.proposed
    assert set(waiting(work).what) >= {"title", "question", "theme"}
    text = (work.folder / "comparison.yml").read_text(encoding="utf-8")
    assert "# Each source. `known` says" in text
    assert "# The codebook" in text


def test_the_page_of_a_pdf_reaches_its_quotes(tmp_path: Path, no_themes: None) -> None:
    """Whoever quotes from a PDF can name the page, from 1; a text without pages has none."""
    pages = [
        column(["The well at Lund ran dry.", "Nobody knew why it had."]),
        column(["The council dug another well."]),
    ]
    (tmp_path / "report.pdf").write_bytes(pdf(pages))
    work = new(tmp_path / "wells", [tmp_path / "report.pdf", *written(tmp_path, other=OTHER)])
    (work.folder / "points.yml").write_text(ONE_POINT, encoding="utf-8")
    edit(work.folder, "comparison.yml", "themes: []", "themes: [{key: wells, name: Wells, definition: All of them.}]")
    assert {row.quote: row.page for row in load(work.folder).evidence.itertuples()} == {
        "ran dry": 1,
        "dug another well": 2,
        "no money for a well": 0,
    }


def test_a_document_is_taken_as_well(tmp_path: Path, no_themes: None) -> None:
    """A Word document is a source; its properties are proposed as what it says of itself."""
    from docx import Document

    document = Document()
    document.core_properties.author = "Ada Holm"
    document.add_paragraph(ONE)
    document.save(tmp_path / "one.docx")
    work = new(tmp_path / "wells", [tmp_path / "one.docx", *written(tmp_path, other=OTHER)])
    first = work.about.sources[0]
    assert first.original.format == "docx"
    assert (first.author.is_, first.author.known) == ("Ada Holm", "proposed")


def test_names_keep_the_letters_of_their_script(tmp_path: Path, no_themes: None) -> None:
    """A file called мост.txt is still called so."""
    work = new(tmp_path / "wells", written(tmp_path, мост=ONE, брод=OTHER))
    assert [entry.file for entry in work.about.sources] == ["texts/мост.txt", "texts/брод.txt"]


def test_names_that_differ_in_capitals_alone_are_kept_apart(tmp_path: Path, no_themes: None) -> None:
    """On some systems Wells.txt and wells.txt are one file."""
    (tmp_path / "x").mkdir()
    paths = [*written(tmp_path, Wells=ONE), *written(tmp_path / "x", wells=OTHER)]
    names = [entry.file.casefold() for entry in new(tmp_path / "c", paths).about.sources]
    assert len(set(names)) == 2


def test_thirty_sources_have_keys(tmp_path: Path, no_themes: None) -> None:
    """After Z comes AA."""
    sources = [Pasted(f"Well number {n} ran dry. {'More. ' * n}", title=f"Well {n}") for n in range(30)]
    assert new(tmp_path / "wells", sources).keys[24:28] == ("Y", "Z", "AA", "AB")


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    """Each source that cannot be used is named, and no folder is made."""
    good, empty = written(tmp_path, good=ONE, empty="")
    with pytest.raises(ComparisonError) as caught:
        new(tmp_path / "wells", [good, empty, tmp_path / "gone.txt"])
    assert {problem.file for problem in caught.value.problems} == {"empty.txt", "gone.txt"}
    assert sorted(os.listdir(tmp_path)) == ["empty.txt", "good.txt"]


@pytest.mark.parametrize("second", [ONE, ONE.replace(" ", "  ")])
def test_one_text_twice_is_refused(tmp_path: Path, second: str) -> None:
    """A text compared with itself agrees with itself."""
    with pytest.raises(ComparisonError, match=r"same (file|text)"):
        new(tmp_path / "wells", written(tmp_path, one=ONE, two=second))
    assert not (tmp_path / "wells").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """Nobody's files are written over."""
    paths = written(tmp_path, one=ONE, other=OTHER)
    with pytest.raises(ComparisonError, match="not empty"):
        new(tmp_path, paths)
    assert sorted(os.listdir(tmp_path)) == ["one.txt", "other.txt"]


@pytest.mark.parametrize("stage", ["gathered", "comparison_text", "themes_of", "load"])
@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_nothing_half_made_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, fault: BaseException
) -> None:
    """Whether it is interrupted or the disk is full, at whatever stage: the place is as it was."""
    import sys

    def failing(*_: object) -> None:
        raise fault

    paths = written(tmp_path, one=ONE, other=OTHER)
    monkeypatch.setattr(sys.modules["sidebyside.record.making.new"], stage, failing)
    with pytest.raises((KeyboardInterrupt, ComparisonError)):
        new(tmp_path / "wells", paths)
    assert sorted(os.listdir(tmp_path)) == ["one.txt", "other.txt"]


def test_pages_lead_from_the_text_to_the_evidence(tmp_path: Path, no_themes: None) -> None:
    """Where pages are known, the table of evidence says on which page the words stand."""
    work = new(tmp_path / "wells", written(tmp_path, one=ONE, other=OTHER))
    main = work.folder / "comparison.yml"
    start = work.texts[0].text.index("The council")
    main.write_text(main.read_text().replace("    original:", f"    pages: [0, {start}]\n    original:", 1))
    assert list(load(work.folder).passages.page)[:2] == [1, 2]


def test_a_sample_takes_from_all_of_a_text() -> None:
    """Evenly spaced sentences of every source, no more than asked for; short sources are read whole."""
    long = Source("A", "", "\n".join(f"Sentence number {n} is here." for n in range(100)))
    short = Source("B", "", "One only.")
    few, whole = sampled([long, short], 21)
    assert len(few.body) == 20
    assert "number 95" in few.text
    assert whole is short


@pytest.mark.parametrize("file", ["../one.txt", "/etc/hosts", "C:/one.txt", "originals\\one.txt", '"one\\0.txt"'])
def test_an_original_stays_in_the_folder(tmp_path: Path, no_themes: None, file: str) -> None:
    """A comparison that names an original elsewhere, or one that only some systems find, is refused, with the line."""
    main = new(tmp_path / "wells", written(tmp_path, one=ONE, other=OTHER)).folder / "comparison.yml"
    lines = main.read_text().splitlines()
    number = next(n for n, line in enumerate(lines) if "originals/" in line)
    lines[number] = f"      file: {file}"
    main.write_text("\n".join(lines))
    with pytest.raises(ComparisonError) as caught:
        load(main.parent)
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [("comparison.yml", number + 1)]
