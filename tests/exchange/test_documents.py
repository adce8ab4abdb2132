"""What an editor opens has every word of the comparison as words, under real headings, and Word finds it in order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import mammoth
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from sidebyside.exchange import export
from sidebyside.exchange.markdown import words
from sidebyside.exchange.word_markup import AFTER
from sidebyside.record import Comparison

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def squeezed(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def said(work: Comparison) -> list[str]:
    """Everything that the analyst wrote of the points, and the sources' words that they rest on."""
    told = [work.about.title, work.about.question]
    for point in work.coded.points:
        told += [point.question, point.reason, point.both_can_be_true, point.would_settle_it, point.to_check]
        told += [position.says for position in point.positions.values()]
    told += [work.source(place.source).text[place.start : place.end] for place in work.places]
    return [squeezed(each) for each in told if each]


def part(path: Path, name: str = "word/document.xml") -> Any:
    """A part of a Word document as a tree."""
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(etree.QName(element).localname)


def test_word_shows_every_word(three: Comparison, tmp_path: Path) -> None:
    """What another reader takes from the document has all that was said and quoted, as it stands."""
    (path,) = export(three, "docx", tmp_path)
    with path.open("rb") as file:
        read = mammoth.extract_raw_text(file)
    assert [message for message in read.messages if message.type == "error"] == []
    text = squeezed(read.value)
    assert [each for each in said(three) if each not in text] == []


def test_word_has_headings_and_a_table_for_each_point(three: Comparison, tmp_path: Path) -> None:
    """Themes and points are headings to navigate by; each table has a head that comes again on the next page."""
    (path,) = export(three, "docx", tmp_path)
    body = part(path)
    styles = body.xpath("//w:pPr/w:pStyle/@w:val", namespaces=W)
    assert styles.count("Heading2") == len(three.coded.points)
    assert "Title" in styles
    tables = body.xpath("//w:tbl", namespaces=W)
    assert len(tables) == len(three.coded.points)
    assert all(table.xpath("w:tr[1]/w:trPr/w:tblHeader", namespaces=W) for table in tables)
    assert "PAGE" in "".join(part(path, "word/footer1.xml").itertext())


def test_three_sources_stand_across_the_long_side(three: Comparison, tmp_path: Path) -> None:
    """The sheet is wider than it is high, and each source has its column."""
    (path,) = export(three, "docx", tmp_path)
    (size,) = part(path).xpath("//w:pgSz", namespaces=W)
    width, height = (int(size.get(f"{{{W['w']}}}{side}")) for side in "wh")
    assert width > height
    assert {len(row) for row in part(path).xpath("//w:tblGrid", namespaces=W)} == {3}


def test_arabic_runs_from_right_to_left(three: Comparison, tmp_path: Path) -> None:
    """A stretch of Arabic is marked so, its paragraph too where it begins with it; Latin letters are not."""
    (path,) = export(three, "docx", tmp_path)
    body = part(path)
    marked = ["".join(run.itertext()) for run in body.xpath("//w:r[w:rPr/w:rtl]", namespaces=W)]
    assert "الجواب: بعد ذلك." in marked
    assert [run for run in marked if any("a" <= letter <= "z" for letter in run)] == []
    leftward = ["".join(line.itertext()) for line in body.xpath("//w:p[w:pPr/w:bidi]", namespaces=W)]
    assert "الجواب: بعد ذلك." in leftward
    assert [line for line in leftward if line[:1].isascii() and line[:1].isalpha()] == []


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml"])
def test_words_markup_stands_in_the_order_of_its_schema(name: str, three: Comparison, tmp_path: Path) -> None:
    """Nothing that has to come after an element stands before it: Word would call the file broken."""
    (path,) = export(three, "docx", tmp_path)
    root = part(path, name)
    found = 0
    for before, after in AFTER.items():
        for element in root.xpath(f"//w:{before}[not(parent::w:tbl)]", namespaces=W):
            found += 1
            early = {local(other) for other in element.itersiblings(preceding=True)}
            assert early & set(after) == set(), before
    assert found


def test_the_document_says_who_made_it(three: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Title and question stand in its properties; no name of a template's author is left."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (path,) = export(three, "docx", tmp_path)
    core = {local(each): each.text for each in part(path, "docProps/core.xml")}
    assert core["title"] == three.about.title
    assert core["creator"] == "Side by Side"
    assert core["created"] == "2023-11-14T22:13:20Z"
    assert not core.get("description")


@pytest.mark.parametrize("form", ["docx", "md"])
def test_a_direction_that_a_quote_leaves_open_ends_with_it(form: str, three: Comparison, tmp_path: Path) -> None:
    """Else the place that follows would stand there reversed: "2B" for "B2"."""
    (path,) = export(three, form, tmp_path)
    lines = path.read_text("utf-8").splitlines() if form == "md" else part(path).xpath("//w:p", namespaces=W)
    lines = [line if isinstance(line, str) else "".join(line.itertext()) for line in lines]
    assert any("\u202e" in line for line in lines)
    for line in lines:
        assert line.count("\u202e") == line.count("\u202c"), line
        assert not re.search("\u202e[^\u202c]*(”|\\[B2)", line)


def rendered(path: Path) -> Any:
    """The Markdown as another program makes HTML of it, links and tables included."""
    markup = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").render(path.read_text("utf-8"))
    return etree.HTML(markup)


def test_markdown_shows_every_word(three: Comparison, tmp_path: Path) -> None:
    """What a reader of Markdown shows has all that was said and quoted, as it stands."""
    (path,) = export(three, "md", tmp_path)
    text = squeezed("".join(rendered(path).itertext()))
    assert [each for each in said(three) if each not in text] == []


def test_no_word_of_a_source_becomes_markup(three: Comparison, tmp_path: Path) -> None:
    """Neither link nor picture nor tag of its own; emphasis and tables are the document's."""
    (path,) = export(three, "md", tmp_path)
    page = rendered(path)
    found = {element.tag for element in page.iter(etree.Element)}
    own = {"html", "body", "h1", "h2", "h3", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
    assert found == own
    assert len(page.xpath("//table")) == len(three.coded.points)
    assert {len(row) for row in page.xpath("//tr")} == {4}
    assert "Three days" not in "".join(page.xpath("//strong//text()"))


@pytest.mark.parametrize(
    "hostile",
    [
        "# head",
        "> said",
        "- item",
        "1. item",
        "***",
        "---",
        "```",
        "    code",
        "<!-- -->",
        "![a](b)",
        "&amp;",
        "[x]: y",
    ],
)
def test_what_would_be_markup_is_words_after_the_documents_own(hostile: str) -> None:
    """In a list or a paragraph, after a head, it shows as it was written."""
    page = etree.HTML(MarkdownIt("commonmark").render(f"- **Head:** {words(hostile)}"))
    assert squeezed("".join(page.itertext())) == f"Head: {squeezed(hostile)}"


def test_where_nothing_is_decided_the_documents_say_so(undecided: Comparison, tmp_path: Path) -> None:
    """In words, under a heading of its own."""
    (path,) = export(undecided, "docx", tmp_path)
    with path.open("rb") as file:
        assert "None: nothing is decided yet." in mammoth.extract_raw_text(file).value
    (path,) = export(undecided, "md", tmp_path)
    assert "None: nothing is decided yet." in path.read_text(encoding="utf-8")
