"""The charts: their numbers are counted again here, and their labels are looked for where a reader would look."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from tests.showing import small
from tests.showing.markup import column, dangers, misnested, repeated_ids, tree, words

from sidebyside import charts, load
from sidebyside.record import Comparison
from sidebyside.showing.charts import chart as chart_module
from sidebyside.showing.charts.voices import heard
from sidebyside.showing.palette import variables

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "russia-afghanistan"
CHARTS: dict[str, Callable[..., Any]] = {
    name: getattr(charts, name) for name in charts.__all__ if name != "theme_counts"
}
each_chart = pytest.mark.parametrize("name", CHARTS)


@cache
def shipped() -> Comparison:
    return load(SHIPPED)


@cache
def made(name: str) -> Any:
    return CHARTS[name](shipped())


@cache
def markup(name: str) -> str:
    """The chart as a piece of a page, without the style that every piece brings along."""
    return str(made(name)._repr_html_()).partition("</style>")[2]


def drawings(name: str, work: Comparison, monkeypatch: pytest.MonkeyPatch) -> dict[str, Figure]:
    """The figures that a page would hold, wide and narrow, before they become SVG."""
    figures: dict[str, Figure] = {}
    whole = chart_module.svg

    def kept(figure: Figure, label: str, salt: str) -> str:
        figures[salt] = figure
        return whole(figure, label, salt)

    monkeypatch.setattr(chart_module, "svg", kept)
    CHARTS[name](work)._repr_html_()
    return figures


def labels(figure: Figure) -> list[tuple[str, Bbox]]:
    """Every text that is drawn and the pixels that it takes."""
    drawn: dict[int, tuple[str, Bbox]] = {}
    draw = Text.draw

    def noted(text: Text, renderer: Any) -> None:
        draw(text, renderer)
        if text.get_visible() and text.get_text().strip():
            # An annotation's own extent takes in its arrow: ask for that of its words.
            drawn[id(text)] = (text.get_text(), Text.get_window_extent(text, renderer))

    with chart_module.look(), mock.patch.object(Text, "draw", noted):
        FigureCanvasAgg(figure).draw()
    return list(drawn.values())


def shared(one: Bbox, two: Bbox) -> float:
    """How much of the smaller box lies under the other, 0 to 1."""
    both = Bbox.intersection(one, two)
    area = (both.width * both.height) if both else 0.0
    return float(area / max(1.0, min(one.width * one.height, two.width * two.height)))


def crowded(figure: Figure) -> list[str]:
    """Texts that leave the canvas, and pairs of which one covers more than a sliver of the other."""
    width, height = figure.canvas.get_width_height()
    found = labels(figure)
    outside = [
        f"{text!r} leaves the canvas"
        for text, box in found
        if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1
    ]
    return outside + [f"{a!r} on {b!r}" for (a, one), (b, two) in combinations(found, 2) if shared(one, two) > 0.12]


@each_chart
def test_a_chart_is_its_axes(name: str) -> None:
    """A chart hands back the Axes, so that anyone can go on drawing, with the finding as its title."""
    ax = made(name)
    assert isinstance(ax, Axes)
    assert ax.figure.get_suptitle() == ax.finding.title


@each_chart
def test_every_label_can_be_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In both widths no label leaves the canvas, and none covers another."""
    for salt, figure in drawings(name, shipped(), monkeypatch).items():
        assert len(labels(figure)) > 8, salt
        assert crowded(figure) == [], salt


@each_chart
def test_the_chart_in_a_notebook_without_pages(name: str) -> None:
    """Drawn as a plain figure, with its title, the labels keep apart too."""
    assert [line for line in crowded(made(name).figure) if made(name).finding.title not in line] == []


@each_chart
def test_a_drawing_has_a_name_and_a_role(name: str) -> None:
    """Who cannot see the drawing hears its finding; both widths are named alike."""
    drawn = tree(markup(name)).select("svg:not(.bar):not(.tile svg)")
    assert len(drawn) == 2
    for svg in drawn:
        assert svg["role"] == "img"
        assert svg["aria-label"] == f"{made(name).finding.title}. {made(name).finding.note}"
        assert len(str(svg["aria-label"])) > 60


