"""What two coders decided, side by side: whatever one of them coded is there, and how it was settled."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers import SHIPPED, edit, write

from sidebyside.record import Comparison, disagreements, found_by, load, settling
from sidebyside.record.settling import SETTLING

DAY = 'reason: It fell once.\n    both_can_be_true: "No."\n    coded: {by: editor, on: 2026-11-22, confidence: high'


@pytest.fixture
def work(tmp_path: Path) -> Comparison:
    return load(write(tmp_path / "bridge"))


def test_every_point_that_either_coded(work: Comparison) -> None:
    """One row a point that either coded, in reading order; what neither found is not among them."""
    found = settling(work)
    assert list(found.columns) == list(SETTLING)
    assert found[["point", "status", "one", "two"]].to_numpy().tolist() == [
        ["that-it-fell", "same", "agree", "agree"],
        ["day-of-the-fall", "verdict", "conflict", "detail"],
        ["hurt-at-all", "certainty", "certainty", "certainty"],
        ["blame", "alone", "framing", ""],
        ["visit", "alone", "", "only"],
    ]


def test_a_row_says_what_each_coder_said(tmp_path: Path) -> None:
    """Certainty by source, confidence and note stand as each gave them, and nothing where a coder left a point out."""
    folder = write(tmp_path / "bridge")
    edit(folder, "codings/second.yml", "own: king, verdict: only", "own: king, verdict: only, note: At the very end")
    rows = settling(load(folder)).set_index("point")
    hurt, visit = rows.loc["hurt-at-all"], rows.loc["visit"]
    assert (hurt.one_certainty, hurt.two_certainty) == ("A attributed; B asserted", "A attributed, denied; B asserted")
    assert (visit.one_certainty, visit.one_confidence, visit.one_note) == ("", "", "")
    assert (visit.two_certainty, visit.two_confidence) == ("A silent; B asserted", "high")
    assert visit.two_note == "At the very end"


def test_a_row_says_how_it_was_settled(tmp_path: Path) -> None:
    """While points.yml does not say how, nobody has settled it; once it does, with who and on which day."""
    folder = write(tmp_path / "bridge")
    before = settling(load(folder)).set_index("point").loc["day-of-the-fall"]
    assert before[["verdict", "settled", "by", "on", "how"]].tolist() == ["conflict", False, "", "", ""]
    edit(folder, "points.yml", DAY, f"{DAY}, settled: The two days are both named")
    after = settling(load(folder)).set_index("point").loc["day-of-the-fall"]
    assert after[["verdict", "settled", "by", "on"]].tolist() == ["conflict", True, "editor", "2026-11-22"]
    assert after.how == "The two days are both named"


def test_the_order_of_certainties_is_no_difference(tmp_path: Path) -> None:
    """Attributed and denied is denied and attributed."""
    folder = write(tmp_path / "bridge")
    edit(folder, "codings/first.yml", "{A: attributed, B: asserted}", "{B: asserted, A: [denied, attributed]}")
    assert settling(load(folder)).status.tolist() == ["same", "verdict", "same", "alone", "alone"]


def test_every_disagreement_is_listed(work: Comparison) -> None:
    """Of these rows, those to which the two gave different verdicts; being silent of a point is no disagreement."""
    assert disagreements(work)[["point", "one", "two"]].to_numpy().tolist() == [
        ["day-of-the-fall", "conflict", "detail"]
    ]
    assert list(disagreements(work).columns) == list(SETTLING)


def test_the_settled_verdicts_are_held_against_a_coder(work: Comparison) -> None:
    """What was settled stands beside a coder as another coder's would."""
    found = disagreements(work, "second", "settled")
    assert found[["point", "one", "two"]].to_numpy().tolist() == [["day-of-the-fall", "detail", "conflict"]]
    assert len(settling(work, "second", "settled")) == len(work.points)


def test_the_shipped_codings_add_up() -> None:
    """Rows are the points that either had found, and every disagreement on a verdict was settled."""
    shipped = load(SHIPPED)
    found = settling(shipped)
    assert len(found) == found_by(shipped).drop("neither").sum()
    assert (found.status == "alone").sum() == found_by(shipped)[["first", "second"]].sum()
    assert disagreements(shipped).settled.all()


@pytest.mark.parametrize(("one", "two", "rows"), [("first", "nobody", 4), ("nobody", "no one", 0)])
def test_without_a_coding(work: Comparison, one: str, two: str, rows: int) -> None:
    """A coder who has coded nothing has left every point out; where neither has, the table has no rows."""
    found = settling(work, one, two)
    assert len(found) == rows
    assert set(found.status) <= {"alone"}
    assert list(found.columns) == list(SETTLING)
    assert disagreements(work, one, two).empty
