"""No export shows more of a source's words in a row than the limit says: every file written is walked through."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exchange.harbour import TEXTS, longest_run, words_in
from tests.helpers import edit
from tests.helpers import write as write_bridge

from sidebyside.errors import Refused
from sidebyside.exchange import FORMS, export
from sidebyside.record import Comparison, load
from sidebyside.record.limiting import ALIKE, ALIKE_IN_DRAFT

WALKED = ["csv", "xlsx", "docx", "md", "csl", "bib", "annotations", "qdpx", "qdc"]
OPENING = "The bridge fell on Monday. The mayor says that 40 people were hurt"


def most_in_a_row(paths: list[Path]) -> int:
    """The longest run of words of any source that any of the files has."""
    return max(longest_run(words, text) for path in paths for words in words_in(path) for text in TEXTS.values())


@pytest.mark.parametrize("most", [0, 5, 40])
@pytest.mark.parametrize("form", WALKED)
def test_no_file_has_a_longer_run_of_a_sources_words(form: str, most: int, three: Comparison, tmp_path: Path) -> None:
    """Whatever the form: 0 words, 5 words, 40 words. Where a form cannot keep to it, it is refused and not written."""
    try:
        paths = export(three, form, tmp_path, excerpts=most)
    except Refused:
        assert form == "qdpx"
        assert most == 0
        assert list(tmp_path.iterdir()) == []
    else:
        assert most_in_a_row(paths) <= most


def test_the_walk_finds_what_is_there(three: Comparison, tmp_path: Path) -> None:
    """Without a limit it finds the sixty words in each form that quotes: finding nothing would prove nothing."""
    for form in ("csv", "xlsx", "docx", "md"):
        assert most_in_a_row(export(three, form, tmp_path / form)) >= 60


def test_every_form_is_walked_or_has_its_own_test() -> None:
    """A new form cannot be forgotten: the zip is refused under a limit, charts are tried on a comparison in English."""
    assert set(FORMS) == {*WALKED, "zip", "charts", "qdpx-crlf"}


def test_charts_show_words_and_names_and_no_sentence(tmp_path: Path) -> None:
    """No picture and no table of numbers has more than three words of a source in a row."""
    work = load(write_bridge(tmp_path / "bridge"))
    paths = [path for path in export(work, "charts", tmp_path / "out", excerpts=0) if path.suffix != ".png"]
    found = {words for path in paths for words in words_in(path)}
    assert max(longest_run(words, source.text) for words in found for source in work.texts) <= ALIKE_IN_DRAFT


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "md"])
def test_an_analyst_who_copies_is_cut_too(form: str, tmp_path: Path) -> None:
    """A sentence of the analyst's that repeats more words of a source than anyone would by chance is cut there."""
    folder = write_bridge(tmp_path / "bridge")
    edit(folder, "points.yml", "reason: Both say so.", f"reason: As in “{OPENING}”, so in both.")
    work = load(folder)
    whole = export(work, form, tmp_path / "whole")
    assert max(longest_run(words, OPENING) for path in whole for words in words_in(path)) == 11
    limited = export(work, form, tmp_path / "limited", excerpts=5)
    assert max(longest_run(words, OPENING) for path in limited for words in words_in(path)) <= ALIKE


def test_the_limit_of_the_comparison_holds_and_another_can_be_asked_for(tmp_path: Path) -> None:
    """What comparison.yml says goes for every export; the export says which limit it kept to."""
    folder = write_bridge(tmp_path / "bridge")
    edit(folder, "comparison.yml", "title: Two accounts of a bridge\n", "title: Two accounts\nexcerpts: 2\n")
    work = load(folder)
    export(work, "csv", tmp_path / "own")
    assert '"No quote has more than 2 words.' in (tmp_path / "own" / "about.csv").read_text(encoding="utf-8-sig")
    assert ",The bridge …," in (tmp_path / "own" / "quotes.csv").read_text(encoding="utf-8-sig")
    export(work, "csv", tmp_path / "other", excerpts=3)
    assert ",The bridge fell," in (tmp_path / "other" / "quotes.csv").read_text(encoding="utf-8-sig")
