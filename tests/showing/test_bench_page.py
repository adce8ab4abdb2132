"""The bench in an exported page: opened from a file, read with the mouse, with keys alone, small, dark and printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.showing import small
from tests.showing.browsing import CONTRAST, LEAST, Watch, made, merged, shown
from tests.showing.markup import squeezed, tree, words

import sidebyside as sbs
from sidebyside.record import CONFIDENCES, VERDICTS, Comparison

WINDOW, PLACE = "window.html", "place.html"
IN_PANE = """(e) => { const box = e.closest(".scroll").getBoundingClientRect(), at = e.getBoundingClientRect();
  return at.top >= box.top && at.top < box.bottom; }"""

# For each pane: its lit words, which of them stand in its view, and whether they are only what comes nearest.
LIT = """() => [...document.querySelectorAll(".bench .pane")].filter((p) => p.checkVisibility()).map((pane) => {
  const box = pane.querySelector(".scroll").getBoundingClientRect();
  const marks = [...pane.querySelectorAll("mark")];
  const inside = (mark) => {
    const lines = [...mark.getClientRects()];
    return lines.every((line) => line.top >= box.top && line.bottom <= box.bottom && line.right <= box.right + 1);
  };
  const near = marks.some((mark) => mark.classList.contains("near"));
  return { marks: marks.map((mark) => mark.textContent), seen: marks.map(inside), near };
})"""


def placed(work: Comparison) -> str:
    """The table that makes room for the bench, as the bench's notebook leaves it."""
    return f"<div data-bench>{sbs.ledger(work)._repr_html_()}</div>"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, work: Comparison) -> Path:
    """Two pages of the shipped comparison: one in which the bench opens as a window, one in which it has its place."""
    folder = tmp_path_factory.mktemp("shelf")
    pieces = [sbs.findings(work), sbs.matrix(work), sbs.ledger(work)]
    (folder / WINDOW).write_text(made(work, *pieces, heading="# A page"), encoding="utf-8")
    (folder / PLACE).write_text(made(work, placed(work), heading="# The bench"), encoding="utf-8")
    return folder


def window(page: Page, folder: Path, name: str = WINDOW) -> Page:
    """The page with its window open."""
    shown(page, folder, name)
    page.get_by_role("button", name="Read side by side").click()
    return page


def room_of(page: Page, work: Comparison, folder: Path) -> Page:
    """The window of a page of its own for that comparison."""
    (folder / WINDOW).write_text(made(work, sbs.ledger(work), heading="# A page"), encoding="utf-8")
    return window(page, folder)


def room(page: Page) -> Locator:
    return page.locator("dialog.room")


def asked(page: Page) -> str:
    """The question in view."""
    return page.locator(".bench .asked:visible").inner_text()


def listed(page: Page) -> list[str]:
    """The short names at the top of the list, as far as they can be seen."""
    return page.locator(".bench .item .what b").all_inner_texts()


def counted(page: Page) -> int:
    """How many points the tab says that there are."""
    return int(page.locator(".bench [role=tab][aria-selected=true] b").inner_text())


def lit(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(LIT)
    return found


def sideways(page: Page) -> list[str]:
    """Whatever reaches over an edge of the window, or of the bench."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("html, .bench, .bench-body, .bench-main, .scroll, .says, .card, .rows")]
          .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
          .map((box) => `${box.className || box.tagName}: ${box.scrollWidth} in ${box.clientWidth}`)"""
    )
    return found


# opening, and what is lit


def test_the_window_asks_for_nothing(page: Page, shelf: Path) -> None:
    """The window opens, is used and closes under the strict policy: no request but the page's, no word of complaint."""
    watch = Watch(page)
    window(page, shelf)
    for key in ["j", "j", "k", "]", "[", ".", ".", ",", "r", "/", "Escape", "?", "Escape", "Escape", "Escape"]:
        page.keyboard.press(key)
    assert not room(page).is_visible()
    assert watch.asked == [(shelf / WINDOW).as_uri()]
    assert watch.said == []


