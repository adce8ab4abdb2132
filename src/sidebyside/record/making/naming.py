"""Names that a new comparison needs: a letter for each source, a name for its files, a short name for its columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, count, product
from string import ascii_uppercase

MOST = 26 + 26 * 26  # sources: a key has one letter or two
LONGEST = 40  # letters of a file's name, or of a theme's key
LARGEST = 120  # bytes of a file's name: most systems take 255, and an ending, a mark and a number are put to it
JOINERS = "\u200c\u200d"  # that words of Persian and of India are written with
SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}")  # it begins with a letter: that of "Apache-2.0" is a number
DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)  # no names for files on Windows
WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
# In a title these tell no source from another.
EMPTY = frozenset(
    """
    a about after all an and are as at before between by can do does for from has have how in into is it its new not of
    on or our over report should that the their this to towards under was what when where which who why will with
    without
    """.split()
)
PERSON = re.compile(r"\s*(?:,|;|&|/|\band\b|\bund\b|\bet\b|\by\b|\bи\b)\s*")


def keys() -> Iterator[str]:
    """A, B, C, ... Z, AA, AB, ... ZZ.

    >>> from itertools import islice
    >>> list(islice(keys(), 24, 28))
    ['Y', 'Z', 'AA', 'AB']
    """
    return chain(ascii_uppercase, map("".join, product(ascii_uppercase, repeat=2)))


def slug(words: str) -> str:
    """The words in small plain letters and dashes, "" where nothing of them is left.

    >>> slug("Où va l’eau? (2nd ed.)"), slug("Вода")
    ('ou-va-leau-2nd-ed', '')
    """
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].rstrip("-")


def file_name(key: str, words: str, taken: Collection[str] = ()) -> str:
    """A file's name without its suffix, in letters of any script and free on every system.

    `taken` are the names in use, casefolded; one of them, and what is no name on Windows, gets the source's key before.

    >>> file_name("B", "Con"), file_name("B", "Вода (2-е изд.)"), file_name("B", "Well", {"well"})
    ('b-con', 'вода-2-е-изд', 'b-well')
    >>> file_name("B", "हिन्दी में"), file_name("B", "Cafe\u0301")
    ('हिन्दी-में', 'café')
    """
    plain = "".join(c if writes(c) else "-" for c in unicodedata.normalize("NFC", words.lower()))
    plain = cut(re.sub("-+", "-", plain).strip("-"))
    if plain and not DEVICE.fullmatch(plain) and plain.casefold() not in taken:
        return plain
    named = "-".join(filter(None, [key.lower(), plain]))
    return next(name for name in distinct(named, "-") if name.casefold() not in taken)


def writes(character: str) -> bool:
    """Whether a character is part of how a word is written: a letter, a digit, a mark on a letter, a joiner of two."""
    return unicodedata.category(character)[0] in "LMN" or character in JOINERS


def cut(name: str) -> str:
    """At most LONGEST letters of a name, and LARGEST bytes; none is parted from the marks that stand on it.

    >>> cut("e\u0301" * 30) == "e\u0301" * 20
    True
    """
    kept = name[:LONGEST].encode("utf-8")[:LARGEST].decode("utf-8", "ignore")
    rest = name[len(kept) :]
    if rest and (unicodedata.category(rest[0])[0] == "M" or rest[0] in JOINERS):
        kept = re.sub(r"\w?[^\w-]*\Z", "", kept)
    return kept.strip("-" + JOINERS)


def suffix(name: str) -> str:
    """The last suffix of a file's name where it is a plain one, in small letters.

    >>> suffix("Report.PDF"), suffix("notes"), suffix("a.b c"), suffix("law-2.0")
    ('.pdf', '', '', '')
    """
    _, dot, last = name.lower().rpartition(".")
    return f".{last}" if dot and SUFFIX.fullmatch(f".{last}") else ""


def surname(author: str) -> str:
    """The last name of the first author.

    >>> surname("Ada Holm and Bo Lind"), surname("Holm, Ada"), surname("Gen. J. Orlov, Jr.")
    ('Holm', 'Holm', 'Orlov')
    """
    first = PERSON.split(author.strip())[0]
    words = WORD.findall(first)
    return words[-1] if words else ""


def telling(title: str, others: Iterable[str]) -> str:
    """The first word of a title that tells it from the other titles; else its first word of any weight.

    >>> telling("The bridge at Lund", ["The bridge of Oslo"]), telling("Notes", ["Notes"])
    ('Lund', 'Notes')
    """
    elsewhere = {word.lower() for other in others for word in weighty(other)}
    words = weighty(title)
    return next((word for word in words if word.lower() not in elsewhere), words[0] if words else "")


def weighty(title: str) -> list[str]:
    """The words of a title that say something, without the 's of whose they are.

    >>> weighty("On Russia’s way to Kabul")
    ['Russia', 'way', 'Kabul']
    """
    words = [re.sub("['’]s$", "", word) for word in WORD.findall(title)]
    return [word for word in words if word.lower() not in EMPTY and len(word) > 2]


def shorts(told: Sequence[tuple[str, str, str]]) -> list[str]:
    """A short name for each source of author, publisher and title ("" what is not known), no two alike.

    >>> shorts([("Ada Holm", "", "A"), ("", "The Post", "B"), ("", "", "Wells in Lund"), ("Bo Holm", "", "D")])
    ['Holm', 'The Post', 'Wells', 'Holm 2']
    """
    found: list[str] = []
    for place, (author, publisher, title) in enumerate(told):
        others = [other for number, (_, _, other) in enumerate(told) if number != place]
        short = surname(author) or publisher[:LONGEST].strip() or telling(title, others) or f"Text {place + 1}"
        found.append(next(name for name in distinct(short) if name.lower() not in map(str.lower, found)))
    return found


def distinct(name: str, joint: str = " ") -> Iterator[str]:
    """The name, then the same with 2, 3, ...

    >>> from itertools import islice
    >>> list(islice(distinct("well", "-"), 3))
    ['well', 'well-2', 'well-3']
    """
    return chain([name], (f"{name}{joint}{number}" for number in count(2)))
