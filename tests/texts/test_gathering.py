"""Many texts come from a folder, a table or a zip as they stand there; what cannot be used is said with its place."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from sidebyside.errors import SideBySideError, SourceError
from sidebyside.texts.gathering import Text, gathered

ROWS = [
    {
        "id": "n1",
        "headline": "Ferry late",
        "outlet": "Harbour Post",
        "published": "5 March 2024",
        "body": "It was late.",
    },
    {
        "id": "n2",
        "headline": "",
        "outlet": "Coast Echo",
        "published": "2024-03-06T08:00",
        "body": "Nobody, it says,\nwaited.",
    },
]
WANTED = [
    Text("n1", "It was late.", "Ferry late", "Harbour Post", "2024-03-05"),
    Text("n2", "Nobody, it says,\nwaited.", "", "Coast Echo", "2024-03-06"),
]


def as_csv(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """The rows as a CSV file."""
    words = io.StringIO()
    writer = csv.DictWriter(words, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(words.getvalue().encode(encoding))
    return path


def as_jsonl(path: Path, rows: list[dict[str, str]]) -> Path:
    """The rows as JSON Lines."""
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def as_parquet(path: Path, rows: list[dict[str, str]]) -> Path:
    """The rows as Parquet."""
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.Table.from_pylist(rows), path)
    return path


def zip_of(path: Path, files: dict[str, bytes]) -> Path:
    """A zip of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_a_table_gives_the_same_texts_in_every_form(tmp_path: Path) -> None:
    """CSV (with a mark, in UTF-16, with semicolons), tab-separated, JSON Lines and Parquet: texts as in the rows."""
    paths = [
        as_csv(tmp_path / "plain.csv", ROWS),
        as_csv(tmp_path / "marked.csv", ROWS, "utf-8-sig"),
        as_csv(tmp_path / "wide.csv", ROWS, "utf-16"),
        as_csv(tmp_path / "semicolons.csv", ROWS, delimiter=";"),
        as_csv(tmp_path / "tabs.tsv", ROWS, delimiter="\t"),
        as_jsonl(tmp_path / "rows.jsonl", ROWS),
        as_parquet(tmp_path / "rows.parquet", ROWS),
    ]
    for path in paths:
        assert list(gathered(path)) == WANTED, path.name


def test_it_says_what_was_taken_for_what(tmp_path: Path) -> None:
    """The columns that were recognised, and the others, in one line."""
    lines: list[str] = []
    list(gathered(as_csv(tmp_path / "a.csv", [{"Text": "It fell.", "Source": "Ada", "tags": "x"}]), lines.append))
    assert lines == ["a.csv: words from “Text”, by from “Source”; left out: “tags”"]


def test_rows_without_words_are_counted(tmp_path: Path) -> None:
    """They are no texts, and neither is their number lost."""
    lines: list[str] = []
    path = as_jsonl(tmp_path / "a.jsonl", [{"text": "One."}, {"text": " "}, {"title": "Two"}, {"text": "Three."}])
    assert [text.words for text in gathered(path, lines.append)] == ["One.", "Three."]
    assert lines[-1] == "2 rows without words were left out: a.jsonl row 2; a.jsonl row 3"


def test_a_date_that_could_be_two_is_none(tmp_path: Path) -> None:
    """It is left out, and said."""
    lines: list[str] = []
    path = as_jsonl(tmp_path / "a.jsonl", [{"text": "One.", "date": "3/5/2024"}])
    assert [text.date for text in gathered(path, lines.append)] == [""]
    assert "a.jsonl row 1 “3/5/2024”" in lines[-1]


