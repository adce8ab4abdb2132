"""Markup as a browser would take it: a tree to ask, and a strict look at what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from bs4 import BeautifulSoup, Tag

VOID = {"br", "img", "input", "meta", "link", "hr", "col"}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "poster", "data", "srcdoc"}


def tree(markup: str) -> BeautifulSoup:
    """The markup, parsed."""
    return BeautifulSoup(markup, "html.parser")


def words(tag: Tag | None) -> str:
    """The words of an element, white space as single spaces."""
    assert tag is not None
    return " ".join(tag.get_text().split())


def column(page: Tag, selector: str) -> list[str]:
    """The words of every element that the selector finds."""
    return [words(tag) for tag in page.select(selector)]


def cells(page: Tag, selector: str) -> list[str]:
    """The words of every element that the selector finds, one space between its parts."""
    return [" ".join(tag.get_text(" ").split()) for tag in page.select(selector)]


def squeezed(text: str) -> str:
    """The letters alone: quotes that run into each other are marked as one stretch."""
    return "".join(text.split())


class Nesting(HTMLParser):
    """Notes every tag that closes what is not open, and whatever stays open."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong.append(f"</{tag}> at {self.getpos()}, open: {self.open[-3:]}")


def misnested(markup: str) -> list[str]:
    """What is not closed, or closed and not open."""
    nesting = Nesting(markup)
    return nesting.wrong + nesting.open


def dangers(markup: str) -> Iterator[str]:
    """Whatever in the markup could run, load or restyle: nothing that a person wrote may end up here."""
    for tag in tree(markup).find_all(True):
        if tag.name in {"script", "iframe", "object", "embed", "img", "link", "base", "form", "meta", "b-b"}:
            yield f"<{tag.name}>"
        for name, value in tag.attrs.items():
            if name.startswith("on") or name in {"autofocus", "srcdoc"}:
                yield f"{tag.name} {name}={value}"
            if name in ADDRESSES and "script:" in str(value).lower():
                yield f"{tag.name} {name}={value}"


def repeated_ids(page: Tag) -> set[str]:
    """Ids that stand more than once."""
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    return {one for one in ids if ids.count(one) > 1}
