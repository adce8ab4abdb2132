"""Words near to a term in meaning, in a passage that as a whole bears on the theme: a hint, with its reason in view.

One sign alone misleads. In texts on one subject every word is near to some term, and every passage to some theme; so a
word counts where both point the same way, and what all passages and all themes have in common is taken off first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sidebyside.reading.kept_vectors import kept_vectors
from sidebyside.reading.themes.phrases import plain_words
from sidebyside.reading.vectors import SIZE

if TYPE_CHECKING:
    from spacy.tokens import Doc

NEAR = 0.8  # what the signs must come to together: benchmarks/themes.py shows the choice
LEAST = 0.4  # cosine of word and term below which a reader would not see why


class Hint(NamedTuple):
    """A word of a passage (number of the passage; code points in it, end excluded) near to a term of a theme.

    `strength` is the cosine of word and term plus how much more than others the passage bears on the theme.
    """

    passage: int
    start: int
    end: int
    theme: str
    term: str
    strength: float


def hints(
    docs: Sequence[Doc],
    meant: Mapping[str, str],
    terms: Mapping[str, Mapping[str, str]],
    carried: Mapping[str, set[int]],
    taken: Sequence[Sequence[tuple[int, int]]],
) -> list[Hint]:
    """At most one hint a passage and theme, the strongest word.

    `meant` says in words what each theme is about; `terms` gives each theme its terms, each with the words to
    compare it by; `carried` the numbers of the passages in which its terms stand; `taken` the places in each passage
    that are terms already: they hint at no other theme. A name has no neighbours in meaning, and takes no part.
    """
    bearing = bearings(docs, meant, carried)
    listed = [(theme, term, words) for theme in meant for term, words in terms[theme].items()]
    if not listed:
        return []
    columns = {theme: number for number, theme in enumerate(meant)}
    wanted = kept_vectors([words for *_, words in listed])
    free = [
        (number, span)
        for number, doc in enumerate(docs)
        for span in plain_words(doc)
        if not any(start < span.end_char and span.start_char < end for start, end in taken[number])
    ]
    alike = kept_vectors([span.text for _, span in free]) @ wanted.T
    best: dict[tuple[int, str], Hint] = {}
    for (number, span), cosines in zip(free, alike, strict=True):
        for place in np.flatnonzero(cosines >= LEAST):
            theme, term, _ = listed[place]
            strength = float(cosines[place] + bearing[number, columns[theme]])
            known = best.get((number, theme))
            if number not in carried[theme] and strength >= NEAR and (known is None or strength > known.strength):
                best[number, theme] = Hint(number, span.start_char, span.end_char, theme, term, strength)
    return sorted(best.values())


def bearings(docs: Sequence[Doc], meant: Mapping[str, str], carried: Mapping[str, set[int]]) -> np.ndarray:
    """Passage x theme: how much more than other passages, and than on other themes, the passage bears on the theme.

    The sum of its likeness to what the theme is about, and to the passages that carry the theme's terms.
    """
    passages = kept_vectors([doc.text for doc in docs])
    about = kept_vectors(list(meant.values()))
    company = np.zeros((len(meant), SIZE), dtype=np.float32)
    for row, theme in enumerate(meant):
        middle = passages[sorted(carried[theme])].sum(axis=0)
        company[row] = middle / (np.linalg.norm(middle) or 1)
    both: np.ndarray = over_and_above(passages @ about.T) + over_and_above(passages @ company.T)
    return both


def over_and_above(table: np.ndarray) -> np.ndarray:
    """A table without what its rows and its columns have in common.

    >>> over_and_above(np.array([[1.0, 2.0], [3.0, 4.0]])).tolist()
    [[0.0, 0.0], [0.0, 0.0]]
    """
    if not table.size:
        return table
    rows, columns = table.mean(axis=1, keepdims=True), table.mean(axis=0, keepdims=True)
    own: np.ndarray = table - rows - columns + table.mean()
    return own
