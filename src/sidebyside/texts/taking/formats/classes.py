"""What a page says of its elements beyond their tags: which are notes, which are tables of contents, which no words."""

from __future__ import annotations

from typing import Any

from sidebyside.texts.taking.tree import marked

OPS = "{http://www.idpf.org/2007/ops}type"
SAID_IN = ("class", "role", "id", OPS)
NOTES = frozenset(
    """footnote endnote footnotes endnotes rearnote rearnotes note bibliography footnote-list doc-footnote doc-endnote
    doc-endnotes doc-bibliography""".split()
)
CONTENTS = frozenset("toc doc-toc toctree-wrapper table-of-contents contents landmarks breadcrumbs".split())
LINKS = frozenset("headerlink permalink anchorjs-link header-anchor".split())  # a ¶ that leads to where it stands


def by_classes(root: Any) -> None:
    """Marks the elements that say they are notes or contents, and takes out the marks that only lead somewhere.

    >>> from lxml.html import fromstring, tostring
    >>> page = fromstring('<div><h2>On wells<a class="headerlink">¶</a></h2><ul class="toc"><li>Wells</ul></div>')
    >>> by_classes(page)
    >>> tostring(page)
    b'<div><h2>On wells</h2><ul class="toc" data-sidebyside-role="furniture"><li>Wells</li></ul></div>'
    """
    for link in [element for element in root.iter("{*}a") if said_of(element) & LINKS]:
        without(link)
    marked((element for element in root.iter("{*}*") if said_of(element) & NOTES), "note")
    marked(
        (element for element in root.iter("{*}*") if said_of(element) & CONTENTS and not has_text(element)), "furniture"
    )


def said_of(element: Any) -> set[str]:
    """The names an element goes by, in lower case."""
    return {name for place in SAID_IN for name in (element.get(place) or "").lower().split()}


def has_text(element: Any) -> bool:
    """Long paragraphs stand in it: some pages call their whole text their contents."""
    return any(len(" ".join(each.itertext())) > 250 for each in element.iter("{*}p"))


def without(element: Any) -> None:
    """Takes an element out, and leaves what follows it."""
    before, parent = element.getprevious(), element.getparent()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)
