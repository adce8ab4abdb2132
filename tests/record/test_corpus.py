"""A path becomes a corpus whatever lies there, and a comparison is never taken for a folder of texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers import write

from sidebyside.errors import SideBySideError
from sidebyside.exchange import corpus_files
from sidebyside.reading import cache
from sidebyside.record.corpus import corpus, folder, is_comparison

pytest.importorskip("pyarrow")


def test_a_folder_of_texts_and_a_comparison_are_told_apart(tmp_path: Path) -> None:
    """By comparison.yml alone."""
    assert is_comparison(write(tmp_path / "bridge"))
    assert not is_comparison(tmp_path)
    assert not is_comparison(tmp_path / "nowhere")


def test_a_comparison_is_a_small_corpus(tmp_path: Path) -> None:
    """Its sources by their keys, with their parts: what the comment under A says is no statement of A's."""
    found = corpus(write(tmp_path / "bridge"), cache=tmp_path / "cache")
    assert found.texts.key.tolist() == ["A", "B"]
    assert found.texts.by.tolist() == ["Ada", "Bo"]
    assert "I saw it fall on Tuesday." not in set(found.statements.words)
    assert len(found.pairs) > 0


def test_documents_are_taken_once(tmp_path: Path) -> None:
    """What lines were said, and where the second run finds what the first has taken."""
    place = tmp_path / "texts"
    place.mkdir()
    for name, day in (("one", "Monday"), ("two", "Tuesday")):
        (place / f"{name}.html").write_text(f"<html><body><p>The bridge at Lund fell on {day}.</p></body></html>")
    (place / "map.png").write_bytes(b"")
    lines: list[str] = []
    first = corpus(place, cache=tmp_path / "cache", tell=lines.append)
    assert "1 file that is no text was left out: map.png" in lines
    assert "2 texts, 2 statements; 2 read now" in lines
    assert len(list((tmp_path / "cache" / "taken").rglob("*.parquet"))) == 2
    lines.clear()
    second = corpus(place, cache=tmp_path / "cache", tell=lines.append)
    assert "2 texts, 2 statements; 0 read now" in lines
    assert second.pairs.equals(first.pairs)


def test_what_a_run_leaves_is_no_text_of_the_next(tmp_path: Path) -> None:
    """Where corpus and tables are kept in the folder of the texts, a second run gives the same."""
    for name, day in (("one", "Monday"), ("two", "Tuesday")):
        (tmp_path / f"{name}.txt").write_text(f"The bridge at Lund fell on {day}.\n")
    first = corpus(tmp_path, cache=tmp_path / "kept")
    corpus_files.write(first, tmp_path / "tables")
    second = corpus(tmp_path, cache=tmp_path / "kept")
    assert second.texts.key.tolist() == ["one.txt", "two.txt"]
    assert second.pairs.equals(first.pairs)
    with pytest.raises(SideBySideError, match=r"is the folder of the texts.*name another folder"):
        corpus(tmp_path, cache=tmp_path / "tables" / "..")
    assert not list(tmp_path.glob("*.here"))


def test_where_a_corpus_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder that was named, in that of SIDEBYSIDE_CACHE, or beside the readings; somewhere it has to be."""
    assert folder(tmp_path) == tmp_path
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    assert folder(None) == tmp_path / "corpora"
    monkeypatch.delenv(cache.VARIABLE)
    assert folder(None).name == "corpora"
    assert folder(None).parent.name == "sidebyside"
    monkeypatch.setenv(cache.VARIABLE, "")
    with pytest.raises(SideBySideError, match=r"a corpus has to be kept while it is read: name a folder"):
        folder(None)
