"""Many texts come from a folder, a table or a zip as they stand there; what cannot be used is said with its place."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from sidebyside.errors import SideBySideError, SourceError
from sidebyside.texts.gathering import Text, gathered
from sidebyside.texts.gathering.entries import GROWN, SMALL
from sidebyside.texts.gathering.gather import told_apart

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


def test_many_texts_of_one_key_are_told_apart_quickly() -> None:
    """For each text that has another's key, about one new name is tried, however many have it."""
    tried: list[str] = []

    class Key(str):
        """A key that knows how often a name was made of it."""

        def __format__(self, how: str) -> str:
            tried.append(self)
            return str(self)

    texts = [Text(Key("n"), "One."), Text("n (3)", "Two."), *(Text(Key("n"), "More.") for _ in range(300))]
    keys = [text.key for text in told_apart(texts)]
    assert keys[:5] == ["n", "n (3)", "n (2)", "n (4)", "n (5)"]
    assert len(set(keys)) == len(texts)
    assert len(tried) <= len(texts)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "a.csv",
            b"title,tags\nOne,x\n",
            "a.csv: none of its columns (“title”, “tags”) holds the words; call one text, body, content, words",
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
        ("a.csv", b"title\n" * 9, "a.csv: none of its columns (“title”) holds the words"),
        ("a.csv", b"", "a.csv: none of its columns () holds the words"),
        ("a.csv", b"text\0\0\1\n", "a.csv is not a text"),
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


def test_tables_without_texts_are_left_out(tmp_path: Path) -> None:
    """Of a folder or a zip, what has no column of words, or cannot be opened, is named; a bad row is not."""
    folder, parquet = tmp_path / "texts", b"PAR1 nothing"
    (folder / "about").mkdir(parents=True)
    (folder / "about" / "metadata.csv").write_text("file,pages,,\nferry.txt,2,3,4,5,6\n")
    (folder / "broken.parquet").write_bytes(parquet)
    (folder / "ferry.txt").write_text("The ferry was late on Monday.\n")
    as_jsonl(folder / "places.jsonl", [{"place": "Tarnmouth"}])
    (folder / "quotes.csv").write_text('"title,text\n')
    (folder / "sums.csv").write_bytes(b"\0\1\2")
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for path in (folder, zip_of(tmp_path / "texts.zip", files)):
        lines: list[str] = []
        assert [text.key for text in gathered(path, lines.append)] == ["ferry.txt"]
        (line,) = lines
        assert line.startswith("5 files cannot be used and were left out: ")
        assert "about/metadata.csv: none of its columns (“file”, “pages”, “”, “”) holds the words" in line
        assert "broken.parquet after row 0 is no Parquet that can be read" in line
    (folder / "rows.csv").write_text("text\nOne.\nTwo.,too,many\n")
    with pytest.raises(SourceError, match=r"rows\.csv row 3 has 3 cells under 1 columns"):
        list(gathered(folder))


