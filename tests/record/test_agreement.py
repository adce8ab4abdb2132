"""Agreement between coders, held against scikit-learn and against a published example."""

from __future__ import annotations

import math
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, SHIPPED, edit, write

from sidebyside.record import VERDICTS, Comparison, agreement, disagreements, found_by, load
from sidebyside.record.agreement import AGREEMENT, kappa

LABELS = st.lists(st.tuples(st.sampled_from([*VERDICTS]), st.sampled_from([*VERDICTS])), min_size=1, max_size=60)


@pytest.fixture
def work(tmp_path: Path) -> Comparison:
    return load(write(tmp_path / "bridge"))


@settings(REPEATABLE, max_examples=60)
@given(LABELS)
def test_kappa_is_what_scikit_learn_gives(pairs: list[tuple[str, str]]) -> None:
    """On any two lists of labels, Cohen's kappa is scikit-learn's, and undefined where theirs is."""
    from sklearn.metrics import cohen_kappa_score

    one, two = map(list, zip(*pairs, strict=True))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where kappa is not defined
        theirs = cohen_kappa_score(one, two)
    ours = kappa(one, two)
    assert (math.isnan(ours) and math.isnan(theirs)) or ours == pytest.approx(theirs, abs=1e-12)


def test_kappa_of_a_published_example() -> None:
    """Fleiss, Statistical Methods for Rates and Proportions, 1981, table 13.1: .89 observed, .66 by chance."""
    table = [[75, 1, 4], [5, 4, 1], [0, 0, 10]]  # psychotic, neurotic, organic; 100 subjects, two raters
    one = [label for label, row in enumerate(table) for count in row for _ in range(count)]
    two = [label for row in table for label, count in enumerate(row) for _ in range(count)]
    assert kappa(one, two) == pytest.approx((0.89 - 0.66) / (1 - 0.66))


@pytest.mark.parametrize(
    ("one", "two", "value"),
    [("yynn", "yynn", 1.0), ("yynn", "nnyy", -1.0), ("yynn", "ynyn", 0.0), ("yynn", "ynnn", 0.5), ("abc", "bca", -0.5)],
)
def test_kappa_worked_by_hand(one: str, two: str, value: float) -> None:
    """Full agreement is 1, what chance gives is 0, less than chance is below it."""
    assert kappa(list(one), list(two)) == pytest.approx(value)


def test_kappa_is_not_defined_where_chance_agrees_always() -> None:
    """Where both gave one label throughout, there is nothing to correct for: not 1, not 0."""
    assert math.isnan(kappa(["y", "y"], ["y", "y"]))


def test_agreement_of_two_coders(work: Comparison) -> None:
    """Of three points that both coded they agree on two; each verdict that either gave has its row."""
    table = agreement(work, resamples=200)
    assert list(table.columns) == list(AGREEMENT)
    rows = table.set_index("verdict")
    assert list(rows.index) == ["all verdicts", "agree", "conflict", "certainty", "detail"]
    assert rows.n.tolist() == [3, 1, 1, 1, 1]
    assert rows.both.tolist() == [2, 1, 0, 1, 0]
    assert rows.per_cent.round(1).tolist() == [66.7, 100, 66.7, 100, 66.7]
    assert rows.kappa.iloc[0] == pytest.approx((2 / 3 - 2 / 9) / (1 - 2 / 9))
    assert rows.kappa["agree"] == 1
    assert rows.kappa["conflict"] == 0


def test_the_interval_holds_the_estimate() -> None:
    """On the shipped codings, each kappa lies in its interval, which lies between -1 and 1."""
    table = agreement(load(SHIPPED), resamples=300)
    assert table.verdict.tolist() == ["all verdicts", *VERDICTS]
    assert ((table.low <= table.kappa) & (table.kappa <= table.high)).all()
    assert ((table.low >= -1) & (table.high <= 1) & (table.low < table.high)).all()


def test_agreement_can_be_made_again(work: Comparison) -> None:
    """The bootstrap's seed is fixed: the same codings give the same interval."""
    assert agreement(work, resamples=50).equals(agreement(work, resamples=50))


def test_agreement_does_not_depend_on_who_is_named_first(work: Comparison) -> None:
    """Kappa is the same whichever coder comes first."""
    here, there = agreement(work, "first", "second", 50), agreement(work, "second", "first", 50)
    np.testing.assert_allclose(here.kappa, there.kappa)
    assert here[["verdict", "n", "both"]].equals(there[["verdict", "n", "both"]])


@pytest.mark.parametrize(("one", "two"), [("first", "nobody"), ("nobody", "second"), ("nobody", "no one")])
def test_without_a_coding_there_is_no_agreement(work: Comparison, one: str, two: str) -> None:
    """A coder who has coded nothing gives tables without rows, with their columns."""
    assert list(agreement(work, one, two).columns) == list(AGREEMENT)
    assert agreement(work, one, two).empty
    assert disagreements(work, one, two).empty


def test_every_disagreement_is_listed(work: Comparison) -> None:
    """One row a point on which the two differ, with both verdicts."""
    assert disagreements(work).to_dict("records") == [{"point": "day-of-the-fall", "one": "conflict", "two": "detail"}]


def test_the_settled_verdicts_are_a_coding_too(work: Comparison) -> None:
    """A coder can be held against what was settled."""
    assert agreement(work, "first", "settled", 20).per_cent.iloc[0] == 100
    assert disagreements(work, "second", "settled").to_dict("records") == [
        {"point": "day-of-the-fall", "one": "detail", "two": "conflict"}
    ]


def test_points_are_counted_by_who_had_found_them(work: Comparison) -> None:
    """Both had found three, the first one more, the second another, and two came in with the editor."""
    assert found_by(work).to_dict() == {"both": 3, "first": 1, "second": 1, "neither": 2}
    assert found_by(work, "first", "nobody").to_dict() == {"both": 0, "first": 4, "nobody": 0, "neither": 3}


def test_nobody_agrees_by_leaving_out(tmp_path: Path) -> None:
    """A point that one coder left out counts neither for nor against agreement."""
    folder = write(tmp_path / "bridge")
    entry = next(line for line in (folder / "codings/first.yml").read_text("utf-8").splitlines() if "id: blame" in line)
    edit(folder, "codings/first.yml", entry + "\n", "")
    assert agreement(load(folder), resamples=20).n.iloc[0] == 3
