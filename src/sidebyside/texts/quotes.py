"""A quote is proven when its words are found again, once, at a place in its source."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sidebyside.errors import QuoteError
from sidebyside.texts.passages import Passage
from sidebyside.texts.source import Source

# Typography that copying changes and no reader hears: folded for the search only, the source keeps its characters.
SAME = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
        "\N{SOFT HYPHEN}": None, "\N{ZERO WIDTH SPACE}": None, "\N{WORD JOINER}": None, "\ufeff": None,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where a quote stands: the passage it begins in, and `start` up to, not including, `end`, in code points."""

    passage: str
    start: int
    end: int


@dataclass(frozen=True)
class Folded:
    """A text as the search sees it, and the place of the letter that each of its characters comes from."""

    text: str
    origin: tuple[tuple[int, int], ...]

    def within(self, index: int) -> bool:
        """The character there and the one before it come from one letter."""
        return 0 < index < len(self.origin) and self.origin[index - 1] == self.origin[index]


def letters(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every character together with the marks that stand on it.

    >>> list(letters("e\\u0301a"))
    [(0, 2), (2, 3)]
    """
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            yield start, end
            start = end


@lru_cache(maxsize=4096)  # a text has few letters, and many of each
def plain(letter: str) -> str:
    """A letter apart from its marks, in plain typography; a power stays one: 10⁶ is not 106."""
    kind = unicodedata.decomposition(letter[0])
    form: Literal["NFD", "NFKD"] = "NFD" if kind.startswith(("<super>", "<sub>")) or " 0020 " in kind else "NFKD"
    return unicodedata.normalize(form, letter).translate(SAME)


def fold(text: str) -> Folded:
    """White space to single spaces, quotes and dashes to their plain forms, letters and their marks apart.

    >>> fold("Kabul\\N{NO-BREAK SPACE} – “now”").text
    'Kabul - "now"'
    """
    characters: list[str] = []
    origin: list[tuple[int, int]] = []
    for place in letters(text):
        for character in plain(text[slice(*place)]):
            if character.isspace():
                if not characters or characters[-1] == " ":
                    continue
                character = " "
            characters.append(character)
            origin.append(place)
    return Folded("".join(characters), tuple(origin))


def places_of(quote: str, text: Folded) -> list[tuple[int, int]]:
    """(start, end) of every place where the quote stands, overlapping ones too; none starts or ends within a letter.

    >>> places_of("a b", fold("a\\u00a0b, a  b"))
    [(0, 3), (5, 9)]
    >>> places_of("cafe", fold("café"))
    []
    """
    wanted = fold(quote).text.strip()
    found = []
    start = text.text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if not (text.within(start) or text.within(end)):
            found.append((text.origin[start][0], text.origin[end - 1][1]))
        start = text.text.find(wanted, start + 1)
    return found


class QuoteFinder:
    """Finds quotes in one source; the folded text is made once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._text = fold(source.text)

    def find(self, quote: str, within: str = "") -> Place:
        """The one place of the quote, inside the passage `within` if one is named.

        Raises QuoteError when it is not there (naming the nearest passage) or stands there more than once.
        """
        places = [self._place(start, end) for start, end in places_of(quote, self._text)]
        if within and self.source.passage(within) is None:
            raise QuoteError(f"{within} is no passage of {self.source.key}; {self._extent()}")
        fitting = [place for place in places if within in ("", place.passage)]
        if len(fitting) == 1:
            return fitting[0]
        key, shown = self.source.key, shorten(quote)
        where = ", ".join(place.passage for place in places)
        if not places:
            raise QuoteError(f"{shown} is not in {key}; {self._nearest(quote)}")
        if not fitting:
            raise QuoteError(f"{shown} is not in {within}; it stands in {where}")
        raise QuoteError(f"{shown} stands {len(fitting)} times in {within or key} ({where}); lengthen it")

    def _place(self, start: int, end: int) -> Place:
        passage = self.source.passage_at(start)
        return Place(passage.id if passage else "", start, end)

    def _extent(self) -> str:
        passages = self.source.passages
        return f"they run from {passages[0].id} to {passages[-1].id}" if passages else "it has none"

    def _nearest(self, quote: str) -> str:
        passage = nearest_passage(quote, self.source)
        return f"nearest: {passage.id} {shorten(self.source.words(passage), 160)}" if passage else "nothing is near"


def nearest_passage(quote: str, source: Source) -> Passage | None:
    """The passage whose words are most like the quote's, or None for a source without passages."""
    from rapidfuzz import fuzz, process  # only a failing load needs it

    words = [fold(source.words(passage)).text for passage in source.passages]
    hit = process.extractOne(fold(quote).text, words, scorer=fuzz.partial_ratio)
    return source.passages[hit[2]] if hit else None


def shorten(words: str, longest: int = 80) -> str:
    """Words in quotation marks, cut in the middle of a line when they are long.

    >>> shorten("a long quote", 8)
    '“a long …”'
    """
    flat = " ".join(words.split())
    return f"“{flat}”" if len(flat) <= longest else f"“{flat[: longest - 1].rstrip()} …”"
