"""Who stands alone: what one origin says and no other was found to speak to, and who is one against many."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sidebyside.matching.corpus.claims import counted_by
from sidebyside.matching.corpus.ties import ties_of, wordings
from sidebyside.matching.reprints import SHORTEST, WORD
from sidebyside.reading.frames import frame

ALONE = {
    "statement": "number of the statement in the corpus",
    "text": "key of its text",
    "by": "who published it",
    "named": "how many of its words are names or figures: those of most come first",
}
PUBLISHERS = {
    "by": "who publishes",
    "texts": "how many texts are from there",
    "repeats": "how many of them have the words of a text of an earlier date, or of an earlier key where none is dated",
    "statements": "how many statements of weight stand in them: of eight words or more, with a name or a figure",
    "alone": "to how many of these nothing in a text of another hand comes near enough to be judged",
    "claims": "on how many claims they speak",
    "against": "on how many contested ones their side is of one origin, and another of two or more",
}


def alone_of(lone: np.ndarray, statements: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """One row a statement of weight among those that stand alone, given by number (columns: ALONE).

    Columns of `statements`: text, words; of `texts`: key, by.
    """
    weights = [weight(words) for words in statements.words.iloc[lone]]
    text = statements.text.to_numpy(dtype=np.int64)[lone]
    keys, by = texts.key.to_numpy()[text].tolist(), counted_by(texts).to_numpy()[text].tolist()
    found = sorted(zip(weights, lone.tolist(), keys, by, strict=True), key=lambda row: (-row[0], row[1]))
    return frame(({"named": n, "statement": s, "text": key, "by": who} for n, s, key, who in found if n), ALONE)


def lonely(pairs: pd.DataFrame, statements: pd.DataFrame, hands: np.ndarray) -> np.ndarray:
    """The numbers of the statements that stand alone; tables as for `claims_of`, hands as for `hands_of`.

    They are in no pair with a text of another hand that was near enough to be judged, nor do the same words stand in
    one. The machine goes by words: another text may say the same in others.
    """
    worded, text = wordings(statements), statements.text.to_numpy(dtype=np.int64)
    ties = ties_of(pairs, statements, worded)
    apart = hands[text[ties.left]] != hands[text[ties.right]]
    near = np.zeros(len(statements), dtype=bool)
    near[ties.one[apart]] = near[ties.other[apart]] = True
    said = pd.DataFrame({"wording": worded, "hand": hands[text]}).drop_duplicates()
    near[said.wording[said.wording.duplicated(keep=False)].to_numpy(dtype=np.int64)] = True
    return np.flatnonzero(~near[worded])


def weight(words: str) -> int:
    """How many names and figures a statement has, as its letters show: 0 for one that is too short to tell.

    >>> weight("The ferry Halcyon left Tarnmouth with 212 passengers at dawn."), weight("It was 5 o'clock.")
    (3, 0)
    """
    found = WORD.findall(words)
    if len(found) < SHORTEST:
        return 0
    return sum(word[0].isupper() or word[0].isdigit() for word in found[1:])


def publishers(
    claims: pd.DataFrame,
    repeats: pd.Series,
    lone: np.ndarray,
    hands: np.ndarray,
    statements: pd.DataFrame,
    texts: pd.DataFrame,
) -> pd.DataFrame:
    """One row a publisher, those of most texts first (columns: PUBLISHERS); `repeats` are keys of texts that do."""
    by = counted_by(texts)
    text = statements.text.to_numpy(dtype=np.int64)
    whose, hand = by.to_numpy()[text], hands[text]
    weighty = np.array([weight(words) > 0 for words in statements.words], dtype=bool)
    alone = np.zeros(len(statements), dtype=bool)
    alone[lone] = True
    against = pd.Series(one_against_many(claims, whose, hand), dtype=object)
    table = pd.DataFrame({"texts": by.value_counts()})
    table["repeats"] = by[texts.key.isin(repeats).to_numpy()].value_counts()
    table["statements"] = pd.Series(whose[weighty]).value_counts()
    table["alone"] = pd.Series(whose[weighty & alone]).value_counts()
    table["claims"] = claims.by.explode().value_counts()
    table["against"] = against.value_counts()
    table = table.fillna(0).astype(int).rename_axis("by").reset_index()
    return table.sort_values(["texts", "by"], ascending=[False, True], ignore_index=True)[list(PUBLISHERS)]


def one_against_many(claims: pd.DataFrame, whose: np.ndarray, hand: np.ndarray) -> list[str]:
    """The publishers of each side of one hand that stands against one of several, claim after claim.

    `whose` and `hand` are the publisher and the hand of each statement.
    """
    found: list[str] = []
    for sides in claims.sides[claims.conflict > 0]:
        sizes = [len(set(hand[list(side)].tolist())) for side in sides]
        if max(sizes, default=0) > 1:
            lone = [side for side, size in zip(sides, sizes, strict=True) if size == 1]
            found += [who for side in lone for who in sorted(set(whose[list(side)].tolist()))]
    return found
