"""The proposals as actions need them: plain rows by id, with the names and themes that both sides share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sidebyside.record.claims_first import on_claims
from sidebyside.record.keeping.changes import Json
from sidebyside.record.proposals import propose

if TYPE_CHECKING:
    import pandas as pd

    from sidebyside.record.comparison import Comparison

By = Mapping[tuple[str, str], Counter[str]]
SIDES = ("left", "right")
COMMON = 0.2  # of all passages: a name in more of them is what the sources are about, and sets no point apart


def offered(work: Comparison) -> dict[str, dict[str, Json]]:
    """The rows of PROPOSALS by id, best first, each with three more.

    `names` are those in passages of both sides, the rarer in the sources the earlier, and none where they are those of
    everything in the sources. `themes` are the keys of the themes that both touch, the one touched most first. `claim`
    is the claim of many texts that it is on, "" for none. Raises ModelError when a model is missing.
    """
    reading = work.reading
    names, themes = counted(reading.names, "name"), counted(reading.themes, "theme")
    often = Counter(reading.names.drop_duplicates(["passage", "name"]).name)
    everywhere = {name for name, count in often.items() if count > COMMON * sum(len(text.body) for text in work.texts)}
    rows = {}
    found = propose(work)
    claims = [*(entry.claim for entry in work.about.claims), ""]
    on = [claims[place] for place in on_claims(found, work.about.claims)]
    for row, claim in zip(found.to_dict("records"), on, strict=True):
        touched = shared(row, themes)
        keys = sorted(touched, key=lambda key: (-touched[key], key))
        known = sorted(shared(row, names), key=lambda name: (often[name], name))
        rows[row["id"]] = row | {"names": [] if everywhere.issuperset(known) else known, "themes": keys, "claim": claim}
    return rows


def counted(table: pd.DataFrame, column: str) -> By:
    """How often each value stands in each passage, by source and passage."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for source, passage, value in zip(table.source, table.passage, table[column], strict=True):
        found.setdefault((source, passage), Counter())[value] += 1
    return found


def shared(row: Mapping[str, Json], by: By) -> dict[str, int]:
    """What both sides of a proposal have, and how often together."""
    sides = [total(by.get((row[side], passage), Counter()) for passage in row[f"{side}_passages"]) for side in SIDES]
    return {value: sides[0][value] + sides[1][value] for value in sides[0].keys() & sides[1].keys()}


def total(counters: Iterable[Counter[str]]) -> Counter[str]:
    """All counts together."""
    found: Counter[str] = Counter()
    for counter in counters:
        found.update(counter)
    return found
