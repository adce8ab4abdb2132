"""Who prints what another has printed, over a whole corpus: texts in the same words are of one origin."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
import pandas as pd

from sidebyside.matching.corpus.joined import Joined
from sidebyside.matching.reprints import HALF, RUN, WORD
from sidebyside.reading.frames import frame

REPRINTS = {
    "text": "key of the text",
    "of": "key of the text with the same words that has the earliest date; of equal dates, the first key",
    "runs": "how many runs of five words the shorter one has",
    "shared": "how many of them the other has",
    "later": "whether the text is dated after the other; False where a date is missing, or both are of one day",
}
LEAST = 20  # runs that a text has to have: what is shorter may be a formula that everybody uses
NEXT = 8  # bearers of a run that each is held against: a family hangs together, and a formula costs no square
ROOM = 20_000_000  # words of which every run is held against every other; of more, every second, third ...
SOME = 100_000  # statements whose runs are made at once
ODD = np.array([2 * n + 1 for n in (911, 70_001, 3_400_003, 550_000_007, 91_000_000_019)], dtype=np.uint64)


def hands_of(statements: pd.DataFrame, texts: int) -> np.ndarray:
    """For each of so many texts the first of those that have its words: where it is alone, the text itself.

    Columns of `statements`: text (the row of its text), words. Texts are of one family where one has HALF of the runs
    of five words of the other, or where each has those of a third. In a corpus of more than ROOM words that is told
    from a sample of the runs, the same ones of every text: what has just about half of them may fall on either side.
    """
    family = Joined()
    each = 1 + int(statements.words.str.count(" ").sum()) // ROOM
    for one, other in alike(*runs_of(statements, each), LEAST / each):
        family.join(one, other)
    return np.array([family.of(row) for row in range(texts)], dtype=np.int64)


def reprints_of(statements: pd.DataFrame, texts: pd.DataFrame, hands: np.ndarray) -> pd.DataFrame:
    """One row a text that has the words of another (columns: REPRINTS), in the order of the texts.

    Columns of `texts`: key, date; of `statements`: text, words; `hands` as `hands_of` has them.
    """
    members = pd.Series(range(len(texts))).groupby(hands)
    several = {first: list(rows) for first, rows in members.groups.items() if len(rows) > 1}
    places = statements.groupby("text").indices
    keys, dates = texts.key.tolist(), texts.date.tolist()
    found = []
    for rows in several.values():
        earliest = min(rows, key=lambda row: (dates[row] or "~", keys[row]))
        own = {row: runs_of(statements.iloc[places[row]])[0] for row in rows}
        for row in rows:
            if row != earliest:
                later = after(dates[row], dates[earliest])
                shared = len(np.intersect1d(own[row], own[earliest]))
                told = {"text": keys[row], "of": keys[earliest], "later": later, "shared": shared}
                found.append((row, told | {"runs": min(len(own[row]), len(own[earliest]))}))
    return frame((told for _, told in sorted(found, key=lambda pair: pair[0])), REPRINTS)


def after(date: str, other: str) -> bool:
    """Whether a day, month or year is surely after another; of what is not known, nothing is.

    >>> after("2016-05-15", "2016-05-14"), after("2016-05-15", "2016-05"), after("2016", "")
    (True, False, False)
    """
    least = min(len(date), len(other))
    return date[:least] > other[:least]


def runs_of(statements: pd.DataFrame, each: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """(runs, bearers): every run of RUN words within a statement as a number, once for each text, and that text.

    Sorted by run, then by text. The numbers are the same everywhere and whatever else is in the corpus. Of `each` so
    many runs about one is kept, wherever it stands.
    """
    numbers: dict[str, int] = {}
    parts = [runs_in(statements[at : at + SOME], each, numbers) for at in range(0, len(statements), SOME)]
    if not parts:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    runs, bearers = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((bearers, runs))
    runs, bearers = runs[order], bearers[order]
    new = np.ones(len(runs), dtype=bool)
    new[1:] = (runs[1:] != runs[:-1]) | (bearers[1:] != bearers[:-1])
    return runs[new], bearers[new]


def runs_in(statements: pd.DataFrame, each: int, numbers: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """The runs of some statements, in their order; the numbers of words are kept in `numbers`."""
    hashed, lengths = [], []
    for words in statements.words:
        found = WORD.findall(words.lower())
        lengths.append(len(found))
        hashed.append(np.fromiter((numbers.get(w) or numbered(w, numbers) for w in found), np.uint64, len(found)))
    every = np.concatenate(hashed)
    last = max(0, len(every) - RUN + 1)
    runs = sum((every[shift : last + shift] * ODD[shift] for shift in range(RUN)), np.zeros(last, dtype=np.uint64))
    of = np.repeat(np.arange(len(lengths)), lengths)
    whole = of[:last] == of[RUN - 1 :][:last]
    whole &= runs % np.uint64(each) == 0
    return runs[whole], statements.text.to_numpy(dtype=np.int64)[of[:last][whole]]


def numbered(word: str, numbers: dict[str, int]) -> int:
    """The number of a word, made from its letters; it is kept in `numbers`."""
    numbers[word] = int.from_bytes(blake2b(word.encode(errors="replace"), digest_size=8).digest(), "little") | 1
    return numbers[word]


def alike(runs: np.ndarray, bearers: np.ndarray, least: float) -> Iterable[tuple[int, int]]:
    """The pairs of texts of `least` runs at least of which one has half of the other's, lower row first, in order."""
    if not len(runs):
        return []
    size = np.bincount(bearers)
    pairs = []
    for step in range(1, NEXT + 1):
        same = runs[step:] == runs[:-step]
        if not same.any():
            break
        pairs.append(np.unique(bearers[:-step][same] * len(size) + bearers[step:][same], return_counts=True))
    if not pairs:
        return []
    keys, places = np.unique(np.concatenate([key for key, _ in pairs]), return_inverse=True)
    shared = np.bincount(places, weights=np.concatenate([count for _, count in pairs]))
    one, other = keys // len(size), keys % len(size)
    fewest = np.minimum(size[one], size[other])
    close = (fewest >= least) & (shared >= HALF * fewest)
    return zip(one[close].tolist(), other[close].tolist(), strict=True)
