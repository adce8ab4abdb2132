"""Proposals of a comparison: made once of the same, blind to what a person decided, and held against it afterwards."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.helpers import ACCOUNTS, edit, rewrite_account, write
from tests.matching.tiny_model import write_model

import sidebyside as sbs
from sidebyside.matching.proposals import PROPOSALS, SILENCES
from sidebyside.record import proposals as room
from sidebyside.record.comparison import Comparison
from sidebyside.record.holding import HELD, PRECISION, RECALL
from sidebyside.record.vocabulary import VERDICTS


@pytest.fixture
def bridge(tmp_path: Path) -> Comparison:
    """The two accounts of a bridge."""
    return sbs.load(write(tmp_path / "bridge"))


def row_of(table: pd.DataFrame, **where: object) -> dict[str, object]:
    """The one row with these values."""
    for name, value in where.items():
        table = table[table[name] == value]
    assert len(table) == 1, f"{len(table)} rows have {where}"
    return table.to_dict("records")[0]


def invented(**changes: object) -> dict[str, object]:
    """A proposal on the day of the fall, as it is or changed."""
    row: dict[str, object] = dict.fromkeys(PROPOSALS, "")
    row |= {"id": "x", "rank": 1, "group": 1, "left": "A", "right": "B", "verdict": "conflict", "reason": "Days."}
    return row | {"left_passages": ("A2",), "right_passages": ("B1",)} | changes


def table_of(*rows: dict[str, object]) -> pd.DataFrame:
    """These proposals, ranked as they stand."""
    return pd.DataFrame([row | {"rank": rank} for rank, row in enumerate(rows, 1)], columns=list(PROPOSALS))


def test_the_tables_of_a_comparison(bridge: Comparison) -> None:
    """Proposals and silences are tables with the columns written down, and what a user does to one alters no other."""
    table, alone = sbs.propose(bridge), sbs.silent(bridge)
    assert list(table.columns) == list(PROPOSALS)
    assert list(alone.columns) == list(SILENCES)
    assert len(table)
    table["verdict"] = "agree"
    assert set(sbs.propose(bridge).verdict) != {"agree"}


def test_what_was_proposed_is_kept(bridge: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is joined, and the tables are the same in every cell."""
    first, alone = sbs.propose(bridge), sbs.silent(bridge)

    def never(work: Comparison) -> dict[str, pd.DataFrame]:
        raise AssertionError("joined again")

    monkeypatch.setattr(room, "join", never)
    again = sbs.load(bridge.folder)
    pd.testing.assert_frame_equal(sbs.propose(again), first)
    pd.testing.assert_frame_equal(sbs.silent(again), alone)


def test_an_entailment_model_is_heard_beside_the_rules(
    bridge: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its signals stand beside the others, ranks, ids and verdicts but for a doubted agreement stay; off by default."""
    never = {"Monday": (6.0, 0.0, 0.0), "Tuesday": (6.0, 0.0, 0.0)}
    folder = write_model(tmp_path / "model", never, never, ("contradiction", "neutral", "entailment"))
    alone, beside = sbs.propose(bridge), sbs.propose(bridge, entailment=folder)
    names = [{name for name, _ in signals} for signals in beside.signals]
    days = [
        any("Monday" in q for q in a) or any("Tuesday" in q for q in b)
        for a, b in zip(beside.left_quotes, beside.right_quotes, strict=True)
    ]
    assert [("contradicts" in found) for found in names] == days
    assert any(days)
    assert not any("contradicts" in dict(signals) for signals in alone.signals)
    assert list(beside.id) == list(alone.id)
    changed = alone.verdict != beside.verdict
    assert set(alone.verdict[changed]) <= {"agree"}
    assert set(beside.verdict[changed]) <= {"unsure"}

    def never_again(folder: Path) -> None:
        raise AssertionError("asked again")

    monkeypatch.setattr("sidebyside.matching.entailment.entailment_model", never_again)
    pd.testing.assert_frame_equal(sbs.propose(sbs.load(bridge.folder), entailment=str(folder)), beside)
    config = folder / "config.json"
    config.write_text(config.read_text() + " ")
    with pytest.raises(AssertionError, match="asked again"):  # another model, by its checksum
        sbs.propose(bridge, entailment=folder)


def test_without_a_cache(bridge: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wants nothing kept gets the same tables."""
    kept = sbs.propose(bridge)
    monkeypatch.setenv("SIDEBYSIDE_CACHE", "")
    pd.testing.assert_frame_equal(sbs.propose(sbs.load(bridge.folder)), kept)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("points.yml", "verdict: conflict", "verdict: detail"),
        ("points.yml", "On Monday.", "On a Monday."),
        ("readings.yml", "quote: 40 people, value: 40", "quote: 40 people, value: 41"),
    ],
)
def test_the_machine_has_not_seen_the_decisions(bridge: Comparison, name: str, old: str, new: str) -> None:
    """Another verdict, position or coded figure makes no other proposal: the two can be held against each other."""
    before = room.decides(bridge)
    edit(bridge.folder, name, old, new)
    assert room.decides(sbs.load(bridge.folder)) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("comparison.yml", "terms: [hurt]", "terms: [hurt, injured]"),
        ("comparison.yml", "- {name: Lund}", "- {name: Lund, also: [Lund town]}"),
        ("comparison.yml", "- {role: comment, lines: 5}", "- {role: note, lines: 5}"),
    ],
)
def test_what_decides_the_proposals_makes_them_anew(bridge: Comparison, name: str, old: str, new: str) -> None:
    """With another codebook, name or part the kept tables are no longer those of the comparison."""
    before = room.decides(bridge)
    edit(bridge.folder, name, old, new)
    assert room.decides(sbs.load(bridge.folder)) != before


