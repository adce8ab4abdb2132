"""A file made to do harm does none: it costs bounded time and memory, reads and writes nothing, and is refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.texts.taking.documents import SMALL, W, ebook, opendocument, paragraph, word, zipped

from sidebyside.errors import SourceError
from sidebyside.texts.taking import apart, child, files, taken
from sidebyside.texts.taking.apart import Apart
from sidebyside.texts.taking.limits import MEMBERS, UNPACKED
from sidebyside.texts.taking.taken import Taken

BILLION = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
FROM_DISK = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def of(tmp_path: Path, name: str, data: bytes) -> Taken:
    """What is taken from a file with these bytes."""
    path = tmp_path / name
    path.write_bytes(data)
    return taken(path)


def stating(data: bytes, size: int, said: int) -> bytes:
    """An archive that says `said` bytes of a member of `size`."""
    return data.replace(size.to_bytes(4, "little"), said.to_bytes(4, "little"))


BOMB = zipped({"word/document.xml": bytes(1_000_003)})


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", stating(BOMB, 1_000_003, UNPACKED + 1), "would unpack to"),
        ("a.docx", stating(BOMB, 1_000_003, 100), "is broken"),
        ("a.docx", zipped({"word/document.xml": "", **{f"m{n}": "" for n in range(MEMBERS)}}), "holds 5,001 files"),
        ("a.docx", word("", {"../../up.txt": "no"}), "a place outside itself"),
        ("a.odt", zipped({"content.xml": "", "/etc/up.txt": "no"}), "a place outside itself"),
        ("a.docx", word("", {"word/styles.xml": f"{BILLION}<a>&b;</a>"}), "XML entities in word/styles.xml"),
        ("a.odt", opendocument("<text:p>&a;</text:p>", BILLION), "XML entities in content.xml"),
        ("a.odt", opendocument("<text:p>&a;</text:p>", FROM_DISK), "XML entities in content.xml"),
        ("a.odt", zipped({"content.xml": f"{FROM_DISK}<a>&a;</a>".encode("utf-16")}), "XML entities"),
        ("a.epub", zipped({"META-INF/container.xml": f"{FROM_DISK}<a>&a;</a>"}), "XML entities"),
        ("a.epub", ebook("<p>Deep.</p>")[:-60], "broken archive"),
        ("a.odt", SMALL["a.odt"][:200], "broken archive"),
    ],
)
def test_a_hostile_archive_is_refused(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    """Sizes that are too great or not true, too many members, ways out of the archive, entities: each by its name."""
    with pytest.raises(SourceError, match=says) as error:
        of(tmp_path, name, data)
    assert str(error.value).startswith(name)


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    """A picture or a bomb within a document is never looked into; its words are taken."""
    assert of(tmp_path, "a.docx", word(paragraph("They dug."), {"word/media/a.zip": BOMB})).text == "They dug.\n"


def test_a_password_is_named(tmp_path: Path) -> None:
    """An archive of which a member is encrypted says so."""
    data = bytearray(word(paragraph("They dug.")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(SourceError, match=r"a\.docx has a password; take it off"):
        of(tmp_path, "a.docx", bytes(data))


def test_scripts_and_hidden_elements_are_no_words(tmp_path: Path) -> None:
    """A page's script, style, frame and form are left out; the words around them are the page's."""
    page = (
        "<!DOCTYPE html><html><body><script>no1()</script><style>no2</style><p onclick='no3()'>They dug.</p>"
        "<iframe src='http://no4.example'>no4</iframe><noscript>no5</noscript><svg><text>no6</text></svg></body></html>"
    )
    assert of(tmp_path, "a.html", page.encode()).text == "They dug.\n"


def test_endless_depth_ends_nothing(tmp_path: Path) -> None:
    """A hundred thousand elements within each other do not end the program."""
    with pytest.raises(SourceError, match=r"^a\.html has no words"):
        of(tmp_path, "a.html", b"<html>" + b"<div>" * 100_000 + b"They dug.")
    with pytest.raises(SourceError, match=r"^a\.docx cannot be opened"):
        of(tmp_path, "a.docx", word("<w:p>" * 50_000 + "</w:p>" * 50_000))


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is taken from half of the old words and half of the new."""
    path = tmp_path / "a.txt"
    path.write_text("They dug.")
    real, calls = os.fstat, []

    def meddled(handle: int) -> os.stat_result:
        calls.append(handle)
        if len(calls) == 2:
            path.write_text("They left.")
        return real(handle)

    monkeypatch.setattr(os, "fstat", meddled)
    with pytest.raises(SourceError, match=r"a\.txt changed while it was read"):
        files.bytes_of(path)


@pytest.mark.parametrize("life", ["import os; os.abort()", "import sys; sys.exit(3)", "print('no number')"])
def test_a_child_that_breaks_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, life: str) -> None:
    """A library that crashes gives a sentence, and the next file is opened by a new child."""
    real = apart.started

    def broken() -> subprocess.Popen[bytes]:
        monkeypatch.setattr(apart, "started", real)
        return subprocess.Popen([sys.executable, "-c", life], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL)  # fmt: skip

    monkeypatch.setattr(apart, "started", broken)
    with Apart() as opener:
        with pytest.raises(SourceError, match=r"a\.docx broke the program that reads such files; save it anew"):
            opener.taken("docx", "a.docx", SMALL["a.docx"])
        assert opener.taken("docx", "a.docx", SMALL["a.docx"]).text.startswith("They dug.")


def test_a_file_that_needs_too_much_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Running out of the child's own memory is a sentence."""

    def greedy(data: bytes, name: str) -> Taken:
        raise MemoryError

    monkeypatch.setattr(child, "taker", lambda kind: greedy)
    assert child.answered("docx", "a.docx", b"")["error"].startswith("a.docx needs more than 3,000,000,000 bytes")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to such a limit")
def test_the_child_can_neither_grow_nor_write(tmp_path: Path) -> None:
    """Its limits hold: no memory beyond them, no byte into a file."""
    life = f"""
from sidebyside.texts.taking.child import MEMORY, limited
limited()
try:
    bytearray(MEMORY)
except MemoryError:
    print("no memory")
try:
    with open({str(tmp_path / "out")!r}, "w", buffering=1) as file:
        file.write("words\\n")
except OSError:
    print("no file")
"""
    said = subprocess.run([sys.executable, "-c", life], capture_output=True, text=True, check=False,
                          env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})  # fmt: skip
    assert said.stdout.split("\n")[:2] == ["no memory", "no file"]


def test_word_files_without_their_body_are_refused() -> None:
    """An archive that only looks like one of the kinds is another kind's sentence, not an error of its library's."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"/>')
    with Apart() as opener, pytest.raises(SourceError, match=r"^a\.docx "):
        opener.taken("docx", "a.docx", file.getvalue())
