"""Whatever file a person has gives its text, or one plain sentence that says why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.texts.taking.documents import paragraph, word, zipped

from sidebyside.errors import SourceError
from sidebyside.texts.taking import Proposed, Taken, pasted, taken, taken_all
from sidebyside.texts.taking.limits import FILE

STORY = "They dug for water all through the dry month, and found none at “Café Orlov” & Sons < 5."


def written(folder: Path, name: str, data: bytes) -> Path:
    """The file."""
    path = folder / name
    path.write_bytes(data)
    return path


ESCAPED = STORY.replace("&", "&amp;").replace("<", "&lt;")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", STORY.encode()),
        ("a.md", f"# On wells\n\n{STORY}".replace("&", "&amp;").replace("<", "&lt;").encode()),
        ("a.docx", word(paragraph(ESCAPED))),
        ("a.html", f"<!DOCTYPE html><html><body><script>no()</script><p>{ESCAPED}</p></body></html>".encode()),
        ("a.rtf", rb"{\rtf1\ansi They dug for water all through the dry month, and found none at \u8220?Caf\'e9 Orlov"
                  rb"\u8221? & Sons < 5.\par}"),
    ],
)  # fmt: skip
def test_every_format_gives_the_words_as_they_stand(tmp_path: Path, name: str, data: bytes) -> None:
    """Quotes, accents and the signs that markup escapes come out as a reader sees them, and no script does."""
    found = taken(written(tmp_path, name, data))
    assert STORY in found.text
    assert "no()" not in found.text


@pytest.mark.parametrize(
    ("encoding", "stated"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("cp1251", "windows-1251"), ("koi8-r", "koi8_r")],
)
def test_encodings_are_found_and_stated(tmp_path: Path, encoding: str, stated: str) -> None:
    """The words are right, and the encoding's name says which it was."""
    words = "Министр сказал, что вода принадлежит всем, и вышел из комнаты."
    found = taken(written(tmp_path, "a.txt", words.encode(encoding)))
    assert (found.text.strip(), found.encoding) == (words, stated)


def test_what_is_proposed_says_where_it_came_from(tmp_path: Path) -> None:
    """A title is the first line's or the file's name's; several files are taken by one process."""
    first = written(tmp_path, "a.txt", f"On wells\r\n\r\n{STORY}".encode())
    second = written(tmp_path, "dry_month.docx", word(paragraph(ESCAPED)))
    found = list(taken_all([first, second]))
    assert [each.title for each in found] == [
        Proposed("On wells", "the first line"), Proposed("dry month", "the file's name")
    ]  # fmt: skip
    assert found[0].remarks == ("Line ends were CR LF and are LF.",)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b" \n ", "is empty"),
        ("a.pdf", b"%PDF-1.4 nothing", "broken PDF"),
        ("a.pdf", b"They dug.", "does not begin as a PDF"),
        ("a.docx", word(paragraph("They dug."))[:300], "broken archive"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office file"),
        ("a.docx", zipped({"word/document.xml": "", "../up.txt": "no"}), "a place outside itself"),
        ("a.docx", zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "no">]><a>&b;</a>'}), "XML entities"),
        ("a.epub", zipped({"mimetype": "application/epub+zip"}), "lacks META-INF/container.xml"),
        ("a.txt", os.urandom(64) * 40, "not a text"),
    ],
)
def test_what_cannot_be_taken_says_why(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    """One sentence that names the file, and nothing is written beside it."""
    path = written(tmp_path, name, data)
    with pytest.raises(SourceError, match=says) as error:
        taken(path)
    assert str(error.value).startswith(name)
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes to, a loop of links, a missing file and a huge one hold nothing up."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(FILE + 1)
    wrong = {tmp_path: "a folder", tmp_path / "pipe.txt": "a pipe", tmp_path / "loop.txt": "cannot be opened",
             tmp_path / "none.txt": "is not there", tmp_path / "huge.txt": "more than"}  # fmt: skip
    for path, says in wrong.items():
        with pytest.raises(SourceError, match=says):
            taken(path)


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    """The process that opens it is ended when its time is over."""
    with pytest.raises(SourceError, match=r"was not read within 0\.001 seconds"):
        taken(written(tmp_path, "a.docx", word(paragraph("They dug."))), seconds=0.001)


def test_pasted_words_are_a_plain_text() -> None:
    """What is pasted has no file to be named after; a line that goes on in the next is no title of it."""
    assert isinstance(pasted(STORY), Taken)
    lines = "The council met on Monday to talk about\nthe old well in the square.\nThen they went home.\n"
    found = pasted(lines)
    assert found.title == Proposed("The council met on Monday to talk …", "its first words")
    assert found.parts == ()
    assert pasted(f"The old well\n\n{lines}").title == Proposed("The old well", "the first line")
    with pytest.raises(SourceError, match="Nothing was pasted"):
        pasted(" \n")
