"""What XML and other people's file systems cannot hold is taken out of words, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

# What XML 1.0 cannot hold in any way: control characters but tab and line ends, halves of pairs, two no-characters.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# An importer makes a file of a source's name. Others of these stop it, or are cut off there.
IN_NAMES = {":": " -", "/": "-", "\\": "-", "|": "-", '"': "'", "<": "(", ">": ")", "*": "", "?": ""}
LONGEST = 180  # bytes of a name: with a folder's name before it, and .txt behind, it is still one of a file


def sayable(words: str) -> str:
    r"""The words as XML can hold them, a mark (U+FFFD) for each character that it cannot.

    >>> sayable("a\x0cb😀")
    'a�b😀'
    """
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", words)


def on_a_line(words: str) -> str:
    """Words on one line, as an attribute holds them."""
    return " ".join(sayable(words).split())


def file_name(words: str) -> str:
    """A name that is one of a file, too.

    >>> file_name('Russia: what "now"?')
    "Russia - what 'now'"
    """
    plain = on_a_line("".join(IN_NAMES.get(letter, letter) for letter in words))
    return plain.encode()[:LONGEST].decode(errors="ignore").strip(" .")


def apart(names: Mapping[str, str]) -> dict[str, str]:
    """The names by their keys, those that two have with the key behind.

    >>> apart({"a": "Harm", "b": "harm", "c": "Cause"})
    {'a': 'Harm (a)', 'b': 'harm (b)', 'c': 'Cause'}
    """
    said = {key: on_a_line(name) for key, name in names.items()}
    times = Counter(name.casefold() for name in said.values())
    return {key: f"{name} ({key})" if times[name.casefold()] > 1 else name for key, name in said.items()}
