"""The notebooks in a real JupyterLab: run from top to bottom, opened, filtered and read in light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.helpers import SHIPPED
from tests.lab.driving import START, errors, next_day, notebook, run

from sidebyside import load

LEAST = 4.5

READABLE = """(selector) => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const back = parse(getComputedStyle(e).backgroundColor);
      if (back.length && (back[3] ?? 1) === 1) return back;
    }
    return [255, 255, 255];
  };
  const seen = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility() && e.textContent.trim());
  return seen.map((e) => {
    const ink = parse(e.closest("svg") ? getComputedStyle(e).fill : getComputedStyle(e).color);
    const [one, two] = [light(ink), light(behind(e))].sort((a, b) => b - a);
    return [(one + 0.05) / (two + 0.05), e.textContent.trim().slice(0, 40)];
  });
}"""


@pytest.fixture(scope="module")
def lab(server: str, browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The notebook with the master table, run."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(15_000)
    page = context.new_page()
    run(page, server, "02-agree-or-conflict")
    yield page
    context.close()


def shows(lab: Page, chip_in: str) -> None:
    """The first chip there opens its words, and Escape closes them."""
    chip = lab.locator(f"{chip_in} button.chip:visible").first
    chip.scroll_into_view_if_needed()
    chip.click()
    words = lab.locator("[popover]:popover-open")
    words.wait_for()
    assert words.locator(".foot b").inner_text() == chip.inner_text()
    assert words.locator("mark").first.is_visible()
    lab.keyboard.press("Escape")
    words.wait_for(state="detached")


def test_the_first_notebook_runs(page: Page, server: str) -> None:
    """From top to bottom without an error: an opening, findings, a matrix, a chart, and chips that open."""
    run(page, server, "00-start-here")
    assert errors(page) == []
    assert page.locator(".opening h1").count() == 1
    assert page.locator("table.matrix tbody th[scope=row]").count() > 5
    assert page.locator("figure .wide svg[role=img]").first.is_visible()
    shows(page, ".findings")
    shows(page, "table.matrix")
    assert page.locator(".jp-OutputArea-output pre").all_inner_texts() == []


def test_the_explorer_filters(lab: Page) -> None:
    """In the master table a choice leaves the points that meet it, the count follows, and a row opens to its words."""
    assert errors(lab) == []
    explorer = lab.locator(".widget-vbox", has=lab.locator(".ledger"))
    rows = explorer.locator("details.row")
    total = rows.count()
    count = explorer.locator(".widget-label", has_text="points")
    assert count.inner_text() == f"{total} of {total} points"
    assert explorer.locator(".tools").first.is_hidden(), "the page's own filters would do nothing here"
    theme = explorer.locator("select").first
    theme.scroll_into_view_if_needed()
    theme.select_option(label="Peace talks")
    lab.wait_for_function(
        "([e, n]) => e.querySelectorAll('details.row').length < n", arg=[explorer.element_handle(), total]
    )
    left = rows.count()
    assert 0 < left < total
    assert count.inner_text() == f"{left} of {total} points"
    assert {row.get_attribute("data-theme") for row in rows.all()} == {"talks"}
    rows.first.locator("summary").click()
    shows(lab, ".widget-vbox details.row[open]")
    words = explorer.locator("input[type=text]")
    words.fill("no such words")
    words.press("Enter")
    lab.wait_for_function("e => !e.querySelector('details.row')", arg=explorer.element_handle())
    assert count.inner_text() == f"0 of {total} points"
    words.fill("")
    words.press("Enter")
    theme.select_option(label="all themes")
    lab.wait_for_function(
        "([e, n]) => e.querySelectorAll('details.row').length === n", arg=[explorer.element_handle(), total]
    )


def test_every_chip_of_the_notebook_opens_its_words(lab: Page) -> None:
    """Many cells open the same words: each chip still opens an excerpt that can be seen, in whatever cell it stands."""
    assert lab.locator("button.chip:visible").count() > 100
    failed = lab.evaluate(
        """() => [...document.querySelectorAll("button.chip")].filter((c) => c.checkVisibility()).filter((chip) => {
          chip.click();
          const pop = document.querySelector("[popover]:popover-open");
          const seen = pop?.checkVisibility({ contentVisibilityAuto: true }) && pop.getBoundingClientRect().height > 40
            && pop.querySelector(".foot b").textContent === chip.textContent;
          pop?.hidePopover();
          return !seen;
        }).map((chip) => chip.textContent)"""
    )
    assert failed == []


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_a_theme_of_jupyterlab_can_be_read(theme: str, lab: Page) -> None:
    """In the dark theme and in the light one, words in tables, rows, controls and charts stand out by 4.5 to 1."""
    lab.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    lab.wait_for_function(
        "light => document.body.dataset.jpThemeLight === light", arg=str(theme.endswith("Light")).lower()
    )
    lab.evaluate("document.querySelectorAll('details.row').forEach((d, i) => d.open = i < 3)")
    kinds = {
        "tables": ".sbs td .pos, .sbs td .verdict span, .sbs th, .sbs .cert",
        "chips": ".sbs .chip",
        "ledger": ".sbs .row .q, .sbs .row .says, .sbs .row .ctx, .sbs .row dd, .sbs .row mark",
        "charts": ".sbs figure .wide svg text, .sbs figcaption h3, .sbs figcaption p",
        "controls": ".widget-vbox select, .widget-vbox .widget-label",
    }
    for kind, selector in kinds.items():
        found = lab.evaluate(READABLE, selector)
        assert len(found) >= 5, kind
        assert min(found)[0] >= LEAST, (kind, sorted(found)[:5])


def test_a_saved_explorer_is_the_table_and_says_that_it_is_closed(page: Page, home: Path, server: str) -> None:
    """Where no kernel answers, all points stand in the explorer's place, and how to go on; no word of an error."""
    opening = f"import sidebyside as sbs\nsbs.explore(sbs.load({str(SHIPPED)!r}))"
    notebook(home / "root" / "notebooks" / "explored.ipynb", opening)
    run(page, server, "explored")
    closed = page.get_by_text("The table of filters is closed")
    expect(closed).to_be_hidden()
    expect(page.locator("details.row:visible").first).to_be_visible()
    next_day(page)
    expect(closed).to_be_visible(timeout=START)
    expect(page.locator("details.row:visible")).to_have_count(len(load(SHIPPED).points))
    expect(page.get_by_text("model not found")).to_have_count(1, timeout=START)
    expect(page.get_by_text("model not found")).to_be_hidden()
