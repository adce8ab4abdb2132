"""EQUATE: quantities that match or do not, in news, forums and arithmetic; reported, not steered by.

Contradiction is a verdict of `conflict`. The sets ask for entailment as well, which is no verdict of ours: what shares
every word mostly follows, and NewsNLI can be had for 72 % by counting words alone. So only contradictions are counted.
"""

from __future__ import annotations

from typing import Any

from benchmarks.measure import Measure, f1
from benchmarks.sets.summedits import judged


def measured(rows: list[dict[str, Any]]) -> tuple[list[Measure], list[str]]:
    """Precision, recall and F1 of contradiction, or false alarms where there is none, and the pairs left open."""
    called = right = unsure = 0
    wrong = []
    for row, found in judged(rows):
        contradiction, conflict = row["label"].startswith("contradict"), found.verdict == "conflict"
        called, right, unsure = (
            called + conflict,
            right + (conflict and contradiction),
            unsure + (found.verdict == "unsure"),
        )
        if conflict != contradiction:
            wrong.append(f"{row['label']}, read {found.verdict} ({found.reason}): {row['a'][:160]} || {row['b'][:120]}")
    wanted = sum(row["label"].startswith("contradict") for row in rows)
    left = Measure("left open", unsure / len(rows), len(rows), unsure)
    if not wanted:
        return [Measure("false alarms", called / len(rows), len(rows)), left], wrong
    return [*f1(called, right, wanted, "contradiction"), left], wrong