def test_a_chip_of_a_finding_leads_to_its_point(page: Page, shelf: Path, work: Comparison) -> None:
    """Chip, “side by side”: a point of that finding is in view; the passage is lit and seen, so is the other side."""
    shown(page, shelf, WINDOW)
    identities = dict(zip(work.points.question, work.points.id, strict=True))
    for number, finding in enumerate(work.about.findings):
        chips = page.locator(".findings > li").nth(number).locator("button.chip")
        chip = chips.first if number % 2 else chips.last
        passage = chip.inner_text()
        chip.click()
        page.locator("[popover]:popover-open [data-passage]").click()
        point = identities[asked(page)]
        assert point in finding.points
        picked = page.locator(f".bench .s.cursor[data-p={passage}]")
        assert picked.locator("mark").count() > 0
        assert picked.evaluate(IN_PANE)
        for source, pane in zip(work.texts, lit(page), strict=True):
            assert any(pane["seen"]) or not len(work.evidence_of(point, source.key)), (point, source.key)
        page.get_by_role("button", name="close", exact=True).click()


def test_a_row_of_the_ledger_opens_its_point(page: Page, shelf: Path, work: Comparison) -> None:
    """“read side by side” in an opened row shows that point; after closing, the page is where it was."""
    shown(page, shelf, f"{WINDOW}#arms-since-2015")
    before = page.evaluate("scrollY")
    page.locator("#arms-since-2015").get_by_role("button", name="read side by side").click()
    assert asked(page) == work.point("arms-since-2015").question
    assert [any(pane["seen"]) for pane in lit(page)] == [True, True]
    page.keyboard.press("Escape")
    assert not room(page).is_visible()
    assert page.evaluate("scrollY") == before


def test_every_point_lights_up_its_quotes(page: Page, shelf: Path, work: Comparison) -> None:
    """Point after point, just the quotes are lit in each source, and the first of them stands in its pane's view."""
    window(page, shelf)
    for point in work.points.itertuples():
        assert asked(page) == point.question
        for source, pane in zip(work.texts, lit(page), strict=True):
            places = sorted((e.start, e.end) for e in work.evidence_of(str(point.id), source.key))
            if not places:
                assert not pane["marks"] or pane["near"], point.id
                continue
            assert squeezed("".join(pane["marks"])) == squeezed("".join(source.text[a:b] for a, b in merged(places)))
            assert any(pane["seen"]), point.id
        page.keyboard.press("j")
    assert asked(page) == work.points.question.iloc[-1]


def test_lit_words_of_a_long_text_are_seen(page: Page, tmp_path: Path) -> None:
    """In a text of thousands of passages, of which only those in view are drawn, the lit words stand in view, too."""
    chapter = "\n\n".join("They met and left. " * (1 + number % 9) for number in range(400))
    texts = {key: f"{small.TEXTS[key]}\n{chapter}\n\nAt last the {key} ferry was sold.\n" for key in "AB"}
    ferry = {key: small.says("It was sold.", "asserted", f"the {key} ferry was sold") for key in "AB"}
    points = [*small.POINTS, small.point("ferry", "What became of the ferry?", "agree", ferry)]
    folder = small.write(tmp_path / "c", texts, points=points, set_aside=[], readings=None, codings={})
    room_of(page, sbs.load(folder), tmp_path)
    assert page.locator(".bench.long").count() == 1
    for _ in range(2):
        page.keyboard.press("k")
        for _ in range(len(points)):
            page.keyboard.press("j")
        assert asked(page) == "What became of the ferry?"
        page.wait_for_timeout(100)  # until what is in view has been drawn
        assert [(pane["marks"], pane["seen"]) for pane in lit(page)] == [
            (["the A ferry was sold"], [True]),
            (["the B ferry was sold"], [True]),
        ]
        for _ in range(len(points)):
            page.keyboard.press("k")


