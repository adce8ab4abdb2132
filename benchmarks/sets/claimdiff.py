"""Claims of rival articles on one topic (ClaimDiff): do the related ones rank above those that have to do nothing?

Related is what strengthens or weakens. The set gives of each article only the claims that were picked, so these are
all there is of the two sources; titles, dates and labels of other pairs are not looked at.
"""

from __future__ import annotations

from typing import Any

from benchmarks.measure import Measure
from benchmarks.ranking import auc, average_precision
from sidebyside.matching.candidates import batch_of, related
from sidebyside.matching.statement import statement_of
from sidebyside.reading.parse import parsed

Row = dict[str, Any]


def measured(rows: list[Row]) -> tuple[list[Measure], list[str]]:
    """AUC and average precision of related against neither; then the pairs ranked most wrongly."""
    claims: dict[tuple[str, str], dict[str, None]] = {}
    pairs: dict[tuple[str, str, str], list[int]] = {}
    for number, row in enumerate(rows):
        for side in ("a", "b"):
            claims.setdefault((row["topic"], row[f"article_{side}"]), {})[row[side]] = None
        pairs.setdefault((row["topic"], row["article_a"], row["article_b"]), []).append(number)
    texts = {key: sorted(found) for key, found in claims.items()}
    batches = {key: batch_of([statement_of(doc) for doc in parsed(text)], clauses=False) for key, text in texts.items()}
    scores = [0.0] * len(rows)
    for (topic, one, other), numbers in pairs.items():
        a = [texts[topic, one].index(rows[n]["a"]) for n in numbers]
        b = [texts[topic, other].index(rows[n]["b"]) for n in numbers]
        for n, score in zip(numbers, related(batches[topic, one], batches[topic, other], a, b), strict=True):
            scores[n] = float(score)
    linked = [score for score, row in zip(scores, rows, strict=True) if row["label"] != "neither"]
    apart = [score for score, row in zip(scores, rows, strict=True) if row["label"] == "neither"]
    return [
        Measure("related, AUC", auc(linked, apart), len(rows)),
        Measure("related, average precision", average_precision(linked, apart), len(rows)),
    ], most_wrong(rows, scores)


def most_wrong(rows: list[Row], scores: list[float]) -> list[str]:
    """The unrelated pairs that score high and the related ones that score low, by turns."""
    order = sorted(range(len(rows)), key=lambda n: (scores[n], n))
    low = [n for n in order if rows[n]["label"] != "neither"]
    high = [n for n in reversed(order) if rows[n]["label"] == "neither"]
    turns = [n for pair in zip(high, low, strict=False) for n in pair]
    return [f"{scores[n]:.2f} {rows[n]['label']}: {rows[n]['a'][:160]} || {rows[n]['b'][:160]}" for n in turns]
