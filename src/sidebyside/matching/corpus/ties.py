"""What ties statements of a corpus together: pairs that were held together, between words said once or often."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from sidebyside.matching.reprints import SHORTEST, WORD


class Ties(NamedTuple):
    """Pairs of statements of different texts, best first, as arrays of one length.

    `left` and `right` are statements, `one` and `other` their wordings (see `wordings`). `answering`: each is the best
    partner of the other in that other's text. `one_word`: both rest on one origin, as far as the pair alone tells.
    """

    left: np.ndarray
    right: np.ndarray
    one: np.ndarray
    other: np.ndarray
    rank: np.ndarray
    verdict: list[str]
    answering: np.ndarray
    one_word: np.ndarray


def wordings(statements: pd.DataFrame) -> np.ndarray:
    """For each statement the first one in the same words, whatever its case and marks.

    Shorter statements than SHORTEST words each stand for themselves: "He denied it" is said of many things.
    """
    first: dict[str, int] = {}
    found = np.arange(len(statements))
    for number, words in enumerate(statements.words):
        plain = WORD.findall(words.casefold())
        if len(plain) >= SHORTEST:
            found[number] = first.setdefault(" ".join(plain), number)
    return found


def ties_of(pairs: pd.DataFrame, statements: pd.DataFrame, worded: np.ndarray) -> Ties:
    """The pairs that are near enough to be judged, within no text, best first, whatever the order of the rows."""
    from sidebyside.matching.judging import FAR  # whose rules bring the grammar along

    text = statements.text.to_numpy()
    left, right = np.sort(pairs[["left", "right"]].to_numpy(dtype=np.int64), axis=1).T
    near = (text[left] != text[right]) & ~((pairs.verdict == "unsure") & (pairs.reason == FAR)).to_numpy(dtype=bool)
    rank = pairs["rank"].to_numpy(dtype=np.int64)
    kept = np.flatnonzero(near)
    kept = kept[np.lexsort((right[kept], left[kept], rank[kept]))]
    left, right = left[kept], right[kept]
    one, other = worded[left], worded[right]
    best = first_of(one, text[right]) & first_of(other, text[left])
    verdicts = pairs.verdict.to_numpy()[kept].tolist()
    return Ties(left, right, one, other, rank[kept], verdicts, best, pairs.origins.to_numpy()[kept] == 1)


def first_of(wording: np.ndarray, text: np.ndarray) -> np.ndarray:
    """Of each wording's pairs with one text, whether this is the first.

    >>> first_of(np.array([5, 5, 5]), np.array([0, 1, 0])).tolist()
    [True, True, False]
    """
    found = np.zeros(len(wording), dtype=bool)
    keys = wording * (text.max(initial=0) + 1) + text
    found[np.unique(keys, return_index=True)[1]] = True
    return found
