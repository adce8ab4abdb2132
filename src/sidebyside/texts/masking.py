"""A text of which few words may be shown, as long as it was: what is left out is blank, and every place stays true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sidebyside.texts.passages import Passage
from sidebyside.texts.shortening import word_places
from sidebyside.texts.source import Source


def masked(
    source: Source, spans: Iterable[tuple[int, int]], most: int | None, passages: Sequence[Passage] | None = None
) -> str:
    """The text with the words of these places (start, end) alone, and of them at most `most` in a row; None: the text.

    In each passage "…" and blanks stand where words are left out. With `passages`, only those show anything.
    """
    if most is None:
        return source.text
    letters = list(" " * len(source.text))
    places = [
        (passage, (passage.start + start, passage.start + end))
        for passage in (source.passages if passages is None else passages)
        for start, end in word_places(source.words(passage))
    ]
    kept = list(shown([place for _, place in places], sorted(spans), most))
    for (_, shows), group in groupby(zip(places, kept, strict=True), key=lambda pair: (pair[0][0], pair[1])):
        words = [place for (_, place), _ in group]
        start, end = words[0][0], words[-1][1]
        if shows:  # with the marks that stand between its last word and whatever comes next
            letters[start:end] = source.text[start:end]
        else:
            letters[start] = "…"
    return "".join(letters)


def shown(words: Iterable[tuple[int, int]], spans: Sequence[tuple[int, int]], most: int) -> Iterator[bool]:
    """Of each word whether it shows: it stands in one of the places, and fewer than `most` before it show in a row.

    After a cut, words show again where the next place begins.

    >>> list(shown([(0, 2), (3, 5), (6, 8), (9, 11)], [(0, 8), (9, 11)], 2))
    [True, True, False, True]
    """
    run = 0  # -1 from a cut to where the next place begins
    before: list[tuple[int, int]] = []
    for start, end in words:
        inside = [span for span in spans if span[0] < end and start < span[1]]
        again = most > 0 and (run < most if run >= 0 else inside != before)
        run = (max(run, 0) + 1 if again else -1) if inside else 0
        before = inside
        yield run > 0
