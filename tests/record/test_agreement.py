"""Agreement between coders, held against scikit-learn, the package krippendorff and published examples."""

from __future__ import annotations

import json
import math
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, SHIPPED, edit, write

from sidebyside.reading import CERTAINTIES
from sidebyside.record import VERDICTS, Comparison, agreement, agreement_of_all, found_by, load
from sidebyside.record.agreeing import AGREEMENT, OF_ALL, coded_by
from sidebyside.record.agreeing.bootstrap import interval, resampled
from sidebyside.record.agreeing.coefficients import against_others, alpha, coincidences, kappa
from sidebyside.record.agreeing.of_all import SCALE
from sidebyside.record.agreeing.of_two import of_pairs
from sidebyside.record.points_file import CodingEntry, CodingFile

LABELS = st.lists(st.tuples(st.sampled_from([*VERDICTS]), st.sampled_from([*VERDICTS])), min_size=1, max_size=60)
RATINGS = st.integers(2, 5).flatmap(  # units by coders, values from 0; None: that coder left the unit out
    lambda coders: st.lists(
        st.lists(st.sampled_from([None, 0, 1, 2, 3]), min_size=coders, max_size=coders), min_size=1, max_size=30
    )
)
# Krippendorff 2011, section D: four observers, twelve units, five values, "." where an observer left one out.
FOUR = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]


@pytest.fixture
def work(tmp_path: Path) -> Comparison:
    return load(write(tmp_path / "bridge"))


def table(one: Iterable[object], two: Iterable[object]) -> np.ndarray:
    """How often the one gave each label where the other gave each."""
    pairs = list(zip(one, two, strict=True))
    labels = sorted({str(label) for pair in pairs for label in pair})
    made = np.zeros((len(labels), len(labels)))
    for first, second in pairs:
        made[labels.index(str(first)), labels.index(str(second))] += 1
    return made


def counted(ratings: Sequence[Sequence[int | None]], size: int) -> np.ndarray:
    """How many coders gave each value, unit by unit."""
    return np.array([[unit.count(value) for value in range(size)] for unit in map(list, ratings)])


def coder(name: str, **points: dict[str, object]) -> CodingFile:
    """What a coder decided of these points, each a verdict and the certainties of sources."""
    entries = [
        CodingEntry(id=key.replace("_", "-"), verdict=str(told.pop("verdict", "agree")), certainty=told)  # type: ignore[arg-type]
        for key, told in points.items()
    ]
    return CodingFile(coder=name, points=tuple(entries))


# the coefficients


@settings(REPEATABLE, max_examples=60)
@given(LABELS)
def test_kappa_is_what_scikit_learn_gives(pairs: list[tuple[str, str]]) -> None:
    """On any two lists of labels, Cohen's kappa is scikit-learn's, and undefined where theirs is."""
    from sklearn.metrics import cohen_kappa_score

    one, two = map(list, zip(*pairs, strict=True))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where kappa is not defined
        theirs = cohen_kappa_score(one, two)
    ours = float(kappa(table(one, two)))
    assert (math.isnan(ours) and math.isnan(theirs)) or ours == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize(
    ("counts", "value"),
    [
        # Cohen 1960: 200 persons, two judges; 140 alike, 82 by chance. The paper gives .492.
        ([[88, 10, 2], [14, 40, 6], [18, 10, 12]], (140 - 82) / (200 - 82)),
        # Fleiss, Statistical Methods for Rates and Proportions, 1981, table 13.1: .89 observed, .66 by chance.
        ([[75, 1, 4], [5, 4, 1], [0, 0, 10]], (0.89 - 0.66) / (1 - 0.66)),
    ],
)
def test_kappa_of_published_examples(counts: list[list[int]], value: float) -> None:
    """Whatever its authors worked out by hand comes out."""
    assert float(kappa(np.array(counts))) == pytest.approx(value)


@pytest.mark.parametrize(
    ("one", "two", "value"),
    [("yynn", "yynn", 1.0), ("yynn", "nnyy", -1.0), ("yynn", "ynyn", 0.0), ("yynn", "ynnn", 0.5), ("abc", "bca", -0.5)],
)
def test_kappa_worked_by_hand(one: str, two: str, value: float) -> None:
    """Full agreement is 1, what chance gives is 0, less than chance is below it."""
    assert float(kappa(table(one, two))) == pytest.approx(value)


