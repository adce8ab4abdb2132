"""The small elements that a project is full of, and how any of them becomes the bytes of a file."""

from __future__ import annotations

from lxml import etree
from lxml.builder import ElementMaker

from sidebyside import __version__
from sidebyside.exchange.refi.linting.opening import PROJECT
from sidebyside.exchange.refi.wording import sayable

ORIGIN = f"Side by Side {__version__}"
E = ElementMaker(namespace=PROJECT, nsmap={None: PROJECT})


def described(words: str) -> etree._Element:
    """A description."""
    return E.Description(sayable(words))


def refers(name: str, target: str) -> etree._Element:
    """A reference."""
    return getattr(E, name)(targetGUID=target)


def moment(day: str) -> str:
    """A day as a moment: the hour is not recorded, and the schema wants one."""
    return f"{day}T00:00:00Z"


def xml(root: etree._Element) -> bytes:
    """An element as the bytes of a file."""
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return data
