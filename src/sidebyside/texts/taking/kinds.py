"""What a file is: by what it holds first, by its name only where its content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from sidebyside.errors import SourceError

SUFFIXES = {
    "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown", "htm": "html", "html": "html",
    "xhtml": "html", "mht": "mht", "mhtml": "mht", "docx": "docx", "odt": "odt", "pdf": "pdf", "epub": "epub",
    "rtf": "rtf",
}  # fmt: skip
OLD_WORD = "an old Office file (.doc), or a .docx with a password; open it there and save it as .docx without one"
PICTURE = "a picture; words in it must be read out first (OCR)"
# What a file begins with, and what it is, for those that no text is taken from.
REFUSED = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_WORD),
    (b"\x89PNG", PICTURE), (b"\xff\xd8\xff", PICTURE), (b"GIF8", PICTURE), (b"II*\0", PICTURE), (b"MM\0*", PICTURE),
    (b"\x1f\x8b", "a packed archive; unpack it first"), (b"7z\xbc\xaf", "a packed archive; unpack it first"),
    (b"Rar!", "a packed archive; unpack it first"), (b"\x7fELF", "a program"),
]  # fmt: skip
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)
LETTER = re.compile(rb"(?:From|MIME-Version|Snapshot-Content-Location|Content-Type|Subject|Date):[^\n]{1,1000}\n", re.I)
MIMETYPES = {b"application/epub+zip": "epub", b"application/vnd.oasis.opendocument.text": "odt"}
TAKEN_FROM = "Text is taken from .txt, .md, .html, .mht, .docx, .odt, .pdf, .epub and .rtf files."


def kind_of(data: bytes, name: str) -> str:
    """ "text", "markdown", "html", "mht", "docx", "odt", "pdf", "epub" or "rtf"; SourceError for what is none of them.

    >>> kind_of(b"%PDF-1.4 ...", "essay.txt"), kind_of(b"They dug.", "essay.txt"), kind_of(b"# Wells", "essay.md")
    ('pdf', 'text', 'markdown')
    """
    refused = next((what for mark, what in REFUSED if data.startswith(mark)), None)
    if refused:
        raise SourceError(f"{name} is {refused}. {TAKEN_FROM}")
    by_name = SUFFIXES.get(PurePath(name).suffix.lower().lstrip("."), "")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK"):
        return in_archive(data, name)
    if PAGE.match(data[:8192].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").removeprefix(b"\xff\xfe")):
        return "html"
    if b"multipart/related" in data[:4096] and LETTER.match(data):
        return "mht"
    if by_name in ("pdf", "rtf", "docx", "odt", "epub", "mht"):
        raise SourceError(
            f"{name} does not begin as a {by_name.upper()} file does: it is another, or broken; fetch it again"
        )
    return by_name or "text"


def in_archive(data: bytes, name: str) -> str:
    """Which kind of document an archive is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return "docx"
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = MIMETYPES.get(archive.read("mimetype").strip())
                if kind:
                    return kind
            if "META-INF/container.xml" in names:
                return "epub"
            if "content.xml" in names:
                return "odt"
    except Exception as error:  # zipfile raises half a dozen kinds on broken archives, and they mean the same
        raise SourceError(f"{name} is a broken archive ({error}); fetch it again, or save it anew") from None
    raise SourceError(f"{name} is an archive that holds no document known here. {TAKEN_FROM}")