def test_kappa_is_not_defined_where_chance_agrees_always() -> None:
    """Where both gave one label throughout, there is nothing to correct for: not 1, not 0. Likewise where none did."""
    assert math.isnan(kappa(np.array([[7, 0], [0, 0]])))
    assert math.isnan(kappa(np.zeros((2, 2))))


@settings(REPEATABLE, max_examples=100)
@given(RATINGS, st.booleans())
def test_alpha_is_what_the_package_gives(ratings: list[list[int | None]], ordinal: bool) -> None:
    """On any units, some left out by any of two to five coders, alpha is that of krippendorff; NaN where it refuses."""
    counts = counted(ratings, 4)
    ours = float(alpha(coincidences(counts).sum(0), ordinal))
    paired = counts[counts.sum(1) > 1]
    if np.count_nonzero(paired.sum(0)) < 2:
        assert math.isnan(ours)
    else:
        level = "ordinal" if ordinal else "nominal"
        assert ours == pytest.approx(krippendorff.alpha(value_counts=counts, level_of_measurement=level), abs=1e-9)


@pytest.mark.parametrize(("ordinal", "value"), [(False, 0.743), (True, 0.815)])
def test_alpha_of_four_observers(ordinal: bool, value: float) -> None:
    """Krippendorff 2011, sections D and E: .743 without an order, .815 in it; one unit was coded by one alone."""
    units = list(zip(*FOUR, strict=True))
    counts = np.array([[unit.count(str(value)) for value in range(1, 6)] for unit in units])
    assert counts.sum() == 41
    assert float(alpha(coincidences(counts).sum(0), ordinal)) == pytest.approx(value, abs=0.0005)


@pytest.mark.parametrize(
    ("one", "two", "value"),
    [("0100000010", "1110010000", 0.095), ("aabbdcccedda", "babbbccceddd", 0.692)],
)
def test_alpha_of_two_observers(one: str, two: str, value: float) -> None:
    """Krippendorff 2011, sections A and B: two observers, none of whom left anything out."""
    assert float(of_pairs(table(one, two))) == pytest.approx(value, abs=0.0005)


def test_alpha_in_an_order_is_milder_to_neighbours() -> None:
    """Two who differ by one step agree better on an ordered scale than two who differ by three; unordered, alike."""
    near, far = np.eye(4) * 6, np.eye(4) * 6
    near[0, 1] = near[1, 0] = far[0, 3] = far[3, 0] = 2
    assert alpha(near, ordinal=True) > alpha(far, ordinal=True)
    assert alpha(near) == alpha(far)


def test_a_verdict_against_all_others() -> None:
    """What is not that verdict is one thing, and no count is lost."""
    counts = np.arange(16).reshape(4, 4)
    for value in range(4):
        apart = against_others(counts, value)
        assert apart.sum() == counts.sum()
        assert apart[0].tolist() == [counts[value, value], counts[value].sum() - counts[value, value]]
        assert apart[1, 0] == counts[:, value].sum() - counts[value, value]


# the bootstrap


def test_samples_are_drawn_from_the_points() -> None:
    """Each sample has as many points as there are, whole ones, and the samples differ."""
    drawn = resampled(np.eye(5, dtype=int) * 3, 400)
    assert drawn.shape == (400, 5)
    assert (drawn.sum(1) == 15).all()
    assert (drawn % 3 == 0).all()
    assert len(np.unique(drawn, axis=0)) > 100
    assert drawn.mean(0) == pytest.approx([3] * 5, abs=0.5)


def test_the_interval_widens_as_points_grow_few() -> None:
    """Four times the points, half the width: the interval is that of a mean where the statistic is one."""
    few, many = (np.tile([[0], [1]], (size, 1)) for size in (50, 200))
    widths = [np.subtract(*interval(resampled(each, 2000)[:, 0] / len(each))[::-1]) for each in (few, many)]
    assert widths[0] == pytest.approx(2 * 1.96 * 0.5 / math.sqrt(100), rel=0.1)
    assert widths[0] / widths[1] == pytest.approx(2, rel=0.1)


# two coders


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
    assert rows.alpha.iloc[0] == pytest.approx(1 - 1 / 3 / (26 / 30))  # 26 of 30 pairs of the six verdicts differ
    assert rows.alone.tolist() == [2, 0, 0, 0, 0]