def test_what_comes_nearest_is_not_lit_as_a_quote(page: Page, shelf: Path, work: Comparison) -> None:
    """Where a source is silent, the words that come nearest are marked, and not in the colour of the verdict."""
    silent = next(
        e for e in work.evidence.itertuples() if e.role == "near" and not len(work.evidence_of(e.point, e.source))
    )
    shown(page, shelf, f"{PLACE}#{silent.point}")
    pane = lit(page)[[source.key for source in work.texts].index(str(silent.source))]
    assert pane["near"]
    assert any(pane["seen"])


# the list


def choose(page: Page, label: str, value: str) -> None:
    page.locator(f".bench select[aria-label={label}]").select_option(value)


def test_the_list_is_filtered(page: Page, shelf: Path, work: Comparison) -> None:
    """By theme, verdict and source, one by one and together: the count and the rows are those of the table."""
    window(page, shelf)
    page.locator(".bench .filters summary").click()
    table = work.points
    wanted = {
        "Theme": ("talks", table.theme == "talks"),
        "Verdict": ("conflict", table.verdict == "conflict"),
        "Source": ("B", ~table.B_certainty.isin(["", "silent"])),
    }
    everything = table.theme == table.theme
    for label, (value, met) in wanted.items():
        choose(page, label, value)
        assert counted(page) == met.sum()
        assert listed(page) == table.label[met].tolist()[: len(listed(page))]
        choose(page, label, "")
        everything &= met
    for label, (value, _) in wanted.items():
        choose(page, label, value)
    assert counted(page) == everything.sum()
    assert "3 set" in page.locator(".bench .filters summary").inner_text()


def test_the_list_is_searched(page: Page, shelf: Path, work: Comparison) -> None:
    """Words of a question, a position or a quote, in any case; what is nowhere leaves nothing, and that is said."""
    window(page, shelf)
    page.keyboard.press("/")
    page.keyboard.type("  RUSSIA DENIED this ")
    assert 0 < counted(page) < 10
    assert work.point("arms-since-2015").label in listed(page)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("no such words anywhere")
    assert counted(page) == 0
    assert "Nothing here" in page.locator(".bench .none").inner_text()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    assert counted(page) == len(work.points)


def test_the_list_is_sorted(page: Page, shelf: Path, work: Comparison) -> None:
    """By verdict, theme, place in the text and sureness, within each in reading order; and back again."""
    window(page, shelf)
    page.locator(".bench .filters summary").click()
    first = work.evidence[work.evidence.role == "evidence"].groupby(["point", "source"]).start.min().unstack()
    place = {
        point: (starts.isna().A, starts.A if starts.A == starts.A else starts.B) for point, starts in first.iterrows()
    }
    keys = {
        "verdict": work.points.verdict.map(list(VERDICTS).index),
        "theme": work.points.theme.map(list(work.themes.key).index),
        "place": work.points.id.map(place),
        "unsure": work.points.confidence.map(CONFIDENCES[::-1].index),
        "order": work.points.n,
    }  # fmt: skip
    for name, key in keys.items():
        choose(page, "Order", name)
        expected = work.points.assign(by=key).sort_values("by", kind="stable").label.tolist()
        assert listed(page) == expected[: len(listed(page))], name
    assert len(listed(page)) > 5


def test_a_row_is_chosen_by_click(page: Page, shelf: Path, work: Comparison) -> None:
    """A click on a row shows its point, and only that row is selected; the arrows at the top go on and back."""
    window(page, shelf)
    page.locator(".bench .item").nth(2).click()
    assert asked(page) == work.points.question[2]
    assert page.locator(".bench .item[aria-selected=true] .what b").all_inner_texts() == [work.points.label[2]]
    page.get_by_role("button", name="next in the list").click()
    assert asked(page) == work.points.question[3]
    page.get_by_role("button", name="previous in the list").click()
    assert asked(page) == work.points.question[2]


