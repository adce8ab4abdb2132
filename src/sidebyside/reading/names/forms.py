"""How a name is written, folded step by step: what two spellings have to share before they are held to be one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sidebyside.reading.names.initials import is_short, letters_of

ARTICLE = re.compile(r"^(?:the|The|THE)\s+")
POSSESSIVE = re.compile(r"(?:['’‘][sS]|(?<=[sS])['’])$")
APOSTROPHES = re.compile(r"['’‘ʼ`´]")
# One word, two spellings that no sound tells apart: British and American.
ENDINGS = [
    (re.compile(rf"{british}\b"), american)
    for british, american in (
        ("isation", "ization"),
        ("tre", "ter"),
        ("programme", "program"),
        ("defence", "defense"),
        ("bour", "bor"),
    )
]
# Letters by which one and the same sound is brought over from another script.
SOUNDS = (("kh", "k"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("zh", "j"), ("dj", "j"), ("ts", "c"), ("tz", "c"),
          ("x", "ks"), ("q", "k"), ("w", "v"), ("y", "i"), ("z", "s"), ("ou", "u"))  # fmt: skip
VOWELS = re.compile(r"[aeiou]")


@lru_cache(maxsize=1 << 17)
def form(words: str) -> str:
    """The words of a name on one line, without article and possessive ending.

    >>> form("the Taliban’s"), form("Artemy\\u00a0M. Kalinovsky")
    ('Taliban', 'Artemy M. Kalinovsky')
    """
    line = " ".join(words.split())
    return POSSESSIVE.sub("", ARTICLE.sub("", line)) or line


@lru_cache(maxsize=1 << 17)
def key(name: str) -> str:
    """What two ways of writing one name share: no case, accents, hyphens or stops. Initials are kept apart by "=".

    >>> key("CASA-1000") == key("CASA1000"), key("U.S."), key("al-Qaeda"), key("Brasília")
    (True, '=us', 'al qaeda', 'brasilia')
    """
    if is_short(name):
        return "=" + letters_of(name)
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = APOSTROPHES.sub("", plain)
    plain = re.sub(r"(?<=[^\W\d])[-‐‑ ]?(?=\d)", "-", plain).replace(".", " ")
    plain = " ".join(part for part in re.split(r"[\s‐‑–—_/]+|-(?!\d)", plain) if part)
    for ending, usual in ENDINGS:
        plain = ending.sub(usual, plain)
    return plain or name


def skeleton(word: str) -> str:
    """The consonants of a folded word by their sound, doubled letters once, its first letter kept.

    >>> skeleton("mujahideen") == skeleton("mujahedin"), skeleton("iran") == skeleton("iraq")
    (True, False)
    """
    for written, sound in SOUNDS:
        word = word.replace(written, sound)
    rest = re.sub(r"(.)\1+", r"\1", VOWELS.sub("", word[1:]))
    return word[:1] + rest
