"""Seven reports of one event: every two are joined, what they share is one point, and no voice is counted twice."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pandas as pd
import pytest
from tests.matching.seven_reports import REPORTS
from tests.matching.test_propose import on, read_all, source

from sidebyside.matching.propose import proposals
from sidebyside.matching.silence import silences
from sidebyside.matching.summing import by_point


@cache
def proposed(keys: str = "ABCDEFG") -> pd.DataFrame:
    """The proposals on the reports, in that order."""
    sources = [source(key, REPORTS[key]) for key in keys]
    return proposals(sources, read_all(sources))


def between(left: str, right: str) -> pd.DataFrame:
    """The proposals on two of the reports."""
    table = proposed()
    return table[(table.left == left) & (table.right == right)]


def test_every_two_are_joined() -> None:
    """Each of the 21 pairs has its proposals, and no rank or id stands twice."""
    table = proposed()
    across = table[table.left != table.right]
    assert set(zip(across.left, across.right, strict=True)) == set(combinations("ABCDEFG", 2))
    assert table.id.is_unique
    assert list(table["rank"]) == list(range(1, len(table) + 1))


@pytest.mark.parametrize("order", ["GFEDCBA", "DAGCEBF"])
def test_the_order_of_seven_does_not_matter(order: str) -> None:
    """Whichever report is read first, the table is the same in every cell, and so is its summary."""
    pd.testing.assert_frame_equal(proposed(), proposed(order))
    pd.testing.assert_frame_equal(by_point(proposed()), by_point(proposed(order)))


def test_what_five_agree_on_is_one_point() -> None:
    """That the ferry ran aground is one group over the five that say so, with a verdict on every two of them."""
    table = proposed()
    groups = {on(between(a, b), "ran aground", "ran aground").group for a, b in combinations("ABCDE", 2)}
    assert len(groups) == 1
    points = by_point(table)
    point = points[points.group == groups.pop()].iloc[0]
    assert set(point.sources) >= set("ABCDE")
    assert {(a, b) for a, b, _ in point.verdicts} >= set(combinations("ABCDE", 2))
    told = {(a, b): verdict for a, b, verdict in point.verdicts}
    assert told["A", "B"] in ("agree", "unsure")
    assert "conflict" not in {told[pair] for pair in combinations("ABCDE", 2)}


def test_another_number_of_injured() -> None:
    """A and its reprint have 18 where B has 27: a difference in detail at least, between B and either of them alone."""
    for left, right, one, other in (("A", "B", "18", "27"), ("B", "E", "27", "18")):
        row = on(between(left, right), f"{one} passengers", f"{other} passengers")
        assert row.verdict in ("detail", "conflict")
        assert "18" in row.reason
        assert "27" in row.reason
    assert on(between("A", "E"), "injured 18", "injured 18").verdict == "agree"


def test_a_denial() -> None:
    """D says that the captain had left the bridge, C that the company denies it: C denies nothing on its own word."""
    row = on(between("C", "D"), "denied that Captain Voss", "had left the bridge")
    assert row.verdict == "certainty"
    assert "D asserts it" in row.reason
    assert "C has it as denied by" in row.reason


def test_a_reprint_is_no_second_origin() -> None:
    """E has the words of A: what both say rests on one author, and with B on two."""
    row = on(between("A", "E"), "injured 18", "injured 18")
    assert (row.origins, row.left_witnesses, row.right_witnesses) == (1, ("A, E",), ("A, E",))
    assert on(between("A", "B"), "injured 18", "27 passengers").origins == 2
    points = by_point(proposed())
    point = points[points.group == row.group].iloc[0]
    assert set(point.sources) == set("ABE")
    assert point.origins == 2
    assert point.summary in ("detail", "conflict")


def test_a_witness_in_two_reports_is_no_second_origin() -> None:
    """D and F have it from the captain that the lighthouse was dark."""
    row = on(between("D", "F"), "was dark", "had been dark")
    assert (row.origins, row.left_witnesses, row.right_witnesses) == (1, ("Edda Voss",), ("Edda Voss",))


def test_one_alone_tells_of_the_oil() -> None:
    """That oil leaked stands in F alone: each other report is silent, and what was searched for, the nearest miss and
    whether it could have been said are told."""
    sources = [source(key, text) for key, text in REPORTS.items()]
    table = silences(sources, read_all(sources))
    rows = table[(table.source == "F") & table.quote.str.contains("oil")]
    assert set(rows.other) == set("ABCDEG")
    for row in rows.to_dict("records"):
        assert {"oil", "tons"} & set(row["searched"])
        assert {"oil", "tons"} & set(row["absent"])
        assert row["near"].startswith(row["other"])
        assert row["because"] in ("could", "earlier")
    assert not table[(table.source == "A") & (table.other == "E")].quote.str.contains("fog").any()
