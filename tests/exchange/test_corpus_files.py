"""A corpus leaves as tables that other programs read back, and with no more words of a text than may be shown."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from sidebyside.errors import Refused
from sidebyside.exchange import corpus_files
from sidebyside.exchange.corpus_files import COLUMNS, write

parquet = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def corpus() -> SimpleNamespace:
    """Two texts of one statement each, one pair and one claim."""
    rows: dict[str, list[dict[str, object]]] = {
        "texts": [{"key": "a", "title": "=1+1", "words": 7}, {"key": "b", "title": "On ferries", "words": 8}],
        "statements": [
            {"text": 0, "number": 0, "start": 0, "end": 26, "words": "The ferry sank on Monday."},
            {"text": 1, "number": 0, "start": 0, "end": 27, "words": "The ferry sank on Tuesday."},
        ],
        "pairs": [{"left": 0, "right": 1, "verdict": "conflict", "reason": "A says “Monday”, B “Tuesday”"}],
        "claims": [{"claim": 1, "label": "The ferry sank on Monday.", "by": ("a", "b"), "sides": ((0,), (1,))}],
    }
    tables = {name: pd.DataFrame(rows[name]).reindex(columns=list(columns)) for name, columns in COLUMNS.items()}
    return SimpleNamespace(**tables)


def test_what_is_written_can_be_read(corpus: SimpleNamespace, tmp_path: Path) -> None:
    """Every table in both forms, each column explained; tuples are lists in Parquet and words in CSV."""
    paths = write(corpus, tmp_path / "out")
    assert sorted(path.name for path in paths) == sorted(
        ["columns.csv", *(f"{name}.{form}" for name in COLUMNS for form in ("parquet", "csv"))]
    )
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(path.name for path in paths)
    (claim,) = parquet.read_table(tmp_path / "out" / "claims.parquet").to_pylist()
    assert (claim["by"], claim["sides"]) == (["a", "b"], [[0], [1]])
    told = pd.read_csv(tmp_path / "out" / "claims.csv", encoding="utf-8-sig")
    assert (told.by[0], told.sides[0]) == ("a; b", "0 | 1")
    meaning = pd.read_csv(tmp_path / "out" / "columns.csv", encoding="utf-8-sig")
    assert len(meaning) == sum(map(len, COLUMNS.values()))


def test_a_formula_is_words_in_a_spreadsheet(corpus: SimpleNamespace, tmp_path: Path) -> None:
    """A title that begins as a formula does is neutralised in CSV, and as it was in Parquet."""
    write(corpus, tmp_path)
    assert "'=1+1" in (tmp_path / "texts.csv").read_text(encoding="utf-8-sig")
    assert parquet.read_table(tmp_path / "texts.parquet").to_pylist()[0]["title"] == "=1+1"


def test_no_more_words_than_may_be_shown(corpus: SimpleNamespace, tmp_path: Path) -> None:
    """Statements and labels are cut, reasons that might quote more are left out; how many words a text has stays."""
    for path in write(corpus, tmp_path, excerpts=2):
        assert b"ferry sank" not in path.read_bytes(), path.name
    words = parquet.read_table(tmp_path / "statements.parquet").column("words").to_pylist()
    assert words == ["The ferry …", "The ferry …"]
    assert parquet.read_table(tmp_path / "texts.parquet").column("words").to_pylist() == [7, 8]
    assert parquet.read_table(tmp_path / "pairs.parquet").column("reason").to_pylist() == [""]


def test_a_place_that_cannot_be_written_is_named(corpus: SimpleNamespace, tmp_path: Path) -> None:
    """With the mend."""
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match=r"file cannot be written to: .*Name another folder"):
        corpus_files.write(corpus, tmp_path / "file")
