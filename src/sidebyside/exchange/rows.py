"""The rows that every tabular export starts from: a point, a pair of sources on it, a quote, a source, a code.

Each dict names the columns and what stands in them. What a limit on excerpts lets through is decided here, once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from sidebyside.reading.frames import frame
from sidebyside.record import SILENCES, VERDICTS, Comparison, PointEntry
from sidebyside.record.limiting import Limit
from sidebyside.record.points_file import PositionEntry

POINTS = {
    "n": "place in reading order, from 1",
    "id": "short name in files and links",
    "label": "short name in tables",
    "question": "what the sources are asked",
    "theme": "name of the theme",
    "kind": "act, perception, figure, date, participants, motive, assessment or advice",
    "rank": "core, supporting or minor",
    "verdict": "the verdict in words",
    "verdict_key": "its key: agree, conflict, certainty, detail, framing, only or internal",
    "speaking": "keys of the sources that speak to the point",
    "reason": "why this verdict",
    "both_can_be_true": "under which reading, or why not",
    "would_settle_it": "what kind of source or fact would decide",
    "to_check": "facts from outside, never in the verdict",
    "coder": "who coded it",
    "coded_on": "on which day (YYYY-MM-DD)",
    "confidence": "the coder's, in the verdict",
    "second_choice": "the verdict a fair coder might have chosen instead",
    "settled": "how it was settled between coders",
    "draft": "yes where no person has gone over the words yet",
    "proposed": "the verdict that the machine had proposed, where the point was made from a proposal",
    "proposed_because": "the reason it gave",
}
OF_A_SOURCE = {  # for each source, under its key
    "": "what the source says to the point, in the analyst's words",
    "_certainty": "how it is put: asserted, attributed, hedged, denied, silent",
    "_voices": "who stands behind it, if not the author",
    "_silent_because": "why the source may be silent: written earlier, outside its subject, could have said it",
}
PAIRS = {
    "point": "id of the point",
    "question": "what the sources are asked",
    "one": "key of the one source",
    "other": "key of the other",
    "verdict": "the verdict between the two, in words",
    "verdict_key": "its key: agree, conflict, certainty, detail, framing or only",
    "reason": "why, where the point's own reason does not say it",
}
TWO_BY_TWO = {"pairs": "the verdicts of pairs of sources in words, where the point tells them apart"}
QUOTES = {
    "point": "id of the point",
    "question": "what the sources are asked",
    "theme": "name of the theme",
    "source": "key of the source",
    "title": "its title",
    "author": "who wrote it",
    "written": "when",
    "passage": "A12: the twelfth passage of A",
    "page": "page of the original, where it has pages",
    "role": "evidence, or near: the words of a silent source that come nearest",
    "quote": "the exact words",
    "start": "first code point of the quote in the text",
    "end": "the code point after the last",
    "certainty": "how the source puts its position",
    "voices": "who stands behind it, if not the author",
    "verdict": "the verdict on the point, in words",
}
SOURCES = {
    "key": "letter of the source",
    "title": "its title",
    "author": "who wrote it",
    "author_known": "how that is known",
    "written": "when, or what bounds the date",
    "written_known": "how that is known",
    "publisher": "where it appeared",
    "publisher_known": "how that is known",
    "kind": "what sort of text it is",
    "address": "where it was found",
    "rights": "on what terms its words may be used",
    "words": "words in its body",
    "passages": "passages in its body",
    "file": "its text, in the folder of the comparison",
    "sha256": "fingerprint of that file",
}
CODEBOOK = {
    "entry": "verdict or theme",
    "key": "short name in files",
    "name": "name as shown",
    "definition": "when it is given, or what belongs to it",
    "terms": "words that suggest it",
    "points": "how many points have it",
}


def points(work: Comparison, limit: Limit) -> pd.DataFrame:
    """Columns: those of `point_columns`."""
    columns = point_columns(work)
    return frame((point_row(work, number, point, limit) for number, point in enumerate(work.coded.points, 1)), columns)


def point_columns(work: Comparison) -> dict[str, str]:
    """POINTS, those of every source (OF_A_SOURCE under its key) after `speaking`, of more than two also TWO_BY_TWO."""
    columns: dict[str, str] = {}
    for name, what in POINTS.items():
        columns[name] = what
        if name == "speaking":
            columns |= {f"{key}{part}": told for key in work.keys for part, told in OF_A_SOURCE.items()}
            columns |= TWO_BY_TWO if paired(work) else {}
    return columns


def paired(work: Comparison) -> bool:
    """Whether there is more than one pair of sources; of two, the verdict on the point says it all."""
    return len(work.keys) > 2


def point_row(work: Comparison, number: int, point: PointEntry, limit: Limit) -> dict[str, Any]:
    """One point as a row."""

    def said(words: str) -> str:
        return limit.said(words, point.draft)

    row = {
        "n": number,
        "id": point.id,
        "theme": work.theme_name(point.theme),
        "kind": point.kind,
        "rank": point.rank,
        "verdict": point.shown,
        "verdict_key": point.verdict,
        "speaking": ", ".join(point.speaking),
        "pairs": "; ".join(words for _, words in point.pairs_told),
        "coder": point.coded.by,
        "coded_on": point.coded.on.isoformat(),
        "confidence": point.coded.confidence,
        "second_choice": point.coded.second_choice or "",
        "settled": said(point.coded.settled),
        "draft": "yes" if point.draft else "",
        "proposed": point.proposed.verdict if point.proposed else "",
        "proposed_because": limit.said(point.proposed.reason, draft=True) if point.proposed else "",
    }
    for name in ("label", "question", "reason", "both_can_be_true", "would_settle_it", "to_check"):
        row[name] = said(getattr(point, name))
    for key, position in point.positions.items():
        row[key] = said(position.says)
        row[f"{key}_certainty"] = ", ".join(position.certainty)
        row[f"{key}_voices"] = said(voices(position))
        row[f"{key}_silent_because"] = SILENCES.get(position.silent_because or "", "")
    return row


def voices(position: PositionEntry) -> str:
    """Who stands behind a position, and how: "John Nicholson alleges; Russia denies"."""
    return "; ".join(f"{voice.who} {voice.how}" for voice in position.voices)


def pairs(work: Comparison, limit: Limit) -> pd.DataFrame:
    """Columns: PAIRS; points in their order, the pairs of each in that of the sources (from `work.pairs`)."""
    rows = []
    for row in work.pairs.to_dict("records"):
        point = work.point(row["point"])
        said = {"question": limit.said(point.question, point.draft), "reason": limit.said(row["reason"], point.draft)}
        rows.append(row | said | {"verdict": row["shown"], "verdict_key": row["verdict"]})
    return frame(rows, PAIRS)


def quotes(work: Comparison, limit: Limit) -> pd.DataFrame:
    """Columns: QUOTES; points in their order, sources in theirs, quotes in that of the text."""
    about = {entry.key: entry for entry in work.about.sources}
    rows = []
    for point in work.coded.points:
        for key, position in point.positions.items():
            same = {
                "point": point.id,
                "question": limit.said(point.question, point.draft),
                "theme": work.theme_name(point.theme),
                "source": key,
                "title": about[key].title,
                "author": limit.said(about[key].author.is_),
                "written": limit.said(about[key].written.is_),
                "certainty": ", ".join(position.certainty),
                "voices": limit.said(voices(position), point.draft),
                "verdict": point.shown,
            }
            source = work.source(key)
            for role in ("evidence", "near"):
                for place in work.evidence_of(point.id, key, role):
                    words = limit.quote(source.text[place.start : place.end])
                    at = {"passage": place.passage, "start": place.start, "end": place.end, "quote": words}
                    rows.append(same | at | {"role": role, "page": source.page(place.start) or ""})
    return frame(rows, QUOTES)


def sources(work: Comparison, limit: Limit) -> pd.DataFrame:
    """Columns: SOURCES."""
    counted = work.sources.set_index("key")
    rows = []
    for entry in work.about.sources:
        row: dict[str, Any] = {name: getattr(entry, name) for name in ("key", "title", "rights", "file", "sha256")}
        for name in ("author", "written", "publisher", "kind", "address"):
            known = getattr(entry, name, None)
            if known:
                row |= {name: limit.said(known.is_), f"{name}_known": known.known}
        rows.append(row | {name: int(counted.loc[entry.key, name]) for name in ("words", "passages")})
    return frame(rows, SOURCES)


def codebook(work: Comparison) -> pd.DataFrame:
    """Columns: CODEBOOK; the verdicts, then the themes."""
    given: Mapping[str, int] = work.points.verdict.value_counts().to_dict()
    counts: Mapping[str, int] = work.points.theme.value_counts().to_dict()
    rows: list[dict[str, Any]] = [
        {"entry": "verdict", "key": key, "name": verdict.shown, "definition": verdict.when, "points": given.get(key, 0)}
        for key, verdict in VERDICTS.items()
    ]
    for theme in work.about.themes:
        row = {"entry": "theme", "key": theme.key, "name": theme.name, "definition": theme.definition}
        rows.append(row | {"terms": ", ".join(theme.terms), "points": counts.get(theme.key, 0)})
    return frame(rows, CODEBOOK)
