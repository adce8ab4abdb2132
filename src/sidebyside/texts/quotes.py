"""A quote is proven when its words are found again, once, at a place in its source."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

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
    """Where a quote stands: `start` up to, not including, `end`, in code points."""

    start: int
    end: int


@dataclass(frozen=True)
class Folded:
    """A text as the search sees it, and the code point that each of its characters comes from."""

    text: str
    origin: tuple[int, ...]


def fold(text: str) -> Folded:
    """White space to single spaces, quotes and dashes to their plain forms, letters and their marks apart.

    >>> fold("Kabul\\N{NO-BREAK SPACE} – “now”").text
    'Kabul - "now"'
    """
    characters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for plain in unicodedata.normalize("NFKD", character).translate(SAME):
            if plain.isspace():
                if not characters or characters[-1] == " ":
                    continue
                plain = " "
            characters.append(plain)
            origin.append(index)
    return Folded("".join(characters), tuple(origin))


def places_of(quote: str, text: Folded) -> list[Place]:
    """Every place where the quote stands.

    >>> places_of("a b", fold("a\\u00a0b, a  b"))
    [Place(start=0, end=3), Place(start=5, end=9)]
    """
    wanted = fold(quote).text.strip()
    if not wanted:
        return []
    return [
        Place(text.origin[hit.start()], text.origin[hit.end() - 1] + 1)
        for hit in re.finditer(re.escape(wanted), text.text)
    ]


class QuoteFinder:
    """Finds quotes in one source; the folded text is made once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._text = fold(source.text)

    def find(self, quote: str, within: str = "") -> Place:
        """The one place of the quote, inside the passage `within` if one is named.

        Raises QuoteError when it is not there (naming the nearest passage) or stands there more than once.
        """
        places = places_of(quote, self._text)
        passage = self.source.passage(within) if within else None
        if within and passage is None:
            raise QuoteError(f"{within} is no passage of {self.source.key}; {self._extent()}")
        inside = [place for place in places if passage and passage.start <= place.start < passage.end]
        if len(inside) == 1 or (len(places) == 1 and not within):
            return (inside or places)[0]
        if not places:
            raise QuoteError(f"{shorten(quote)} is not in {self.source.key}; {self._nearest(quote)}")
        where = ", ".join(p.id if (p := self.source.passage_at(place.start)) else "?" for place in places)
        if within and not inside:
            raise QuoteError(f"{shorten(quote)} is not in {within}; it stands in {where}")
        raise QuoteError(
            f"{shorten(quote)} stands {len(inside or places)} times in {self.source.key} ({where}); lengthen it"
        )

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
