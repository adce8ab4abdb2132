"""What the columns of a table are called, and what each name is taken for: a listed table, nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sidebyside.texts.gathering.left_out import Unusable

# For each field of a text the names it goes by, the surest first. An outlet comes before an author: a corpus is
# compared by who publishes. "source" and "name" say least, and come last.
NAMES: dict[str, tuple[str, ...]] = {
    "words": ("text", "body", "content", "words", "full text", "fulltext", "article text", "article", "maintext"),
    "title": ("title", "headline", "heading"),
    "by": ("by", "outlet", "publisher", "publication", "newspaper", "ministry", "organisation", "organization",
           "author", "authors", "speaker", "source"),
    "date": ("date", "published", "published at", "published on", "publication date", "publish date", "date published",
             "pub date", "pubdate", "datetime", "timestamp"),
    "address": ("url", "address", "link", "web address"),
    "key": ("id", "key", "uid", "guid", "doi"),
}  # fmt: skip
# Tables that `--out` writes of a corpus have columns with such names, and no texts: "words" is how many, or those of
# one statement; "text" is a number. Nobody else's table has just these.
OWN = (
    {"key", "title", "by", "date", "address", "sha256", "words", "statements", "first"},
    {"text", "number", "passage", "start", "end", "words"},
)
LISTED = 8  # columns that an error names


def worded(columns: Sequence[str], place: str) -> dict[str, str]:
    """As `fields_of`. Raises Unusable, with the place, where no column holds the words of texts."""
    fields = fields_of(columns)
    if set(columns) in OWN:
        raise Unusable(f"{place} is one of the tables that are written of a corpus, and holds no texts")
    if "words" not in fields:
        shown = [f"“{column}”" for column in columns[:LISTED]]
        listed = ", ".join([*shown, *(["…"] if len(columns) > LISTED else [])])
        names = ", ".join(NAMES["words"][:4])
        raise Unusable(f"{place}: none of its columns ({listed}) holds the words; call one {names}")
    return fields


def fields_of(columns: Iterable[str]) -> dict[str, str]:
    """The column that each field is taken from, by field; those without one are left out.

    Case, underscores and dashes make no difference.

    >>> fields_of(["ID", "Headline", "published_at", "author", "outlet", "Body", "tags"])
    {'words': 'Body', 'title': 'Headline', 'by': 'outlet', 'date': 'published_at', 'key': 'ID'}
    """
    known: dict[str, str] = {}
    for column in columns:
        known.setdefault(plain(column), column)
    taken = {field: next((known[name] for name in names if name in known), None) for field, names in NAMES.items()}
    return {field: column for field, column in taken.items() if column is not None}


def plain(column: str) -> str:
    """A column's name as NAMES has it.

    >>> plain(" Full_Text")
    'full text'
    """
    return re.sub(r"[\s_-]+", " ", column).strip().casefold()


def said(fields: Mapping[str, str], columns: Iterable[str]) -> str:
    """Which columns were taken for what, in words.

    >>> said({"words": "Body", "by": "outlet"}, ["Body", "outlet", "tags"])
    'words from “Body”, by from “outlet”; left out: “tags”'
    """
    taken = ", ".join(f"{field} from “{column}”" for field, column in fields.items())
    left = ", ".join(f"“{column}”" for column in columns if column not in fields.values())
    return f"{taken}; left out: {left}" if left else taken
