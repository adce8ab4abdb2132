"""What notes and descriptions say: a point as a person would tell it, with everything that was decided on it."""

from __future__ import annotations

from collections.abc import Iterator

from sidebyside.exchange.about import VERDICTS_ARE
from sidebyside.exchange.rows import voices
from sidebyside.record import SILENCES, Comparison, PointEntry
from sidebyside.record.comparison_file import SourceEntry
from sidebyside.record.limiting import Limit

ABOUT_A_POINT = {
    "reason": "Why this verdict",
    "both_can_be_true": "Can both be true?",
    "would_settle_it": "What would settle it",
    "to_check": "To check outside the sources (counts for no verdict)",
}
ABOUT_A_SOURCE = ("author", "written", "publisher", "audience", "kind", "address")


def position(point: PointEntry, key: str, limit: Limit) -> str:
    """What a source says to a point: 'A: On Monday. (attributed; the mayor states)'."""
    told = point.positions[key]
    put = [", ".join(told.certainty), voices(told), SILENCES.get(told.silent_because or "", "")]
    return limit.said(f"{key}: {told.says} ({'; '.join(filter(None, put))})", point.draft)


def relation(point: PointEntry, limit: Limit) -> str:
    """The verdict and the positions, for the description of a passage: importers that drop links keep these."""
    head = limit.said(f"{point.question} {point.shown}. {point.reason}", point.draft)
    return "\n".join([head, *(position(point, key, limit) for key in point.positions)])


def note(work: Comparison, point: PointEntry, limit: Limit) -> str:
    """All that was decided on a point."""

    def lines() -> Iterator[str]:
        yield limit.said(point.question, point.draft)
        yield f"Verdict: {point.shown}"
        if point.draft:
            yield "A draft: no person has gone over its words."
        if point.pairs:
            yield f"Two by two: {'; '.join(words for _, words in point.pairs_told)}"
        for key in point.positions:
            yield position(point, key, limit)
        for name, told in ABOUT_A_POINT.items():
            if words := getattr(point, name):
                yield f"{told}: {limit.said(words, point.draft)}"
        yield f"Theme: {work.theme_name(point.theme)}; kind: {point.kind}; rank: {point.rank}"
        coded = point.coded
        second = f"; second choice: {coded.second_choice}" if coded.second_choice else ""
        yield f"Coded by {coded.by} on {coded.on}; confidence: {coded.confidence}{second}"
        if coded.settled:
            yield f"How it was settled: {limit.said(coded.settled)}"
        for coding in work.codings:
            for entry in coding.points:
                if entry.id == point.id:
                    yield f"Coded by {coding.coder} before it was settled: {entry.verdict}"
        if point.proposed:
            yield f"The machine had proposed: {point.proposed.verdict}"

    return "\n".join(lines()) + "\n"


def source(entry: SourceEntry, limit: Limit) -> str:
    """What is known of a source, how, and on what terms its words may be used."""
    said = [entry.title]
    for name in ABOUT_A_SOURCE:
        if known := getattr(entry, name, None):
            because = f". {known.because}" if known.because else ""
            said.append(f"{name.capitalize()}: {known.is_} ({known.known}{because})")
    return "\n".join([*(limit.said(words) for words in said), f"Rights: {entry.rights}", limit.told])


def project(work: Comparison, limit: Limit) -> str:
    """What the whole project is."""
    who = [f"Coder {coder.key}: {coder.who}. {coder.how}" for coder in work.about.coders]
    return "\n".join([work.about.question, VERDICTS_ARE, *who, limit.told])
