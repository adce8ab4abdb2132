"""An OpenDocument text: one XML file whose elements say what is a heading, a note, a comment."""

from __future__ import annotations

from sidebyside.errors import SourceError
from sidebyside.texts.taking.archives import opened
from sidebyside.texts.taking.blocks import laid
from sidebyside.texts.taking.formats.properties import parsed, stated, texts_of
from sidebyside.texts.taking.plain import first
from sidebyside.texts.taking.roles import surrounded
from sidebyside.texts.taking.taken import Taken
from sidebyside.texts.taking.tree import ODT, blocks_in, marked
from sidebyside.texts.taking.version import version

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"


def opendocument_taken(data: bytes, name: str) -> Taken:
    """What an .odt file gives; SourceError where it cannot be opened."""
    with opened(data, name) as members:
        if "META-INF/manifest.xml" in members and b"encryption-data" in members.read("META-INF/manifest.xml"):
            raise SourceError(f"{name} has a password; take it off in the program that made it")
        root = parsed(members.read("content.xml"))
        found = texts_of(parsed(members.read("meta.xml"))) if "meta.xml" in members else {}
    titles = {"Title"} | set(root.xpath("//s:style[@s:parent-style-name='Title']/@s:name", namespaces={"s": STYLE}))
    body = next(root.iter("{*}body"), root)
    changes = next(root.iter("{*}tracked-changes"), None)
    marked((p for p in body.iter(f"{{{TEXT}}}p") if p.get(f"{{{TEXT}}}style-name") in titles), "title")
    blocks = surrounded(blocks_in(body, ODT))
    done = laid(blocks)
    said = stated({
        "title": found.get("title"), "author": found.get("initial-creator") or found.get("creator"),
        "date": found.get("creation-date"),
    })  # fmt: skip
    title = first(blocks, "title", "the paragraph in the style Title") or said.get("title")
    taken = Taken(done.text, "odt", parts=done.parts, by=version("lxml")).stating({**said, "title": title})
    return taken.saying(
        "Words deleted under tracked changes were left out; inserted ones were taken." if changes is not None else ""
    )
