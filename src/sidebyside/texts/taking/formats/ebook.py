"""An e-book is web pages in an archive, with a list that says in which order they are read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from sidebyside.errors import SourceError
from sidebyside.texts.taking.archives import Members, opened
from sidebyside.texts.taking.blocks import Block, laid
from sidebyside.texts.taking.formats.classes import by_classes
from sidebyside.texts.taking.formats.properties import DUBLIN, parsed, stated, texts_of
from sidebyside.texts.taking.plain import first
from sidebyside.texts.taking.roles import surrounded
from sidebyside.texts.taking.taken import Taken
from sidebyside.texts.taking.tree import HTML, blocks_in
from sidebyside.texts.taking.version import version


def ebook_taken(data: bytes, name: str) -> Taken:
    """What an .epub file gives; SourceError where it cannot be opened, or its order of reading is missing."""
    with opened(data, name) as members:
        if "META-INF/encryption.xml" in members and b"xmlenc" in members.read("META-INF/encryption.xml"):
            raise SourceError(f"{name} is locked against copying (DRM): its words cannot be read")
        package_name = package_of(members, name)
        package = parsed(members.read(package_name))
        chapters = list(chapters_of(package, package_name))
        missing = [member for member in chapters if member not in members]
        there = (members.read(member) for member in chapters if member in members)
        blocks = surrounded(block for data in there for block in chapter(data))
    if not chapters:
        raise SourceError(f"{name} does not list its chapters: it is no e-book, or a broken one")
    done = laid(blocks)
    found = texts_of(next(package.iter("{*}metadata"), package))
    said = stated({ours: found.get(theirs) for theirs, ours in DUBLIN.items()}, "the e-book's properties")
    title = said.pop("title", None) or first(blocks, "title", "the first heading")
    taken = Taken(done.text, "epub", parts=done.parts, by=version("lxml")).stating({**said, "title": title})
    return taken.saying(
        f"{len(chapters)} chapters were read in the book's own order.",
        f"Chapters it lists but lacks: {', '.join(missing[:5])}." if missing else "",
    )


def package_of(members: Members, name: str) -> str:
    """The member that lists the others, as META-INF/container.xml names it."""
    container = parsed(members.read("META-INF/container.xml"))
    found = next((root.get("full-path") for root in container.iter("{*}rootfile") if root.get("full-path")), None)
    if not found:
        raise SourceError(f"{name} does not say where its chapters are listed: it is no e-book, or a broken one")
    return str(found)


def chapters_of(package: Any, package_name: str) -> Iterator[str]:
    """The members to read, in order, each once: no table of contents."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    seen: set[str] = set()
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or not item.get("href") or "nav" in item.get("properties", "").split():
            continue
        member = posixpath.normpath(posixpath.join(posixpath.dirname(package_name), unquote(item.get("href"))))
        if member not in seen and "html" in item.get("media-type", "html"):
            seen.add(member)
            yield member


def chapter(data: bytes) -> Iterator[Block]:
    """The paragraphs of one chapter."""
    from lxml import etree, html

    root = parsed(data)
    if next(root.iter("{*}body"), None) is None:  # a page of the old kind, that is no XML
        root = html.document_fromstring(data or b"<html/>", parser=html.HTMLParser(no_network=True))
    for element in list(root.iter()):
        if element.tag is etree.Entity:  # a character by name: &nbsp;
            named(element)
    by_classes(root)
    yield from blocks_in(root, HTML)


def named(entity: Any) -> None:
    """Puts the character in the place of an entity that HTML names."""
    import html

    words = html.unescape(entity.text) + (entity.tail or "")
    before, parent = entity.getprevious(), entity.getparent()
    if before is not None:
        before.tail = (before.tail or "") + words
    elif parent is not None:
        parent.text = (parent.text or "") + words
    if parent is not None:
        entity.tail = None
        parent.remove(entity)
