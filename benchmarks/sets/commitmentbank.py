"""CommitmentBank: is the embedded claim the speaker's own commitment, that it is so, that it is not, or neither?

The claim `b` is a clause of the sentence `target`, its pronouns filled in. The clause that shares most words with it is
taken, and asked how what stands around it puts it, its own modals and negation left out: they are part of the claim.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from spacy.tokens import Doc, Token

from benchmarks.measure import Measure
from sidebyside.reading.certainty import setting_of
from sidebyside.reading.parse import parsed

CLAUSES = {"ccomp", "xcomp", "csubj", "advcl", "acl", "relcl", "pcomp", "conj", "parataxis", "dep"}
STEM = 4  # letters: "wants" and "want" count as one
LABELS = ("certain_true", "certain_false", "uncertain")


def measured(rows: list[dict[str, Any]]) -> tuple[list[Measure], list[str]]:
    """Accuracy over the three, and the recall of each; then the rows that came out wrong."""
    right: Counter[str] = Counter()
    wrong = []
    for row, doc in zip(rows, parsed(row["target"] for row in rows), strict=True):
        found = setting_of(claimed(doc, row["b"]))
        label = "certain_true" if found.degree > 1 else "certain_false" if found.degree < -1 else "uncertain"
        right[row["label"]] += label == row["label"]
        if label != row["label"]:
            cues = ", ".join(f"{c.words} {c.does}" for c in found.cues)
            wrong.append(f"{row['mean']:+.1f} read {found.degree:+d} ({cues}) [{row['b']}] {row['target'][-260:]}")
    wanted = Counter(row["label"] for row in rows)
    each = [Measure(f"recall {label}", right[label] / max(1, wanted[label]), wanted[label]) for label in LABELS]
    return [Measure("accuracy", sum(right.values()) / len(rows), len(rows)), *each], wrong


def claimed(doc: Doc, claim: str) -> Token:
    """The head of the clause whose opening words, as many as the claim has, are most like the claim's."""
    words = [word[:STEM] for word in re.findall(r"\w+", claim.lower())]
    wanted = Counter(words)

    def likeness(token: Token) -> float:
        opening = [t.lower_[:STEM] for t in token.subtree if t.dep_ != "mark" and re.match(r"\w", t.text)]
        has = Counter(opening[: len(words) + 1])
        return 2 * (has & wanted).total() / max(1, has.total() + wanted.total())

    return max([token for token in doc if token.dep_ in CLAUSES] or list(doc), key=likeness)
