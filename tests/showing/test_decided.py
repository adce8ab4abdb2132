"""The tables of what was decided at the bench: against the machine, and in memos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.showing import small
from tests.showing.markup import column, dangers, misnested, repeated_ids, tree, words

import sidebyside as sbs
from sidebyside.record import Comparison
from sidebyside.showing.markup import Html

SIGNED = {"by": "ada", "on": "2026-11-24"}


def decided(work: Comparison, words: str = "Both name the mayor.") -> Comparison:
    """The comparison with two decisions on proposals and three memos in these words."""
    said = {"verdict": "unsure", "reason": words, "second": ""}
    accepted = SIGNED | {"status": "accepted", "point": work.coded.points[0].id, "verdict": "agree", "proposed": said}
    rejected = SIGNED | {"status": "rejected", "reason": words, "proposed": said | {"verdict": "framing"}}
    memo: dict[str, Any] = SIGNED | {"text": words}
    on = ["comparison", "source/A", f"point/{work.coded.points[0].id}", "point/gone"]
    decisions = {"candidates/p1": accepted, "candidates/p2": rejected} | {f"memos/{each}": memo for each in on}
    return replace(work, decisions=decisions)


def test_what_became_of_proposals(bridge: Comparison) -> None:
    """Each verdict proposed with its counts, and under those changed, to what."""
    shown = tree(sbs.overruled_table(decided(bridge)).markup)
    assert [column(row, "th, td") for row in shown.select("tbody tr")] == [
        ["all verdicts", "2", "0", "1to agree 1", "1", "0"],
        ["differ in framing", "1", "0", "0", "1", "0"],
        ["unsure", "1", "0", "1to agree 1", "0", "0"],
    ]


def test_memos_stand_under_what_they_are_on(bridge: Comparison) -> None:
    """Each with its words, who wrote it and when; one on a point opens the words that the point rests on."""
    shown = tree(sbs.memos_table(decided(bridge)).markup)
    assert column(shown, "tr.group th") == ["On the comparison 1", "On sources 1", "On points 2"]
    point = bridge.coded.points[0]
    assert column(shown, "tbody tr:not(.group) th") == [
        bridge.about.title, bridge.texts[0].title, point.label, "gone (no longer there)",
    ]  # fmt: skip
    assert {words(cell) for cell in shown.select("td:last-child")} == {"ada2026-11-24"}
    assert all("Both name the mayor." in cell for cell in column(shown, "td:nth-of-type(1)"))
    places = {place.passage for place in bridge.places if place.point == point.id}
    assert set(column(shown, "td .chip")) == places


@pytest.mark.parametrize("piece", [sbs.overruled_table, sbs.memos_table])
@pytest.mark.parametrize("text", [small.POISON, "One line.\nAnother."])
def test_whatever_was_written_stays_words(
    piece: Callable[[Comparison], Html], text: str, hostile: Comparison, bridge: Comparison
) -> None:
    """Markup in a memo or a reason is shown as it stands, and the piece stays whole."""
    for work in (hostile, bridge):
        markup = piece(decided(work, text)).markup
        assert misnested(markup) == []
        assert list(dangers(markup)) == []
        assert repeated_ids(tree(markup)) == set()
    if piece is sbs.memos_table:
        assert " ".join(text.split()) in words(tree(markup))
