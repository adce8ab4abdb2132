"""What the analyst decided: the comparison on disk, its points and evidence, and how far two coders agree."""

from sidebyside.record.agreement import SETTLED, agreement, disagreements, found_by
from sidebyside.record.comparison import Comparison, Evidence
from sidebyside.record.loading import load
from sidebyside.record.points_file import CodingEntry, PointEntry
from sidebyside.record.vocabulary import CONFIDENCES, KINDS, RANKS, SILENCES, VERDICTS, verdict_shown

__all__ = [
    "CONFIDENCES", "KINDS", "RANKS", "SETTLED", "SILENCES", "VERDICTS", "CodingEntry", "Comparison", "Evidence",
    "PointEntry", "agreement", "disagreements", "found_by", "load", "verdict_shown",
]  # fmt: skip