def test_a_table_that_may_not_be_opened_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As another file would be; where it is all that was given, its name and the reason are said."""
    as_csv(tmp_path / "locked.csv", ROWS)
    as_csv(tmp_path / "open.csv", ROWS)
    opened = Path.open

    def locked(path: Path, *how: str) -> io.IOBase:
        if path.name == "locked.csv":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how)

    monkeypatch.setattr(Path, "open", locked)
    lines: list[str] = []
    assert list(gathered(tmp_path, lines.append)) == WANTED
    assert lines[-1] == "1 file cannot be used and was left out: locked.csv cannot be opened: Permission denied"
    with pytest.raises(SourceError, match=r"locked\.csv cannot be opened: Permission denied"):
        list(gathered(tmp_path / "locked.csv"))


def test_what_was_written_of_a_corpus_is_no_text(tmp_path: Path) -> None:
    """The tables of --out have columns called words and text, and are left out in either form."""
    corpus_files = pytest.importorskip("sidebyside.exchange.corpus_files")
    pytest.importorskip("pyarrow")
    tables = {name: pd.DataFrame(columns=list(columns), index=[0]) for name, columns in corpus_files.COLUMNS.items()}
    folder = tmp_path / "texts"
    corpus_files.write(SimpleNamespace(**tables), folder / "tables")
    as_csv(folder / "more.csv", ROWS)
    lines: list[str] = []
    assert list(gathered(folder, lines.append)) == WANTED
    assert lines[-1].startswith("9 files cannot be used and were left out: tables/claims.csv: none of its columns (")
    what = "is one of the tables that are written of a corpus, and holds no texts"
    for name in ("texts.csv", "statements.parquet"):
        with pytest.raises(SourceError, match=f"{name} {what}"):
            list(gathered(folder / "tables" / name))


def test_where_a_corpus_is_kept_there_are_no_texts(tmp_path: Path) -> None:
    """A folder with the mark of a store is passed over, in a zip too; given itself, it is refused."""
    files = {
        "ferry.txt": b"The ferry was late on Monday.",
        f"old/kept/{'0' * 64}.here": b"1",
        "old/kept/texts/00/a.csv": b"words\nThe ferry was late on Monday.\n",
        "old/quay.txt": b"The quay was full.",
        "wish you were.here": b"Tarnmouth",
    }
    for name, data in files.items():
        path = tmp_path / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for path in (tmp_path / "texts", zip_of(tmp_path / "texts.zip", files)):
        assert [text.key for text in gathered(path)] == ["ferry.txt", "old/quay.txt"]
    with pytest.raises(SourceError, match="kept is where a corpus is kept; name the folder of its texts"):
        list(gathered(tmp_path / "texts" / "old" / "kept"))


def test_a_name_that_no_encoding_has_can_be_kept(tmp_path: Path) -> None:
    """A byte of a name that is not UTF-8 is a replacement mark in key and publisher; keys that are then one differ."""
    for name in (b"caf\xe8.txt", b"caf\xe9.txt", b"Caf\xe9/bar.txt", b"caf\xe9.jsonl", b"caf\xe9.md"):
        path = tmp_path / os.fsdecode(name)
        try:
            path.parent.mkdir(exist_ok=True)
            path.write_text("" if path.suffix == ".md" else '{"text": "It was late."}\n')
        except OSError:
            pytest.skip("the file system takes no such name")
    lines: list[str] = []
    found = list(gathered(tmp_path, lines.append))
    assert {text.key: text.by for text in found} == {
        "Caf\ufffd/bar.txt": "Caf\ufffd",
        "caf\ufffd.jsonl 000001": "",
        "caf\ufffd.txt": "",
        "caf\ufffd.txt (2)": "",
    }
    given = next(gathered(tmp_path / os.fsdecode(b"caf\xe9.txt")))
    assert given.key == "caf\ufffd.txt"
    for words in (*lines, *(words for text in found for words in (text.key, text.title, text.by))):
        assert words == words.encode("utf-8", "replace").decode()
    assert lines[-1] == "1 file cannot be used and was left out: caf\ufffd.md is empty"


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


def test_a_zip_may_unpack_to_two_hundred_times_its_size(tmp_path: Path) -> None:
    """And to what does no harm besides; a byte less to unpack from, and it is refused."""
    size = SMALL * 2
    path = zip_of(tmp_path / "a.zip", {"a.txt": b"It was late.", "map.bin": b"\0" * (size - len(b"It was late."))})
    missing = (size - SMALL) // GROWN - path.stat().st_size  # so many bytes of a comment, and it is as large as it must
    assert 0 < missing <= 65_535
    for comment in (missing, missing - 1):
        with zipfile.ZipFile(path, "a") as archive:
            archive.comment = b"x" * comment
        if comment == missing:
            assert [text.key for text in gathered(path)] == ["a.txt"]
        else:
            with pytest.raises(SourceError, match="no texts pack so small"):
                list(gathered(path))


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    """With the mend, and before anything in it is opened."""
    path = zip_of(tmp_path / "a.zip", {"a.txt": b"It was late."})
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):  # of the file itself, and of the zip's table of contents
        data[data.index(mark) + flags] |= 1
    path.write_bytes(data)
    with pytest.raises(SourceError, match=r"^a\.zip has a password; pack it without one$"):
        list(gathered(path))


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