@each_chart
def test_a_drawing_has_only_colours_of_the_palette(name: str) -> None:
    """Every colour is a variable of the palette, so that the drawing follows the reader's light or dark."""
    drawn = tree(markup(name)).select_one(".wide")
    assert drawn is not None
    assert re.findall(r"(?:fill|stroke|color)\s*[:=]\s*\"?\s*(#\w+|rgb[^;\"]*)", str(drawn)) == []
    assert [words(text) for text in drawn.select("text") if "fill: var(--" not in str(text.get("style"))] == []
    used = set(re.findall(r"var\(--([\w-]+)\)", str(drawn)))
    assert used <= set(variables())
    assert used


@each_chart
def test_a_drawing_is_whole_markup(name: str) -> None:
    """The figure nests rightly, repeats no id, carries nothing that runs, and every reference has its target."""
    assert misnested(markup(name)) == []
    page = tree(markup(name))
    assert repeated_ids(page) == set()
    assert list(dangers(markup(name))) == []
    ids = {str(tag["id"]) for tag in page.select("[id]")}
    named = set(re.findall(r"url\(#([\w-]+)\)", markup(name)))
    named |= {str(tag["xlink:href"])[1:] for tag in page.select("use")}
    assert named <= ids


@each_chart
def test_a_drawing_is_the_same_each_time(name: str) -> None:
    """Made twice, a chart has the same bytes: no date, no random names."""
    again = CHARTS[name](shipped())._repr_html_()
    assert str(again).partition("</style>")[2] == markup(name)


@each_chart
def test_a_drawing_is_text(name: str) -> None:
    """Labels are words in the page, which can be searched and read out, not outlines."""
    drawn = tree(markup(name)).select_one(".wide svg")
    assert drawn is not None
    assert len(drawn.select("text")) >= 4
    assert len(str(drawn)) < 90_000


@each_chart
def test_the_numbers_stand_below(name: str) -> None:
    """The numbers behind a chart unfold below it, a row for each of the finding's rows."""
    figure = tree(markup(name))
    numbers = made(name).finding.numbers
    assert words(figure.select_one("details.numbers summary")) == "The numbers"
    assert column(figure, "details.numbers tbody th") == [str(value) for value in numbers.iloc[:, 0]]
    assert words(figure.select_one("figcaption h3")) == " ".join(made(name).finding.title.split())
    assert len(figure.select("ol.key-list li")) == len(made(name).finding.key)


def numbers(name: str) -> dict[str, dict[str, Any]]:
    """The finding's numbers by their first column."""
    table = made(name).finding.numbers
    return {str(row[table.columns[0]]): row for row in table.to_dict("records")}


def test_verdicts_by_theme_counts_the_points() -> None:
    """Every cell is the number of points of that theme and verdict, and the title counts them rightly."""
    work = shipped()
    counted = Counter(
        (work.theme_name(p.theme), f"only {', '.join(p.speaking)}" if p.verdict == "only" else p.verdict)
        for p in work.coded.points
    )
    shown = {
        (theme, verdict): row[verdict]
        for theme, row in numbers("verdicts_by_theme").items()
        for verdict in row
        if verdict not in ("theme", "all") and row[verdict]
    }
    assert shown == dict(counted)
    alone, agree, conflict = (
        sum(p.verdict == verdict for p in work.coded.points) for verdict in ("only", "agree", "conflict")
    )
    assert made("verdicts_by_theme").finding.title == (
        f"On {alone} of {len(work.coded.points)} points only one text speaks; "
        f"they agree on {agree} and conflict on {conflict}"
    )
    drawn = [text.get_text() for text in made("verdicts_by_theme").texts]
    assert sorted(t for t in drawn if t.isdigit()) == sorted(str(n) for n in counted.values())


def test_attribution_counts_the_voices() -> None:
    """Every bar is the number of places in which someone of that side is heard."""
    voices = heard(shipped())
    counted = Counter(zip(voices.group.replace("", "No country named"), voices.source, strict=True))
    body = {passage.id for source in shipped().texts for passage in source.body}
    coded = [voice for voice in shipped().readings.voices if voice["passage"] in body]
    assert voices.by.isin(["both", "coder"]).sum() == len(coded)
    shown = {
        (side, key): row[key]
        for side, row in numbers("attribution_profile").items()
        for key in shipped().keys
        if row[key]
    }
    assert shown == dict(counted)
    for key in shipped().keys:
        passages = set(voices[voices.source == key].passage)
        share = f"{len(passages) / len(shipped().source(key).body):.0%}"
        assert share in made("attribution_profile").finding.title


