"""Factuality (University of Washington): did the event happen, as the author of the sentence has it?

The annotators judged each event on a scale from -3 (certainly did not) to 3 (certainly did); the labels cut it at 1.5
and -1.5. What someone is reported to say they judged as the sentence's author lets it stand, and nearly always took for
so: `attributed` counts as asserted. The reader's degree has the same scale; "by degree" cuts it where the labels do, so
that what is put as likely (2), which the reader calls hedged, falls with the asserted. The first measure is on the
degree; the second counts the values as a reader of the workbook sees them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.measure import Measure
from sidebyside.reading.certainty import Certainty, certainty_of
from sidebyside.reading.parse import parsed

LABELS = {"asserted": "asserted", "hedged_or_unknown": "hedged", "denied": "denied"}
OF_VALUE = {"asserted": "asserted", "attributed": "asserted", "hedged": "hedged", "denied": "denied"}
CUT = 1.5


def measured(rows: list[dict[str, Any]]) -> tuple[list[Measure], list[str]]:
    """Macro-F1 over asserted, hedged and denied, and the F1 of each; then the rows that came out wrong."""
    texts = list(dict.fromkeys(row["text"] for row in rows))
    docs = dict(zip(texts, parsed(texts), strict=True))
    wanted, by_degree, by_value, wrong = [], [], [], []
    for row in rows:
        start = sum(len(word) + 1 for word in row["text"].split(" ")[: row["token_span"][0]])
        token = next(t for t in docs[row["text"]] if start < t.idx + len(t))
        found = certainty_of(token)
        wanted.append(LABELS[row["label"]])
        by_degree.append(cut(found))
        by_value.append(OF_VALUE[found.value])
        if by_degree[-1] != wanted[-1]:
            cues = ", ".join(f"{c.words} {c.does}" for c in found.cues)
            wrong.append(f"{row['score']:+.1f} read {found.degree:+d} ({cues}) [{row['predicate']}] {row['text']}")
    return [*scores(by_degree, wanted, "by degree"), *scores(by_value, wanted, "by value")], wrong


def cut(found: Certainty) -> str:
    """The label that the degree falls under."""
    if abs(found.degree) < CUT:
        return "hedged"
    return "asserted" if found.degree > 0 else "denied"


def scores(found: Sequence[str], wanted: Sequence[str], name: str) -> list[Measure]:
    """F1 of each label, on the n that have it, and their mean."""
    each = []
    for label in OF_VALUE.values():
        right = sum(f == w == label for f, w in zip(found, wanted, strict=True))
        both = found.count(label) + wanted.count(label)
        each.append(Measure(f"F1 {label}, {name}", 2 * right / both if both else 0.0, wanted.count(label)))
    each = list({m.name: m for m in each}.values())
    return [Measure(f"macro-F1, {name}", sum(m.value for m in each) / len(each), len(wanted)), *each]
