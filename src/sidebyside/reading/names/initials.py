"""Initials stand for a name when its words, in order, begin with them: CSTO, IS-K, ISI."""

from __future__ import annotations

import re
from functools import lru_cache

SMALL = frozenset("of the for and on in de la to a an & der des du und e y von van".split())
LETTERS = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=1 << 17)
def is_short(words: str) -> bool:
    """Whether words are initials: capitals, with at most two small letters among them.

    >>> [is_short(w) for w in ("CSTO", "IS-K", "U.S.", "UNHCR", "Kabul", "A", "CASA-1000")]
    [True, True, True, True, False, False, False]
    """
    letters = [c for c in words if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    digits = any(c.isdigit() for c in words)
    return (
        " " not in words
        and not digits
        and words[:1].isupper()
        and 2 <= upper <= 8
        and len(letters) - upper <= min(2, upper - 2)
    )


def letters_of(short: str) -> str:
    """The letters of initials, in lower case.

    >>> letters_of("U.S."), letters_of("IS-K")
    ('us', 'isk')
    """
    return "".join(c for c in short.lower() if c.isalpha())


def initials(name: str) -> set[str]:
    """What a name may be shortened to by the first letters of its words, with and without the small words.

    >>> sorted(initials("Office of National Drug Control Policy"))
    ['ondcp', 'oondcp']
    """
    words = LETTERS.findall(name.replace("’s", "").lower())
    if len(words) < 2:
        return set()
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL)}


def stands_for(short: str, name: str) -> bool:
    """Whether initials stand for a name beside them in brackets: first letters, an adjective before them left out.

    >>> stands_for("ISI", "Pakistani Inter-Service Intelligence"), stands_for("NATO", "Kabul Bank")
    (True, False)
    """
    if not is_short(short) or " " not in name.strip():
        return False
    words = name.replace("’s", "").split()
    shorter = [" ".join(words[i:]) for i in range(min(2, len(words) - 1))]
    return any(letters_of(short) in initials(n) for n in shorter)
