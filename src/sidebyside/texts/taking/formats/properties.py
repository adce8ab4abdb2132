"""What a document's properties say of it: its title, author and date, as whoever saved it left them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sidebyside.texts.taking.archives import Members
from sidebyside.texts.taking.taken import Proposed

WHERE = "the file's properties"
DUBLIN = {"title": "title", "creator": "author", "date": "date", "publisher": "publisher"}
# Programs fill these in by themselves: they say nothing of the text.
EMPTY = re.compile(
    r"untitled|microsoft word - .*|document\d*|user|author|admin(istrator)?|unknown|owner|.*\.docx?|\s*", re.I
)


def core_properties(members: Members) -> dict[str, Proposed]:
    """The statements of a .docx file's docProps/core.xml."""
    if "docProps/core.xml" not in members:
        return {}
    found = texts_of(parsed(members.read("docProps/core.xml")))
    return stated({"title": found.get("title"), "author": found.get("creator"), "date": found.get("created")})


def stated(found: Mapping[str, str | None], where: str = WHERE) -> dict[str, Proposed]:
    """Statements from what was found, without what programs fill in; a date without its time of day.

    >>> stated({"title": "Microsoft Word - a.doc", "author": "Mira Holm", "date": "2019-05-04T10:00:00Z"})["date"].value
    '2019-05-04'
    """
    words = {name: " ".join((value or "").split()) for name, value in found.items()}
    if "date" in words:
        words["date"] = re.sub(r"^(\d{4}-\d\d-\d\d)T.*", r"\1", words["date"])
    return {name: Proposed(value, where) for name, value in words.items() if not EMPTY.fullmatch(value)}


def parsed(data: bytes) -> Any:
    """The root of an XML file, read with nothing fetched, nothing expanded; an empty root for a hopeless one."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(data, parser) if data.strip() else None
    return etree.Element("nothing") if root is None else root


def texts_of(root: Any) -> dict[str, str]:
    """The words of each element that has some, by its name without the namespace; several of one name parted by ;."""
    found: dict[str, list[str]] = {}
    for element in root.iter("{*}*"):
        if (element.text or "").strip():
            found.setdefault(element.tag.rpartition("}")[2], []).append(element.text.strip())
    return {name: "; ".join(dict.fromkeys(values)) for name, values in found.items()}
