"""The bench in JupyterLab as it is seen and reached: no key goes past it, both themes can be read, all has a name."""

from __future__ import annotations

import re
import shutil
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.helpers import SHIPPED
from tests.lab.conftest import sitting
from tests.lab.driving import press
from tests.lab.test_lab import LEAST, READABLE

Seat = tuple[Page, Locator]

CELLS = """() => window.jupyterapp.shell.currentWidget.content.widgets.map((cell) =>
  [cell.model.id, cell.model.type, cell.model.sharedModel.getSource(), cell.model.executionCount])"""
NAMED = (
    "button, input, select, textarea, summary, dialog[open], [role=option], [role=tab], [role=listbox], [role=region]"
)
NAMELESS = f"""(bench) => [...bench.querySelectorAll("{NAMED}")].filter((e) => e.checkVisibility())
  .filter((e) => !(e.getAttribute("aria-label") || [...(e.labels ?? [])].some((l) => l.textContent.trim())
    || e.textContent.trim() && !e.matches("input, select, textarea, dialog, [role=listbox]")))
  .map((e) => e.outerHTML.slice(0, 120))"""
RING = """() => {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
  return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
}"""


@pytest.fixture(scope="module")
def taken(home: Path, server: str, browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Seat]:
    """A bench with points and proposals; what is decided at it is nobody's concern."""
    folder = Path(shutil.copytree(SHIPPED, home / "root" / "data" / "seat"))
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(15_000)
    page, bench = sitting(context.new_page(), server, home, folder, "ada")
    expect(bench.get_by_role("tab", name="Proposed").locator("b")).not_to_have_text("0", timeout=60_000)
    yield page, bench
    context.close()


@pytest.fixture
def seat(taken: Seat) -> Seat:
    """The same bench, with no dialog open."""
    while taken[1].locator("dialog[open]").count():
        taken[0].keyboard.press("Escape")
    return taken


def forms(page: Page, bench: Locator) -> Iterator[Locator]:
    """Every dialog of the bench, opened one after the other."""
    for tab, keys in [("Points", "emsdtfb?"), ("Proposed", "xpf")]:
        bench.get_by_role("tab", name=tab).click()
        bench.locator(".item").first.click()
        for key in keys:
            press(page, key)
            yield bench.locator("dialog[open]")
            press(page, "Escape")
            expect(bench.locator("dialog[open]")).to_have_count(0)
    press(page, ".", "c")
    yield bench.locator("dialog[open]")
    press(page, "Escape")


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_the_bench_can_be_read_in_a_theme_of_jupyterlab(theme: str, seat: Seat) -> None:
    """In the dark theme and in the light one, all words in the bench and its dialogs stand out by 4.5 to 1."""
    page, bench = seat
    page.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    page.wait_for_function(
        "light => document.body.dataset.jpThemeLight === light", arg=str(theme.endswith("Light")).lower()
    )
    every = (
        ".bench :is(p, span, b, i, h3, dt, dd, button, summary, label, option, kbd, mark, li, q, small, em, blockquote)"
    )

    def faint(within: str = "") -> list[Any]:
        found = page.evaluate(READABLE, every.replace(".bench", f".bench {within}"))
        assert found
        return sorted((each for each in found if each[0] < LEAST), key=str)[:8]

    for tab in ("Proposed", "Points"):
        bench.get_by_role("tab", name=tab).click()
        bench.locator(".item").nth(2).click()
        press(page, ".", "r")
        expect(bench.locator(".drawer")).not_to_contain_text("reading …")
        assert faint() == [], tab
        press(page, "Escape")
    for dialog in forms(page, bench):
        assert faint("dialog[open]") == [], dialog.inner_text()[:60]


def test_everything_at_the_bench_has_a_name(seat: Seat) -> None:
    """Buttons, fields, options, regions and dialogs have names for who cannot see them; what has the focus shows it."""
    page, bench = seat
    assert bench.evaluate(NAMELESS) == []
    bench.locator(".filters summary").click()
    assert bench.evaluate(NAMELESS) == []
    bench.locator(".filters summary").click()
    for _ in forms(page, bench):
        assert bench.evaluate(NAMELESS) == []
    bench.locator(".tabs button").first.focus()
    seen = []
    for _ in range(30):
        press(page, "Tab")
        if not page.evaluate("document.activeElement.closest('.bench') !== null"):
            break
        seen.append(page.evaluate("document.activeElement.className || document.activeElement.tagName"))
        assert page.evaluate(RING), f"{seen[-1]} has the focus and does not show it"
    assert len(seen) > 12


