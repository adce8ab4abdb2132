"""A corpus as it was read and compared: four tables, and the words that they were made of, opened when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from sidebyside.matching.corpus.claims import claims_of
from sidebyside.matching.corpus.origins import hands_of
from sidebyside.matching.corpus.store import READ, Store
from sidebyside.texts.extras import extra

TEXTS = {
    "key": "name of the text in its corpus; texts are in the order of their keys",
    "title": "its title, '' where none is stated, as in all that follow",
    "by": "whom it counts by: outlet, ministry, author",
    "date": "day, month or year that it is from (ISO 8601)",
    "address": "where it was found",
    "sha256": "fingerprint of all that decides what is read of it",
    "words": "how many words it has",
    "statements": "how many statements were read in it",
    "first": "number of its first statement in the corpus",
}
STATEMENTS = {
    "text": "row of its text, from 0",
    "number": "number in its text, from 0, in reading order",
    "passage": "id of the passage, as if the text's key were A",
    "start": "its first code point in the text",
    "end": "the code point after its last",
    "words": "what stands there",
}


@dataclass(frozen=True)
class Corpus:
    """Many texts and what is proposed on them.

    `texts` (columns: TEXTS) has a row for each; `pairs` (tables.PAIRS) one for each two statements that were compared,
    best first, by their numbers in the corpus.
    """

    texts: pd.DataFrame
    pairs: pd.DataFrame
    store: Store

    @cached_property
    def statements(self) -> pd.DataFrame:
        """All statements, by their number in the corpus (columns: STATEMENTS)."""
        arrow = extra("pyarrow")
        own = [name for name in STATEMENTS if name != "text"]
        tables = [self.store.sure(READ, key, own) for key in self.texts.sha256]
        rows = pd.Series(self.texts.index).repeat(self.texts.statements)
        found: pd.DataFrame = arrow.concat_tables(tables).to_pandas() if tables else pd.DataFrame(columns=own)
        found.insert(0, "text", rows.to_numpy())
        return found

    @cached_property
    def hands(self) -> np.ndarray:
        """For each text the first of those that have its words (see origins.hands_of)."""
        return hands_of(self.statements, len(self.texts))

    @cached_property
    def claims(self) -> pd.DataFrame:
        """What several texts say to one thing (columns: claims.CLAIMS)."""
        return claims_of(self.pairs, self.statements, self.texts, self.hands)

    def words(self, key: str) -> str:
        """The whole words of a text. KeyError for a key that no text has."""
        return self.store.text(self.texts.set_index("key").sha256[key]).words