def test_certainty_counts_the_positions() -> None:
    """Every segment is the number of positions that are put so first and foremost, silence left out."""
    counted = Counter(
        (key, position.certainty[0])
        for point in shipped().coded.points
        for key, position in point.positions.items()
        if position.certainty[0] != "silent"
    )
    shown = {
        (key, certainty): row[certainty]
        for key, row in numbers("certainty_profile").items()
        for certainty in row
        if certainty != "source" and row[certainty]
    }
    assert shown == dict(counted)


def test_the_timeline_draws_every_date_that_can_be_placed() -> None:
    """The numbers hold each date but those that hang on the time of writing, and the note counts the same."""
    placed = [d for d in shipped().readings.dates if "?" not in (d["since"], d["until"]) and d["kind"] != "writing"]
    ax = made("timeline")
    assert ax.finding.numbers.what.tolist() == [d["what"] for d in placed]
    assert f"n = {len(placed)} " in ax.finding.note
    spoken = Counter("event" if d["kind"] == "period" else d["kind"] for d in placed)
    assert f"statement {spoken['statement']}" in ax.finding.note
    heads = [t.get_text() for t in ax.texts if re.match(r"[A-Z]: \d+ dates", t.get_text())]
    assert [int(head.split()[1]) for head in heads] == [sum(d["source"] == k for d in placed) for k in "AB"]


def test_the_numbers_on_the_timeline_are_explained() -> None:
    """The numbers beside the marks run from 1 and each has its line in the key, in the order of time."""
    ax = made("timeline")
    beside = sorted(int(t.get_text()) for t in ax.texts if t.get_text().isdigit() and t.get_fontweight() == "bold")
    assert beside == list(range(1, len(ax.finding.key) + 1))
    years = [int(re.findall(r"\d{4}", line)[0]) for line in ax.finding.key]
    assert all(one <= two + 1 for one, two in pairwise(years))


def test_space_given_counts_the_terms() -> None:
    """A theme's number is how often its terms stand in the body, counted here anew for three themes."""
    by_hand = {"Drugs": r"\b(?:drug|narcotic)\w*|\bopium\b|\bpoppy\b", "Ties with the Taliban": r"\bTaliban\b"}
    for theme, terms in by_hand.items():
        flags = 0 if "Taliban" in terms else re.IGNORECASE
        for source in shipped().texts:
            body = "\n".join(source.words(p) for p in source.body)
            counted = len(re.findall(terms, body, flags))
            row = numbers("space_given")[theme]
            assert row[f"{source.key} counted"] == counted
            total = shipped().sources.set_index("key").words[source.key]
            assert row[source.key] == pytest.approx(1000 * counted / total, abs=0.051)


def test_where_themes_stand_counts_the_same_mentions() -> None:
    """The ticks of a theme are as many as the mentions that the chart of space counts."""
    space = numbers("space_given")
    for theme, row in numbers("where_themes_stand").items():
        assert [row[key] for key in shipped().keys] == [space[theme][f"{key} counted"] for key in shipped().keys]


def test_every_theme_is_counted(bridge: Comparison, tmp_path: Path) -> None:
    """A theme whose terms stand in neither text is counted too: none."""
    extra = {"key": "fish", "name": "Fish", "definition": "What swims.", "terms": ["salmon"]}
    about = small.ABOUT | {"themes": [*small.ABOUT["themes"], extra]}
    table = charts.theme_counts(load(small.write(tmp_path, about=about)))
    assert set(table.theme) == {"Building", "Money", "Water", "Fish"}
    assert table.set_index("theme").loc["Fish"].tolist() == [0, 0, 0, 0]


