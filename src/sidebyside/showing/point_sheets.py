"""Sheets made from the points: each asks them one question and shows the words for every answer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pandas as pd

from sidebyside.reading import CERTAINTIES
from sidebyside.record import SILENCES, VERDICTS, Comparison
from sidebyside.showing.excerpts import Chip, Chips
from sidebyside.showing.matrix import chosen
from sidebyside.showing.tables import Cell, Group, Row, Sheet, table
from sidebyside.showing.wording import UNDECIDED


def conflict_sheet(work: Comparison, verdicts: Iterable[str] = ("conflict", "certainty", "detail")) -> Sheet:
    """Where the sources part: both answers, whether both can be true, and what would settle it."""
    kept = list(verdicts)
    frame = work.points[work.points.verdict.isin(kept)].copy()
    chips = Chips(work)
    groups = []
    for verdict in kept:
        rows = []
        for found in frame[frame.verdict == verdict].itertuples():
            point = work.point(found.id)
            cells = [position_cell(work, chips, point.id, key) for key in work.keys]
            cells += [
                Cell(point.both_can_be_true or "–"),
                Cell(point.would_settle_it or "–", quiet=to_check(point.to_check)),
            ]
            rows.append(Row(point.question, cells))
        groups.append(Group(VERDICTS[verdict].shown, rows))
    heads = ["Question", *work.keys, "Can both be true?", "What would settle it"]
    return table(frame, heads, groups, chips, nothing=none(work, "On no point do the sources part like that."))


def inconsistencies(work: Comparison) -> Sheet:
    """For an editor: where a source contradicts itself, drifts or slips, or is disputed by another voice in it."""
    frame = work.points[work.points.verdict == "internal"].copy()
    chips = Chips(work)
    groups = []
    for key in work.keys:
        rows = []
        for found in frame.itertuples():
            point = work.point(found.id)
            if point.within == key:
                places = work.evidence_of(point.id, key)
                cells = [
                    Cell(point.positions[key].says, chips=chips.of(places)),
                    Cell(point.reason),
                    Cell(point.would_settle_it or "–", quiet=to_check(point.to_check)),
                ]
                rows.append(Row(point.question, cells))
        groups.append(Group(f"Within {key}: {work.source(key).title}", rows))
    heads = ["Question", "What stands there", "Why it does not fit", "What would settle it"]
    return table(frame, heads, groups, chips, nothing=none(work, "No text was found to contradict itself."))


def claims_by_certainty(work: Comparison, points: pd.DataFrame | Iterable[str] | None = None) -> Sheet:
    """Claim by certainty: under each way of putting it, the sources that put it so and their words.

    Without `points`, the core points on which at least two sources speak and which do not stand alike.
    """
    if points is None:
        apart = work.points.verdict.isin(["certainty", "conflict"]) | (work.points["rank"] == "core")
        points = work.points[apart & ~work.points.verdict.isin(["only", "internal"])]
    frame = chosen(work, points)
    chips = Chips(work)
    rows = []
    for found in frame.itertuples():
        point = work.point(found.id)
        cells = []
        for certainty in CERTAINTIES:
            letters = tuple(key for key, position in point.positions.items() if certainty in position.certainty)
            opened: list[Chip] = [c for key in letters if certainty != "silent" for c in chips.position(point.id, key)]
            cells.append(Cell(letters=letters, chips=opened))
        cells.append(Cell(verdict=point.verdict, shown=str(found.shown), speaking=point.speaking))
        rows.append((point.theme, Row(point.label, cells)))
    groups = [Group(work.theme_name(theme), [row for _, row in g]) for theme, g in groupby(rows, key=lambda r: r[0])]
    nothing = none(work, "There is no claim on which two sources speak and do not stand alike.")
    return table(frame, ["Claim", *CERTAINTIES, "verdict"], groups, chips, nothing=nothing)


def silences(work: Comparison) -> Sheet:
    """Where one source does not speak: what the other says, what comes nearest, and why it may be silent."""
    frame = work.points[work.points.verdict == "only"].copy()
    chips = Chips(work)
    groups = []
    for because, shown in SILENCES.items():
        rows = []
        for found in frame.itertuples():
            point = work.point(found.id)
            silent = {k: p for k, p in point.positions.items() if p.silent and p.silent_because == because}
            for key, position in silent.items():
                said = [c for k in point.speaking for c in chips.position(point.id, k)]
                says = " ".join(point.positions[k].says for k in point.speaking)
                cells = [
                    Cell(letters=point.speaking, text=says, chips=said),
                    Cell(letters=(key,), text=position.says, chips=chips.position(point.id, key)),
                ]
                rows.append(Row(point.question, cells))
        groups.append(Group(f"{shown[0].upper()}{shown[1:]}", rows))
    heads = ["Question", "Who speaks", "The silent one, and what comes nearest"]
    return table(frame, heads, groups, chips, nothing=none(work, "On every point that was found all sources speak."))


def position_cell(work: Comparison, chips: Chips, point: str, key: str) -> Cell:
    """What one source says, how surely, and the chips of its words."""
    position = work.point(point).positions.get(key)
    if position is None:
        return Cell("–")
    return Cell(position.says, certainty=position.certainty, of=key, chips=chips.position(point, key))


def none(work: Comparison, otherwise: str) -> str:
    """Why a table of points is empty: because there are no points, or as `otherwise` says."""
    return UNDECIDED if work.points.empty else otherwise


def to_check(words: str) -> str:
    """The field for facts from outside, marked as such."""
    return f"To check outside the texts: {words}" if words else ""
