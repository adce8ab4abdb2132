"""The fourth stage: a proposed verdict for each pair that earns one, from what was read in either statement alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from sidebyside.matching.corpus.packing import unpacked
from sidebyside.matching.corpus.tables import ASKED, PAIRS
from sidebyside.matching.judging import judged
from sidebyside.matching.matter import COMMON, FEW
from sidebyside.matching.origins import origins, rests
from sidebyside.matching.pair import Held
from sidebyside.matching.told import Told

SLICE = 20_000  # pairs: some ten seconds of work, and all that an interrupt loses of it
OPEN = 2_048  # statements that are kept unpacked: each takes some 40 kB, and as much again once it was judged
NEIGHBOURS = 16_384  # statements: pairs of the same two stretches of so many are judged together


def judge_batch(pairs: pd.DataFrame, statements: pd.DataFrame, common: frozenset[str]) -> pd.DataFrame:
    """Verdicts on some pairs (columns: tables.PAIRS), rows in their order.

    `pairs` has tables.CANDIDATES; `statements` has, by their number in the corpus, `text` (the key that reasons call
    its text by), number, passage, start, words and told, of all that stand in the pairs. `common` is what
    `common_of` gives for the corpus. Raises ValueError for a statement that is damaged.
    """
    rows = dict(zip(statements.index, statements.itertuples(), strict=True))

    @lru_cache(OPEN)
    def told(number: int) -> Told:
        row = rows[number]
        return unpacked(row.told, row.text, row.passage, row.start, row.number, row.words)

    hands = {text: text for text in statements.text.unique()}
    ordered = pairs.sort_values(["left", "right"])  # so that few statements are unpacked at a time
    strengths = ordered[list(ASKED)].to_dict("records")
    verdicts = []
    for left, right, turn, near in zip(ordered.left, ordered.right, ordered.turn, strengths, strict=True):
        pair = Held(told(left), told(right), near | {"clauses": near["meaning"], "themes": 0.0}, common, turn)
        verdicts.append((*judged(pair), origins(rests(pair, hands))))
    found = pd.DataFrame(verdicts, columns=["verdict", "reason", "against", "excuse", "origins"], index=ordered.index)
    return pairs.join(found)[list(PAIRS)]


def common_of(content: Iterable[Sequence[str]]) -> frozenset[str]:
    """What so many statements speak of that it tells none apart, from what each of the corpus speaks of."""
    standing: Counter[str] = Counter()
    statements = 0
    for keys in content:
        standing.update(keys)
        statements += 1
    most = max(FEW, COMMON * statements)
    return frozenset(word for word, count in standing.items() if count > most)


def slices(pairs: pd.DataFrame, firsts: Sequence[int]) -> Iterator[pd.DataFrame]:
    """The pairs in slices of at most SLICE, so that the pairs of a slice stand in as few texts as may be.

    `firsts` are the numbers of the first statement of each text, rising.
    """
    cuts = np.asarray(firsts)[
        :: max(1, len(firsts) * NEIGHBOURS // max(1, int(pairs.right.max() + 1 if len(pairs) else 1)))
    ]
    one, other = (np.searchsorted(cuts, pairs[side], side="right") for side in ("left", "right"))
    ordered = pairs.iloc[np.lexsort((pairs["rank"], other, one))].reset_index(drop=True)
    for at in range(0, len(ordered), SLICE):
        yield ordered[at : at + SLICE]
