"""RTE-3: pairs of news, precision and recall of contradiction at its natural rate; rows judged anew later are left out.

A pair counts as called a contradiction where the verdict is `conflict`. `open` is the number of pairs on which the
machine was unsure; precision's n is the number that it called, recall's the number that there are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from benchmarks.measure import Measure, f1
from benchmarks.sets.summedits import judged


def measured(rows: list[dict[str, Any]]) -> tuple[list[Measure], list[str]]:
    """Precision, recall and F1 of contradiction, and how many pairs were left open; then what was called or missed."""
    rows = [row for row in rows if not row.get("re_judged")]
    called = right = unsure = missed = 0
    wrong = []
    for row, found in judged(rows):
        contradiction, conflict = row["label"] == "contradiction", found.verdict == "conflict"
        called, right, unsure = (
            called + conflict,
            right + (conflict and contradiction),
            unsure + (found.verdict == "unsure"),
        )
        missed += contradiction and found.verdict == "unsure"
        if conflict != contradiction:
            wrong.append(f"{row['label']}, read {found.verdict} ({found.reason}): {row['a'][:160]} || {row['b']}")
    wanted = sum(row["label"] == "contradiction" for row in rows)
    left = Measure("left open", unsure / len(rows), len(rows), unsure)
    precision, recall, both = f1(called, right, wanted, "contradiction")
    return [precision, replace(recall, open=missed), both, left], wrong
