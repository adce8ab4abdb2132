"""How often the machine was overruled: every proposal taken up is counted once, by what was proposed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.helpers import write

from sidebyside.record import Comparison, load, overruled
from sidebyside.record.overruled import OVERRULED
from sidebyside.record.points_file import ProposedEntry


@pytest.fixture
def work(tmp_path: Path) -> Comparison:
    return load(write(tmp_path / "bridge"))


def decided(proposed: str, status: str = "accepted", point: str = "", verdict: str = "") -> dict[str, Any]:
    """A decision on a proposal, as the journal has it."""
    said = {"verdict": proposed, "reason": "Both say so.", "second": ""}
    signed = {"by": "ada", "on": "2026-11-24", "reason": "", "proposed": said}
    return signed | {"status": status, "point": point, "verdict": verdict}


def made_of(work: Comparison, point: str, proposal: str, verdict: str) -> Comparison:
    """The comparison, one of its points made from that proposal."""
    said = ProposedEntry(id=proposal, verdict=verdict, reason="Both say so.")
    points = tuple(p.model_copy(update={"proposed": said}) if p.id == point else p for p in work.coded.points)
    return replace(work, coded=work.coded.model_copy(update={"points": points}))


def with_decisions(work: Comparison, **decisions: dict[str, Any]) -> Comparison:
    """The comparison, with these decisions on proposals."""
    return replace(work, decisions={f"candidates/{proposal}": found for proposal, found in decisions.items()})


def test_before_the_machine_proposed_anything(work: Comparison) -> None:
    """Where no proposal was taken up, the table has its columns and no rows."""
    assert list(overruled(work).columns) == list(OVERRULED)
    assert overruled(work).empty


def test_what_became_of_each_proposal(work: Comparison) -> None:
    """Kept, changed, rejected and open add up to the proposals, for each verdict proposed and over all."""
    work = made_of(made_of(work, "that-it-fell", "p1", "agree"), "day-of-the-fall", "p2", "agree")
    work = with_decisions(
        work,
        p1=decided("agree", point="that-it-fell", verdict="agree"),
        p2=decided("agree", point="day-of-the-fall", verdict="conflict"),
        p3=decided("agree", "rejected"),
        p4=decided("conflict", "skipped"),
        p5=decided("unsure", "flagged"),
    )
    assert overruled(work).to_numpy().tolist() == [
        ["all verdicts", 5, 1, 1, "conflict 1", 1, 2],
        ["agree", 3, 1, 1, "conflict 1", 1, 0],
        ["conflict", 1, 0, 0, "", 0, 1],
        ["unsure", 1, 0, 0, "", 0, 1],
    ]


def test_a_point_counts_with_the_verdict_it_has_now(work: Comparison) -> None:
    """Accepted as proposed, and changed by a later hand: the machine was overruled."""
    work = made_of(work, "day-of-the-fall", "p1", "detail")
    found = overruled(with_decisions(work, p1=decided("detail", point="day-of-the-fall", verdict="detail")))
    assert found.loc[0, ["kept", "changed", "to"]].tolist() == [0, 1, "conflict 1"]


def test_a_proposal_that_joined_a_point_keeps_its_own_verdict(work: Comparison) -> None:
    """A point may rest on other words besides: the verdict on the proposal is what the person gave it."""
    joined = with_decisions(work, p1=decided("detail", point="day-of-the-fall", verdict="detail"))
    assert overruled(joined).loc[0, ["kept", "changed"]].tolist() == [1, 0]
    untold = with_decisions(work, p1=decided("detail", point="day-of-the-fall"))
    assert overruled(untold).loc[0, ["kept", "to"]].tolist() == [0, "conflict 1"]


def test_a_point_that_is_gone_was_no_point(work: Comparison) -> None:
    """Accepted, and its point removed since: rejected."""
    assert overruled(with_decisions(work, p1=decided("agree", point="long-gone"))).loc[0, "rejected"] == 1


def test_a_point_says_itself_what_was_proposed(work: Comparison) -> None:
    """Without a journal, a point that names its proposal is counted; with one, no proposal is counted twice."""
    work = made_of(made_of(work, "that-it-fell", "p1", "agree"), "blame", "p2", "unsure")
    rows = overruled(work).set_index("proposed")
    assert rows.loc["all verdicts", ["n", "kept", "changed"]].tolist() == [2, 1, 1]
    assert rows.loc["unsure", "to"] == "framing 1"
    again = with_decisions(work, p1=decided("agree", point="that-it-fell", verdict="agree"))
    assert overruled(again).equals(overruled(work))


def test_a_decision_that_names_no_verdict_is_not_counted(work: Comparison) -> None:
    """Where it is not known what was proposed, nobody can be said to have overruled it."""
    assert overruled(with_decisions(work, p1=decided("", "rejected"))).empty
