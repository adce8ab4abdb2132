"""What is worth comparing in two sources, or within one: best first, with the strength of every signal."""

from __future__ import annotations

import pandas as pd

from sidebyside.matching.candidates.batch import Batch
from sidebyside.matching.candidates.both import Both
from sidebyside.matching.candidates.fusion import capped, fused
from sidebyside.matching.candidates.groups import groups_of
from sidebyside.matching.candidates.signals import SIGNALS, signals_of

CANDIDATES = {
    "left": "number of the statement in its batch, from 0",
    "right": "number of the other",
    "rank": "from 1, best first",
    "group": "number, from 1, of the small group that it is best read with (see groups)",
    "score": "what it is ranked by: larger is better; to be compared within one table alone",
} | SIGNALS
PARTNERS = 20  # how many a signal may bring for a statement, and how many a statement keeps


def candidates(left: Batch, right: Batch | None = None, partners: int = PARTNERS) -> pd.DataFrame:
    """The pairs worth comparing, best first (columns: CANDIDATES); without `right`, those within `left`.

    No statement is in more than `partners` pairs. Nothing depends on which source is called left, nor, within a
    source, on anything but its words and their order.
    """
    both = Both(left, right)
    signals = dict(signals_of(both))
    ranked = {name: signal.pairs(partners) for name, signal in signals.items()}
    table = capped(fused(ranked, both.content), partners, both.within)
    a, b = table.left.to_numpy(), table.right.to_numpy()
    strengths = {name: signal.strength(a, b) for name, signal in signals.items()}
    found = table.assign(rank=range(1, len(table) + 1), group=groups_of(a.tolist(), b.tolist()), **strengths)
    return found[list(CANDIDATES)]