def test_the_interval_holds_the_estimate() -> None:
    """On the shipped codings, each coefficient lies in its interval, which lies between -1 and 1."""
    found = agreement(load(SHIPPED), resamples=300)
    assert found.verdict.tolist() == ["all verdicts", *VERDICTS]
    for value, low, high in (("kappa", "low", "high"), ("alpha", "alpha_low", "alpha_high")):
        assert ((found[low] <= found[value]) & (found[value] <= found[high])).all()
        assert ((found[low] >= -1) & (found[high] <= 1) & (found[low] < found[high])).all()


def test_agreement_can_be_made_again(work: Comparison) -> None:
    """The bootstrap's seed is fixed: the same codings give the same interval."""
    assert agreement(work, resamples=50).equals(agreement(work, resamples=50))


def test_agreement_does_not_depend_on_who_is_named_first(work: Comparison) -> None:
    """Coefficients and counts are the same whichever coder comes first."""
    here, there = agreement(work, "first", "second", 50), agreement(work, "second", "first", 50)
    np.testing.assert_allclose(here[["kappa", "alpha"]], there[["kappa", "alpha"]])
    assert here[["verdict", "n", "both", "alone"]].equals(there[["verdict", "n", "both", "alone"]])


@pytest.mark.parametrize(("one", "two"), [("first", "nobody"), ("nobody", "second"), ("nobody", "no one")])
def test_without_a_coding_there_is_no_agreement(work: Comparison, one: str, two: str) -> None:
    """A coder who has coded nothing gives a table without rows, with its columns."""
    assert list(agreement(work, one, two).columns) == list(AGREEMENT)
    assert agreement(work, one, two).empty


def test_the_settled_verdicts_are_a_coding_too(work: Comparison) -> None:
    """A coder can be held against what was settled."""
    assert agreement(work, "first", "settled", 20).per_cent.iloc[0] == 100


def test_points_are_counted_by_who_had_found_them(work: Comparison) -> None:
    """Both had found three, the first one more, the second another, and two came in with the editor."""
    assert found_by(work).to_dict() == {"both": 3, "first": 1, "second": 1, "neither": 2}
    assert found_by(work, "first", "nobody").to_dict() == {"both": 0, "first": 4, "nobody": 0, "neither": 3}


def test_nobody_agrees_by_leaving_out(tmp_path: Path) -> None:
    """A point that one coder left out counts neither for nor against agreement, and is counted apart."""
    folder = write(tmp_path / "bridge")
    entry = next(line for line in (folder / "codings/first.yml").read_text("utf-8").splitlines() if "id: blame" in line)
    edit(folder, "codings/first.yml", entry + "\n", "")
    before, after = agreement(load(write(tmp_path / "whole")), resamples=20), agreement(load(folder), resamples=20)
    assert after.n.iloc[0] == 3
    assert after.drop(columns="alone").equals(before.drop(columns="alone"))
    assert (before.alone.iloc[0], after.alone.iloc[0]) == (2, 1)


def test_a_coding_of_the_journal_counts(tmp_path: Path) -> None:
    """What a coder codes at the bench stands beside the codings of files, and agrees or not like any other."""
    folder = write(tmp_path / "bridge")
    told = {"that-it-fell": "agree", "day-of-the-fall": "detail", "hurt-at-all": "detail"}
    changes = [
        {"key": f"codings/ada/{point}", "before": None, "after": {"verdict": verdict, "certainty": {"A": ["asserted"]}}}
        for point, verdict in told.items()
    ]
    line = {"id": "0" * 32, "at": "2026-11-24T14:02:31.412Z", "by": "ada", "did": "coded three points"}
    (folder / "journal.jsonl").write_text(json.dumps(line | {"changes": changes}) + "\n", "utf-8")
    work = load(folder)
    assert list(coded_by(work)) == ["first", "second", "ada", "settled"]
    assert agreement(work, "ada", "second", 20).loc[0, ["n", "both", "alone"]].tolist() == [3, 2, 1]
    assert agreement_of_all(work, resamples=20).coders.unique().tolist() == [3]


# all coders


