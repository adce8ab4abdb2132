"""Marks of direction that a source opens end with its words: left open, they would turn round what follows them."""

from __future__ import annotations

CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")


def closed(words: str) -> str:
    """The words, and after them what closes the embeddings, overrides and isolates that they leave open.

    >>> closed("\\u202edesrever") == "\\u202edesrever\\u202c", closed("\\u2067a\\u2069")  == "\\u2067a\\u2069"
    (True, True)
    """
    waiting: list[str] = []
    for character in words:
        if character in CLOSED_BY:
            waiting.append(CLOSED_BY[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    return words + "".join(reversed(waiting))
