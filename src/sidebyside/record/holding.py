"""The machine's proposals held against the analyst's points: what was found, at which rank, what was missed and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from sidebyside.reading.frames import frame
from sidebyside.record.comparison import Comparison
from sidebyside.record.points_file import PointEntry
from sidebyside.record.vocabulary import VERDICTS

HELD = {
    "point": "id of the point",
    "question": "what it asks",
    "verdict": "the analyst's; where it is told for pairs, on the two sources of that first proposal",
    "rank": "of the first proposal that has evidence of both sides, None where there is none",
    "group": "number of the first group of proposals that has evidence of both sides, None likewise",
    "proposal": "id of that first proposal, ''",
    "proposed": "its verdict, ''",
    "outcome": "right, wrong, unsure or missed",
    "words": "the evidence: (source, passage, quote) of each, a tuple",
    "why": "the reason proposed; of a missed one what stood in the way",
}
RECALL = {
    "first": "of how many proposals, best first",
    "pairs": "points of which one of them has evidence of both sides",
    "groups": "points of which one of as many groups has",
    "n": "points to which at least two sources speak",
}
PRECISION = {
    "verdict": "what was proposed",
    "proposals": "how often",
    "on_a_point": "of these, how many have evidence of both sides of a point",
    "right": "how many have that of a point with the same verdict",
}
FIRST = (50, 60, 100, 150, 200)

Side = tuple[str, frozenset[str]]  # a source and the passages that a position rests on there


def held_against(work: Comparison, proposals: pd.DataFrame) -> pd.DataFrame:
    """One row a point that can be found: two sources speak to it, or one against itself (columns: HELD)."""
    return frame((held(work, point, proposals) for point in findable(work)), HELD)


def recall(work: Comparison, proposals: pd.DataFrame) -> pd.DataFrame:
    """How many of the points to which two sources speak are among the first proposals (columns: RECALL).

    Empty where there is no such point.
    """
    table = held_against(work, proposals)
    both = table[table.verdict != "internal"]
    ranks, groups = (pd.to_numeric(both[name]) for name in ("rank", "group"))
    return frame(
        (
            {"first": n, "pairs": int((ranks <= n).sum()), "groups": int((groups <= n).sum()), "n": len(both)}
            for n in FIRST
            if len(both)
        ),
        RECALL,
    )


def precision(work: Comparison, proposals: pd.DataFrame) -> pd.DataFrame:
    """Of what was proposed, verdict by verdict, how much stands (columns: PRECISION).

    What the analyst made no point of counts as wrong, though it may be worth one. Empty before there is any point.
    """
    points = [(point, sides(work, point)) for point in findable(work)]
    rows = []
    for verdict in VERDICTS:
        called = proposals[proposals.verdict == verdict].to_dict("records")
        on = [[between(point, row) for point, there in points if touches(row, there)] for row in called]
        counts = {"on_a_point": sum(map(bool, on)), "right": sum(verdict in found for found in on)}
        rows.append({"verdict": verdict, "proposals": len(called), **counts})
    return frame((row for row in rows if points and row["proposals"]), PRECISION)


def findable(work: Comparison) -> list[PointEntry]:
    """The points on which something could be found: not those to which one source speaks alone."""
    return [point for point in work.coded.points if point.verdict != "only"]


def held(work: Comparison, point: PointEntry, proposals: pd.DataFrame) -> dict[str, Any]:
    """The row of a point."""
    there = sides(work, point)
    rows = proposals.to_dict("records")
    first = next((row for row in rows if touches(row, there)), None)
    return {
        "point": point.id,
        "question": point.question,
        "verdict": between(point, first) if first else point.verdict,
        "rank": first["rank"] if first else None,
        "group": first_group(rows, there),
        "proposal": first["id"] if first else "",
        "proposed": first["verdict"] if first else "",
        "outcome": outcome(point, first),
        "words": tuple(
            (place.source, place.passage, work.source(place.source).text[place.start : place.end])
            for key, _ in there
            for place in work.evidence_of(point.id, key)
        ),
        "why": first["reason"] if first else missed(work, there, rows),
    }


def sides(work: Comparison, point: PointEntry) -> list[Side]:
    """The passages that the positions of a point rest on, source by source."""
    keys = [point.within] if point.within else point.speaking
    return [(key, frozenset(place.passage for place in work.evidence_of(point.id, key))) for key in keys if key]


def touches(row: dict[str, Any], there: list[Side]) -> bool:
    """Whether a proposal has evidence of two sources or, within one, two passages of it."""
    at = dict(there)
    one, other = (at.get(row[side], frozenset()) & set(row[f"{side}_passages"]) for side in ("left", "right"))
    within = row["left"] == row["right"]
    return bool(one and other) and within == (len(there) == 1)


def first_group(rows: list[dict[str, Any]], there: list[Side]) -> int | None:
    """The first group that has evidence of both sides, if not within one proposal of it."""
    groups: dict[int, dict[str, Any]] = {}
    for row in rows:
        group = groups.setdefault(row["group"], row | {"left_passages": (), "right_passages": ()})
        if (group["left"], group["right"]) == (row["left"], row["right"]):
            for name in ("left_passages", "right_passages"):
                group[name] += row[name]
    return min((number for number, group in groups.items() if touches(group, there)), default=None)


def between(point: PointEntry, row: dict[str, Any]) -> str:
    """The analyst's verdict on the two sources of a proposal, or over all."""
    return point.verdict_of(row["left"], row["right"])


def outcome(point: PointEntry, first: dict[str, Any] | None) -> str:
    """How a proposal compares with the analyst's verdict."""
    if first is None:
        return "missed"
    if first["verdict"] == "unsure":
        return "unsure"
    return "right" if first["verdict"] == between(point, first) else "wrong"


def missed(work: Comparison, there: list[Side], rows: list[dict[str, Any]]) -> str:
    """What stood in the way: what the sides have in common, and how far down each of them turns up at all."""
    if len(there) == 1:
        return "nothing that was read sets these passages against one another"
    shared = sorted(set.intersection(*(set(names_in(work, side)) for side in there)))
    names = f"names in common: {', '.join(shared)}" if shared else "no name in common"
    return "; ".join([names, *(turns_up(side, rows) for side in there)])


def names_in(work: Comparison, side: Side) -> Iterator[str]:
    """The names that the passages of a side have, as the machine reads them."""
    names = work.reading.names
    key, passages = side
    yield from names.name[(names.source == key) & names.passage.isin(passages)]


def turns_up(side: Side, rows: list[dict[str, Any]]) -> str:
    """Where in the list the passages of a side stand first, and how often."""
    key, passages = side
    ranks = [
        row["rank"]
        for row in rows
        if any(row[name] == key and passages & set(row[f"{name}_passages"]) for name in ("left", "right"))
    ]
    if not ranks:
        return f"{key} is in no proposal"
    return f"{key} is in {len(ranks)} proposals on something else, first at rank {min(ranks)}"
