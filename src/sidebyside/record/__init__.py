"""What the analyst decided: the comparison on disk, its points and evidence, and how far two coders agree."""

from sidebyside.record.agreeing import SETTLED, agreement, agreement_of_all, coded_by, found_by
from sidebyside.record.comparison import Comparison, Evidence
from sidebyside.record.loading import load
from sidebyside.record.memos import memos, memos_text
from sidebyside.record.overruled import overruled
from sidebyside.record.points_file import CodingEntry, PointEntry
from sidebyside.record.settling import disagreements, settling
from sidebyside.record.vocabulary import CONFIDENCES, KINDS, RANKS, SILENCES, VERDICTS, verdict_shown

__all__ = [
    "CONFIDENCES", "KINDS", "RANKS", "SETTLED", "SILENCES", "VERDICTS", "CodingEntry", "Comparison", "Evidence",
    "PointEntry", "agreement", "agreement_of_all", "coded_by", "disagreements", "found_by", "load", "memos",
    "memos_text", "overruled", "settling", "verdict_shown",
]  # fmt: skip
