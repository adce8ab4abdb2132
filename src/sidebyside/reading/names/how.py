"""How the words of a mention lead to its name: seen from the two alone, so that it can be told anew at any time."""

from __future__ import annotations

from functools import lru_cache

from sidebyside.reading.names.forms import key
from sidebyside.reading.names.initials import is_short

HOW = {
    "full": "the words are the name",
    "surname": "its last words, a person's",
    "given": "its first word, a person's",
    "initials": "its first letters, or those of a first name",
    "variant": "another spelling, a longer or a shorter way to say it",
    "alias": "the comparison's own list of names says so",
    "rule": "a capital or a seat of government, for the country where it acts",
}


@lru_cache(maxsize=1 << 17)
def how(words: str, name: str, kind: str) -> str:
    """One of HOW, but for alias and rule, which words alone do not show.

    >>> [how(w, "Ada B. Holm", "person") for w in ("Ada B. Holm", "Holm", "Ada", "A. Holm", "Ada Holm")]
    ['full', 'surname', 'given', 'initials', 'variant']
    """
    one, whole = key(words), key(name)
    if one == whole:
        return "full"
    if is_short(words):
        return "initials"
    parts, wholes = one.split(), whole.split()
    if kind == "person" and parts == wholes[-len(parts) :]:
        return "surname"
    if kind == "person" and len(parts) == 1:
        return "given" if one == wholes[0] else "surname" if one in wholes else "variant"
    if kind == "person" and len(parts[0]) == 1 and len(wholes[0]) > 1:
        return "initials"
    return "variant"
