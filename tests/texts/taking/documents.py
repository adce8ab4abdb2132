"""Small documents of every format, made of their bytes: what the tests take text out of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
SPACES = " ".join(f'xmlns:{name}="{OFFICE.format(name)}"' for name in ("office", "text", "table", "style"))
Words = tuple[float, float, float, str]  # left, height, size of the type (points), words


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """An archive with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            archive.writestr(name, words)
    return file.getvalue()


def word(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A .docx file with that body, and more members."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped({
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{RELATION}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        **(more or {}),
    })  # fmt: skip


def paragraph(words: str) -> str:
    """A paragraph of Word's; the words are as XML has them."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def opendocument(body: str, before: str = "") -> bytes:
    """An .odt file with that body; `before` stands above its root."""
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{before}<office:document-content {SPACES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>",
    })  # fmt: skip


def ebook(*chapters: str) -> bytes:
    """An .epub file with these chapters' bodies, the last one first in the archive."""
    names = [f"c{number}.xhtml" for number in range(len(chapters))]
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
    items = "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    return zipped({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="o/p.opf"/></rootfiles></container>',
        "o/p.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>On wells</dc:title>'
        f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
        **{f"o/{n}": page.format(c) for n, c in reversed(list(zip(names, chapters, strict=True)))},
    })  # fmt: skip


def saved_page(page: str, address: str) -> bytes:
    """An .mht file: that page, as a browser saves it from that address."""
    head = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nMIME-Version: 1.0\r\n"
    part = f"Content-Type: text/html; charset=utf-8\r\nContent-Location: {address}\r\n\r\n{page}"
    whole = f'{head}Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n{part}\r\n--b--\r\n'
    return whole.encode()


def pdf(pages: Iterable[Sequence[Words]], trailer: str = "") -> bytes:
    """A PDF with words at places, in Helvetica."""
    pages = list(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(
            f"BT /F {size} Tf {left} {height} Td ({escaped(words)}) Tj ET\n" for left, height, size, words in lines
        )
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {5 + 2 * number} 0 R"
        objects.append(f"{page}/Resources<</Font<</F 3 0 R>>>>>>")
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}endstream")
    whole, places = b"%PDF-1.4\n", [b"0000000000 65535 f \n"]
    for number, words in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(whole))
        whole += f"{number} 0 obj\n{words}\nendobj\n".encode("cp1252")
    table = b"xref\n0 %d\n%s" % (len(places), b"".join(places))
    end = f"trailer\n<</Size {len(places)}/Root 1 0 R{trailer}>>\nstartxref\n{len(whole)}\n%%EOF\n"
    return whole + table + end.encode()


def escaped(words: str) -> str:
    """The words as a PDF writes them."""
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def column(lines: Iterable[str], left: float = 60, top: float = 700, size: float = 10) -> list[Words]:
    """Lines one under the other."""
    return [(left, top - 12 * place, size, line) for place, line in enumerate(lines)]


SMALL: dict[str, bytes] = {
    "a.txt": "On wells\r\n\r\nThey dug, “deep”.".encode(),
    "a.md": b"---\ntitle: Wells\n---\n# On wells\n\nThey *dug*.[^1]\n\n[^1]: Deep.\n",
    "a.html": b"<!DOCTYPE html><html><head><title>Wells</title></head><body><h1>On wells</h1><p>They dug.</p></body>",
    "a.mht": saved_page("<html><body><p>They dug for water.</p></body></html>", "https://wells.example/dry"),
    "a.rtf": rb"{\rtf1\ansi{\info{\title Wells}}On wells\par They dug \u8220?deep\u8221?.\par}",
    "a.pdf": pdf([column(["They dug for water", "all through the dry month."])]),
    "a.docx": word(paragraph("They dug.") + "<w:p><w:r><w:t>Deep.</w:t></w:r></w:p>"),
    "a.odt": opendocument('<text:h text:outline-level="1">On wells</text:h><text:p>They dug.</text:p>'),
    "a.epub": ebook("<h1>On wells</h1><p>They dug.</p>", "<p>Deep.</p>"),
}
