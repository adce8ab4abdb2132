"""A web page saved as one file (MHT): a letter with the page in it, and the address it was fetched from."""

from __future__ import annotations

from email import message_from_bytes, policy

from sidebyside.errors import SourceError
from sidebyside.texts.taking.formats.web import web_taken
from sidebyside.texts.taking.taken import Taken


def archived_web_taken(data: bytes, name: str) -> Taken:
    """What an .mht file gives; SourceError where no page is in it."""
    letter = message_from_bytes(data, policy=policy.compat32)
    page = next((part for part in letter.walk() if part.get_content_type() == "text/html"), None)
    body = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(body, bytes):
        raise SourceError(f"{name} holds no web page; save the page anew, as HTML")
    charset = page.get_content_charset()
    address = str(letter.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    head = f'<meta charset="{charset}">'.encode() if charset and b"charset" not in body[:4096] else b""
    return web_taken(head + body, name, address if address.startswith("http") else "")
