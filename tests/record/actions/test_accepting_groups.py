"""A group of proposals is taken up at once: every source's words, a verdict for each two of them, and one over all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.record.actions.bridge import at, did, entry, of_three, proposal, quotes, start_of_three

from sidebyside.errors import Refused
from sidebyside.record.keeping.changes import At

MONDAY, TUESDAY, RAIN = "The bridge fell on Monday.", "The bridge fell on Tuesday.", "It rained at Lund."


def side_of(identity: str, left: str, right: str, rank: int, verdict: str, reason: str, group: int = 1) -> Any:
    """A proposal on two of the three sources."""
    row = proposal(identity, ("A", MONDAY), ("B", TUESDAY), group=group, rank=rank, verdict=verdict, reason=reason)
    there = {"A": (row["left_places"], (MONDAY,)), "B": (row["right_places"], (TUESDAY,)), "C": (((0, 18),), (RAIN,))}
    for side, key in (("left", left), ("right", right)):
        row |= {side: key, f"{side}_places": there[key][0], f"{side}_quotes": there[key][1]}
    return row


def bench(*rows: Any) -> At:
    """The bench of three sources, with these proposals."""
    return replace(of_three(), proposals={row["id"]: row for row in rows})


GROUP = (
    side_of("ac", "A", "C", 1, "agree", "both tell of it"),
    side_of("ab", "A", "B", 2, "unsure", "nothing decides it"),
    side_of("ab2", "A", "B", 3, "conflict", "another day"),
    side_of("bc", "B", "C", 4, "unsure", "nothing decides it"),
    side_of("far", "B", "C", 5, "agree", "of another group", group=2),
)


def test_a_group_becomes_a_point_with_its_pairs() -> None:
    """Of each two sources the first verdict that is sure; the gravest is that over all, and gives the reason."""
    after = did(start_of_three(), bench(*GROUP), kind="accept", candidate="ac", whole=True)
    (new,) = (key.partition("/")[2] for key in after if key.startswith("points/") and key not in start_of_three())
    point = entry(after, new)
    assert {key: (pair.verdict, pair.reason) for key, pair in point.pairs.items()} == {
        "A-B": ("conflict", "another day"), "A-C": ("agree", "both tell of it"),
    }  # fmt: skip
    assert (point.verdict, point.reason, point.draft) == ("conflict", "another day", True)
    assert point.proposed
    assert (point.proposed.id, point.proposed.verdict) == ("ac", "agree")
    assert [quotes(after, new, key) for key in "ABC"] == [[MONDAY], [TUESDAY], [RAIN]]
    taken = {key: value["verdict"] for key, value in after.items() if key.startswith("candidates/")}
    assert taken == {
        "candidates/ac": "agree",
        "candidates/ab": "conflict",
        "candidates/ab2": "conflict",
        "candidates/bc": "conflict",
    }


def test_what_a_person_rejected_of_a_group_stays_out() -> None:
    """With its words and its verdict; two sources that are left have no pairs, the verdict is theirs."""
    state = start_of_three()
    for out in ("ab", "ab2", "bc"):
        state = did(state, bench(*GROUP), kind="reject", candidate=out)
    after = did(state, bench(*GROUP), kind="accept", candidate="ac", whole=True)
    (new,) = (key.partition("/")[2] for key in after if key.startswith("points/") and key not in state)
    point = entry(after, new)
    assert (point.speaking, point.pairs, point.verdict) == (("A", "C"), {}, "agree")
    assert after["candidates/ab2"]["status"] == "rejected"


def test_one_proposal_of_a_group_can_still_be_taken_alone() -> None:
    """Unless the whole is asked for, no other of the group is touched."""
    after = did(start_of_three(), bench(*GROUP), kind="accept", candidate="ac")
    assert [key for key in after if key.startswith("candidates/")] == ["candidates/ac"]


def test_a_verdict_of_the_persons_has_to_go_with_the_pairs() -> None:
    """What is less grave than a pair is refused; where the machine is unsure of all, the person's stands alone."""
    with pytest.raises(Refused, match="of A and B it is conflict, which is graver"):
        did(start_of_three(), bench(*GROUP), kind="accept", candidate="ac", whole=True, verdict="agree")
    unsure = [row | {"verdict": "unsure"} for row in GROUP]
    with pytest.raises(Refused, match="no verdict to accept"):
        did(start_of_three(), bench(*unsure), kind="accept", candidate="ac", whole=True)
    after = did(start_of_three(), bench(*unsure), kind="accept", candidate="ac", whole=True, verdict="framing")
    (new,) = (key.partition("/")[2] for key in after if key.startswith("points/") and key not in start_of_three())
    assert (entry(after, new).verdict, entry(after, new).pairs) == ("framing", {})


def test_a_group_joins_a_point_whose_pairs_stand() -> None:
    """What a person said of two is not replaced by what the machine proposes of them; new pairs come beside it."""
    first = did(start_of_three(), bench(*GROUP), kind="accept", candidate="ac", whole=True)
    (new,) = (key.partition("/")[2] for key in first if key.startswith("points/") and key not in start_of_three())
    again = [side_of("late", "A", "C", 1, "framing", "told otherwise"), side_of("bc9", "B", "C", 2, "detail", "a part")]
    after = did(first, bench(*again), kind="accept", candidate="late", whole=True, into=new)
    point = entry(after, new)
    assert {key: pair.verdict for key, pair in point.pairs.items()} == {
        "A-B": "conflict", "A-C": "agree", "B-C": "detail",
    }  # fmt: skip
    assert point.verdict == "conflict"


def test_two_sources_have_no_pairs() -> None:
    """In a comparison of two the whole group is their words, and one verdict."""
    rows = {row["id"]: row for row in GROUP[1:3]}
    after = did({}, replace(at(), proposals=rows), kind="accept", candidate="ab2", whole=True)
    (new,) = (key.partition("/")[2] for key in after if key.startswith("points/"))
    assert (entry(after, new).verdict, entry(after, new).pairs) == ("conflict", {})
