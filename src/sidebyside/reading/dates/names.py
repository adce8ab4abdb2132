"""Names of several words that stand for a time, found as wholes: "World War II", "New Year's Eve"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sidebyside.reading.dates.eras import AGES, ERAS
from sidebyside.reading.dates.holidays import HOLIDAYS
from sidebyside.reading.dates.tokens import Token, tokens

QUOTES = frozenset("“”\"'‘’`")
KINDS: dict[str, Mapping[str, Any]] = {"era_name": ERAS, "age_name": AGES, "holiday": HOLIDAYS}


def plain(name: str) -> str:
    """A name as it is looked up: small letters, single spaces, one kind of apostrophe.

    >>> plain("Great\\xa0Game"), plain("New Year's Day")
    ('great game', 'new year’s day')
    """
    return " ".join(name.replace("'", "’").lower().split())


def spelling(name: str) -> str:
    """A name as a pattern: any white space, either apostrophe, each word with a capital or without.

    >>> spelling("Cold War")
    '[Cc]old\\\\s+[Ww]ar'
    """
    words = [f"[{w[0]}{w[0].lower()}]{re.escape(w[1:])}" for w in name.split()]
    return r"\s+".join(words).replace("’", "['’]")


NAMES = {plain(name): (kind, what) for kind, table in KINDS.items() for name, what in table.items()}
LONGEST_FIRST = sorted((name for table in KINDS.values() for name in table), key=len, reverse=True)
NAME = re.compile(rf"(?<!\w)(?:{'|'.join(map(spelling, LONGEST_FIRST))})(?!\w)")


def named_tokens(text: str) -> list[Token]:
    """The tokens of a text, each name as one, with the quotation marks around it.

    >>> [t.kind for t in named_tokens("since the Cold War")], [t.kind for t in named_tokens("a cold war")]
    (['since', 'the', 'era_name'], ['a', 'other', 'other'])
    >>> named_tokens("the “great game” era")[1].word
    '“great game”'
    """
    row = tokens(text)
    names = [token for m in NAME.finditer(text) if (token := name_token(m, text))]
    return list(merged(row, iter(names))) if names else row


def name_token(m: re.Match[str], text: str) -> Token | None:
    """A name as a token; None for "a cold war", which is any: a name has a capital or stands in quotation marks."""
    kind, what = NAMES[plain(m.group())]
    start, end = m.span()
    quoted = text[max(0, start - 1) : start] in QUOTES and text[end : end + 1] in QUOTES
    if kind != "age_name" and not (quoted or m.group()[0].isupper()):
        return None
    start, end = (start - 1, end + 1) if quoted else (start, end)
    return Token(kind, start, end, what, text[start:end].lower())


def merged(row: Iterable[Token], names: Iterator[Token]) -> Iterator[Token]:
    """The row with each name in the place of the tokens it covers."""
    name = next(names, None)
    for token in row:
        while name and token.start >= name.end:
            yield name
            name = next(names, None)
        if not name or token.end <= name.start:
            yield token
    if name:
        yield name
