"""Two changes of one list: what either added stands, what either took away is gone, and the rest is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE
from tests.record.keeping.acting import agrees, folder_in, put

from sidebyside.errors import Clash
from sidebyside.record import load
from sidebyside.record.keeping import Desk
from sidebyside.record.keeping.item_merging import merged_items
from sidebyside.record.keeping.merging import merged

LISTS = st.lists(st.sampled_from("abcd"), unique=True)
ADDED = st.lists(st.sampled_from("vwxyz"), unique=True, max_size=3)


def with_added(data: st.DataObject, kept: list[str], added: list[str]) -> list[str]:
    """A list with words put in at any places."""
    after = list(kept)
    for word in added:
        after.insert(data.draw(st.integers(0, len(after))), word)
    return after


@REPEATABLE
@given(LISTS, ADDED, ADDED, st.data())
def test_whatever_two_people_add_stands_once(base: list[str], one: list[str], other: list[str], data: Any) -> None:
    """At whatever places: nothing is lost, nothing stands twice, what was there keeps its order; nobody is asked."""
    mine, theirs = with_added(data, base, one), with_added(data, base, other)
    value, parted = merged_items(base, mine, theirs)
    assert sorted(value) == sorted({*mine, *theirs})
    assert [word for word in value if word in base] == base
    assert [word for word in value if word in theirs] == theirs
    assert not parted


@REPEATABLE
@given(LISTS, st.sets(st.sampled_from("abcd")), st.sets(st.sampled_from("abcd")))
def test_what_either_takes_away_is_gone(base: list[str], one: set[str], other: set[str]) -> None:
    """And no more than that."""
    mine, theirs = ([word for word in base if word not in gone] for gone in (one, other))
    assert merged_items(base, mine, theirs) == ([word for word in base if word not in one | other], ())


@REPEATABLE
@given(LISTS, LISTS)
def test_where_only_one_changed_it_theirs_or_mine_is_what_stands(base: list[str], after: list[str]) -> None:
    """A change of one person is what that person made, whoever came first."""
    key, place = "points/day", "points/day/positions/A/evidence"
    assert merged(key, base, after, base, place).value == after
    assert merged(key, base, base, after, place).value == after
    assert merged_items(base, after, after)[1] == ()


@pytest.mark.parametrize(
    ("mine", "theirs", "number"),
    [
        (["a", "B", "c"], ["a", "bb", "c"], 2),  # made another thing
        (["a", "c"], ["a", "bb", "c"], 2),  # taken away, and changed
        (["a", "B", "c", "d"], ["x", "a", "bb", "c"], 2),  # and the rest is joined
    ],
)
def test_one_item_changed_by_both_is_told(mine: list[str], theirs: list[str], number: int) -> None:
    """By its number in the list as it was before; what they made of it stands until it is settled."""
    value, (parted,) = merged_items(["a", "b", "c"], mine, theirs)
    assert (parted.number, parted.theirs) == (number, "bb")
    assert [word for word in value if word != "d"] == theirs


def test_two_coders_each_add_a_quote_and_both_stand(tmp_path: Path) -> None:
    """To one position, neither having seen the other's; a voice that only one of them adds stands too."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    was = [entry.model_dump(exclude_none=True) for entry in load(folder).point("blame").positions["A"].evidence]
    bo.act(put("blame", "positions/A/evidence", [*was, {"quote": "Nobody was hurt"}]))
    ada.act(put("blame", "positions/A/evidence", [*was, {"quote": "40 people"}]))
    ada.act(put("blame", "positions/A/voices", [{"who": "the mayor", "how": "says"}]))
    bo.act(put("blame", "positions/A/voices", [{"who": "the builder", "how": "denies"}]))
    position = load(folder).point("blame").positions["A"]
    assert [entry.quote for entry in position.evidence[len(was) :]] == ["Nobody was hurt", "40 people"]
    assert [voice.who for voice in position.voices] == ["the mayor", "the builder"]
    ada.undo()
    ada.undo()
    position = load(folder).point("blame").positions["A"]
    assert [entry.quote for entry in position.evidence[len(was) :]] == ["Nobody was hurt"]
    assert [voice.who for voice in position.voices] == ["the builder"]
    agrees(ada, folder)


def test_one_quote_changed_by_both_is_held(tmp_path: Path) -> None:
    """The clash names the quote; insisting puts one's own in its place and keeps what else they added."""
    folder = folder_in(tmp_path)
    ada, bo = Desk(folder, "ada"), Desk(folder, "bo")
    bo.act(put("blame", "positions/A/evidence", [{"quote": "Nobody was hurt"}, {"quote": "40 people"}]))
    with pytest.raises(Clash, match="positions, A, evidence, 1 of “To blame”: bo made it") as caught:
        ada.act(put("blame", "positions/A/evidence", [{"quote": "The bridge fell on Monday"}]))
    assert caught.value.theirs == {"points/blame/positions/A/evidence/1": {"quote": "Nobody was hurt"}}
    ada.insist(ada.held[0].id)
    quotes = [entry.quote for entry in load(folder).point("blame").positions["A"].evidence]
    assert quotes == ["The bridge fell on Monday", "40 people"]
    agrees(ada, folder)
