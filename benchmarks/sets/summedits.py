"""SummEdits: near-identical statements, one with a planted error: how many conflicts are found, at what false alarms.

A conflict counts as found where the verdict is `conflict`; every other verdict, "unsure" with the rest, is not found. A
false alarm is a conflict called on statements that say the same. Pairs of which one only adds something are counted
apart: to call them conflicts is no false alarm by the set's own measure, and none is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from benchmarks.measure import Measure
from sidebyside.matching.relations import Relation, relation_of
from sidebyside.matching.statement import Statement, statements_of


def measured(rows: list[dict[str, Any]]) -> tuple[list[Measure], list[str]]:
    """Found, false alarms, additions called conflicts, each signal's share; then misses and false alarms."""
    verdicts: Counter[tuple[str, str]] = Counter()
    by_signal: Counter[tuple[str, str]] = Counter()
    wrong = []
    for row, found in judged(rows):
        verdicts[row["label"], found.verdict] += 1
        if found.verdict == "conflict":
            by_signal.update(
                (row["label"], name) for name in {s.name for s in found.signals if s.verdict == "conflict"}
            )
        if (found.verdict == "conflict") != (row["label"] == "conflict"):
            changes = "; ".join(f"{c['a']} > {c['b']}" for c in row.get("changes", []))
            wrong.append(f"{row['label']}, read {found.verdict} ({found.reason}): {changes}")
    names = {"conflict": "conflicts found", "same": "false alarms on same", "addition": "additions called conflicts"}
    n = Counter(row["label"] for row in rows)
    measures = [
        Measure(name, verdicts[label, "conflict"] / n[label], n[label], verdicts[label, "unsure"])
        for label, name in names.items()
        if n[label]
    ]
    for signal in sorted({name for _, name in by_signal}):
        for label, name in (("conflict", "found"), ("same", "false alarms")):
            if n[label]:
                measures.append(Measure(f"{name}, {signal}", by_signal[label, signal] / n[label], n[label]))
    return measures, wrong


def judged(rows: list[dict[str, Any]]) -> Iterable[tuple[dict[str, Any], Relation]]:
    """Each row with the relation proposed of its sides."""
    read = statements_by_text(row[side] for row in rows for side in "ab")
    return ((row, relation_of(read[row["a"]], read[row["b"]])) for row in rows)


def statements_by_text(texts: Iterable[str]) -> dict[str, list[Statement]]:
    """The statements of each text, every text parsed once."""
    once = list(dict.fromkeys(texts))
    return dict(zip(once, statements_of(once), strict=True))
