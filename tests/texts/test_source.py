"""A source keeps every character of its file, or says why it cannot be read."""

from __future__ import annotations

import codecs
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from tests.helpers import AWKWARD, REPEATABLE, TEXTS, source

from sidebyside.errors import SourceError
from sidebyside.texts import fingerprint, read_text
from sidebyside.texts.source import LARGEST


@pytest.mark.parametrize("words", [words for words in AWKWARD if words.strip()])
def test_a_file_keeps_its_characters(tmp_path: Path, words: str) -> None:
    """What is read is what was written, line ends, marks and rare spaces included."""
    path = tmp_path / "text.txt"
    path.write_bytes(words.encode())
    assert read_text(path) == (words, sha256(words.encode()).hexdigest())


def test_a_fingerprint_is_the_sha256_of_the_bytes() -> None:
    """The fingerprint is what any other tool gives for the same file; this one is in FIPS 180."""
    assert fingerprint(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"a\0b", "is not a text: it holds zero bytes"),
        ("The bridge".encode("utf-16"), "is not a text: it holds zero bytes"),
        ("Мост упал".encode("cp1251"), "is not UTF-8: byte 0xcc in line 1; save it as UTF-8"),
        (codecs.BOM_UTF16_LE + "Мост".encode("utf-16-le"), "is not UTF-8: byte 0xff in line 1"),
        ("One.\nTwo.\nCafé".encode("latin-1"), "is not UTF-8: byte 0xe9 in line 3"),
        ("Ещё.\n".encode() + "ещё".encode("koi8-r"), "is not UTF-8: byte 0xc5 in line 2"),  # two encodings in one file
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj", "is not UTF-8: byte 0xe2 in line 2"),
        ("😱".encode()[:3], "is not UTF-8: byte 0xf0 in line 1"),
    ],
)
def test_what_is_not_text_is_refused(tmp_path: Path, data: bytes, says: str) -> None:
    """A file that is no UTF-8 text is named, with the byte and the line at which it stops being one."""
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_text(path)
    assert str(caught.value).startswith(f"text.txt {says}")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is an error of the package, with the name."""
    with pytest.raises(SourceError, match=r"^gone\.txt is not there$"):
        read_text(tmp_path / "gone.txt")


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    """What cannot be opened as a file says so, and why."""
    with pytest.raises(SourceError, match=r"cannot be read: \S"):
        read_text(tmp_path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """A file above the limit is named with its size; one of 50 MB of nothing takes no time."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(SourceError, match=r"huge\.txt has 50,000,001 bytes; more than 50,000,000"):
        read_text(path)


@REPEATABLE
@given(TEXTS)
def test_every_code_point_knows_its_passage(text: str) -> None:
    """A code point within a passage leads to it; one between two passages leads to none."""
    account = source(text)
    owner = {place: p for p in account.passages for place in range(p.start, p.end)}
    assert [account.passage_at(place) for place in range(len(text) + 1)] == [
        owner.get(place) for place in range(len(text) + 1)
    ]


def test_a_passage_is_found_by_its_id() -> None:
    """The id gives the passage, its place the words; an id that nobody has gives nothing."""
    account = source("It fell. It was old.")
    second = account.passage("A2")
    assert second is not None
    assert account.words(second) == "It was old."
    assert account.passage("A3") is account.passage("B1") is account.passage("") is None
