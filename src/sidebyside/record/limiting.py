"""The limit on the words of a source: it holds for quotes, and for what the analyst's own sentences repeat of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sidebyside.texts.quotes import fold
from sidebyside.texts.shortening import shortened, word_places

if TYPE_CHECKING:
    from sidebyside.record.comparison import Comparison

# So many words in a row may be alike by chance, or because a thing has a long name: with fewer, an analyst's sentence
# quotes nobody. A draft's words are the machine's, who took them from the source.
ALIKE = 8
ALIKE_IN_DRAFT = 3
EDGES = "\"'()[]{}<>.,:;!?*_"


class Limit:
    """At most `most` words in a row of each source of a comparison; None: no limit."""

    def __init__(self, work: Comparison, most: int | None) -> None:
        self.most = most
        self._texts = [source.text for source in work.texts]
        self._runs = cache(self._runs_of)

    def quote(self, words: str) -> str:
        """Words of a source, as far as they may be shown (see `shortened`)."""
        return shortened(words, self.most)

    def reach(self, words: str) -> int:
        """How many code points of a quote `quote` shows."""
        return len(self.quote(words).removesuffix(" …"))

    def said(self, words: str, draft: bool = False) -> str:
        """Words of the analyst's. Where they repeat more of a source than may be, its words end in " …" there, too.

        Fewer than ALIKE words in common, in a draft ALIKE_IN_DRAFT, are nobody's.
        """
        if self.most is None:
            return words
        longest = max(self.most, ALIKE_IN_DRAFT if draft else ALIKE)
        places = word_places(words)
        shown, last = [], 0
        for first, after in self._repeated(words, places, longest):
            start, end = places[first][0], places[after - 1][1]
            shown += [words[last:start], shortened(words[start:end], self.most) or "…"]
            last = end
        return "".join([*shown, words[last:]])

    @property
    def told(self) -> str:
        """The limit in a sentence, for whoever reads the export."""
        if self.most is None:
            return "The sources are quoted without a limit."
        quoted = "No words of the sources are quoted" if not self.most else f"No quote has more than {self.most} words"
        return (
            f"{quoted}. Places (code points) are those of the whole quote. Sentences of the analyst's are cut, too, "
            f"where they repeat more than {max(self.most, ALIKE)} words of a source in a row. "
            "Titles, and what else is known of the sources, are not shortened."
        )

    def _repeated(self, words: str, places: list[tuple[int, int]], longest: int) -> Iterator[tuple[int, int]]:
        """(first, after) of every stretch of words in which each run longer than `longest` stands in a source."""
        length = longest + 1
        plain = [alike(words[start:end]) for start, end in places]
        found: list[tuple[int, int]] = []
        for first in range(len(plain) - length + 1):
            if tuple(plain[first : first + length]) in self._runs(length):
                if found and first <= found[-1][1]:
                    found[-1] = (found[-1][0], first + length)
                else:
                    found.append((first, first + length))
        return iter(found)

    def _runs_of(self, length: int) -> frozenset[tuple[str, ...]]:
        """Every run of so many words in the sources."""
        runs: set[tuple[str, ...]] = set()
        for text in self._texts:
            plain = [alike(text[start:end]) for start, end in word_places(text)]
            runs.update(zip(*(plain[shift:] for shift in range(length)), strict=False))
        return frozenset(runs)


def alike(word: str) -> str:
    """A word without what copying changes: case, typography and the marks at its ends.

    >>> alike("“Moscow’s"), alike("MOSCOW's,")
    ("moscow's", "moscow's")
    """
    return fold(word).text.casefold().strip(EDGES)
