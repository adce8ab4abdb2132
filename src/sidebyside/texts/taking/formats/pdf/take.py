"""A PDF's text: pages into lines, lines into columns, columns into paragraphs, and what was left out on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sidebyside.errors import SourceError
from sidebyside.texts.taking.blocks import Block, laid
from sidebyside.texts.taking.formats.pdf.columns import in_order
from sidebyside.texts.taking.formats.pdf.heads import heads_of, masked
from sidebyside.texts.taking.formats.pdf.lines import Line, Page, page_read
from sidebyside.texts.taking.formats.pdf.paragraphs import Body, block_of, body_of, notes_of, paragraphs
from sidebyside.texts.taking.formats.properties import stated
from sidebyside.texts.taking.hyphens import words_known
from sidebyside.texts.taking.limits import PAGES
from sidebyside.texts.taking.plain import first
from sidebyside.texts.taking.roles import surrounded
from sidebyside.texts.taking.taken import Taken
from sidebyside.texts.taking.version import version

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")
SHOWN = 20  # different heads that a remark names


def pdf_taken(data: bytes, name: str) -> Taken:
    """What a .pdf file gives; SourceError for one with a password, without text, broken or too long."""
    pages, properties = read(data, name)
    if not any(page.lines for page in pages):
        raise SourceError(
            f"{name} has no text, only pictures of its pages ({len(pages)}); have it read out first (OCR)"
        )
    heads = heads_of(pages)
    columns, apart = columns_of(pages, heads)
    body = body_of(columns)
    blocks, mended, noted = blocks_over(columns, body)
    blocks = surrounded(with_title(blocks, columns))
    done = laid(blocks, pages=len(pages))
    said = stated({
        "title": properties.get("Title"), "author": properties.get("Author"),
        "date": re.sub(r"^D:(\d{4})(\d\d)(\d\d).*", r"\1-\2-\3", properties.get("CreationDate", ""), flags=re.S),
    })  # fmt: skip
    title = first(blocks, "title", "the largest type on the first page") or said.get("title")
    taken = Taken(done.text, "pdf", parts=done.parts, pages=done.pages, by=version("pypdfium2"))
    return taken.stating({**said, "title": title}).saying(
        *remarks(pages, heads, apart, mended, noted, blocks, done.text)
    )


def read(data: bytes, name: str) -> tuple[list[Page], dict[str, str]]:
    """The pages of the file and its properties."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(f"{name} has a password; save a copy without one") from None
        raise SourceError(f"{name} is a broken PDF; fetch it again, or print it to a new PDF") from None
    try:
        count = len(document)
        if count > PAGES:
            raise SourceError(f"{name} has {count:,} pages; at most {PAGES:,} are taken: split it")
        return [page for number in range(count) for page in one(document, number)], document.get_metadata_dict()
    finally:
        document.close()


def one(document: Any, number: int) -> list[Page]:
    """A page, or an empty one where PDFium cannot open it."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return [Page(number + 1, (), 0)]
    try:
        return [page_read(page, number + 1)]
    finally:
        page.close()


def columns_of(pages: Sequence[Page], heads: dict[int, set[Line]]) -> tuple[list[list[Line]], int]:
    """All columns in reading order, and on how many pages there were several side by side."""
    columns, apart = [], 0
    for page in pages:
        kept = [line for line in page.lines if line not in heads.get(page.number, ())]
        found = in_order(kept)
        apart += len(found) > 1
        columns += found
    return columns, apart


def blocks_over(columns: Sequence[Sequence[Line]], body: Body) -> tuple[list[Block], int, int]:
    """The paragraphs, how many split words were made whole, and how many notes were set apart.

    A note at the foot stands before the paragraph that runs on over the page's end, so that it stays on its own page.
    """
    cut = [notes_of(column, body) for column in columns]
    texts = [column[: len(column) - notes] for column, notes in zip(columns, cut, strict=True)]
    feet = [column[len(column) - notes :] for column, notes in zip(columns, cut, strict=True) if notes]
    known = words_known("\n".join(line.text for column in columns for line in column))
    mended = 0
    noted: list[Block] = []
    for foot in feet:
        for lines in paragraphs([foot], body):
            block, count = block_of(lines, known, body, "note")
            noted.append(block)
            mended += count
    blocks: list[Block] = []
    waiting = list(noted)
    for lines in paragraphs([text for text in texts if text], body):
        block, count = block_of(lines, known, body)
        mended += count
        while waiting and waiting[0].page < block.page + len(block.turns):
            blocks.append(waiting.pop(0))
        blocks.append(block)
    return [*blocks, *waiting], mended, len(noted)


def with_title(blocks: list[Block], columns: Sequence[Sequence[Line]]) -> list[Block]:
    """The first heading as the title, if it is among the first blocks, on their page, in its largest type."""
    at = next((place for place, block in enumerate(blocks[:6]) if block.role == "heading"), None)
    if at is None or blocks[at].page != blocks[0].page:
        return blocks
    of_page = [line for column in columns for line in column if line.page == blocks[at].page]
    if max(of_page, key=lambda line: line.size).text.split()[0] not in blocks[at].text:
        return blocks
    return [*blocks[:at], replace(blocks[at], role="title"), *blocks[at + 1 :]]


def remarks(
    pages: Sequence[Page], heads: dict[int, set[Line]], apart: int, mended: int, noted: int,
    blocks: Sequence[Block], text: str,
) -> list[str]:  # fmt: skip
    """What a reader of the file would miss, or find changed."""
    without = [str(page.number) for page in pages if not page.lines]
    marks = sum(page.marks for page in pages)
    wordless = sum(block.role == "furniture" for block in blocks)
    said = {
        f"Running heads and page numbers on {len(heads)} pages were left out{listed(heads)}.": heads,
        f"Two columns on {apart} page{'s were' if apart > 1 else ' was'} put one after the other.": apart,
        f"{mended:,} words split at a line's end were made whole.": mended,
        f"{noted:,} notes at the foot of pages were set apart.": noted,
        f"{marks:,} raised figures that lead to notes were left out.": marks,
        f"{wordless:,} pieces of tables, formulas and lists of contents without a sentence are not compared.": wordless,
        f"Pages without text, which may be pictures: {', '.join(without[:20])}.": without,
        "Letters that are written from right to left may stand in the wrong order: compare them with the PDF.":
            RIGHT_TO_LEFT.search(text),
        f"{len(UNKNOWN.findall(text)):,} characters have no meaning outside this PDF.": UNKNOWN.search(text),
    }  # fmt: skip
    return [remark for remark, holds in said.items() if holds]


def listed(heads: dict[int, set[Line]]) -> str:
    """The different heads that were left out, so that one that was none is seen."""
    words = list(dict.fromkeys(masked(line.text) for page in sorted(heads) for line in heads[page]))
    shown = [f"“{each[:60]}”" for each in words if each]
    more = f" and {len(shown) - SHOWN:,} more" if len(shown) > SHOWN else ""
    return f": {'; '.join(shown[:SHOWN])}{more}" if shown else ""
