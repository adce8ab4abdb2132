"""What the bench is shown, as plain data: the sources once, and each point and candidate as an item with its places.

Places are [start, end, passage]: code points of the source, the end excluded, and the passage in which they begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from sidebyside.reading import CERTAINTIES
from sidebyside.record import CONFIDENCES, KINDS, RANKS, SILENCES, VERDICTS, Comparison, PointEntry
from sidebyside.record.limiting import Limit
from sidebyside.showing import signs
from sidebyside.showing.limited import limited
from sidebyside.showing.palette import source_slot
from sidebyside.showing.passage_sheets import read
from sidebyside.showing.running_text import lines_of
from sidebyside.texts import QuoteFinder, Source, masked

Json = dict[str, Any]
Spot = tuple[int, int, str]


class Places:
    """Where the quotes of the points stand; each is looked for once."""

    def __init__(self, texts: Sequence[Source]) -> None:
        self.finders = {source.key: QuoteFinder(source) for source in texts}
        self.known: dict[tuple[str, str, str], Spot] = {}

    def of(self, key: str, quote: str, passage: str = "") -> Spot:
        """The place of a quote of a source; QuoteError where there is none, or more than one."""
        asked = (key, quote, passage)
        if asked not in self.known:
            place = self.finders[key].find(quote, passage)
            self.known[asked] = (place.start, place.end, place.passage)
        return self.known[asked]


def house(work: Comparison, most: int | None = None) -> Json:
    """What stays as it is while one decides: the texts, the codebook and the words to choose from.

    With `most`, of the texts only words that points rest on, so many in a row.
    """
    return {
        "title": work.about.title,
        "sources": [source_of(work, source, most) for source in work.texts],
        "themes": [[theme.key, theme.name] for theme in work.about.themes],
        "verdicts": [[key, verdict.shown, verdict.when] for key, verdict in VERDICTS.items()],
        "certainties": list(CERTAINTIES),
        "kinds": list(KINDS),
        "ranks": list(RANKS),
        "confidences": list(CONFIDENCES),
        "silences": list(SILENCES.items()),
        "tiles": signs.TILES,
        "bars": signs.BARS,
        "aside": [entry.passage for entry in work.coded.set_aside],
    }


def source_of(work: Comparison, source: Source, most: int | None = None) -> Json:
    """A source to read: its paragraphs, each [role, the word above it, passages as [id, start, words, gap after]]."""
    entry = next(entry for entry in work.about.sources if entry.key == source.key)
    text = masked(source, [(place.start, place.end) for place in work.places if place.source == source.key], most)
    paragraphs = [
        [line.part, line.opens, [[p.id, p.start, text[p.start : p.end], gap] for p, gap in line.passages]]
        for line in lines_of(source)
    ]
    return {
        "key": source.key,
        "slot": source_slot(source.key),
        "title": source.title,
        "short": entry.short or source.title,
        "length": len(source.text),
        "paragraphs": paragraphs,
    }


def point_item(point: PointEntry, places: Places) -> Json:
    """A point as an item of the list: what was decided, and where the words stand."""
    sides = [
        {
            "key": key,
            "says": position.says,
            "certainty": position.certainty,
            "voices": [[voice.who, voice.how] for voice in position.voices],
            "because": position.silent_because or "",
            "places": [places.of(key, entry.quote, entry.passage or "") for entry in position.evidence],
            "near": [places.of(key, entry.quote, entry.passage or "") for entry in position.near],
        }
        for key, position in point.positions.items()
    ]
    plain = point.model_dump(mode="json", exclude={"positions"})
    between = {"between": point.pairs_told} if point.pairs else {}
    stale = {"stale": list(point.stale)} if point.stale else {}
    return plain | stale | between | {"key": f"points/{point.id}", "shown": point.shown, "sides": sides}


def unseen(item: Json) -> Json:
    """A point as a coder sees it who shall decide alone: the question, and nothing that anyone answered."""
    asked = ("id", "key", "label", "question", "theme", "kind")
    return {name: item[name] for name in asked} | {"sides": [], "verdict": "", "shown": "", "blind": True}


def candidate_item(row: Mapping[str, Any]) -> Json:
    """A proposal as an item of the list."""
    sides = []
    for side in ("left", "right"):
        passages, spans = row[f"{side}_passages"], row[f"{side}_places"]
        spots = [[*span, passage] for span, passage in zip(spans, passages, strict=True)]
        sides.append({"key": row[side], "places": spots, "witnesses": row[f"{side}_witnesses"]})
    kept = ("id", "rank", "group", "leads", "verdict", "reason", "against", "excuse", "signals", "origins")
    return {name: row[name] for name in kept} | {"key": f"candidates/{row['id']}", "sides": sides}


def points_of(entries: Iterable[PointEntry], places: Places) -> list[Json]:
    """The points as items, in reading order."""
    return [point_item(entry, places) for entry in entries]


def codings_in(work: Comparison) -> Json:
    """The codings that each coder made alone, as the journal would have them."""
    return {
        f"codings/{coding.coder}/{entry.id}": entry.model_dump(mode="json", exclude={"id", "own"})
        for coding in work.codings
        for entry in coding.points
    }


def led(proposals: pd.DataFrame, first: int) -> pd.DataFrame:
    """The proposals of the first groups; the best of each leads it (column `leads`), the others stand close by."""
    best = proposals[proposals.group <= first]
    return best.assign(leads=~best.group.duplicated())


def candidates_of(proposals: pd.DataFrame) -> list[Json]:
    """The proposals as items, best first."""
    return [candidate_item(row) for row in proposals.to_dict("records")]


def readings_of(items: pd.DataFrame) -> dict[str, list[list[Any]]]:
    """What was read in each passage: [start, end, kind, value], in the order of the text (from `Reading.items`)."""
    found: dict[str, list[list[Any]]] = {}
    for passage, start, end, kind, value in zip(
        items.passage, items.start, items.end, items.kind, items.value, strict=True
    ):
        found.setdefault(passage, []).append([int(start), int(end), kind, value])
    return {passage: sorted(read) for passage, read in found.items()}


def exported(work: Comparison) -> Json:
    """All that a page needs to show the bench without a pen; what is empty is left out, and the script does without."""
    items = work.reading.items
    decided = {key: value for key, value in work.decisions.items() if not key.startswith("candidates/")}
    whole = house(work, work.excerpts) | {
        "limited": limited(work),
        "points": points_of(work.coded.points, Places(work.texts)),
        "readings": readings_of(items.assign(value=[read(work, value) for value in items["value"]])),
        "record": within(codings_in(work) | decided, work.limit),
    }
    return dict(lean(whole))


def within(data: Any, limit: Limit) -> Any:
    """What was decided, with no more words of a source in each quote of it than may be shown."""
    if isinstance(data, Mapping):
        return {name: limit.quote(value) if name == "quote" else within(value, limit) for name, value in data.items()}
    return [within(value, limit) for value in data] if isinstance(data, list | tuple) else data


def lean(data: Any) -> Any:
    """The data without the fields that are empty; what stands in a list keeps its place.

    >>> lean({"says": "", "places": [[0, 9, "A1"]], "near": [], "count": 0})
    {'places': [[0, 9, 'A1']], 'count': 0}
    """
    if isinstance(data, dict):
        return {name: lean(value) for name, value in data.items() if value or type(value) in (int, float)}
    return [lean(value) for value in data] if isinstance(data, list | tuple) else data
