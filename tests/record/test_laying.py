"""A person's list over the machine's: nothing of the person's is lost, nothing stands twice, each row says by whom."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE

from sidebyside.record.laying import laid_over, shared
from sidebyside.record.pairing import overlapping

PLACES = st.tuples(st.sampled_from("AB"), st.integers(0, 40), st.integers(1, 12)).map(
    lambda p: {"source": p[0], "start": p[1], "end": p[1] + p[2]}
)
LISTS = st.lists(PLACES, max_size=12)


def table(rows: list[dict[str, object]], **more: list[object]) -> pd.DataFrame:
    """Rows as a table, also where there are none."""
    return pd.DataFrame(rows, columns=["source", "start", "end"]).assign(**more)


@REPEATABLE
@given(LISTS, LISTS)
def test_overlaps_are_those_that_share_a_code_point(
    first: list[dict[str, object]], second: list[dict[str, object]]
) -> None:
    """The search finds what trying every pair finds."""
    found = {(n, m) for n, met in overlapping(table(first), table(second)) for m in met}
    assert found == {(n, m) for n, a in enumerate(first) for m, b in enumerate(second) if shared(a, b) > 0}


@REPEATABLE
@given(LISTS, LISTS)
def test_a_persons_rows_all_stay(first: list[dict[str, object]], second: list[dict[str, object]]) -> None:
    """Every row of the person's is there once, and of the machine's those that met none."""
    coded, read = table(first, v=list(range(len(first)))), table(second, v=list(range(len(second))))
    laid = laid_over(coded, read, lambda row: str(row["v"]), lambda rows: rows)
    assert laid[laid.by != "machine"].v.tolist() == coded.v.tolist()
    alone = [m for m, b in enumerate(second) if not any(shared(a, b) for a in first)]
    assert laid[laid.by == "machine"].v.tolist() == alone


def test_a_row_says_who_read_it() -> None:
    """Alike is both's; unlike is the coder's, with what the machine reads beside it; alone is either's."""
    coded = table([{"source": "A", "start": s, "end": s + 4} for s in (0, 10, 20)], v=["1", "2", "3"])
    read = table(
        [{"source": "A", "start": s, "end": s + 4} for s in (1, 11, 31)], v=["1", "9", "4"], own=["a", "b", "c"]
    )
    laid = laid_over(coded, read, lambda row: row["v"], lambda rows: rows)
    assert laid.by.tolist() == ["both", "coder", "coder", "machine"]
    assert laid.v.tolist() == ["1", "2", "3", "4"]
    assert laid["read"].tolist() == ["1", "9", "", "4"]
    assert laid.own.fillna("").tolist() == ["a", "b", "", "c"]