def test_two_of_all_are_two(work: Comparison) -> None:
    """Over two coders, alpha, its interval and its counts are those of the table of two."""
    shipped = load(SHIPPED)
    two = agreement(shipped)
    all_ = agreement_of_all(shipped, ["first", "second"])
    all_ = all_[all_.unit == "point"]
    assert all_.what.tolist() == two.verdict.tolist()
    assert all_[["n", "alone"]].to_numpy().tolist() == two[["n", "alone"]].to_numpy().tolist()
    columns = ["alpha", "alpha_low", "alpha_high"]
    np.testing.assert_allclose(all_[["alpha", "low", "high"]].to_numpy(), two[columns].to_numpy())


def test_all_coders_with_what_they_left_out(work: Comparison) -> None:
    """Each row says its level, how many coded, and how many units; where all hold a source silent is no certainty."""
    found = agreement_of_all(work, resamples=50)
    assert list(found.columns) == list(OF_ALL)
    rows = found.set_index("what")
    assert rows.loc["all verdicts", ["level", "coders", "unit", "n", "alone"]].tolist() == ["nominal", 2, "point", 3, 2]
    positions = ["speaks or silent", "certainty at its firmest", "certainty at its weakest"]
    assert list(rows.index) == ["all verdicts", "agree", "conflict", "certainty", "detail", *positions]
    assert rows.loc[positions, "n"].tolist() == [6, 6, 6]
    assert rows.loc[positions, "alone"].tolist() == [4, 3, 3]  # of the king's visit, A is silent: no certainty
    assert math.isnan(rows.alpha["speaks or silent"])  # all six speak: there is nothing that varies
    assert rows.alpha["certainty at its firmest"] == 1
    assert rows.alpha["certainty at its weakest"] < 1  # where the second coder has a denial besides


def test_a_third_coder_fills_in(work: Comparison) -> None:
    """With a third who coded what one of two had left out, that point counts; "settled" only where it is named."""
    third = coder("third", blame={"verdict": "framing", "A": ("asserted",)}, visit={"verdict": "agree"})
    more = replace(work, codings=(*work.codings, third))
    row = agreement_of_all(more, resamples=20).iloc[0]
    assert (row.coders, row.n, row.alone) == (3, 5, 0)
    assert agreement_of_all(more, ["first", "third"], 20).iloc[0].n == 1
    assert agreement_of_all(more, ["first", "settled", "first"], 20).iloc[0].tolist()[2:5] == [2, "point", 4]


@pytest.mark.parametrize("coders", [[], ["first"], ["first", "nobody"], ["nobody", "no one"]])
def test_one_coder_agrees_with_nobody(work: Comparison, coders: list[str]) -> None:
    """Fewer than two who coded give a table without rows, with its columns."""
    found = agreement_of_all(work, coders, 20)
    assert list(found.columns) == list(OF_ALL)
    assert found.empty


def test_before_anyone_has_coded(work: Comparison) -> None:
    """With no coding, or no point, there is nothing to agree on."""
    assert agreement_of_all(replace(work, codings=()), resamples=20).empty
    none = replace(work, coded=work.coded.model_copy(update={"points": ()}))
    assert agreement_of_all(none, resamples=20).empty
    assert agreement(none, resamples=20).empty


def test_the_scale_has_every_certainty_but_silence() -> None:
    """A certainty that is added to the vocabulary has to be given its place on the scale."""
    assert {*SCALE, "silent"} == set(CERTAINTIES)


def test_a_slip_by_one_step_weighs_less_than_one_by_three(work: Comparison) -> None:
    """Where one has "asserted" for "hedged" the coders agree better than where one has it for "denied"."""
    ids = [point.id.replace("-", "_") for point in work.coded.points]
    values = ["asserted", "hedged", "attributed", "denied", "asserted", "hedged", "denied"]
    true = {key: {"A": (value,)} for key, value in zip(ids, values, strict=True)}

    def with_slip(slip: str) -> float:
        other = true | {ids[0]: {"A": (slip,)}}
        coders = (
            coder("x", **{k: dict(v) for k, v in true.items()}),
            coder("y", **{k: dict(v) for k, v in other.items()}),
        )
        rows = agreement_of_all(replace(work, codings=coders), resamples=20).set_index("what")
        return float(rows.alpha["certainty at its firmest"])

    assert 1 > with_slip("hedged") > with_slip("attributed") > with_slip("denied")