# passages


def test_a_click_on_a_passage_lists_its_points(page: Page, shelf: Path, work: Comparison) -> None:
    """A click on a passage leaves in the list the points that rest on it; a click on what says so brings all back."""
    window(page, shelf)
    quoted = work.evidence[work.evidence.role == "evidence"]
    resting = quoted[quoted.passage == "A108"].point.unique()
    page.locator(".bench .pid[data-p=A108]").click()
    assert counted(page) == len(resting)
    assert set(listed(page)) == {work.point(str(point)).label for point in resting}
    assert "rest" in page.locator(".bench .drawer").inner_text()
    page.get_by_role("button", name="only what rests on A108").click()
    assert counted(page) == len(work.points)


def test_passages_without_a_point_are_marked(page: Page, shelf: Path, work: Comparison) -> None:
    """Just the passages that coverage calls open wear the hollow mark, and say in words that no point rests on them."""
    window(page, shelf)
    bare = page.locator(".bench .pid.bare")
    assert set(bare.evaluate_all("all => all.map(e => e.dataset.p)")) == set(
        work.coverage[work.coverage.status == "open"].id
    )
    names = bare.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    assert all("no point rests on it" in name for name in names)


def test_what_was_read_in_a_passage(page: Page, shelf: Path, work: Comparison) -> None:
    """`r` shows what the machine took from the passage: voice, date, name and certainty, each with its very words."""
    window(page, shelf)
    read = work.reading.items[work.reading.items.passage == "A108"]
    assert {"voice", "date", "name", "claim"} <= set(read.kind)
    page.locator(".bench .pid[data-p=A108]").click()
    page.locator(".bench .rows").focus()
    page.keyboard.press("r")
    text = work.source("A").text
    expected = {(row.kind, squeezed(text[row.start : row.end]), str(row.value)) for row in read.itertuples()}
    told = (
        "all => all.map(e => [e.querySelector('b'), e.querySelector('q'), e.lastChild].map(part => part.textContent))"
    )
    found = page.locator(".bench .read li").evaluate_all(told)
    assert {(kind, squeezed(quote), value) for kind, quote, value in found} == expected


def test_the_ribbon_joins_what_speaks_to_one_point(page: Page, shelf: Path, work: Comparison) -> None:
    """For each point to which both speak there is a link in the colour of its verdict, and one for that in view."""
    window(page, shelf)
    both = [p for p in work.points.itertuples() if all(len(work.evidence_of(str(p.id), s.key)) for s in work.texts)]
    drawn = page.locator(".bench .links path").evaluate_all(
        "all => all.map(path => [path.getAttribute('class').slice(2), path.getAttribute('d').split('M').length - 1])"
    )
    expected = {v: sum(p.verdict == v for p in both) for v in VERDICTS}
    assert {verdict: count for verdict, count in drawn if count} == {v: n for v, n in expected.items() if n}
    colours = page.locator(".bench .links path").evaluate_all("all => all.map(path => getComputedStyle(path).stroke)")
    assert len(set(colours)) == len(colours)
    assert page.locator(".bench .now path").count() == 1


def test_a_click_on_the_ribbon_scrolls_the_pane(page: Page, shelf: Path) -> None:
    """A click near the end of a source's bar brings its end into view, and leaves the other source where it is."""
    window(page, shelf)
    tops = "() => [...document.querySelectorAll('.bench .scroll')].map(e => e.scrollTop / e.scrollHeight)"
    before = page.evaluate(tops)
    box = page.locator(".bench .strip-ribbon svg").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + 6)
    after = page.evaluate(tops)
    assert abs(after[0] - 0.5) < 0.1
    assert after[1] == before[1]


