"""Who says what in the news (PolNeAR): cues found, sources right where a cue is found, words of the report overlapped.

The annotation has one layer: a report inside reported words is not annotated, nor are voices of that depth counted.
A cue counts as found where the machine's cue word stands within an annotated cue; each annotated cue is found once. A
source is right where it overlaps the annotated one, or where both have none. Content is compared word by word; what a
quotation goes on with in later sentences belongs to its cue.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.measure import Measure, f1
from sidebyside.reading.parse import parsed
from sidebyside.reading.voices import Voice, voices_in
from sidebyside.texts.passages import passages_in

Span = tuple[int, int]
Row = dict[str, Any]
WORD = re.compile(r"\w+")


@dataclass
class Tally:
    """What was found, and what was not."""

    cues: int = 0
    right: int = 0
    wanted: int = 0
    sources: int = 0
    none: int = 0
    overlaps: list[float] = field(default_factory=list)
    nested: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def measured(rows: list[Row]) -> tuple[list[Measure], list[str]]:
    """Cue, source and content on the articles annotated first, where the set says which (`primary`)."""
    tally = Tally()
    for row in [row for row in rows if row.get("primary", True)] or rows:
        starts, voices = read(row["text"])
        score(row, starts, voices, tally)
    content = sum(tally.overlaps) / len(tally.overlaps) if tally.overlaps else 0.0
    kinds = sum(tally.left_out.values())
    return [
        *f1(tally.cues, tally.right, tally.wanted, "cue"),
        Measure("source right, cue found", tally.sources / max(tally.right, 1), tally.right, tally.none),
        Measure("content overlap F1, cue found", content, len(tally.overlaps)),
        *(Measure(f"left out: {kind}", n / kinds, n) for kind, n in tally.left_out.most_common()),
    ], tally.wrong


def read(text: str) -> tuple[list[int], list[Voice]]:
    """Where the sentences start, and the voices in them."""
    places = [(p.start, p.end) for p in passages_in(text, "A")]
    docs = list(parsed(text[start:end] for start, end in places))
    return [start for start, _ in places], voices_in(docs)


def score(row: Row, starts: Sequence[int], voices: Sequence[Voice], tally: Tally) -> None:
    """Adds one article."""
    text = row["text"]
    wanted = [a for a in row["attributions"] if a["cue"]]
    tally.wanted += len(wanted)
    tally.nested += sum(v.depth > 0 for v in voices)
    open_ones = set(range(len(wanted)))
    for voice in voices:
        if voice.depth or voice.cue is None:
            continue
        tally.cues += 1
        cue = moved(voice.cue, starts[voice.doc])
        hit = next((k for k in sorted(open_ones) if overlap([cue], spans(wanted[k]["cue"]))), None)
        if hit is None:
            tally.wrong.append(f"not annotated: {around(text, cue)}")
            continue
        open_ones.remove(hit)
        tally.right += 1
        source = [moved(voice.source, starts[voice.doc])] if voice.source else []
        named = spans(wanted[hit]["source"])
        tally.none += not source
        if (not source and not named) or overlap(source, named):
            tally.sources += 1
        else:
            who = " / ".join(s["text"] for s in wanted[hit]["source"]) or "none"
            tally.wrong.append(f"source {voice.words or 'none'!r}, annotated {who!r}: {around(text, cue)}")
        if wanted[hit]["content"]:
            tally.overlaps.append(words_shared(text, content_of(voice, voices, starts), spans(wanted[hit]["content"])))
    for k in sorted(open_ones):
        kind = kind_left_out(wanted[k])
        tally.left_out[kind] += 1
        tally.wrong.append(f"left out ({kind}): {around(text, spans(wanted[k]['cue'])[0])}")


def content_of(voice: Voice, voices: Sequence[Voice], starts: Sequence[int]) -> list[Span]:
    """The words of a report, those in other sentences with them."""
    own = [moved(place, starts[voice.doc]) for place in voice.content]
    return own + [
        moved(place, starts[v.doc])
        for v in voices
        if v.cue is None and v.told_in == voice.doc and v.tied_to == voice.cue
        for place in v.content
    ]


def kind_left_out(case: Row) -> str:
    """The kind of a report that was not found, by the last word of its cue that says something."""
    cue = case["cue"][0]["text"].lower().strip()
    if not WORD.search(cue) or cue.endswith(":"):
        return "colon or dash"
    if re.search(r"\b(?:seem|appear|look|clear|apparent|obvious)\w*\b", cue):
        return "no speaker (seems)"
    if re.search(r"\b(?:said|say|says|told|added|asked|wrote|continued|according|noted|called)\b", cue):
        return "plain cue of saying"
    if len(cue.split()) > 3:
        return "longer phrase"
    if re.search(r"\b(?:of|about|for|on|to|in|with|against|by|from|over)$", cue):
        return "with a preposition"
    return "other word"


def moved(place: Span, by: int) -> Span:
    """A place counted from the start of the article."""
    return place[0] + by, place[1] + by


def spans(parts: Iterable[Row]) -> list[Span]:
    """All spans of a source, cue or content."""
    return [(start, end) for part in parts for start, end in part["spans"]]


def overlap(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Whether any two spans share a character."""
    return any(a < d and c < b for a, b in one for c, d in other)


def words_shared(text: str, found: Sequence[Span], wanted: Sequence[Span]) -> float:
    """F1 of the words in two sets of spans."""
    one, other = set(words_at(text, found)), set(words_at(text, wanted))
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def words_at(text: str, places: Iterable[Span]) -> Iterator[int]:
    """The start of every word in these spans."""
    for start, end in places:
        yield from (start + m.start() for m in WORD.finditer(text[start:end]))


def around(text: str, cue: Span) -> str:
    """The cue in angle brackets, with some words on both sides."""
    line = f"{text[max(0, cue[0] - 90) : cue[0]]}<{text[slice(*cue)]}>{text[cue[1] : cue[1] + 90]}"
    return " ".join(line.split())
