"""With more than two sources: every one of them is drawn, named at its own marks, and lies upon no other."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from tests.showing import anyones, small
from tests.showing.markup import tree, words

import sidebyside as sbs
from sidebyside.record import Comparison
from sidebyside.showing.headings import LEADING, Stretch, thinned, told
from sidebyside.showing.ribbon import HEIGHT, TOP, placed
from sidebyside.texts import Source


@pytest.fixture(scope="module")
def seven(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Seven reports, and no point."""
    return anyones.seven(tmp_path_factory.mktemp("seven"))


@pytest.mark.parametrize("number", [1, 2, 3, 7, 20, 100])
def test_every_text_has_a_bar_of_its_own(number: int) -> None:
    """Within the height, one under the other, all to one scale; half of them at either side, in their order."""
    texts = [Source(f"K{n}", "", "word " * (n % 5 + 1)) for n in range(number)]
    bars = list(placed(texts))
    assert [bar.source for bar in bars] == texts
    assert len({bar.scale for bar in bars}) == 1
    assert [bar.side for bar in bars] == sorted(bar.side for bar in bars)
    for side in (0, 1):
        mine = [bar for bar in bars if bar.side == side]
        assert all(one.at(len(one.source.text)) < other.head < other.top for one, other in pairwise(mine))
        assert all(bar.top >= TOP and bar.at(len(bar.source.text)) <= TOP + HEIGHT + 0.01 for bar in mine)


def test_the_ribbon_joins_all_sources(tmp_path: Path) -> None:
    """Each has its key, and bands lead from each; with many, a theme tells the passages of all together."""
    page = tree(sbs.ribbon(small.four(tmp_path)).markup)
    wide = page.select_one("svg.wide")
    assert wide is not None
    assert [words(head) for head in wide.select("text.head")] == ["A", "B", "C", "D"]
    assert {band["class"][0] for band in wide.select(".theme path")} == {"s0", "s1", "s2", "s3"}
    assert "8 passages" in words(wide.select(".theme text.q")[0])


def test_of_many_headings_those_are_named_that_find_room() -> None:
    """No words stand on others: the first and the last are named, then longer sections; how many is said."""
    long = {5, 14}
    tops = [sum(60.0 if n in long else 6.0 for n in range(number)) for number in range(20)]
    text = [Stretch(y, 3.0, "heading", (f"Heading {n}", "goes on")) for n, y in enumerate(tops)]
    (drawn,) = thinned([text])
    named = [n for n, stretch in enumerate(drawn) if stretch.label]
    assert {0, 19} | long <= set(named)
    assert all(tops[b] - tops[a] >= 2 * LEADING for a, b in pairwise(named))
    assert told([text], [drawn]).startswith(f"{len(named)} of 20 headings are named")
    assert [(s.y, s.height) for s in drawn] == [(s.y, s.height) for s in text]
    assert told([text[:1]], thinned([text[:1]])) == ""


def test_no_ribbon_without_points(seven: Comparison) -> None:
    """A picture on which nothing hangs is not drawn."""
    page = tree(sbs.ribbon(seven).markup)
    assert not page.select("svg")
    assert words(page) == "No point is decided yet."


def test_each_lane_is_named_above_its_dates(seven: Comparison) -> None:
    """The name of a source, then its marks, then the next; one date is one date."""
    ax = sbs.charts.timeline(seven)
    heads = {t.get_text()[0]: t.xy[1] for t in ax.texts if re.match(r"[A-G]: \d+ dates?\b", t.get_text())}
    assert list(heads) == list("ABCDEFG")
    assert list(heads.values()) == sorted(heads.values(), reverse=True)
    assert any(t.get_text().startswith("F: 1 date") and "dates" not in t.get_text() for t in ax.texts)
    marks = [line.get_ydata()[0] for line in ax.lines if line.get_marker() not in ("None", "")]
    assert marks
    assert all(y < 0 for y in marks)


def test_names_at_marks_do_not_run_into_each_other(seven: Comparison) -> None:
    """Marks that stand on each other share a label; no label of the chart lies upon another."""
    ax = sbs.charts.space_given(seven)
    ax.figure.draw_without_rendering()
    boxes = [(t.get_text(), t.get_window_extent()) for t in ax.texts if t.get_text()]
    for number, (one, box) in enumerate(boxes):
        for other, place in boxes[number + 1 :]:
            assert not (box.x0 < place.x1 and place.x0 < box.x1 and box.y0 < place.y1 and place.y0 < box.y1), (
                one,
                other,
            )
    named = " ".join(t.get_text() for t in ax.texts if re.fullmatch(r"[A-G]( [A-G])*", t.get_text()))
    assert sorted(named.split()) == sorted("ABCDEFG" * len(seven.about.themes))


def test_a_table_without_rows_has_no_filters(seven: Comparison) -> None:
    """There is nothing to filter, sort or unfold."""
    assert not tree(sbs.ledger(seven).markup).select(".tools")