def test_what_each_source_says_stands_above_it(page: Page, shelf: Path, work: Comparison) -> None:
    """Above each text stand its position on the point in view, how sure it is, and on whose word."""
    shown(page, shelf, f"{PLACE}#arms-since-2015")
    for key, says in zip("AB", page.locator(".bench .says").all(), strict=True):
        position = work.point("arms-since-2015").positions[key]
        said = says.inner_text()
        assert position.says in said
        assert all(certainty in said for certainty in position.certainty)
        assert all(f"{voice.who} {voice.how}" in said for voice in position.voices)
    assert work.point("arms-since-2015").reason in page.locator(".bench .card").inner_text()


# addresses


def test_the_address_of_a_point_shows_it(page: Page, shelf: Path, work: Comparison) -> None:
    """The address of a point shows it in the bench, in the window's view; another point gives another address."""
    shown(page, shelf, f"{PLACE}#arms-since-2015")
    assert asked(page) == work.point("arms-since-2015").question
    assert page.locator(".bench").evaluate(
        "e => { const top = e.getBoundingClientRect().top; return top >= -1 && top < innerHeight / 2; }"
    )
    page.locator(".bench .rows").focus()
    page.keyboard.press("j")
    following = work.points.id[work.points.id.tolist().index("arms-since-2015") + 1]
    assert page.url.endswith(f"#{following}")
    page.evaluate("location.hash = 'main-goals'")
    page.wait_for_function(
        f"document.querySelector('.bench .asked').textContent === {work.point('main-goals').question!r}"
    )


def test_an_address_that_leads_nowhere(page: Page, shelf: Path, work: Comparison) -> None:
    """An address of no point shows the first one, and is not touched; an ill-formed one does no harm."""
    watch = Watch(page)
    for mark in ("#no-such-point", "#%E0%A4%A", ""):
        page.goto("about:blank")
        shown(page, shelf, f"{PLACE}{mark}")
        assert asked(page) == work.points.question[0]
        assert page.url.endswith(mark or PLACE)
    assert watch.said == []


# keys


def test_the_keys_of_the_window(page: Page, shelf: Path, work: Comparison) -> None:
    """j and k step, `/` searches, brackets go through the lit words, stop and comma through the passages."""
    window(page, shelf)
    questions = work.points.question.tolist()
    for key, now in [("j", 1), ("ArrowDown", 2), ("k", 1), ("ArrowUp", 0), ("k", 0)]:
        page.keyboard.press(key)
        assert asked(page) == questions[now]
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "listbox"
    steps = page.locator(".bench .ids > span").first
    before = steps.inner_text()
    page.keyboard.press("]")
    after = steps.inner_text()
    assert before != after
    page.keyboard.press("[")
    assert steps.inner_text() == before
    cursor = page.locator(".bench .s.cursor")
    page.keyboard.press(".")
    here = cursor.get_attribute("data-p")
    page.keyboard.press(".")
    there = cursor.get_attribute("data-p")
    ids = [passage.id for source in work.texts for passage in source.passages]
    assert ids.index(str(there)) == ids.index(str(here)) + 1
    page.keyboard.press(",")
    assert cursor.get_attribute("data-p") == here
    page.keyboard.press("?")
    assert "what was read in the passage" in page.locator("dialog.help").inner_text()


def test_escape_takes_one_step_back(page: Page, shelf: Path, work: Comparison) -> None:
    """Escape closes what lies on top: the list of keys, then the passage picked, the window; it keeps its place."""
    window(page, shelf)
    for key in ("j", "j", ".", "?"):
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    assert not page.locator("dialog.help").is_visible()
    assert page.locator(".bench .s.cursor").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".bench .s.cursor").count() == 0
    assert room(page).is_visible()
    tops = "() => [...document.querySelectorAll('.bench .scroll, .bench .rows')].map(e => e.scrollTop)"
    before = page.evaluate(tops)
    page.keyboard.press("Escape")
    assert not room(page).is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Read side by side"
    page.keyboard.press("Enter")
    assert asked(page) == work.points.question[2]
    assert page.evaluate(tops) == before


