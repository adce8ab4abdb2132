"""The tables of a comparison: each dict names the columns and what stands in them; each function fills one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from sidebyside.reading.frames import PLACE, frame
from sidebyside.reading.words import WORD
from sidebyside.record.comparison_file import SourceEntry, ThemeEntry
from sidebyside.record.pair_words import in_order, in_words
from sidebyside.record.points_file import PointEntry, SetAsideEntry
from sidebyside.texts import Source

if TYPE_CHECKING:
    from sidebyside.record.comparison import Evidence

SOURCES = {
    "key": "letter of the source",
    "title": "its title",
    "author": "who wrote it",
    "written": "when, or what bounds the date",
    "publisher": "where it appeared",
    "kind": "what sort of text it is",
    "words": "words in its body",
    "passages": "passages in its body",
    "sha256": "fingerprint of the file",
}
PASSAGES = {
    "id": "A12: the twelfth passage of A",
    "source": "key of the source",
    "part": "the role: body, heading, comment ...",
    "section": "id of the heading it stands under",
    "paragraph": "number of the line with words",
    "start": "first code point",
    "end": "the code point after the last",
    "words": "number of words",
    "page": "the page it begins on, 0 where the source has none",
    "text": "what stands there",
}
POINTS = {
    "n": "place in reading order, from 1",
    "id": "short name in files and links",
    "label": "short name in tables",
    "question": "what the sources are asked",
    "theme": "key of the theme",
    "kind": "act, perception, figure, date, participants, motive, assessment or advice",
    "rank": "core, supporting or minor",
    "verdict": "key of the verdict",
    "shown": "the verdict in words",
    "stale": "keys of the sources whose words have changed under it: it has to be gone over",
    "reason": "why this verdict",
    "both_can_be_true": "under which reading, or why not",
    "would_settle_it": "what kind of source or fact would decide",
    "to_check": "facts from outside, never in the verdict",
    "coder": "who coded it",
    "confidence": "the coder's, in the verdict",
    "second_choice": "the verdict a fair coder might have chosen instead",
}
PAIRS = {
    "point": "id of the point",
    "one": "key of the one source",
    "other": "key of the other",
    "verdict": "key of the verdict between the two",
    "shown": "that in words: A and C conflict",
    "reason": "why, '' where the point's own reason says it",
}
EVIDENCE = {
    "point": "id of the point",
    "role": "evidence, or near (a near miss of a silent source)",
    **PLACE,
    "page": "the page it begins on, 0 where the source has none",
}
COVERAGE = {
    "id": "the passage",
    "source": "key of the source",
    "status": "evidence, set aside or open",
    "points": "how many points rest on it",
    "reason": "why it is set aside",
    "text": "what stands there",
}
THEMES = {
    "key": "short name",
    "name": "name as shown",
    "definition": "what belongs to it",
    "terms": "words that suggest it",
}


def sources(entries: Iterable[SourceEntry], texts: Sequence[Source]) -> pd.DataFrame:
    """Columns: SOURCES."""
    rows = []
    for entry, text in zip(entries, texts, strict=True):
        said = {name: getattr(entry, name).is_ for name in ("author", "written", "publisher", "kind")}
        words = sum(len(WORD.findall(text.words(p))) for p in text.body)
        rows.append(entry.model_dump() | said | {"words": words, "passages": len(text.body)})
    return frame(rows, SOURCES)


def passages(texts: Iterable[Source]) -> pd.DataFrame:
    """Columns: PASSAGES."""
    return frame(
        (
            vars(p) | {"text": (t := source.words(p)), "words": len(WORD.findall(t)), "page": source.page(p.start)}
            for source in texts
            for p in source.passages
        ),
        PASSAGES,
    )


def points(entries: Iterable[PointEntry], themes: Sequence[ThemeEntry], keys: Sequence[str]) -> pd.DataFrame:
    """Columns: POINTS, then for each source its position (`A`), certainty (`A_certainty`) and reason of silence."""
    rows = []
    for number, point in enumerate(entries, 1):
        coded = {
            "coder": point.coded.by,
            "confidence": point.coded.confidence,
            "second_choice": point.coded.second_choice or "",
        }
        row = point.model_dump() | {"n": number, "shown": point.shown, "stale": ", ".join(point.stale)} | coded
        for key in keys:
            position = point.positions.get(key)
            row[key] = position.says if position else ""
            row[f"{key}_certainty"] = ", ".join(position.certainty) if position else ""
            row[f"{key}_silent_because"] = (position.silent_because or "") if position else ""
        rows.append(row)
    columns = POINTS | {name: "" for key in keys for name in (key, f"{key}_certainty", f"{key}_silent_because")}
    return frame(rows, columns)


def pairs(entries: Iterable[PointEntry]) -> pd.DataFrame:
    """Columns: PAIRS; of every point each two sources that have a verdict of their own, in the order of the sources."""
    return frame(
        (
            {"point": point.id, "one": one, "other": other, "verdict": entry.verdict, "reason": entry.reason}
            | {"shown": in_words(entry.verdict, [(one, other)], point.speaking)}
            for point in entries
            for (one, other), entry in sorted(point.between.items(), key=lambda found: [*map(in_order, found[0])])
        ),
        PAIRS,
    )


def evidence(places: Iterable[Evidence], texts: Iterable[Source]) -> pd.DataFrame:
    """Columns: EVIDENCE."""
    by_key = {source.key: source for source in texts}
    rows = []
    for place in places:
        source = by_key[place.source]
        rows.append(vars(place) | {"quote": source.text[place.start : place.end], "page": source.page(place.start)})
    return frame(rows, EVIDENCE)


def coverage(texts: Sequence[Source], places: Iterable[Evidence], aside: Iterable[SetAsideEntry]) -> pd.DataFrame:
    """Columns: COVERAGE; body passages only, in reading order. A point counts once for a passage."""
    by_key = {source.key: source for source in texts}
    rests = {
        (e.point, passage.id)
        for e in places
        if e.role == "evidence"
        for passage in by_key[e.source].passages_in(e.start, e.end)
    }
    used = Counter(passage for _, passage in rests)
    reasons = {entry.passage: entry.reason for entry in aside if not entry.stale}
    rows = []
    for source in texts:
        for passage in source.body:
            count = used[passage.id]
            status = "evidence" if count else "set aside" if passage.id in reasons else "open"
            reason = reasons.get(passage.id, "") if not count else ""
            row = {"status": status, "points": count, "reason": reason, "text": source.words(passage)}
            rows.append({"id": passage.id, "source": source.key} | row)
    return frame(rows, COVERAGE)


def themes(entries: Iterable[ThemeEntry]) -> pd.DataFrame:
    """Columns: THEMES."""
    return frame((entry.model_dump() for entry in entries), THEMES)
