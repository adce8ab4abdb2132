"""A rich text (RTF): striprtf gives its words; it has no headings, so the rules for plain text look for them."""

from __future__ import annotations

import re

from sidebyside.errors import SourceError
from sidebyside.texts.taking.blocks import blocks_of, laid
from sidebyside.texts.taking.formats.properties import stated
from sidebyside.texts.taking.plain import byline, first
from sidebyside.texts.taking.roles import headed, surrounded
from sidebyside.texts.taking.taken import Taken
from sidebyside.texts.taking.version import version

INFO = re.compile(r"\{\\(?P<name>title|author)\s((?:[^{}\\]|\\['u*][^{}\\]*)*)\}")
CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
NOTE = re.compile(r"\\footnote\b")


def rich_taken(data: bytes, name: str) -> Taken:
    """What an .rtf file gives; SourceError where it has no words."""
    code = data.decode("latin-1")  # RTF is ASCII; a stray byte is kept for what it was
    words = plain_words(code)
    if not words.strip():
        raise SourceError(f"{name} has no words in it")
    blocks = surrounded(headed(list(blocks_of(words))))
    done = laid(blocks)
    info = {found["name"]: plain_words(rf"{{\rtf1\ansi {found[2]}}}") for found in INFO.finditer(code[:20_000])}
    created = CREATED.search(code[:20_000])
    info |= {"date": "{}-{:0>2}-{:0>2}".format(*created.groups())} if created else {}
    said = stated(info)
    title = first(blocks, "title", "the first line") or said.pop("title", None)
    notes = len(NOTE.findall(code))
    author = said.get("author") or byline(blocks)
    taken = Taken(done.text, "rtf", parts=done.parts, by=version("striprtf"))
    return taken.stating({**said, "title": title, "author": author}).saying(
        f"Footnotes that were left out: {notes}. Save it as DOCX or ODT to keep them." if notes else ""
    )


def plain_words(code: str) -> str:
    """The words of RTF; a character that it writes as two halves is one again."""
    from striprtf.striprtf import rtf_to_text

    halves = str(rtf_to_text(code, errors="replace"))  # type: ignore[no-untyped-call]
    return halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
