"""The comparison as an Excel workbook: points, pairs, quotes, sources, codebook, and what it says of itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from sidebyside.exchange import rows
from sidebyside.exchange.about import about, made_at
from sidebyside.exchange.sheet import Column, add_sheet, writable
from sidebyside.exchange.writing import stem, written
from sidebyside.record import Comparison
from sidebyside.record.limiting import Limit

QUOTES = (
    Column("point", "Point", 17),
    Column("source", "Source", 7),
    Column("question", "Question", 28),
    Column("quote", "Exact words", 54),
    Column("passage", "Passage", 8),
    Column("page", "Page", 6),
    Column("certainty", "How it is put", 13),
    Column("verdict", "Verdict on the point", 16),
    Column("role", "Role", 9),
    Column("voices", "Who says it", 20, aside=True),
    Column("theme", "Theme", 16, aside=True),
    Column("title", "Title of the source", 30, aside=True),
    Column("author", "Author", 24, aside=True),
    Column("written", "Written", 18, aside=True),
    Column("start", "First code point", 10, aside=True),
    Column("end", "Code point after the last", 10, aside=True),
)
PAIRS = (
    Column("point", "Point", 20),
    Column("question", "Question", 40),
    Column("one", "Source", 8),
    Column("other", "And", 8),
    Column("verdict", "Verdict between them", 30),
    Column("reason", "Why", 60),
)
SOURCES = (
    Column("key", "Source", 7),
    Column("title", "Title", 36),
    Column("author", "Author", 26),
    Column("author_known", "How known", 10),
    Column("written", "Written", 22),
    Column("written_known", "How known", 10),
    Column("publisher", "Publisher", 18),
    Column("publisher_known", "How known", 10),
    Column("kind", "Kind", 28),
    Column("words", "Words", 8),
    Column("passages", "Passages", 9),
    Column("rights", "Rights", 32),
    Column("address", "Address", 24, aside=True),
    Column("file", "File", 30, aside=True),
    Column("sha256", "SHA-256 of the file", 66, aside=True),
)
CODEBOOK = (
    Column("entry", "Entry", 9),
    Column("name", "Name", 22),
    Column("definition", "Definition", 60),
    Column("terms", "Terms", 44),
    Column("points", "Points", 8),
    Column("key", "Key", 16),
)
ABOUT = (Column("what", "What", 22), Column("told", "", 110))


def write(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.xlsx, NAME being that of the comparison's folder."""
    from xlsxwriter import Workbook

    limit = Limit(work, excerpts)
    points, quotes = rows.points(work, limit), rows.quotes(work, limit)
    verdict_of = {point.id: point.verdict for point in work.coded.points}
    of_points = tuple(point_columns(work))
    data = io.BytesIO()
    # Whatever a source or an analyst wrote is words: no formula, no link, no number comes of it.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(data, options) as book:
        book.set_properties(
            {
                "title": writable(limit.said(work.about.title)),
                "subject": writable(limit.said(work.about.question)),
                "comments": "Made with Side by Side",
                "created": made_at().replace(tzinfo=None),
            }
        )
        add_sheet(book, "Points", points, of_points, tuple(points.verdict_key))
        if rows.paired(work):
            pairs = rows.pairs(work, limit)
            add_sheet(book, "Pairs", pairs, PAIRS, tuple(pairs.verdict_key))
        add_sheet(book, "Quotes", quotes, QUOTES, tuple(verdict_of[point] for point in quotes.point))
        add_sheet(book, "Sources", rows.sources(work, limit), SOURCES)
        add_sheet(book, "Codebook", rows.codebook(work), CODEBOOK)
        add_sheet(book, "About", pd.concat([about(work, limit), columns_told(work, of_points)]), ABOUT)
    return written(out, {f"{stem(work)}.xlsx": data.getvalue()})


def point_columns(work: Comparison) -> Iterator[Column]:
    """The columns of the points: what a reader needs on the page, and the rest beside it."""
    yield Column("n", "No.", 6)
    yield Column("question", "Question", 26)
    yield Column("verdict", "Verdict", 17)
    if rows.paired(work):
        yield Column("pairs", "Two by two", 24)
    for entry in work.about.sources:
        yield Column(entry.key, f"{entry.key}: {entry.short}", 36)
        yield Column(f"{entry.key}_certainty", f"How {entry.key} puts it", 13)
    yield Column("reason", "Why this verdict", 32)
    yield Column("theme", "Theme", 16, aside=True)
    yield Column("both_can_be_true", "Can both be true?", 30, aside=True)
    yield Column("would_settle_it", "What would settle it", 30, aside=True)
    yield Column("to_check", "To check outside the texts", 30, aside=True)
    for key in work.keys:
        yield Column(f"{key}_voices", f"Who says it in {key}", 22, aside=True)
        yield Column(f"{key}_silent_because", f"Why {key} may be silent", 16, aside=True)
    for name, head, width in (
        ("id", "Id", 20), ("label", "Label", 20), ("kind", "Kind", 12), ("rank", "Rank", 11),
        ("speaking", "Who speaks", 9), ("coder", "Coder", 12), ("coded_on", "Coded on", 11),
        ("confidence", "Confidence", 10), ("second_choice", "Second choice", 11), ("settled", "How it was settled", 30),
        ("draft", "Draft", 7), ("proposed", "Machine proposed", 11), ("proposed_because", "Because", 30),
    ):  # fmt: skip
        yield Column(name, head, width, aside=True)


def columns_told(work: Comparison, of_points: tuple[Column, ...]) -> pd.DataFrame:
    """What stands in each column of the points and the quotes, as more rows for the sheet About."""
    meanings = rows.point_columns(work)
    told = [(f"Points: {column.head}", meanings[column.name]) for column in of_points]
    told += [(f"Quotes: {column.head}", rows.QUOTES[column.name]) for column in QUOTES]
    told += [(f"Pairs: {column.head}", rows.PAIRS[column.name]) for column in PAIRS if rows.paired(work)]
    return pd.DataFrame(told, columns=["what", "told"])