def test_code_that_matches_is_part_of_the_key(bridge: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the matching makes proposals anew, and leaves readings as they are."""
    before = room.decides(bridge)
    monkeypatch.setattr(room, "ROOMS", ("texts",))
    assert room.decides(bridge) != before


def test_proposals_go_stale_with_their_words(bridge: Comparison) -> None:
    """After a word of B has changed, the ids on its sentence are gone and the others stand."""
    before = sbs.propose(bridge)
    rewrite_account(bridge.folder, "B", ACCOUNTS["B"].replace("In all", "Altogether"))
    after = sbs.propose(sbs.load(bridge.folder))
    gone = before[~before.id.isin(after.id)]
    assert {passage for listed in gone.right_passages for passage in listed} == {"B2"}
    assert len(before[before.id.isin(after.id)])


def test_points_that_were_found(bridge: Comparison) -> None:
    """The bridge's two days are found at the first rank, with their words, and the verdict is called right."""
    row = row_of(sbs.held_against(bridge, table_of(invented())), point="day-of-the-fall")
    assert list(row) == list(HELD)
    assert (row["rank"], row["group"], row["proposal"], row["proposed"], row["outcome"]) == (
        1,
        1,
        "x",
        "conflict",
        "right",
    )
    assert row["words"] == (("A", "A2", "fell on Monday"), ("B", "B1", "fell on Tuesday"))
    assert row["why"] == "Days."


@pytest.mark.parametrize(("verdict", "outcome"), [("detail", "wrong"), ("unsure", "unsure"), ("conflict", "right")])
def test_the_first_proposal_counts(bridge: Comparison, verdict: str, outcome: str) -> None:
    """A verdict that is right further down makes the first one no better."""
    proposals = table_of(invented(verdict=verdict), invented(id="y"))
    assert row_of(sbs.held_against(bridge, proposals), point="day-of-the-fall")["outcome"] == outcome


def test_points_that_were_missed(bridge: Comparison) -> None:
    """A point that no proposal has both sides of says what they have in common and where each turned up instead."""
    table = sbs.held_against(bridge, table_of(invented()))
    row = row_of(table, point="how-many-hurt")
    assert (row["outcome"], row["proposal"], row["proposed"]) == ("missed", "", "")
    assert pd.isna(row["rank"])
    assert row["why"] == "no name in common; A is in no proposal; B is in no proposal"
    other = sbs.held_against(bridge, table_of(invented(right_passages=("B2",))))
    assert "A is in 1 proposals on something else, first at rank 1" in str(
        row_of(other, point="day-of-the-fall")["why"]
    )


def test_what_one_source_says_alone_is_not_looked_for(bridge: Comparison) -> None:
    """A point to which one source speaks cannot be a pair, so it is neither found nor missed."""
    assert set(sbs.held_against(bridge, sbs.propose(bridge)).verdict) <= set(VERDICTS) - {"only"}


def test_a_point_within_a_source_is_found_within_it(bridge: Comparison) -> None:
    """That A contradicts itself is found by a proposal on A and A, and not by one on A and B; nor the other way."""
    within = invented(right="A", left_passages=("A3",), right_passages=("A4",), verdict="internal")
    found = row_of(sbs.held_against(bridge, table_of(within)), point="hurt-or-not")
    assert found["outcome"] == "right"
    across = invented(left_passages=("A3", "A4"), right_passages=("B2",))
    assert row_of(sbs.held_against(bridge, table_of(across)), point="hurt-or-not")["outcome"] == "missed"
    alone = invented(right="A", right_passages=("A2",))
    assert row_of(sbs.held_against(bridge, table_of(alone)), point="day-of-the-fall")["outcome"] == "missed"


def test_a_group_may_have_what_no_pair_has(bridge: Comparison) -> None:
    """Two proposals of one group, each with one side of a point, find it together, and not as pairs."""
    proposals = table_of(invented(left_passages=("A3",), group=7), invented(right_passages=("B3",), group=7))
    row = row_of(sbs.held_against(bridge, proposals), point="day-of-the-fall")
    assert (row["outcome"], row["group"]) == ("missed", 7)


def test_recall_counts_points_among_the_first(bridge: Comparison) -> None:
    """Of the five points to which both speak, two are on the first sentences; internal and lone ones do not count."""
    table = sbs.recall(bridge, table_of(*[invented(left_passages=("A1",))] * 50, invented()))
    assert list(table.columns) == list(RECALL)
    assert table[["first", "pairs", "n"]].to_dict("records")[:2] == [
        {"first": 50, "pairs": 0, "n": 5},
        {"first": 60, "pairs": 2, "n": 5},
    ]


def test_precision_counts_what_stands(bridge: Comparison) -> None:
    """A conflict on a point of conflict stands; one on another point, or on none, does not."""
    on_another = invented(left_passages=("A3",), right_passages=("B2",))
    table = sbs.precision(bridge, table_of(invented(), on_another, invented(left_passages=("A1",))))
    assert list(table.columns) == list(PRECISION)
    assert row_of(table, verdict="conflict") == {"verdict": "conflict", "proposals": 3, "on_a_point": 2, "right": 1}


def test_nothing_proposed(bridge: Comparison) -> None:
    """Against no proposals every point is missed, and every table has its columns."""
    empty = table_of()
    assert set(sbs.held_against(bridge, empty).outcome) == {"missed"}
    assert set(sbs.recall(bridge, empty).pairs) == {0}
    assert list(sbs.precision(bridge, empty).columns) == list(PRECISION)
