"""How often a person overruled the machine: what was proposed, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from sidebyside.record.comparison import Comparison
from sidebyside.record.keeping.keys import CandidateEntry, identity_of
from sidebyside.record.points_file import PointEntry
from sidebyside.record.vocabulary import VERDICTS

UNSURE, REJECTED, OPEN = "unsure", "rejected", "open"

OVERRULED = {
    "proposed": "the verdict that the machine proposed, 'unsure' among them, or 'all verdicts'",
    "n": "proposals with that verdict which a person has taken up",
    "kept": "of these, how many stand with that verdict",
    "changed": "how many stand with another; what the machine left unsure can only be changed or rejected",
    "to": "to which verdicts, most often first, with their counts",
    "rejected": "how many were rejected, or accepted and their point removed again",
    "open": "how many were skipped or flagged, and wait",
}


def overruled(work: Comparison) -> pd.DataFrame:
    """One row for all proposals taken up, then one a verdict proposed (columns: OVERRULED). Empty where there are none.

    They are the decisions on proposals in the journal, and the points of points.yml that say what was proposed. A point
    counts with the verdict it has now, not with the one it was accepted with. Proposals that nobody has looked at are
    not counted.
    """
    taken = list(outcomes(work))
    rows = [row(verdict, [pair for pair in taken if pair[0] == verdict]) for verdict in (*VERDICTS, UNSURE)]
    told = [counted for counted in (row("all verdicts", taken), *rows) if counted["n"]]
    return pd.DataFrame(told, columns=list(OVERRULED))


def row(name: str, taken: Sequence[tuple[str, str]]) -> dict[str, object]:
    """The row of these proposals, each (proposed, became)."""
    ends = Counter(end for said, end in taken if end != said)
    rejected, waiting = ends.pop(REJECTED, 0), ends.pop(OPEN, 0)
    kept = sum(end == said for said, end in taken)
    to = ", ".join(f"{verdict} {count}" for verdict, count in ends.most_common())
    counts = {"n": len(taken), "kept": kept, "changed": ends.total(), "to": to}
    return {"proposed": name} | counts | {"rejected": rejected, "open": waiting}


def outcomes(work: Comparison) -> Iterator[tuple[str, str]]:
    """Of each proposal taken up, the verdict proposed and what it became: a verdict, REJECTED or OPEN."""
    points = {point.id: point for point in work.coded.points}
    decided = {
        identity_of(key): CandidateEntry.model_validate(decision)
        for key, decision in work.decisions.items()
        if key.startswith("candidates/")
    }
    for proposal, decision in decided.items():
        if said := decision.proposed.verdict:
            yield said, became(proposal, decision, points.get(decision.point))
    for point in points.values():
        if point.proposed and point.proposed.id not in decided:
            yield point.proposed.verdict, point.verdict


def became(proposal: str, decision: CandidateEntry, point: PointEntry | None) -> str:
    """What a proposal became that a person decided on; `point` is the one it was made into or joined."""
    if decision.status != "accepted":
        return REJECTED if decision.status == "rejected" else OPEN
    if point is None:
        return REJECTED
    made_of_it = point.proposed is not None and point.proposed.id == proposal and not point.pairs
    # One that joined a point, or became a pair of it, has a verdict of its own: the point's rests on other words, too.
    return point.verdict if made_of_it else decision.verdict or point.verdict
