"""What two coders decided, side by side, and how it was settled: one row a point that either of them coded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from sidebyside.record.agreeing import coded_by
from sidebyside.record.comparison import Comparison
from sidebyside.record.points_file import CodingEntry

SETTLING = {
    "point": "id of the point",
    "status": "same; verdict; certainty, where the verdict is the same; alone, where one coder left the point out",
    "one": "verdict of the one coder, '' where that coder left the point out; likewise in the columns that follow",
    "two": "verdict of the other",
    "one_certainty": "certainty by source in words, as the one coder has it",
    "two_certainty": "as the other has it",
    "one_confidence": "how sure the one coder was, '' where it was not said",
    "two_confidence": "how sure the other was",
    "one_note": "what the one coder noted",
    "two_note": "what the other noted",
    "verdict": "the verdict as it now stands in points.yml",
    "settled": "whether points.yml says how it was settled",
    "by": "who settled it, '' while nobody has",
    "on": "on which day (YYYY-MM-DD), likewise",
    "how": "how it was settled, likewise",
}


def settling(work: Comparison, one: str = "first", two: str = "second") -> pd.DataFrame:
    """One row a point that either coder coded, in reading order (columns: SETTLING); "settled" can be a coder, too."""
    held = coded_by(work)
    first, second = held.get(one, {}), held.get(two, {})
    rows = []
    for point in work.coded.points:
        here, there = first.get(point.id), second.get(point.id)
        if here is None and there is None:
            continue
        how = point.coded.settled
        by, on = (point.coded.by, point.coded.on.isoformat()) if how else ("", "")
        told = [cell for pair in zip(given(here), given(there), strict=True) for cell in pair]
        rows.append([point.id, status(here, there), *told, point.verdict, bool(how), by, on, how])
    return pd.DataFrame(rows, columns=list(SETTLING)).astype({"settled": bool})


def disagreements(work: Comparison, one: str = "first", two: str = "second") -> pd.DataFrame:
    """One row a point to which two coders gave different verdicts (columns: SETTLING)."""
    both = settling(work, one, two)
    return both[both.status == "verdict"].reset_index(drop=True)


def status(one: CodingEntry | None, two: CodingEntry | None) -> str:
    """In what two codings of a point differ, if in anything. The order in which certainties are named says nothing."""
    if one is None or two is None:
        return "alone"
    if one.verdict != two.verdict:
        return "verdict"
    certainties = [{key: set(values) for key, values in entry.certainty.items()} for entry in (one, two)]
    return "same" if certainties[0] == certainties[1] else "certainty"


def given(entry: CodingEntry | None) -> list[str]:
    """Verdict, certainty, confidence and note of one coding of a point."""
    if entry is None:
        return [""] * 4
    return [entry.verdict, in_words(entry.certainty), entry.confidence or "", entry.note]


def in_words(certainty: Mapping[str, Sequence[str]]) -> str:
    """The certainty of each source.

    >>> in_words({"A": ("attributed", "denied"), "B": ("silent",)})
    'A attributed, denied; B silent'
    """
    return "; ".join(f"{key} {', '.join(values)}" for key, values in sorted(certainty.items()))
