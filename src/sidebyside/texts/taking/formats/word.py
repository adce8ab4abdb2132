"""A Word document: mammoth reads it, its styles say what is a title and what a heading."""

from __future__ import annotations

import io
import re
from typing import Any

from sidebyside.texts.taking.archives import opened
from sidebyside.texts.taking.blocks import laid
from sidebyside.texts.taking.formats.properties import core_properties
from sidebyside.texts.taking.plain import first
from sidebyside.texts.taking.roles import surrounded
from sidebyside.texts.taking.taken import Taken
from sidebyside.texts.taking.tree import HTML, blocks_in, marked
from sidebyside.texts.taking.version import version

STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
comment-reference => sup
"""
# What mammoth passes over: said, because a reader of the file sees it.
PASSED = [
    (rb"<w:del[ >]", "Words deleted under tracked changes were left out; inserted ones were taken."),
    (rb"<m:oMath[ >]", "Formulas were left out."),
]


def word_taken(data: bytes, name: str) -> Taken:
    """What a .docx file gives; SourceError where it cannot be opened."""
    import mammoth
    from lxml import html

    with opened(data, name) as members:
        page = mammoth.convert_to_html(io.BytesIO(data), style_map=STYLES, convert_image=lambda image: []).value
        body = members.read("word/document.xml")
        said = core_properties(members)
        heads = any(re.match(r"word/(header|footer)\d*\.xml$", member) for member in members.names)
    root = html.fromstring(f"<div>{page}</div>")
    without_marks(root)
    marked(root.xpath("//h1[@class='title']"), "title")
    marked(root.xpath("//p[@class='caption'] | //li[starts-with(@id, 'footnote-')]"), "note")
    marked(root.xpath("//li[starts-with(@id, 'endnote-')]"), "note")
    marked(root.xpath("//dl[dt[starts-with(@id, 'comment-')]]"), "comment")
    blocks = surrounded(blocks_in(root, HTML))
    done = laid(blocks)
    title = first(blocks, "title", "the paragraph in the style Title") or said.pop("title", None)
    taken = Taken(done.text, "docx", parts=done.parts, by=version("mammoth")).stating({**said, "title": title})
    return taken.saying(
        "Running heads and feet were left out." if heads else "",
        *(remark for rule, remark in PASSED if re.search(rule, body)),
        "Notes stand at the end of the text." if root.xpath("//li[contains(@id, 'note-')]") else "",
    )


def without_marks(root: Any) -> None:
    """Takes out the marks that lead to a note or a comment and back: no words of the text."""
    for link in root.xpath("//a[starts-with(@id, 'footnote-ref-') or starts-with(@id, 'endnote-ref-')]"
                           " | //a[starts-with(@id, 'comment-ref-')] | //a[starts-with(@href, '#footnote-ref-')]"
                           " | //a[starts-with(@href, '#endnote-ref-') or starts-with(@href, '#comment-ref-')]"
                           " | //dt[starts-with(@id, 'comment-')]"):  # fmt: skip
        if link.tag == "dt":
            link.text = None
            for child in link:
                link.remove(child)
        else:
            link.drop_tree()
