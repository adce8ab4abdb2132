"""The verdicts of pairs, as plain data: how one is set, and which of them still hold when positions have changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sidebyside.errors import Refused
from sidebyside.matching.over_all import of_every_two
from sidebyside.record.actions.drafting import clean
from sidebyside.record.actions.positions import speaking
from sidebyside.record.keeping.changes import Json
from sidebyside.record.pair_words import in_order
from sidebyside.record.pairs import BETWEEN, ENOUGH, holds, pair_of


def with_pairs(point: Json, pairs: Json) -> Json:
    """The point with these verdicts of pairs; without the field where there is none."""
    kept = {name: value for name, value in point.items() if name != "pairs"}
    return kept | ({"pairs": pairs} if pairs else {})


def with_pair_field(point: Json, key: str, name: str, value: Json) -> Json:
    """The point with one field of a pair, under whichever order of the two it stands; no verdict takes the pair out."""
    pairs = dict(point.get("pairs", {}))
    there = next((each for each in pairs if pair_of(each) == pair_of(key)), "-".join(pair_of(key)))
    if name == "reason" and there not in pairs:
        raise Refused(f"{key} has no verdict", "Give one first, then say why", "path")
    if name == "verdict" and not value:
        pairs.pop(there, None)
        return with_pairs(point, pairs)
    entry = {field: each for field, each in pairs.get(there, {}).items() if field != name}
    return with_pairs(point, pairs | {there: entry | ({name: value} if value else {})})


def fitted(point: Json) -> Json:
    """The point with those pairs alone that still hold: a source may have come to speak, or to be silent."""
    loud = speaking(point)
    enough = len(loud) >= ENOUGH
    pairs = point.get("pairs", {})
    kept = {k: e for k, e in pairs.items() if enough and holds(e["verdict"], *(name in loud for name in pair_of(k)))}
    return point if kept == pairs else with_pairs(point, kept)


def proposed_pairs(rows: Iterable[Mapping[str, Any]]) -> dict[str, Json]:
    """What the machine proposes of every two sources in the proposals of a group, the unsure left out."""
    rows = list(rows)
    pairs = {}
    for (left, right), verdict in of_every_two(rows).items():
        if verdict in BETWEEN and left != right:
            row = next(row for row in rows if (row["left"], row["right"], row["verdict"]) == (left, right, verdict))
            reason = clean(row["reason"])
            pairs[pair_of(f"{left}-{right}")] = {"verdict": verdict} | ({"reason": reason} if reason else {})
    return {"-".join(pair): pairs[pair] for pair in sorted(pairs, key=lambda pair: [*map(in_order, pair)])}
