"""Which statements speak to the same point: several independent signals, fused by rank, capped per statement."""

from sidebyside.matching.candidates.batch import Batch, batch_of, clauses_of
from sidebyside.matching.candidates.ranking import CANDIDATES, candidates
from sidebyside.matching.candidates.related import related, same_event

__all__ = [
    "CANDIDATES", "Batch", "batch_of", "candidates", "clauses_of", "related", "same_event",
]  # fmt: skip
