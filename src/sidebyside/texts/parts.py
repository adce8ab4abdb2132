"""A part is a stretch of a source with a role: a reader's comment is another voice, a reply form is nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BODY = "body"
ROLES = {
    "title": "the title",
    BODY: "the essay itself",
    "heading": "a heading",
    "byline": "about the author",
    "note": "thanks, credits and notes",
    "comment": "a reader's comment: another voice",
    "furniture": "the page around the text: nobody's words",
}


@dataclass(frozen=True)
class Part:
    """From `start` up to, not including, `end` (code points), the source speaks in this role."""

    role: str
    start: int
    end: int


def role_at(parts: Sequence[Part], start: int) -> str:
    """The role of the place; body where no part claims it.

    >>> role_at([Part("title", 0, 10)], 4), role_at([Part("title", 0, 10)], 10)
    ('title', 'body')
    """
    return next((part.role for part in parts if part.start <= start < part.end), BODY)