def test_a_laptop_leaves_room_for_the_words(seat: Seat) -> None:
    """On a laptop's screen each source keeps 120 pixels of words and the pen stays whole, a passage open or not.

    1440 by 757: what a browser leaves of the most common screen. The passage's drawer takes the place of the card.
    """
    page, bench = seat
    usual = page.viewport_size
    page.set_viewport_size({"width": 1440, "height": 757})
    bench.get_by_role("tab", name="Points").click()
    bench.locator(".item").nth(2).click()
    press(page, "Escape")
    for keys, gone in [("", ".drawer"), (".r", ".card")]:
        press(page, *keys)
        expect(bench.locator(gone)).to_be_hidden()
        expect(bench.locator(".drawer")).not_to_contain_text("reading …")
        heights = [scroll.evaluate("e => e.clientHeight") for scroll in bench.locator(".scroll").all()]
        assert min(heights) >= 120, (keys, heights)
        pen, legend = (bench.locator(part).bounding_box() or {} for part in (".pen", ".keys"))
        assert pen["y"] + pen["height"] <= legend["y"] + 1, "no row of the pen is cut off"
    press(page, "Escape")
    page.set_viewport_size(usual or {"width": 1280, "height": 720})


def test_a_narrow_window_keeps_the_pen_in_reach(seat: Seat) -> None:
    """Where all stands below each other in one long scroll, the pen is whole at its foot, wherever one reads."""
    page, bench = seat
    usual = page.viewport_size
    page.set_viewport_size({"width": 800, "height": 900})
    body = bench.locator(".bench-body")
    for share in (0.3, 0.6, 1):
        body.evaluate("(e, share) => { e.scrollTop = share * (e.scrollHeight - e.clientHeight); }", share)
        around, pen = (part.bounding_box() or {} for part in (body, bench.locator(".pen")))
        assert around["width"] <= 560
        assert abs(pen["y"] + pen["height"] - around["y"] - around["height"]) <= 1, share
        assert pen["height"] < around["height"] / 3
    page.set_viewport_size(usual or {"width": 1280, "height": 720})


def test_what_a_point_has_already_comes_last(seat: Seat) -> None:
    """Of the proposals those that no point has come first; the others are counted apart, and are not bold.

    Their signals are told in words, the figure in the title; the line of keys has those that do something here.
    """
    _, bench = seat
    tab = bench.get_by_role("tab", name="Proposed")
    tab.click()
    new, had = map(int, tab.inner_text().removeprefix("Proposed").split("+"))
    rows = bench.locator(".rows")
    of_points, settled = bench.locator(".item", has_text="in “"), bench.locator(".item.settled")
    assert (of_points.count(), settled.count()) == (0, 0)
    rows.evaluate("e => { e.scrollTop = e.scrollHeight; }")
    expect(bench.locator(f".item[aria-posinset='{new + had}']")).to_be_visible()
    assert of_points.count() == settled.count() == bench.locator(".item").count() > 3
    rows.evaluate("e => { e.scrollTop = 0; }")
    bench.locator("[aria-posinset='1']").click()
    for signal in bench.locator(".card .signal").all():
        assert signal.inner_text().split()[-1] in ("weak", "middling", "strong")
        assert re.match(r"\d+\.\d\d: ", signal.get_attribute("title") or "")
    keys = bench.locator(".keys")
    expect(keys.get_by_text("not one point")).to_be_visible()
    expect(keys.get_by_text("add words")).to_be_hidden()
    expect(bench.get_by_role("button", name="open again")).to_be_hidden()
    bench.get_by_role("tab", name="Points").click()
    bench.locator(".item").first.click()
    expect(keys.get_by_text("not one point")).to_be_hidden()
    expect(keys.get_by_text("add words")).to_be_visible()


def test_no_key_goes_past_the_bench(seat: Seat) -> None:
    """Whatever is pressed in the list, a source, the search or a dialog: the notebook's cells stay as they are.

    Ctrl+S still saves the notebook.
    """
    page, bench = seat
    cells = page.evaluate(CELLS)
    keys = [
        *string.ascii_lowercase,
        *string.digits,
        "Enter",
        "Escape",
        "ArrowUp",
        "ArrowDown",
        "ArrowLeft",
        "ArrowRight",
    ]
    keys += ["Shift+Enter", "Control+Enter", "Alt+Enter", "Control+a", "Control+Shift+ArrowUp", "Shift+ArrowDown"]
    keys += [
        "Backspace",
        "Delete",
        "Home",
        "End",
        "Control+z",
        "Control+m",
        *(f"Shift+{letter}" for letter in "ABJKLMRZ"),
    ]
    bench.get_by_role("tab", name="Points").click()
    for place in (".rows", ".scroll", "input[type=search]", ".tabs button", ".bench-bar button"):
        for key in keys:
            if bench.locator("dialog[open]").count():
                page.keyboard.press("Escape")
            bench.locator(place).first.focus()
            page.keyboard.press(key)
    for dialog in forms(page, bench):
        dialog.locator("input, select, button").first.focus()
        press(page, "d", "d", "a", "b", "m", "y", "Control+a", "Shift+M")
    assert page.evaluate(CELLS) == cells
    assert page.locator(".jp-Notebook.jp-mod-editMode").count() == 0
    page.evaluate("() => { window.jupyterapp.shell.currentWidget.context.model.dirty = true; }")
    bench.locator(".rows").focus()
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
