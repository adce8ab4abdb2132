"""A Markdown text: its marks are taken out, because quotes are of words; its headings are headings."""

from __future__ import annotations

import re

import yaml

from sidebyside.texts.taking.blocks import laid
from sidebyside.texts.taking.encodings import decoded
from sidebyside.texts.taking.formats.properties import stated
from sidebyside.texts.taking.plain import controls, first, line_ends
from sidebyside.texts.taking.roles import surrounded
from sidebyside.texts.taking.taken import Proposed, Taken
from sidebyside.texts.taking.tree import HTML, blocks_in, marked
from sidebyside.texts.taking.version import version

FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,20000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.S)


def markdown_taken(data: bytes, name: str) -> Taken:
    """What an .md file gives: as it is read, not as it is written."""
    import mistune
    from lxml import html

    text, encoding, guess = decoded(data, name)
    front = FRONT.match(text)
    render = mistune.create_markdown(escape=False, plugins=["table", "footnotes", "strikethrough", "def_list"])
    page = render(text[front.end() :] if front else text)
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    root = html.document_fromstring(f"<body><div>{page}</div></body>".encode("utf-8", "replace"), parser=parser)
    for mark in root.xpath("//sup[@class='footnote-ref'] | //a[@class='footnote']"):
        mark.drop_tree()
    marked(root.xpath("//section[@class='footnotes']"), "note")
    heads = root.xpath("//h1")
    if len(heads) == 1:  # several of the first rank are chapters
        marked(heads, "title")
    blocks = surrounded(blocks_in(root, HTML))
    done = laid(blocks)
    said = front_matter(front[1] if front else "")
    title = said.pop("title", None) or first(blocks, "title", "the heading of the first rank")
    taken = Taken(done.text, "markdown", encoding, parts=done.parts, by=version("mistune"))
    return taken.stating({**said, "title": title}).saying(
        guess, line_ends(text), controls(text), "The marks of Markdown were taken out."
    )


def front_matter(words: str) -> dict[str, Proposed]:
    """The statements of the lines between dashes above a Markdown text."""
    try:
        found = yaml.safe_load(words) if "&" not in words else None  # no aliases: they can grow without bound
    except (yaml.YAMLError, ValueError, RecursionError):
        found = None
    names = ("title", "author", "date", "publisher")
    plain = {name: str(found[name]) for name in names if name in found} if isinstance(found, dict) else {}
    return stated(plain, "the lines above the text")