def test_two_texts_of_one_key_are_told_apart(tmp_path: Path) -> None:
    """Also where the second one's new key is taken by a third; rows without a key go by their number."""
    rows = [{"id": key, "text": f"Text {key}."} for key in ("a", "a (2)", "a", "", "")]
    keys = [text.key for text in gathered(as_jsonl(tmp_path / "a.jsonl", rows))]
    assert keys == ["a", "a (2)", "a (3)", "000004", "000005"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "a.csv",
            b"title,tags\nOne,x\n",
            "a.csv row 2: none of its columns (“title”, “tags”) holds the words; call one",
        ),
        ("a.csv", b"text,by\nOne,Ada,too,many\n", "a.csv row 2 has 4 cells under 2 columns"),
        ("a.csv", b'text,by\n"One,Ada\n', "a.csv row 2: "),
        ("a.csv", b"text,text\nOne,Two\n", "a.csv has two columns “text”"),
        ("a.jsonl", b'{"text": "One."}\n{"text": \n', "a.jsonl row 2 is not JSON"),
        ("a.jsonl", b"[1]\n", "a.jsonl row 1 is no object"),
        ("a.jsonl", b'{"text": ["One."]}\n', "a.jsonl row 1: “text” holds list, not words"),
        ("a.jsonl", b"[" * 200_000 + b"\n", "a.jsonl row 1 is not JSON"),
        ("a.parquet", b"PAR1 nothing", "a.parquet after row 0 is no Parquet that can be read"),
        ("a.zip", b"PK nothing", "a.zip is no zip that can be read"),
        ("a.docx", b"PK nothing", "a.docx is a broken archive"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    """The file, the row and what is wrong there."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError) as caught:
        list(gathered(tmp_path / name))
    assert str(caught.value).startswith(said)


def test_a_later_row_in_another_encoding_is_named(tmp_path: Path) -> None:
    """Beyond what the encoding was seen on, a byte that does not fit is an error with its place, and no guess."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"text\n" + b"It was late again.\n" * 20_000 + b"Caf\xe9\n")
    with pytest.raises(SourceError, match=r"a\.csv cannot be read as utf-8 after line [\d,]+; save it as UTF-8"):
        list(gathered(path))


def test_an_old_encoding_is_read_and_said(tmp_path: Path) -> None:
    """A table from an older Windows keeps its words, and that its encoding is a guess is told."""
    words = "Вода принадлежит всем, сказал министр и вышел."
    lines: list[str] = []
    path = as_csv(tmp_path / "a.csv", [{"text": words}] * 3, "cp1251")
    assert [text.words for text in gathered(path, lines.append)] == [words] * 3
    assert lines[0].startswith("a.csv: The file does not state its encoding; windows-1251 is the likeliest")


def test_a_folder_gives_its_files(tmp_path: Path) -> None:
    """In the order of their names; folders say whom they count by; what is no text, or broken, is counted and named."""
    (tmp_path / "Coast Echo").mkdir()
    (tmp_path / "2024").mkdir()
    (tmp_path / "Coast Echo" / "ferry.txt").write_text("The ferry\n\nIt was late on Monday.\n")
    (tmp_path / "2024" / "quay.html").write_text(
        "<html><body><h1>The quay</h1><p>It was full that day.</p></body></html>"
    )
    (tmp_path / "map.png").write_bytes(b"\x89PNG")
    (tmp_path / "old.docx").write_bytes(b"PK nothing")
    (tmp_path / ".hidden.txt").write_text("No.")
    as_csv(tmp_path / "more.csv", [{"text": "It was early."}])
    lines: list[str] = []
    found = list(gathered(tmp_path, lines.append))
    assert [(text.key, text.by) for text in found] == [
        ("2024/quay.html", ""),
        ("Coast Echo/ferry.txt", "Coast Echo"),
        ("more.csv 000002", ""),
    ]
    assert [(part.role, found[1].words[part.start : part.end]) for part in found[1].parts] == [("title", "The ferry\n")]
    assert lines[-2] == "1 file that is no text was left out: map.png"
    assert lines[-1].startswith("1 file cannot be used and was left out: old.docx is a broken archive")


def test_a_zip_gives_what_its_folder_would(tmp_path: Path) -> None:
    """Files and tables alike, by the same keys."""
    folder = tmp_path / "texts"
    (folder / "Coast Echo").mkdir(parents=True)
    (folder / "Coast Echo" / "ferry.txt").write_text("The ferry was late on Monday.\n")
    as_csv(folder / "more.csv", ROWS)
    as_parquet(folder / "most.parquet", [{"text": "It was early."}])
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert list(gathered(zip_of(tmp_path / "texts.zip", files))) == list(gathered(folder))


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"../up.txt": b"Up."}, "names a place outside itself"),
        ({"/etc/up.txt": b"Up."}, "names a place outside itself"),
        ({"bomb.csv": b"text\n" + b"0" * 40_000_000}, "no texts pack so small"),
    ],
)
def test_a_zip_that_does_harm_is_refused(tmp_path: Path, files: dict[str, bytes], said: str) -> None:
    """Before anything in it is opened."""
    with pytest.raises(SourceError, match=said):
        list(gathered(zip_of(tmp_path / "a.zip", files)))


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    """It leads to files that nobody packed."""
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(SourceError, match="is a link or a device"):
        list(gathered(tmp_path / "a.zip"))


def test_a_damaged_file_in_a_zip_is_left_out(tmp_path: Path) -> None:
    """The others are texts nevertheless, and its name is said."""
    path = zip_of(tmp_path / "a.zip", {"a.txt": b"The first of the two texts.", "b.txt": b"It was late."})
    data = path.read_bytes()
    place = data.index(b"b.txt") + len(b"b.txt") + 3
    path.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
    lines: list[str] = []
    assert [text.key for text in gathered(path, lines.append)] == ["a.txt"]
    assert "a.zip/b.txt cannot be unpacked" in lines[-1]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With what may be given."""
    with pytest.raises(SourceError, match="nowhere is not there; name a folder, a table or a zip of texts"):
        list(gathered(tmp_path / "nowhere"))


def test_a_document_is_taken_once(tmp_path: Path) -> None:
    """Where it is kept, another run opens no file in the process apart; a changed file is another."""
    (tmp_path / "a.txt").write_text("The ferry was late.")
    kept: dict = {}
    first = list(gathered(tmp_path, kept=kept))
    assert len(kept) == 1
    digest = next(iter(kept))
    kept[digest] = kept[digest].stating({})
    assert list(gathered(tmp_path, kept=kept)) == first
    (tmp_path / "a.txt").write_text("The ferry was early.")
    assert [text.words for text in gathered(tmp_path, kept=kept)] == ["The ferry was early.\n"]
    assert len(kept) == 2


def test_rows_are_not_in_memory_together(tmp_path: Path) -> None:
    """The first text is there before the last row is looked at."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n' * 1000 + "broken\n")
    rows = gathered(path)
    assert next(rows).words == "One."
    with pytest.raises(SourceError, match="row 1,001"):
        list(rows)


def test_half_a_character_is_mended(tmp_path: Path) -> None:
    """What no file can hold does not stop whoever keeps the text."""
    text = next(gathered(as_jsonl(tmp_path / "a.jsonl", [{"text": "It \ud800 fell."}])))
    assert text.words == "It \ufffd fell."
    assert len(text.sha256) == 64


def test_without_pyarrow_the_mend_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which package a Parquet file needs, and how it comes."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(SideBySideError, match=r"pyarrow is not installed: .*\.\[corpus\]"):
        list(gathered(tmp_path / "a.parquet"))
