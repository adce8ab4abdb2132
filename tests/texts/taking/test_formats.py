"""What a format says of its words is kept: headings, notes, order, statements; and what is not of the text goes."""

from __future__ import annotations

from pathlib import Path

from tests.texts.taking.documents import RELATION, W, ebook, opendocument, paragraph, saved_page, word

from sidebyside.texts.taking import Proposed, Taken, taken

STORY = "They dug for water all through the dry month, and found none at all, though the mayor had promised it."


def of(tmp_path: Path, name: str, data: bytes) -> Taken:
    """What is taken from a file with these bytes."""
    path = tmp_path / name
    path.write_bytes(data)
    return taken(path)


def roles(found: Taken) -> dict[str, str]:
    """The first line of each part by its role."""
    lines = found.text.splitlines()
    return {lines[part.first - 1]: part.role for part in found.parts}


def test_word_styles_and_footnotes_are_roles(tmp_path: Path) -> None:
    """Styles say title and heading; a footnote stands at the end, its mark nowhere; deleted words are out, and said."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/></w:style>'
        for name, shown in (("T", "Title"), ("H", "heading 1"))
    )

    def styled(style: str, words: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'

    body = (
        styled("T", "On wells") + styled("H", "The dry month")
        + f'<w:p><w:r><w:t>{STORY}</w:t></w:r><w:del><w:r><w:delText>Not so.</w:delText></w:r></w:del>'
        + '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )  # fmt: skip
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    more: dict[str, str | bytes] = {
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph("Ledger, nine.")}'
        "</w:footnote></w:footnotes>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
        f'Type="{RELATION}/styles" Target="styles.xml"/><Relationship Id="r2" Type="{RELATION}/footnotes" '
        'Target="footnotes.xml"/></Relationships>',
    }
    found = of(tmp_path, "a.docx", word(body, more))
    assert found.text == f"On wells\n\nThe dry month\n\n{STORY}\n\nLedger, nine.\n"
    assert roles(found) == {"On wells": "title", "The dry month": "heading", "Ledger, nine.": "note"}
    assert found.title == Proposed("On wells", "the paragraph in the style Title")
    assert any("tracked changes" in remark for remark in found.remarks)


def test_open_document_notes_stand_after_their_paragraph(tmp_path: Path) -> None:
    """A note is a paragraph of its own in that role, a comment too, and the sentence around them is whole."""
    cited, said = "<text:note-citation>1</text:note-citation>", "<text:p>Deep.</text:p>"
    note = f"<text:note>{cited}<text:note-body>{said}</text:note-body></text:note>"
    body = f'<text:h>The dry month</text:h><text:p>They dug{note}<text:s text:c="3"/>for water.</text:p>'
    found = of(tmp_path, "a.odt", opendocument(body))
    assert [line for line in found.text.splitlines() if line] == ["The dry month", "They dug for water.", "Deep."]
    assert roles(found) == {"The dry month": "heading", "Deep.": "note"}


def test_chapters_are_read_in_the_books_own_order(tmp_path: Path) -> None:
    """The order is the list's, not the archive's; contents are furniture, notes are notes, headings are headings."""
    contents = '<ul class="toc"><li>The dry month</li><li>The rain</li></ul>'
    data = ebook(
        contents, f"<h1>The dry month</h1><p>{STORY}</p>", '<h1>The rain</h1><aside role="doc-footnote">Deep.</aside>'
    )
    found = of(tmp_path, "a.epub", data)
    assert found.text.index(STORY) < found.text.index("Deep.")
    assert [part.role for part in found.parts] == ["furniture", "heading", "heading", "note"]
    assert found.title == Proposed("On wells", "the e-book's properties")


def test_a_page_is_its_article_with_what_it_says_of_itself(tmp_path: Path) -> None:
    """Menus are left out and counted, title and author are proposed, a ¶ by a heading is no word of it."""
    page = (
        '<!DOCTYPE html><html><head><title>On wells</title><meta name="author" content="Mira Holm"></head><body>'
        '<nav><a href="/">Home</a> <a href="/w">Water</a></nav><article><h1>On wells<a class="headerlink">¶</a></h1>'
        + "".join(f"<p>{STORY} That was in year {year}.</p>" for year in range(1901, 1908))
        + "</article><footer>All rights reserved by the town</footer></body></html>"
    )
    found = of(tmp_path, "a.html", page.encode())
    assert "Home" not in found.text
    assert "¶" not in found.text
    assert found.text.count(STORY) == 7
    assert found.title is not None
    assert found.title.value == "On wells"
    assert found.author == Proposed("Mira Holm", "the page's metadata")


def test_a_saved_page_states_where_it_was_fetched(tmp_path: Path) -> None:
    """The address in an .mht file is the source's."""
    data = saved_page(f"<html><body><p>{STORY}</p></body></html>", "https://wells.example/dry")
    found = of(tmp_path, "a.mht", data)
    assert STORY in found.text
    assert found.address == Proposed("https://wells.example/dry", "the browser that saved the page")


def test_markdown_is_taken_as_it_is_read(tmp_path: Path) -> None:
    """Marks go, the heading of the first rank is the title, a footnote is a note, code keeps its lines."""
    words = f"# On wells\n\n{STORY[:-1]} *for years*.[^1]\n\n## The rain\n\n```\ndig(1)\ndig(2)\n```\n\n[^1]: Deep.\n"
    found = of(tmp_path, "a.md", words.encode())
    assert f"{STORY[:-1]} for years." in found.text
    assert roles(found) == {"On wells": "title", "The rain": "heading", "Deep.": "note"}
    assert "dig(1)\n\ndig(2)" in found.text
