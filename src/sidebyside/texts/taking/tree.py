"""A document's tree, read in order: which elements are paragraphs, which have a role, which are nobody's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sidebyside.texts.parts import BODY, ROLES
from sidebyside.texts.taking.blocks import Block, blocks_of

ROLE = "data-sidebyside-role"
TYPED = frozenset({"pre", "listing", "xmp"})
SPACE = re.compile("[ \t\n\r\f]+")  # what was broken for the eye; a non-breaking space is none of them


@dataclass(frozen=True)
class Dialect:
    """How a family of documents marks its paragraphs; names are tags without their namespace, in lower case.

    `asides` stand in the middle of a paragraph and are paragraphs of their own, after it. So is a table's cell.
    """

    paragraphs: frozenset[str]
    roles: Mapping[str, str]
    asides: Mapping[str, str]
    skipped: tuple[str, ...]
    breaks: Mapping[str, str]


HTML = Dialect(
    paragraphs=frozenset(
        """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
        footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr
        ul""".split()
    ),
    roles={f"h{level}": "heading" for level in range(1, 7)} | {"figcaption": "note"},
    asides={},
    skipped=tuple(
        """script style noscript template head title svg math iframe object embed audio video canvas map select option
        textarea button datalist""".split()
    ),
    breaks={"br": "\n"},
)
ODT = Dialect(
    paragraphs=frozenset("h list list-item p section table table-cell table-row".split()),
    roles={"h": "heading"},
    asides={"note-body": "note", "annotation": "comment"},
    skipped=tuple(
        """tracked-changes sequence-decls variable-decls user-field-decls forms note-citation creator date desc title
        table-of-content index-title-template object""".split()
    ),
    breaks={"line-break": "\n", "tab": "\t", "s": " "},
)


def blocks_in(root: Any, dialect: Dialect) -> Iterator[Block]:
    """The paragraphs of a tree in reading order. The tree is altered: what is nobody's words is taken out of it.

    >>> from lxml.html import fromstring
    >>> [(b.role, b.text) for b in blocks_in(fromstring("<div><h2>On <i>wells</i></h2>They dug.<p>Deep."), HTML)]
    [('heading', 'On wells'), ('body', 'They dug.'), ('body', 'Deep.')]
    """
    from lxml import etree

    etree.strip_elements(root, etree.Comment, etree.PI, *(f"{{*}}{tag}" for tag in dialect.skipped), with_tail=False)
    set_asides_apart(root, dialect)
    words: list[str] = []
    roles = [BODY]
    typed = 0  # how many elements around here keep their lines
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = tag_of(element)
        if tag in dialect.paragraphs or tag in dialect.asides:
            yield from blocks_of(whole("".join(words), roles[-1]), roles[-1])
            words.clear()
            if event == "start":
                roles.append(role_of(element, tag, dialect) or roles[-1])
            else:
                roles.pop()
        typed += (tag in TYPED) * (1 if event == "start" else -1)
        if event == "start":
            words.append(dialect.breaks.get(tag, ""))
            words.append(spaced(element.text, typed))
        elif element is not root:
            words.append(spaced(element.tail, typed))
    yield from blocks_of("".join(words))


def role_of(element: Any, tag: str, dialect: Dialect) -> str:
    """The role that the element was marked with, or that its tag gives; "" for that of what it stands in."""
    marked = element.get(ROLE, "")
    return marked if marked in ROLES else dialect.roles.get(tag, dialect.asides.get(tag, ""))


def marked(elements: Iterable[Any], role: str) -> None:
    """Gives the elements that role."""
    for element in elements:
        element.set(ROLE, role)


def tag_of(element: Any) -> str:
    """The name of an element without its namespace, in lower case; "" for comments, entities and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def spaced(words: str | None, typed: int) -> str:
    """The words with each white space as one, but where a page keeps its lines as they were typed."""
    return (words or "") if typed else SPACE.sub(" ", words or "")


def whole(words: str, role: str) -> str:
    """A heading in one line: where it is broken, it is for the eye."""
    return SPACE.sub(" ", words) if role == "heading" else words


def set_asides_apart(root: Any, dialect: Dialect) -> None:
    """Moves each aside behind the paragraph in whose middle it stands; what follows it there stays there."""
    for aside in [element for element in root.iter() if tag_of(element) in dialect.asides]:
        holder = next((a for a in aside.iterancestors() if tag_of(a) in dialect.paragraphs), None)
        if holder is None or holder.getparent() is None:
            continue
        follow = aside.tail or ""
        aside.tail = None
        before, parent = aside.getprevious(), aside.getparent()
        if before is not None:
            before.tail = (before.tail or "") + follow
        else:
            parent.text = (parent.text or "") + follow
        last = holder
        while last.getnext() is not None and tag_of(last.getnext()) in dialect.asides:
            last = last.getnext()
        aside.tail, tail = last.tail, None
        last.tail = tail
        last.addnext(aside)
