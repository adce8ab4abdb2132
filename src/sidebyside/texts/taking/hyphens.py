"""A word split at a line's end is made whole again; a word that has a hyphen of its own keeps it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

WORD = re.compile(r"\w+(?:-\w+)*")
SPLIT = re.compile(r"(\w+)[-\N{HYPHEN}\N{SOFT HYPHEN}\ufffe]$")  # U+FFFE is how PDFium marks such a hyphen
BEGINS = re.compile(r"\w+")


@dataclass(frozen=True)
class Joined:
    """Lines as one paragraph: where in it each begins (code points), and how many split words were made whole."""

    text: str
    starts: tuple[int, ...]
    mended: int


def words_known(text: str) -> frozenset[str]:
    """The words of a text as it writes them, those with a hyphen in one piece.

    >>> sorted(words_known("a long-term plan"))
    ['a', 'long-term', 'plan']
    """
    return frozenset(WORD.findall(text))


def joined(lines: Sequence[str], known: Collection[str]) -> Joined:
    """The lines as one paragraph; `known` are the words of the text, which show how it writes them.

    >>> joined(["a long-", "term plan of the minis-", "try"], {"long-term", "ministry"})
    Joined(text='a long-term plan of the ministry', starts=(0, 7, 29), mended=1)
    """
    whole, starts, mended = "", [], 0
    for line in map(str.strip, lines):
        end, begin = SPLIT.search(whole), BEGINS.match(line)
        if not end or not begin:
            whole += " " if whole and line else ""
        elif keeps_hyphen(end[1], begin[0], known):
            whole = f"{whole[:-1]}-"
        else:
            whole, mended = whole[:-1], mended + 1
        starts.append(len(whole))
        whole += line
    return Joined(whole.replace("\ufffe", "-"), tuple(starts), mended)


def keeps_hyphen(end: str, begin: str, known: Collection[str]) -> bool:
    """The hyphen is the word's own: a number or a capital stands by it, or so the text writes it within a line.

    >>> keeps_hyphen("Afghan", "Central", ()), keeps_hyphen("minis", "try", ()), keeps_hyphen("re", "use", {"re-use"})
    (True, False, True)
    """
    if begin[0].isupper() or end[-1].isdigit() or begin[0].isdigit():
        return True
    return f"{end}-{begin}" in known and f"{end}{begin}" not in known
