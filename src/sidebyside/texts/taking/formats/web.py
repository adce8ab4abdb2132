"""A web page: trafilatura says which of its paragraphs are the article, the words are the page's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sidebyside.errors import SourceError
from sidebyside.texts.taking.blocks import Block, laid
from sidebyside.texts.taking.encodings import decoded
from sidebyside.texts.taking.formats.classes import by_classes
from sidebyside.texts.taking.roles import BYLINE, surrounded
from sidebyside.texts.taking.taken import Proposed, Taken
from sidebyside.texts.taking.tree import HTML, blocks_in, tag_of
from sidebyside.texts.taking.version import version

STATED = re.compile(
    rb"""<meta[^>]{1,200}charset=["']?\s*([\w.:-]{2,30})|^<\?xml[^>]{1,100}encoding=["']([\w.:-]{2,30})""", re.I
)
SAVED = re.compile(r"saved from url=\(\d{1,5}\)(\S{4,2000})|^\s*url: (https?://\S{4,2000})\s*$", re.M)
LONG = 25  # letters: a shorter paragraph is found in any article by chance
AROUND = ("nav", "aside", "form", "menu")  # what no article is written in


def web_taken(data: bytes, name: str, address: str = "") -> Taken:
    """What an .html file gives; `address` is where it was fetched, where the file around it says so."""
    text, encoding, guess = characters(data, name)
    root = parsed_page(text)
    if root is None:
        raise SourceError(f"{name} has no words in it")
    article = article_in(text)
    said = statements(article, SAVED.search(text[:20_000]), address)
    by_classes(root)
    heading = title_of(root)
    blocks = list(blocks_in(page_body(root, keep_all=article is not None), HTML))
    if article is None:
        chosen, remark = blocks, "No article was recognised on the page; all its words but the menus were taken."
    else:
        chosen, remark = within(blocks, lines_of(article.body), lines_of(article.commentsbody), heading)
    chosen = surrounded(titled(chosen, heading))
    done = laid(chosen)
    taken = Taken(done.text, "html", encoding, parts=done.parts, by=version("trafilatura"))
    return taken.stating(said).saying(guess, remark)


def characters(data: bytes, name: str) -> tuple[str, str, str]:
    """The page's characters, their encoding and a remark: as the page states it, where that works."""
    found = STATED.search(data[:4096])
    stated = (found[1] or found[2]).decode("ascii", "ignore").lower() if found else ""
    if stated and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) and "16" not in stated:
        try:  # browsers read latin-1 as its superset, and so were the pages written
            return data.decode("cp1252" if stated in ("iso-8859-1", "latin-1", "latin1") else stated), stated, ""
        except (UnicodeDecodeError, LookupError):
            text, encoding, guess = decoded(data, name)
            return text, encoding, f"The page says it is in {stated}, and is not. {guess}".strip()
    return decoded(data, name)


def parsed_page(text: str) -> Any:
    """The page's tree, or None where nothing is on it."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding="utf-8", no_network=True)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def article_in(text: str) -> Any:
    """What trafilatura takes for the article, with its metadata; None where it finds none. A date is never guessed."""
    from trafilatura import bare_extraction

    dates = {"extensive_search": False, "original_date": True}
    try:
        return bare_extraction(text, include_comments=True, include_tables=True, with_metadata=True,
                               date_extraction_params=dates)  # fmt: skip
    except (ValueError, TypeError, AttributeError, RecursionError):  # what odd pages make of it
        return None


def statements(article: Any, saved: re.Match[str] | None, address: str) -> dict[str, Proposed]:
    """What the page says of itself."""
    where = {"title": "title", "author": "author", "date": "date", "address": "url", "publisher": "sitename"}
    found = {ours: (getattr(article, theirs, None) or "").rstrip(" ¶") for ours, theirs in where.items()}
    said = {ours: Proposed(value, "the page's metadata") for ours, value in found.items() if value}
    came = address or (saved and (saved[1] or saved[2])) or ""
    return {**said, "address": Proposed(came, "the browser that saved the page")} if came else said


def title_of(root: Any) -> str:
    """The words of the page's first heading of the first rank."""
    first = next(root.iter("h1"), None)
    return " ".join(first.text_content().split()) if first is not None else ""


def page_body(root: Any, keep_all: bool) -> Any:
    """The page's body; without its menus, where nothing else tells them from the text."""
    body = root.find("body") if root.find("body") is not None else root
    if not keep_all:
        for element in [e for e in body.iter() if tag_of(e) in AROUND]:
            element.drop_tree()
    return body


def letters(words: str) -> str:
    """The letters and digits alone: how a paragraph is recognised again."""
    return "".join(c for c in unicodedata.normalize("NFKC", words) if c.isalnum())


def lines_of(tree: Any) -> list[str]:
    """The letters of each paragraph that trafilatura found."""
    if tree is None:
        return []
    return [line for element in tree.iter() if (line := letters("".join(element.itertext())))]


def within(
    blocks: Sequence[Block], article: Sequence[str], comments: Sequence[str], title: str
) -> tuple[list[Block], str]:
    """The blocks from the article's first to its last, those in it that are not of it as furniture, and the comments.

    The remark counts the words that were left out.
    """
    whole, said = max(article, key=len, default=""), max(comments, key=len, default="")
    ours, theirs = frozenset(article), frozenset(comments)

    def is_in(letters_of: str, lines: frozenset[str], text: str) -> bool:
        return letters_of in lines or (len(letters_of) >= LONG and letters_of in text)

    keys = [letters(block.text) for block in blocks]
    places = [place for place, key in enumerate(keys) if len(key) >= LONG and is_in(key, ours, whole)]
    places = places or [place for place, key in enumerate(keys) if key in ours]
    if not places:
        return list(blocks), "The article was not found again on the page; all its words were taken."
    first, last = places[0], places[-1]
    head = [p for p, key in enumerate(keys[:first]) if key == letters(title) and key]
    chosen: list[Block] = []
    left_out = 0
    for place, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        if is_in(key, theirs, said):
            chosen.append(replace(block, role="comment"))
        elif (head and place == head[-1]) or (place < first and BYLINE.match(block.text)):
            chosen.append(block)
        elif not first <= place <= last:
            left_out += len(block.text.split())
        elif block.role == "heading" or is_in(key, ours, whole) or not key:
            chosen.append(block)
        else:
            chosen.append(replace(block, role="note" if block.role == "note" else "furniture"))
    return chosen, f"{left_out:,} words around the article were left out: menus and the like." if left_out else ""


def titled(blocks: Sequence[Block], title: str) -> list[Block]:
    """The blocks with the page's first heading as the title, and a byline near the top as one."""
    found = [
        replace(block, role="byline") if place < 4 and block.role == "body" and BYLINE.match(block.text) else block
        for place, block in enumerate(blocks)
    ]
    at = next((p for p, b in enumerate(found) if b.role == "heading" and letters(b.text) == letters(title)), None)
    return [replace(block, role="title") if place == at else block for place, block in enumerate(found)]
