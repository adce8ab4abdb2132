"""How far coders agree, and where they do not: the coefficients with n and interval, then every point in question."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from sidebyside.record import (
    SETTLED,
    VERDICTS,
    CodingEntry,
    Comparison,
    PointEntry,
    agreement,
    agreement_of_all,
    coded_by,
    disagreements,
    settling,
    verdict_shown,
)
from sidebyside.record.settling import in_words
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.tables import Cell, Group, Row, Sheet, table

ONE = "Not two codings to compare: how far two coders would agree is not known."
NONE_APART = "On no point do the two codings part."
NONE_BESIDE = "So there is nothing to set beside each other."
STATUSES = {  # of record.settling, in the order in which they want to be settled
    "verdict": "Another verdict",
    "certainty": "The same verdict, another certainty",
    "alone": "Coded by one alone",
}


def agreement_table(work: Comparison, one: str = "first", two: str = "second") -> Sheet:
    """How far two codings agree: for all verdicts together, then one by one."""
    frame = agreement(work, one, two)
    rows = []
    for found in frame.itertuples():
        cells = [
            Cell(str(found.n), number=True),
            Cell(str(found.both), number=True),
            Cell(f"{found.per_cent:.0f}", number=True),
            coefficient(found.kappa, found.low, found.high),
            coefficient(found.alpha, found.alpha_low, found.alpha_high),
            Cell(str(found.alone), number=True),
        ]
        rows.append(Row(named(str(found.verdict)), cells))
    heads = ["Verdict", "Points", "Same in both", "Per cent alike", "Cohen's kappa", "Krippendorff's alpha"]
    return table(frame, [*heads, "Left out by one"], [Group(rows=rows)], Chips(work), interval_note(frame), nothing=ONE)


def agreement_of_all_table(work: Comparison, coders: Iterable[str] | None = None) -> Sheet:
    """How far all coders agree, or those named, with whatever each left out: verdicts, silence, certainty."""
    frame = agreement_of_all(work, coders)
    rows = []
    for found in frame.itertuples():
        cells = [
            Cell(found.level),
            Cell(f"{found.unit}s"),
            Cell(str(found.n), number=True),
            coefficient(found.alpha, found.low, found.high),
            Cell(str(found.alone), number=True),
        ]
        rows.append(Row(named(str(found.what)), cells))
    heads = ["What was coded", "Level", "Counted in", "Coded by two or more", "Krippendorff's alpha", "By one alone"]
    return table(frame, heads, [Group(rows=rows)], Chips(work), interval_note(frame), nothing=ONE)


def disagreement_table(work: Comparison, one: str = "first", two: str = "second") -> Sheet:
    """Every point to which two codings gave different verdicts, and how it was settled."""
    return beside(work, disagreements(work, one, two), one, two, {"verdict": ""})


def settling_table(work: Comparison, one: str = "first", two: str = "second") -> Sheet:
    """Every point that the two coded differently: what they said of it, how it stands now, how that was settled."""
    frame = settling(work, one, two)
    return beside(work, frame[frame.status.isin(list(STATUSES))], one, two, STATUSES)


def beside(work: Comparison, frame: pd.DataFrame, one: str, two: str, groups: dict[str, str]) -> Sheet:
    """The rows of a settling with these statuses, each status under its heading."""
    chips, codings = Chips(work), coded_by(work)
    made = {status: Group(name) for status, name in groups.items()}
    coders = list(dict.fromkeys([one, two, SETTLED]))
    for found in frame.itertuples():
        point = work.point(str(found.point))
        held = [codings.get(coder, {}).get(point.id) for coder in coders if coder != SETTLED]
        said = [given(entry) for entry in held]
        said.insert(coders.index(SETTLED), standing(point, chips))
        made[found.status].rows.append(Row(point.question, [*said, settled(point)]))
    nothing = NONE_APART if {one, two} <= codings.keys() | {SETTLED} else NONE_BESIDE
    return table(frame, ["Question", *coders, "Why it was settled so"], made.values(), chips, nothing=nothing)


def given(entry: CodingEntry | None) -> Cell:
    """What one coder said of a point: the verdict with its signs, the note, the certainties, the confidence."""
    if entry is None:
        return Cell(quiet="left out")
    speaking = tuple(key for key, certainty in entry.certainty.items() if certainty != ("silent",))
    shown = verdict_shown(entry.verdict, speaking)
    sure = f"confidence {entry.confidence}" if entry.confidence else ""
    quiet = "; ".join(filter(None, [in_words(entry.certainty), sure]))
    return Cell(entry.note, verdict=entry.verdict, shown=shown, speaking=speaking, quiet=quiet)


def standing(point: PointEntry, chips: Chips) -> Cell:
    """The verdict as it stands, and the words it rests on."""
    words = [chip for key in chips.work.keys for chip in chips.position(point.id, key)]
    return Cell(verdict=point.verdict, shown=point.shown, speaking=point.speaking, chips=words)


def settled(point: PointEntry) -> Cell:
    """How two codings of a point were settled and by whom; where that is not said, the reason it gives."""
    coded = point.coded
    if coded.settled:
        return Cell(coded.settled, quiet=f"{coded.by}, {coded.on.isoformat()}")
    return Cell(point.reason, quiet="not said how it was settled")


def coefficient(value: float, low: float, high: float) -> Cell:
    """A coefficient and, under it, its interval; a dash where it is not defined."""
    if pd.isna(value):
        return Cell("–", number=True)
    return Cell(f"{value:.2f}", quiet="" if pd.isna(low) else f"{low:.2f} to {high:.2f}", number=True)


def named(what: str) -> str:
    """A verdict as it is shown; any other words as they are."""
    return VERDICTS[what].shown if what in VERDICTS else what


def interval_note(frame: pd.DataFrame) -> str:
    """What the small figures under a coefficient are."""
    return "" if frame.empty else "Under each coefficient: its 95 % interval, from a bootstrap over the points."