def test_keys_stay_in_the_window(page: Page, tmp_path: Path, work: Comparison) -> None:
    """While the window is open, j moves its list, from its close button too, and not the reader of the page beneath."""
    (tmp_path / WINDOW).write_text(made(work, sbs.reader(work), heading="# A page"), encoding="utf-8")
    window(page, tmp_path)
    page.get_by_role("button", name="close", exact=True).focus()
    page.keyboard.press("j")
    assert asked(page) == work.points.question[1]
    assert page.locator("[data-pick]").input_value() == ""


# Every control of the window that can be reached, numbered in the order of the page.
NUMBERED = """() => [...document.querySelectorAll('.bench :is(button,input,select,summary,[tabindex="0"])')]
  .filter((e) => e.checkVisibility() && e.tabIndex >= 0 && !e.disabled).map((e, n) => (e.dataset.n = String(n)))"""
FOCUSED = """() => { const e = document.activeElement, style = getComputedStyle(e);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return [e.dataset.n, outlined, e.outerHTML.slice(0, 90)]; }"""
NAMELESS = {f"- {role}" for role in ("button", "combobox", "searchbox", "listbox", "option", "tab", "region", "dialog")}


def test_every_control_is_reached_by_tab_and_has_a_name(page: Page, shelf: Path) -> None:
    """The Tab key comes to every button, field, list and text of the window, shows where it is, and each has a name."""
    window(page, shelf)
    page.locator(".bench .filters summary").click()
    page.keyboard.press(".")
    wanted = set(page.evaluate(NUMBERED))
    reached: set[str] = set()
    for _ in range(len(wanted) + 1):
        page.keyboard.press("Tab")
        number, outlined, what = page.evaluate(FOCUSED)
        if number is not None:  # else the browser's own frame, which stands between the last and the first
            assert outlined, what
            reached.add(number)
    assert reached == wanted
    assert len(wanted) > 20
    told = page.locator(".room").aria_snapshot().splitlines()
    assert [line for line in told if line.strip() in NAMELESS] == []


# many sources, none coded, and words that are attacks