def test_distinguishing_words_are_counted() -> None:
    """Beside a word stand its counts in both texts: the first word of each side is counted here anew."""
    work = shipped()
    table = made("distinguishing_words").finding.numbers
    names = {form for entry in work.about.names for form in (entry.name, *entry.also)}
    plain = next(row for row in table.to_dict("records") if row["word"] not in names and row["word"].islower())
    for key in work.keys:
        body = "\n".join(work.source(key).words(p) for p in work.source(key).body)
        assert plain[key] == len(re.findall(rf"(?<![\w’'-]){plain['word']}(?![\w-])", body, re.IGNORECASE))


@each_chart
def test_a_chart_of_a_small_comparison(name: str, bridge: Comparison) -> None:
    """Three sentences a text give a chart, in both widths and without a warning, or it says what is missing."""
    ax = CHARTS[name](bridge)
    shown = tree(ax._repr_html_())
    if shown.select(".nothing"):
        assert words(shown) == f"{ax.finding.title}."
        assert ax.finding.title.startswith("No ")
    else:
        assert len(shown.select(".wide svg, .narrow svg")) == 2
        assert shown.select(".wide svg text")


@each_chart
def test_a_chart_of_three_sources(name: str, three: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a third source no lane, panel or label lies upon another."""
    for salt, figure in drawings(name, three, monkeypatch).items():
        assert crowded(figure) == [], salt


@each_chart
def test_a_chart_before_anything_is_coded(name: str, bare: Comparison) -> None:
    """With no point and no reading a chart still hands back its Axes and says plainly that there is nothing yet."""
    ax = CHARTS[name](bare)
    assert isinstance(ax, Axes)
    shown = words(tree(ax._repr_html_().partition("</style>")[2]))
    assert not re.search(r"\bnan\b|\binf\b|None", shown)


def test_a_chart_where_nothing_is_asserted(tmp_path: Path) -> None:
    """Where every position is reported or hedged, the profile says that none is asserted."""
    points = [
        small.point(
            "price",
            "What did it cost?",
            "detail",
            {
                "A": small.says("4 million.", "hedged", "cost 4 million euros"),
                "B": small.says("5 million.", "attributed", "may have cost 5 million euros"),
            },
        )
    ]
    about = small.ABOUT | {"findings": []}
    ax = charts.certainty_profile(load(small.write(tmp_path, about=about, points=points, set_aside=[], codings={})))
    assert ax.finding.title == "B asserts 0% of its positions, A 0%"


def test_the_timeline_of_one_dated_source(tmp_path: Path) -> None:
    """Where only one source names dates, the title does not count how many of none are later."""
    readings = small.READINGS | {"dates": [d for d in small.READINGS["dates"] if d["source"] == "A"]}
    ax = charts.timeline(load(small.write(tmp_path, readings=readings)))
    assert "of the 0 dates" not in ax.finding.title


@each_chart
def test_hostile_words_in_a_chart(name: str, tmp_path: Path) -> None:
    """Names with markup, dollars, backslashes and other scripts are drawn as they stand, and nothing of them runs."""
    nasty = "<script>alert(1)</script> US$ 5 to $6_{x} \\frac{ \" onload='x' & </svg> Ёлка \u202eabc\u202c"
    about = small.ABOUT | {
        "themes": [theme | {"name": f"{nasty} {theme['key']}"} for theme in small.ABOUT["themes"]],
        "names": [{"name": nasty, "also": ["bridge"]}],
    }
    readings = small.READINGS | {
        "voices": [voice | {"group": f"{nasty} {voice['group']}"} for voice in small.READINGS["voices"]],
        "dates": [date | {"what": nasty} for date in small.READINGS["dates"]],
    }
    work = load(small.write(tmp_path, about=about, readings=readings))
    with warnings.catch_warnings():
        # Nobody gives a theme so long a name that a narrow drawing has no room left; it may say so.
        warnings.filterwarnings("ignore", "constrained_layout not applied", UserWarning)
        shown = str(CHARTS[name](work)._repr_html_()).partition("</style>")[2]
    assert list(dangers(shown)) == []
    assert misnested(shown) == []
    if name in {"attribution_profile", "verdicts_by_theme", "space_given", "where_themes_stand"}:
        assert any(
            nasty.replace("\u202c", "") in text.replace("\u202c", "") for text in column(tree(shown), "svg text")
        )
