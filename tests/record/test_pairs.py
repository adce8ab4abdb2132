"""A verdict for each pair of sources that matters: what fits, what is refused and where, and how it is told."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE
from tests.showing import small

from sidebyside.errors import ComparisonError
from sidebyside.record import Comparison, load
from sidebyside.record.checkup import checkup
from sidebyside.record.holding import held_against
from sidebyside.record.pair_words import of_camp
from sidebyside.record.pairs import BETWEEN, PairEntry, fits, gravest, pair_faults

YEAR = {"A-B": {"verdict": "conflict", "reason": "2015 is not 2016."}, "A-C": "conflict", "C-B": "conflict"}


def four(folder: Path, pairs: Any, verdict: str = "conflict", **others: Any) -> Comparison:
    """Four accounts, and of the year when the bridge was opened these pairs; `others` are of other points."""
    small.four(folder)
    data = yaml.safe_load((folder / "points.yml").read_text(encoding="utf-8"))
    for point in data["points"]:
        if point["id"] == "year":
            point |= {"pairs": pairs, "verdict": verdict}
        if point["id"] in others:
            point["pairs"] = others[point["id"]]
    (folder / "points.yml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    return load(folder)


def test_a_point_has_a_verdict_for_each_pair_named(tmp_path: Path) -> None:
    """Whichever of two is named first, with or without a reason; the table has a row for each, the sources in order."""
    work = four(tmp_path, YEAR)
    table = work.pairs[work.pairs.point == "year"]
    assert list(zip(table.one, table.other, table.verdict, table.shown, strict=True)) == [
        ("A", "B", "conflict", "A and B conflict"),
        ("A", "C", "conflict", "A and C conflict"),
        ("B", "C", "conflict", "B and C conflict"),
    ]
    assert list(table.reason) == ["2015 is not 2016.", "", ""]
    assert work.point("year").verdict_of("C", "A") == "conflict"
    assert work.point("bridge").verdict_of("C", "A") == "agree"  # nothing is said of the two: that over all


def test_of_two_that_speak_the_verdict_is_the_pairs(tmp_path: Path) -> None:
    """In a comparison of two sources the table of pairs has the points on which both speak, and no more."""
    work = small.bridge(tmp_path)
    both = work.points[~work.points.verdict.isin(["only", "internal"])]
    assert list(work.pairs.point) == list(both.id)
    assert list(work.pairs.verdict) == list(both.verdict)
    assert set(zip(work.pairs.one, work.pairs.other, strict=True)) == {("A", "B")}


@pytest.mark.parametrize(
    ("pairs", "verdict", "found", "mend"),
    [
        ({"A-X": "agree", "A-B": "conflict"}, "conflict", "A-X: X has no position here", "Name sources that have one"),
        ({"A-A": "conflict"}, "conflict", "A-A is a source with itself", "Name two sources"),
        ({"A-B": "conflict", "B-A": "agree"}, "conflict", "A and B have two verdicts", "Take one out"),
        ({"A-B": "only"}, "only", "A-B is only, yet both speak", "only is where one of two speaks"),
        ({"A-B": "agree"}, "conflict", "the verdict over all is conflict, and no pair has it", "of which two it is"),
        ({"A-B": "conflict"}, "agree", "of A and B it is conflict, which is graver", "Give conflict over all"),
        ({"A and B": "conflict"}, "conflict", 'is "A and B"', "Name two sources, such as A-C"),
        ({"A-B": "internal"}, "conflict", 'verdict is "internal"', "Use one of: agree, conflict"),
        ({"A-B": {"reason": "So."}}, "conflict", "pairs, A-B, verdict is missing", "Add it"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(
    tmp_path: Path, pairs: Any, verdict: str, found: str, mend: str
) -> None:
    """Each with the point, what was found, what would be right, and the line on which it stands."""
    with pytest.raises(ComparisonError) as error:
        four(tmp_path, pairs, verdict)
    problem = next(problem for problem in error.value.problems if found in problem.what)
    assert mend in problem.mend
    lines = (tmp_path / "points.yml").read_text(encoding="utf-8").split("\n")
    start = lines.index("- id: year")
    end = next(number for number, line in enumerate(lines) if line == "- id: price")
    assert start < problem.line <= end


def test_pairs_are_for_three_that_speak(tmp_path: Path) -> None:
    """Where fewer do, the verdict over all is theirs, and pairs beside it are refused."""
    with pytest.raises(ComparisonError, match="fewer than 3 sources speak"):
        four(tmp_path, YEAR, leak={"A-B": "only"})


def test_a_pair_of_which_one_is_silent(tmp_path: Path) -> None:
    """It can only be `only`; the one that speaks is named first."""
    with pytest.raises(ComparisonError, match="A-B is agree, yet B is silent"):
        four(tmp_path / "one", YEAR, floods={"A-B": "agree"})
    work = four(tmp_path / "other", YEAR, floods={"A-B": "only", "A-C": "agree"})
    assert work.point("floods").pairs_told == [("agree", "A and C agree"), ("only", "A speaks, B does not")]


@REPEATABLE
@given(st.lists(st.sampled_from(BETWEEN), min_size=1), st.sampled_from([*BETWEEN, "internal"]))
def test_the_gravest_always_fits(given: list[str], verdict: str) -> None:
    """Whatever the pairs have, one verdict goes over all of them; no other that is said to fit is less grave."""
    assert fits(given, gravest(given))
    if "conflict" in given:
        assert fits(given, verdict) == (verdict == "conflict")
    if set(given) == {"agree"}:
        assert fits(given, verdict) == (verdict in ("agree", "only", "internal"))


@REPEATABLE
@given(st.sets(st.sampled_from(list(combinations("ABCDEF", 2))), min_size=1))
def test_words_name_every_pair_and_no_other(pairs: set[tuple[str, str]]) -> None:
    """However pairs hang together, who reads the words knows of which two they are, and of which they are not."""
    assert read(of_camp(sorted(pairs), "agree", "with")) == {frozenset(pair) for pair in pairs}


def read(words: str) -> set[frozenset[str]]:
    """The pairs of which words such as "A and B agree with C; C and D agree" are."""
    found: set[frozenset[str]] = set()
    for part in words.split("; "):
        one, _, other = part.partition(" with ")
        sides = [[name for name in side if name.isupper()] for side in (one, other)]
        across = [(a, b) for a in sides[0] for b in sides[1]] if sides[1] else combinations(sides[0], 2)
        found |= {frozenset(pair) for pair in across}
    return found


def test_faults_come_in_the_order_of_the_file() -> None:
    """All at once, and none hides another."""
    pairs = {"A-X": PairEntry(verdict="agree"), "A-A": PairEntry(verdict="agree")}
    told = [what for what, _, _ in pair_faults(pairs, "conflict", dict.fromkeys("ABC", True))]
    assert [what[:3] for what in told] == ["A-X", "A-A", "the"]


def test_the_checkup_asks_who_parts_from_whom(tmp_path: Path) -> None:
    """Where three or more speak and part, and no pair is named; not where they agree, nor where pairs are named."""
    four(tmp_path, YEAR)
    asked = [warning for warning in checkup(tmp_path).warnings if "who stands how to whom" in warning.what]
    assert [warning.what.split('"')[1] for warning in asked] == ["price", "crowd", "use"]
    assert all("`pairs`" in warning.mend and warning.line for warning in asked)


def test_a_proposal_is_held_against_the_verdict_of_its_two_sources(tmp_path: Path) -> None:
    """That the machine takes C and D to agree is right where a person says so of these two, whatever the others do."""
    work = four(tmp_path, YEAR | {"C-D": "agree"})
    rows = work.reading.passages.iloc[:0].assign(**dict.fromkeys(PROPOSED))
    rows.loc[0, list(PROPOSED)] = list(PROPOSED.values())
    row = held_against(work, rows).set_index("point").loc["year"]
    assert (row.verdict, row.outcome) == ("agree", "right")


PROPOSED = {
    "id": "cd", "rank": 1, "group": 1, "verdict": "agree", "reason": "both say it", "left": "C", "right": "D",
    "left_passages": ("C2",), "right_passages": ("D2",),
}  # fmt: skip