@pytest.mark.parametrize("count", [3, 4])
def test_more_sources_are_more_columns(count: int, page: Page, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Three sources stand in three columns, four in four; on a phone one stands under the other; nothing is cut off."""
    work = request.getfixturevalue({3: "three", 4: "four"}[count])
    room_of(page, work, tmp_path)
    boxes = [pane.bounding_box() or {} for pane in page.locator(".bench .pane").all()]
    assert len(boxes) == count
    assert len({box["y"] for box in boxes}) == 1
    assert all(a["x"] + a["width"] <= b["x"] + 1 for a, b in pairwise(boxes))
    page.keyboard.press("j")
    assert [pane["marks"] for pane in lit(page)] == [["in 2015"], ["in May 2016"], ["in 2009"], ["in 2009"]][:count]
    assert page.locator(".bench .now path").count() == count - 1
    assert sideways(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    boxes = [pane.bounding_box() or {} for pane in page.locator(".bench .pane").all()]
    assert all(a["y"] + a["height"] <= b["y"] + 1 for a, b in pairwise(boxes))
    assert len({box["x"] for box in boxes}) == 1
    assert sideways(page) == []
    page.set_viewport_size({"width": 1400, "height": 1050})


@pytest.mark.parametrize("width", [1400, 820, 390])
def test_nothing_lies_on_anything_else(width: int, page: Page, shelf: Path) -> None:
    """At every width the parts of the window stand beside or beneath each other, and nothing scrolls sideways."""
    page.set_viewport_size({"width": width, "height": 1000})
    window(page, shelf)
    assert sideways(page) == []
    parts = [".list", ".card-h", ".strip-ribbon", ".pane >> nth=0", ".pane >> nth=1", ".card"]
    boxes = {name: page.locator(f".bench {name}").bounding_box() or {} for name in parts}
    for one, a in boxes.items():
        for other, b in boxes.items():
            apart = (
                a["x"] + a["width"] <= b["x"] + 1 or b["x"] + b["width"] <= a["x"] + 1
                or a["y"] + a["height"] <= b["y"] + 1 or b["y"] + b["height"] <= a["y"] + 1
            )  # fmt: skip
            assert one == other or apart, (one, other)
    page.set_viewport_size({"width": 1400, "height": 1050})


def test_on_a_phone_the_list_is_one_touch_away(page: Page, shelf: Path) -> None:
    """However far down one reads, the question and a button stay in view; the button brings the list and its focus."""
    page.set_viewport_size({"width": 390, "height": 844})
    window(page, shelf)
    back = page.locator(".bench").get_by_role("button", name="list", exact=True)
    page.locator(".bench-body").evaluate("body => { body.scrollTop = body.scrollHeight; }")
    expect(page.locator(".bench .rows")).not_to_be_in_viewport()
    expect(back).to_be_in_viewport(ratio=1)
    expect(page.locator(".bench .asked")).to_be_in_viewport()
    back.click()
    expect(page.locator(".bench .rows")).to_be_in_viewport(ratio=1)
    expect(page.locator(".bench .rows")).to_be_focused()
    page.set_viewport_size({"width": 1400, "height": 1050})
    expect(back).to_be_hidden()


def test_on_a_narrow_screen_what_is_known_stands_in_one_column(page: Page, shelf: Path) -> None:
    """Where the sources stand below each other, so does all that is known of a point; elsewhere it shares rows."""
    window(page, shelf)
    columns = "e => new Set([...e.children].map((each) => each.getBoundingClientRect().left)).size"
    for width, one in [(1400, False), (540, True)]:
        page.set_viewport_size({"width": width, "height": 844})
        known = page.locator(".bench .card dl")
        assert (known.evaluate(columns) == 1) is one, width
    page.set_viewport_size({"width": 1400, "height": 1050})


def test_before_anyone_has_coded(bare: Comparison, page: Page, tmp_path: Path) -> None:
    """Without a point the sources can be read all the same, and the list says that it is empty, and why."""
    watch = Watch(page)
    room_of(page, bare, tmp_path)
    assert counted(page) == 0
    assert "No point" in page.locator(".bench .none").inner_text()
    for source, pane in zip(bare.texts, page.locator(".bench .scroll").all(), strict=True):
        assert [squeezed(words) for words in pane.locator(".s").all_inner_texts()] == [
            squeezed(source.words(p)) for p in source.passages
        ]
    for key in ("j", "k", "]", ".", "r", "Escape", "Escape"):
        page.keyboard.press(key)
    assert not room(page).is_visible()
    assert watch.said == []


def test_a_hostile_comparison_stays_words(hostile: Comparison, page: Page, tmp_path: Path) -> None:
    """Whatever sources and analysts wrote is shown as words: nothing runs, is loaded, breaks out or pushes aside."""
    watch = Watch(page)
    page.on("dialog", lambda dialog: (watch.said.append(dialog.message), dialog.dismiss()))
    room_of(page, hostile, tmp_path)
    for width in (1400, 820, 390):
        page.set_viewport_size({"width": width, "height": 1000})
        assert sideways(page) == [], width
    page.set_viewport_size({"width": 1400, "height": 1050})
    for key in ("j", "j", ".", "r", "?", "Escape", "]"):
        page.keyboard.press(key)
    text = page.locator(".bench").inner_text()
    assert "<script>alert(1)</script>" in text
    assert "{{ 7*7 }}" in text
    assert page.locator(".bench :is(script,img,b-b,iframe,style)").count() == 0
    assert watch.said == []
    assert watch.asked == [(tmp_path / WINDOW).as_uri()]
    parsed = tree((tmp_path / WINDOW).read_text(encoding="utf-8"))
    assert json.loads(parsed.select("script")[0].get_text())["sources"][0]["title"] == small.POISON


# What is strange; a sentence, in which the words between braces are quoted.
STRANGE = {
    "emoji": "The 🌉 was {opened 👩‍👩‍👧‍👦 by all 🎉}🎉, it was said.",
    "letters beyond the plane": "𝔗𝔥𝔢 bridge {of 𐎠𐎼𐎹 𒀀}𒁀 stood, they say.",
    "combining marks": "A {Cafe\N{COMBINING ACUTE ACCENT} Mu\N{COMBINING DIAERESIS}ller} stood by.",
    "right to left": "הגשר {נפתח בשנת 2015, وقيل إن} الجسر آمن تماما.",
    "ends of lines": "The span\N{LINE SEPARATOR}{was opened}\N{PARAGRAPH SEPARATOR}by\x85 the mayor.",
    "spaces": "The\N{NO-BREAK SPACE}{span\N{ZERO WIDTH SPACE} was\N{NARROW NO-BREAK SPACE}opened}.",
}


@pytest.mark.parametrize("kind", STRANGE)
def test_lit_words_are_the_very_words(kind: str, page: Page, tmp_path: Path) -> None:
    """Letters beyond the first plane, combining marks, scripts from right to left: lit is the quote, no more."""
    before, quote, after = re.split("[{}]", STRANGE[kind])
    texts = small.TEXTS | {"A": f"{small.TEXTS['A']}\n🎈 First this. {before}{quote}{after} And then no more.\n"}
    told = f"It says: {before}{quote}{after}"
    sides = {"A": small.says(told, "asserted", quote), "B": small.says("So.", "asserted", "The bridge was opened")}
    points = [small.point("strange", "What is said?", "agree", sides)]
    about = small.ABOUT | {"findings": []}
    folder = small.write(tmp_path / "c", texts, about, points, set_aside=[], codings={})
    work = sbs.load(folder)
    watch = Watch(page)
    room_of(page, work, tmp_path)
    assert [pane["marks"] for pane in lit(page)] == [[quote], ["The bridge was opened"]]
    assert page.locator(".bench .says").first.locator("p").last.evaluate("p => p.textContent") == work.points.A[0]
    assert watch.said == []


# how it looks


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_window_can_be_read(scheme: Any, page: Page, shelf: Path) -> None:
    """Every word in the window stands out from what is behind it by 4.5 to 1, light and dark, also where it is lit."""
    page.emulate_media(color_scheme=scheme)
    window(page, shelf)
    page.locator(".bench .filters summary").click()
    for key in ("j", ".", "r"):
        page.keyboard.press(key)
    page.evaluate("[...document.body.children].forEach((e) => { if (e.id !== '_room') e.remove(); })")
    found = page.evaluate(CONTRAST)
    assert len(found) > 300
    assert min(found)[0] >= LEAST, [f for f in sorted(found) if f[0] < LEAST][:8]


def test_on_paper_there_is_no_bench(page: Page, shelf: Path, work: Comparison) -> None:
    """Printed, the window is not there and neither is the bench; where the bench has its place, the whole table is."""
    window(page, shelf)
    page.emulate_media(media="print")
    assert not page.locator(".bench").is_visible()
    assert not room(page).is_visible()
    shown(page, shelf, PLACE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator(".bench").is_visible()
    assert page.locator("details.row").count() == len(work.points)
    assert page.locator("details.row").last.locator(".says").first.is_visible()


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A browser in which scripts are off."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_without_scripts_the_table_is_there(plain: Page, shelf: Path, work: Comparison) -> None:
    """With scripts off the place of the bench holds the complete table, and no button that does nothing."""
    shown(plain, shelf, PLACE)
    assert plain.locator("details.row:visible").count() == len(work.points)
    assert plain.locator(".enter:visible, .beside:visible, .bench:visible").count() == 0
    plain.locator("details.row > summary").first.click()
    buttons = plain.locator("details.row[open] button:visible")
    assert {words(tree(button.inner_html())) for button in buttons.all()} <= set(work.evidence.passage)
