"""News on events (ECB+): are sentences that tell the same event linked, and those on another of its kind not?

Scored are all pairs of annotated sentences; both whole articles are given, as in any comparison.
"""

from __future__ import annotations

from typing import Any

from benchmarks.measure import Measure
from benchmarks.ranking import auc, average_precision, false_at
from sidebyside.matching.candidates import Batch, batch_of, related
from sidebyside.matching.statement import statement_of
from sidebyside.reading.parse import parsed

Row = dict[str, Any]
RECALL = 0.8
TOGETHER = True  # pairs on one event and pairs on two lie in files of their own, and are measured against each other


def measured(rows: list[Row]) -> tuple[list[Measure], list[str]]:
    """Linked against unlinked inside an event; linked against all pairs of two events; then the falsest links."""
    read: dict[tuple[str, ...], Batch] = {}
    linked: list[float] = []
    inside: list[float] = []
    across: list[float] = []
    told: list[tuple[float, str]] = []
    for row in rows:
        pairs = [(i, j) for i in row["annotated_a"] for j in row["annotated_b"]]
        if not pairs:
            continue
        one, other = (batch(tuple(row[side]), read) for side in ("doc_a", "doc_b"))
        evidence = {tuple(pair) for pair in row["evidence"]}
        for (i, j), score in zip(pairs, related(one, other, *zip(*pairs, strict=True)).tolist(), strict=True):
            kept = linked if (i, j) in evidence else inside if one_event(row) else across
            kept.append(score)
            if kept is across:
                told.append((score, f"{row['doc_a'][i][:160]} || {row['doc_b'][j][:160]}"))
    measures = [Measure("linked inside an event, AP", average_precision(linked, inside), len(linked) + len(inside))]
    if across:
        n = len(linked) + len(across)
        measures += [
            Measure("linked against other events, AUC", auc(linked, across), n),
            Measure(f"false links at recall {RECALL:.2f}", false_at(RECALL, linked, across), n),
        ]
    return measures, [f"{score:.2f} {words}" for score, words in sorted(told, reverse=True)]


def one_event(row: Row) -> bool:
    """Whether both articles come from the same collection of a topic: each collection is on one event."""
    _, one, other = str(row["id"]).rsplit("-", 2)
    return one.endswith("plus") == other.endswith("plus")


def batch(sentences: tuple[str, ...], read: dict[tuple[str, ...], Batch]) -> Batch:
    """An article, read once."""
    if sentences not in read:
        read[sentences] = batch_of([statement_of(doc) for doc in parsed(sentences)], clauses=False)
    return read[sentences]
