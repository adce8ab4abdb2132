"""The entries of the sources, as reference managers read them: what is known, and what is only proposed marked so."""

from __future__ import annotations

import json
from pathlib import Path

import bibtexparser
import pytest

from sidebyside.exchange import export
from sidebyside.record import Comparison

AUTHORS = ["Ольга Cafe\u0301", "Bo Holm"]


def test_csl_has_an_entry_for_each_source(three: Comparison, tmp_path: Path) -> None:
    """With what is known; nothing of a publisher that is not, and a note of what is only proposed or inferred."""
    (path,) = export(three, "csl", tmp_path)
    items = json.loads(path.read_text(encoding="utf-8"))
    assert [item["id"] for item in items] == ["report-a-A", "report-b-B", "report-c-C"]
    for item, entry in zip(items, three.about.sources, strict=True):
        assert item["title"] == entry.title
        assert item["issued"] == {"date-parts": [[2020, 5]]}
        assert [author["literal"] for author in item["author"]] == AUTHORS
        assert item["URL"] == f"https://example.org/{entry.key}?a=1&b=2"
        assert "publisher" not in item
        assert item["note"] == "author proposed; written inferred"


def test_bibtex_reads_back(three: Comparison, tmp_path: Path) -> None:
    """Another parser finds three entries, none failed, with the same facts; TeX's own characters are escaped."""
    (path,) = export(three, "bib", tmp_path)
    words = path.read_text(encoding="utf-8")
    if hasattr(bibtexparser, "parse_string"):
        read = bibtexparser.parse_string(words)
        assert read.failed_blocks == []
        entries = [{field.key: field.value for field in entry.fields} for entry in read.entries]
    else:
        entries = bibtexparser.loads(words).entries
    assert len(entries) == 3
    assert entries[0]["author"] == " and ".join(f"{{{name}}}" for name in AUTHORS)
    assert entries[0]["date"] == "2020-05"
    assert entries[0]["url"] == "https://example.org/A?a=1&b=2"
    assert entries[0]["title"].strip("{}") == r"+Report A: \{R\&D\} 5 \% | \#1\_a"


@pytest.mark.parametrize("form", ["csl", "bib"])
def test_entries_quote_nothing(form: str, three: Comparison, tmp_path: Path) -> None:
    """A limit on excerpts leaves them as they are: a title is no excerpt, however many of its words the text has."""
    (whole,) = export(three, form, tmp_path / "whole")
    (limited,) = export(three, form, tmp_path / "limited", excerpts=0)
    assert whole.read_bytes() == limited.read_bytes()
