"""A source that may not be republished is shown in excerpts: so many of its words in a row, and no more."""

from __future__ import annotations

import re
import unicodedata

# Scripts that set no space between words: Thai, Lao, Myanmar, Khmer, kana, Han. A letter of theirs counts as a word,
# or a whole sentence would be one.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
WORD = re.compile(f"[{UNSPACED}]|[^\\s—{UNSPACED}]+")  # a long dash parts words as a space does


def word_places(text: str) -> list[tuple[int, int]]:
    """(start, end) of every word, in code points, the end excluded: what white space or a long dash sets apart.

    >>> word_places("Kabul\\N{NO-BREAK SPACE}fell—twice")
    [(0, 5), (6, 10), (11, 16)]
    """
    return [match.span() for match in WORD.finditer(text)]


def shortened(words: str, most: int | None) -> str:
    """The first `most` words, with " …" after them where others follow; None leaves all, 0 leaves "".

    No word is split, and no letter parted from the marks that stand on it.

    >>> shortened("Nobody was hurt there.", 2), shortened("Nobody was hurt.", 3), shortened("Nobody", 0)
    ('Nobody was …', 'Nobody was hurt.', '')
    """
    if most is None:
        return words
    if most <= 0:
        return ""
    places = word_places(words)
    if len(places) <= most:
        return words
    end = places[most - 1][1]
    while unicodedata.category(words[end]).startswith("M"):  # another word follows, so there is an end to this
        end += 1
    return f"{words[:end]} …"
