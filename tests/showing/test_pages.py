"""The exported pages, opened from a file in a real browser, as someone would who was sent nothing else."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Locator, Page
from tests.matching.seven_reports import REPORTS
from tests.showing import anyones, small
from tests.showing.browsing import CONTRAST, LEAST, Watch, made, merged, shown
from tests.showing.markup import column, dangers, misnested, repeated_ids, squeezed, tree, words

import sidebyside as sbs
from sidebyside.errors import PageError, SideBySideError
from sidebyside.record import Comparison
from sidebyside.showing.bench.script import in_page
from sidebyside.showing.report import asset, main, page_name, report, shipped_notebooks
from sidebyside.showing.running import EXCERPTS, kernels_told

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data" / "russia-afghanistan"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
PAGES = [page_name(number, path) for number, path in enumerate(NOTEBOOKS)]
LEDGER, READER = "02-agree-or-conflict.html", "01-the-sources.html"
each_page = pytest.mark.parametrize("name", PAGES)


@pytest.fixture(scope="session")
def kernels() -> Iterator[None]:
    """Kernels that the tests start find the package of this checkout, and no other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "src")]))
        patch.delenv("PYTHONHASHSEED", raising=False)
        yield


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, kernels: None) -> Path:
    """The report of the shipped comparison."""
    out = tmp_path_factory.mktemp("report")
    report(NOTEBOOKS, SHIPPED, out)
    return out


def text_of(pages: Path, name: str) -> str:
    return (pages / name).read_text(encoding="utf-8")


@cache
def parsed(path: Path) -> BeautifulSoup:
    """The page of that file as a tree, for all tests that only look."""
    return tree(path.read_text(encoding="utf-8"))


def rows(page: Page) -> list[str]:
    """The ids of the rows of the ledger that can be seen, from top to bottom."""
    found: list[str] = page.eval_on_selector_all("details.row:not([hidden])", "rows => rows.map(row => row.id)")
    return found


# the files


def test_the_report_is_one_file_a_notebook(pages: Path) -> None:
    """Every notebook became a page, the first is the index, and nothing else lies beside them."""
    assert sorted(path.name for path in pages.iterdir()) == sorted(PAGES)
    assert PAGES[0] == "index.html"


@each_page
def test_a_page_is_small_and_whole(name: str, pages: Path) -> None:
    """A page is below three megabytes, its tags are closed in turn, and no id stands twice."""
    markup = text_of(pages, name)
    assert len(markup.encode()) < 3_000_000
    assert misnested(markup.replace("<!doctype html>", "")) == []
    assert repeated_ids(parsed(pages / name)) == set()


@each_page
def test_a_page_allows_itself_nothing(name: str, pages: Path) -> None:
    """Before anything else a policy forbids every address; pictures and fonts could only be data."""
    head = parsed(pages / name).select_one("head")
    assert head is not None
    policy = head.select_one("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    rules = dict(rule.strip().partition(" ")[::2] for rule in str(policy["content"]).split(";"))
    assert rules.pop("default-src") == "'none'"
    assert rules.pop("script-src") == rules.pop("style-src") == "'unsafe-inline'"
    assert rules.pop("img-src") == rules.pop("font-src") == "data:"
    assert set(rules.values()) == {"'none'"}
    before = [tag.name for tag in policy.find_previous_siblings()]
    assert before == ["meta"]


@each_page
def test_a_page_has_no_leftovers(name: str, pages: Path) -> None:
    """No address of an object, no widget's text, no traceback, no raw Markdown and no link to a notebook is left."""
    page = parsed(pages / name)
    text = page.get_text(" ")
    left = r"<Axes|VBox\(|Text\(0|\[<matplotlib|Traceback|Warning:|object at|<IPython|\bnan\b|\*\*|\[\d+ rows x|ipynb\)"
    assert re.findall(left, text.partition("Made by Side by Side")[0]) == []
    assert [a["href"] for a in page.select("a[href]") if ".ipynb" in str(a["href"])] == []
    assert [words(pre) for pre in page.select("pre")] == []


@each_page
def test_a_page_says_what_it_is(name: str, pages: Path) -> None:
    """A page has its language, its own title, one first heading, and says in the line of pages where one is."""
    page = parsed(pages / name)
    assert [html["lang"] for html in page.select("html")] == ["en"]
    assert len(page.select("h1")) == 1
    assert words(page.select_one("title")) == f"{words(page.select_one('h1')).rstrip('¶')} · Side by Side"
    assert [a["href"] for a in page.select("nav a")] == PAGES
    assert [a["href"] for a in page.select("nav a[aria-current=page]")] == [name]
    assert [str(s)[:80] for s in page.select("svg:not([role=img]):not([aria-hidden=true]), img:not([alt])")] == []
    unnamed = page.select("input, select, button:not(:has(*))")
    assert [str(t) for t in unnamed if not (t.find_parent("label") or t.get("aria-label") or words(t))] == []


def test_links_between_pages_lead_somewhere(pages: Path) -> None:
    """Every link leads to a page of the report, or to an id that is there; none leads out."""
    ids = {name: {str(tag["id"]) for tag in parsed(pages / name).select("[id]")} for name in PAGES}
    wrong, seen = [], 0
    for name in PAGES:
        for link in parsed(pages / name).select("a[href]"):
            file, _, anchor = str(link["href"]).partition("#")
            seen += 1
            if (file or name) not in ids or (anchor and anchor not in ids[file or name]):
                wrong.append(f"{name}: {link['href']}")
    assert wrong == []
    assert seen > 500


def test_every_chip_has_its_words_on_the_page(pages: Path) -> None:
    """A chip opens an excerpt of its own page, and each excerpt is there once."""
    for name in PAGES:
        page = parsed(pages / name)
        opened = {str(pop["id"]) for pop in page.select("[popover]")}
        assert {str(chip["popovertarget"]) for chip in page.select("button.chip")} == opened


# in the browser


@each_page
def test_a_page_asks_for_nothing(name: str, page: Page, pages: Path) -> None:
    """Opened from a file a page asks for itself alone, and the browser has nothing to complain of."""
    watch = Watch(page)
    shown(page, pages, name)
    page.wait_for_load_state("networkidle")
    assert watch.asked == [(pages / name).as_uri()]
    assert watch.said == []


@each_page
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_does_not_scroll_sideways(width: int, name: str, page: Page, pages: Path) -> None:
    """On a desk and on a phone the page is as wide as its window, also with every row open."""
    page.set_viewport_size({"width": width, "height": 800})
    shown(page, pages, name)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
        ".slice(0, 5).map(e => e.outerHTML.slice(0, 120))"
    )


@each_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(scheme: Any, name: str, page: Page, pages: Path) -> None:
    """Every word that can be seen stands out from what is behind it by 4.5 to 1, light and dark, opened words too."""
    page.emulate_media(color_scheme=scheme, media="screen")
    shown(page, pages, name)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.add_style_tag(content=".sbs .pop{display:block!important;position:static!important}")
    found = page.evaluate(CONTRAST)
    assert len(found) > 100
    assert min(found)[0] >= LEAST, [f for f in sorted(found) if f[0] < LEAST][:8]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chip_under_the_pointer_can_be_read(scheme: Any, page: Page, pages: Path) -> None:
    """With the pointer on it a chip changes colour, and its number can still be read."""
    page.emulate_media(color_scheme=scheme, media="screen")
    shown(page, pages, "index.html")
    for key in "AB":
        chip = page.locator("button.chip:visible").filter(has_text=re.compile(rf"^{key}\d+$")).first
        chip.hover()
        number = chip.inner_text()
        assert min(f for f in page.evaluate(CONTRAST) if f[1] == number)[0] >= LEAST


INSIDE = "e => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().bottom < innerHeight"


def opened(page: Page) -> Locator:
    return page.locator("[popover]:popover-open")


@each_page
def test_every_chip_opens_its_words(name: str, page: Page, pages: Path) -> None:
    """Each chip that can be seen opens an excerpt that can be seen, inside the window, with words marked in it."""
    shown(page, pages, name)
    page.evaluate("document.querySelectorAll('details.row').forEach(d => d.open = true)")
    failed = page.evaluate(
        """() => [...document.querySelectorAll("button.chip")].filter((c) => c.checkVisibility()).filter((chip) => {
          chip.click();
          const pop = document.getElementById(chip.getAttribute("popovertarget"));
          const box = pop.getBoundingClientRect();
          const seen = pop.matches(":popover-open") && pop.checkVisibility({ contentVisibilityAuto: true })
            && box.width > 100 && box.height > 40
            && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
          const named = pop.querySelector(".foot b").textContent === chip.textContent;
          const right = named && pop.querySelector("mark")?.textContent;
          if (pop.matches(":popover-open")) pop.hidePopover();
          return !(seen && right);
        }).map((chip) => `${chip.textContent} in ${chip.closest("[id]").id}`)"""
    )
    assert failed == []


def test_a_chip_by_click_and_by_key(page: Page, pages: Path) -> None:
    """A click opens the words; so does the Enter key; Escape closes them and the chip has the focus again."""
    shown(page, pages, "index.html")
    chip = page.locator("button.chip:visible").first
    chip.click()
    assert chip.inner_text() in opened(page).inner_text()
    page.keyboard.press("Escape")
    assert opened(page).count() == 0
    for key in ("Enter", "Space"):
        page.locator("body").press("Home")
        chip.focus()
        page.keyboard.press(key)
        assert opened(page).count() == 1
        page.keyboard.press("Escape")
        assert opened(page).count() == 0
        assert page.evaluate("document.activeElement.textContent") == chip.inner_text()
    chip.click()
    opened(page).get_by_role("button", name="close").click()
    assert opened(page).count() == 0


def test_the_tab_key_reaches_what_a_chip_opened(page: Page, pages: Path) -> None:
    """From an opened chip the next stop of the Tab key is inside its words: the link to read them in place."""
    shown(page, pages, "index.html")
    chip = page.locator("button.chip:visible").first
    number = chip.inner_text()
    chip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "read it in place"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{READER}#{number}")


def test_opened_words_hold_the_quotes(pages: Path, work: Comparison) -> None:
    """For every quote of the comparison: the chip of its row opens an excerpt in which just those words are marked."""
    page = parsed(pages / LEDGER)
    pops = {str(pop["id"]): pop for pop in page.select("[popover]")}
    ledger = {str(row["id"]): row for row in page.select("details.row")}
    checked = 0
    for row in work.evidence.itertuples():
        if row.role == "near" and work.evidence_of(str(row.point), str(row.source)):
            continue
        chips = [c for c in ledger[str(row.point)].select(".chip") if words(c) == row.passage]
        assert chips, f"{row.point} has no chip for {row.passage}"
        marked = " ".join(" ".join(column(pops[str(c["popovertarget"])], "mark")) for c in chips)
        assert squeezed(str(row.quote)) in squeezed(marked), row
        checked += 1
    assert checked > 300


# the ledger


def test_the_ledger_filters_and_counts(page: Page, pages: Path, work: Comparison) -> None:
    """Each filter leaves the rows that meet it, filters add up, and the count says how many of how many."""
    shown(page, pages, LEDGER)
    table, total = work.points, len(work.points)
    assert rows(page) == table.id.tolist()

    def counted() -> str:
        return page.locator("output.count").inner_text()

    wanted = {
        "theme": ("talks", table.theme == "talks"),
        "verdict": ("only", table.verdict == "only"),
        "rank": ("core", table["rank"] == "core"),
        "source": ("B", ~table.B_certainty.isin(["", "silent"])),
    }
    for name, (value, met) in wanted.items():
        page.select_option(f"[data-filter={name}]", value)
        assert rows(page) == table[met].id.tolist()
        assert counted() == f"{met.sum()} of {total} points"
        page.select_option(f"[data-filter={name}]", "")
    page.select_option("[data-filter=theme]", "talks")
    page.select_option("[data-filter=rank]", "core")
    assert rows(page) == table[(table.theme == "talks") & (table["rank"] == "core")].id.tolist()


def test_the_ledger_is_searched(page: Page, pages: Path, work: Comparison) -> None:
    """Words are found in questions and in quotes, in any case; what is nowhere leaves nothing, and says so."""
    shown(page, pages, LEDGER)
    search = page.locator("[data-filter=text]")
    search.fill("  RUSSIA DENIED this ")
    assert "arms-since-2015" in rows(page)
    assert len(rows(page)) < 10
    search.fill("no such words anywhere")
    assert rows(page) == []
    assert page.locator("output.count").inner_text() == f"0 of {len(work.points)} points"
    search.fill("")
    assert len(rows(page)) == len(work.points)


def test_the_ledger_is_sorted(page: Page, pages: Path, work: Comparison) -> None:
    """By verdict, by theme and by rank, within each in reading order; and back again."""
    shown(page, pages, LEDGER)
    table = work.points
    verdicts, ranks = list(sbs.VERDICTS), ["core", "supporting", "minor"]
    orders = {
        "verdict": table.assign(by=table.verdict.map(verdicts.index)),
        "theme": table.assign(by=table.theme.map(list(work.themes.key).index)),
        "rank": table.assign(by=table["rank"].map(ranks.index)),
        "n": table.assign(by=0),
    }
    for name, order in orders.items():
        page.select_option("[data-sort]", name)
        assert rows(page) == order.sort_values("by", kind="stable").id.tolist(), name


def test_the_ledger_unfolds(page: Page, pages: Path) -> None:
    """One button opens every row and closes them again; a row opens by click and by key."""
    shown(page, pages, LEDGER)
    button = page.locator("[data-unfold]")
    button.click()
    assert page.locator("details.row:not([open])").count() == 0
    assert button.inner_text() == "fold all"
    button.click()
    assert page.locator("details.row[open]").count() == 0
    first = page.locator("details.row").first
    first.locator("summary").click()
    assert first.locator(".side .says").first.is_visible()
    page.keyboard.press("Enter")
    assert not first.locator(".side .says").first.is_visible()


def test_a_link_to_a_point_opens_it(page: Page, pages: Path) -> None:
    """The address of a point opens its row and brings it into the window, at the start and while the page is open."""
    shown(page, pages, f"{LEDGER}#arms-since-2015")
    row = page.locator("#arms-since-2015")
    assert row.get_attribute("open") is not None
    assert row.locator("summary").evaluate(INSIDE)
    page.evaluate("location.hash = 'main-goals'")
    page.wait_for_selector("#main-goals[open]")
    assert page.locator("#main-goals summary").evaluate(INSIDE)


def test_a_link_to_a_point_that_is_filtered_out(page: Page, pages: Path) -> None:
    """A link to a point leads to it also where a filter has hidden its row."""
    shown(page, pages, LEDGER)
    page.select_option("[data-filter=theme]", "talks")
    page.evaluate("location.hash = 'arms-since-2015'")
    page.wait_for_selector("#arms-since-2015[open]", state="visible", timeout=2_000)


def test_a_link_that_leads_nowhere_does_no_harm(page: Page, pages: Path) -> None:
    """An address with a mark that is not there, or is not an address at all, leaves the page as it is."""
    watch = Watch(page)
    for mark in ("#no-such-point", "#%E0%A4%A", "#<script>"):
        shown(page, pages, "index.html")
        shown(page, pages, f"{LEDGER}{mark}")
        page.select_option("[data-filter=theme]", "talks")
        assert page.locator("details.row[open]").count() == 0
    assert watch.said == []


# the reader


def lit_in(page: Page) -> list[dict[str, Any]]:
    """For each pane: the lit words, and whether the first of them can be seen in it."""
    found: list[dict[str, Any]] = page.evaluate(
        """() => [...document.querySelectorAll(".scroll")].map((pane) => {
          const lit = [...pane.querySelectorAll(".lit")], box = pane.getBoundingClientRect();
          const first = lit[0]?.getBoundingClientRect();
          return { words: lit.map((e) => e.textContent).join(""),
                   seen: !first || (first.top >= box.top && first.top < box.bottom && first.top < innerHeight) };
        })"""
    )
    return found


def test_the_reader_lights_up_a_point(page: Page, pages: Path, work: Comparison) -> None:
    """Picked in the list, a point's quotes light up in both panes, and both panes move to the first of them."""
    shown(page, pages, READER)
    page.locator(".readers").scroll_into_view_if_needed()
    for identity in ("arms-since-2015", "trade-volume-moot", "main-goals", "spill-over-fear"):
        if identity not in set(work.points.id):
            continue
        page.select_option("[data-pick]", identity)
        for source, pane in zip(work.texts, lit_in(page), strict=True):
            places = sorted((e.start, e.end) for e in work.evidence_of(identity, source.key))
            assert squeezed(pane["words"]) == squeezed("".join(source.text[a:b] for a, b in merged(places)))
            assert pane["seen"]


def test_the_reader_steps_with_j_and_k(page: Page, pages: Path, work: Comparison) -> None:
    """The keys j and k, and the two buttons, go to the next point and the one before, and stop at the first."""
    shown(page, pages, READER)

    def picked() -> str:
        return str(page.locator("[data-pick]").input_value())

    first, second = work.points.id[0], work.points.id[1]
    for key, now in (("j", first), ("j", second), ("k", first), ("k", ""), ("k", "")):
        page.keyboard.press(key)
        assert picked() == now
    page.locator("[data-step='1']").click()
    assert picked() == first
    assert "".join(pane["words"] for pane in lit_in(page))
    page.locator("[data-step='-1']").click()
    assert picked() == ""
    assert "".join(pane["words"] for pane in lit_in(page)) == ""


def test_a_link_to_a_passage_shows_it_in_its_pane(page: Page, pages: Path) -> None:
    """“Read it in place” ends at the passage: its pane is in the window, and the passage in its pane."""
    for passage in ("A96", "B21"):
        shown(page, pages, "index.html")
        shown(page, pages, f"{READER}#{passage}")
        seen = page.locator(f"#{passage}").evaluate(
            """(e) => { const p = e.getBoundingClientRect(), box = e.closest(".scroll").getBoundingClientRect();
              return p.top >= box.top && p.bottom <= box.bottom && p.top >= 0 && p.top < innerHeight; }"""
        )
        assert seen, passage


# without scripts, on paper


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A browser in which scripts are off."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(5_000)
    yield context.new_page()
    context.close()


def test_without_scripts_every_row_opens(plain: Page, pages: Path, work: Comparison) -> None:
    """With scripts off the ledger shows all rows, each opens, and the tools that could do nothing are not shown."""
    shown(plain, pages, LEDGER)
    assert plain.locator("html.js").count() == 0
    assert plain.locator(".tools:visible, [data-filter]:visible").count() == 0
    summaries = plain.locator("details.row > summary")
    assert summaries.count() == len(work.points)
    for number in (0, 1, len(work.points) // 2, len(work.points) - 1):
        summaries.nth(number).click()
        assert plain.locator("details.row").nth(number).locator(".says").first.is_visible()
    assert plain.locator("details.row[open]").count() == 4


@pytest.mark.parametrize("name", ["index.html", LEDGER])
def test_without_scripts_chips_open_their_words(name: str, plain: Page, pages: Path) -> None:
    """A chip needs no script: a click opens the words and Escape closes them."""
    shown(plain, pages, name)
    chips = plain.locator("button.chip:visible")
    for number in range(0, chips.count(), max(1, chips.count() // 6)):
        chips.nth(number).click()
        assert chips.nth(number).inner_text() in opened(plain).inner_text()
        plain.keyboard.press("Escape")
        assert opened(plain).count() == 0


def test_without_scripts_the_reader_is_two_texts(plain: Page, pages: Path) -> None:
    """With scripts off both texts can be read; the list that would light up a point is not shown."""
    shown(plain, pages, READER)
    assert plain.locator(".pick:visible").count() == 0
    assert [pane.is_visible() for pane in plain.locator(".scroll").all()] == [True, True]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [LEDGER, READER])
def test_on_paper_every_word_is_there(name: str, scheme: Any, page: Page, pages: Path) -> None:
    """Printed, from a light or a dark screen, every row shows its words, dark on white; nothing to click remains."""
    shown(page, pages, name)
    page.emulate_media(media="print", color_scheme=scheme)
    # The browser needs a moment to lay a page out for paper.
    page.wait_for_function(
        """() => matchMedia("print").matches && [...document.querySelectorAll("details.row .says, details.row .ctx")]
          .every((e) => e.checkVisibility({ contentVisibilityAuto: true }) && e.getBoundingClientRect().height > 0)"""
    )
    panes = "panes => panes.map(pane => getComputedStyle(pane).overflowY)"
    assert set(page.eval_on_selector_all(".scroll", panes)) <= {"visible"}, "a pane is cut off"
    assert page.locator(".tools:visible, .pick:visible, .btn:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    found = page.evaluate(CONTRAST)
    assert len(found) > 300
    assert min(found)[0] >= LEAST, [f for f in sorted(found) if f[0] < LEAST][:8]


# what goes into a report


def notebook(path: Path, *cells: str, text: str = "# A question?") -> Path:
    """A notebook of these cells, after a heading."""
    made = nbformat.v4.new_notebook()
    made.cells = [nbformat.v4.new_markdown_cell(text), *(nbformat.v4.new_code_cell(cell) for cell in cells)]
    for number, cell in enumerate(made.cells):
        cell["id"] = f"cell-{number}"  # else a random one
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, path)
    return path


def test_the_same_report_twice(pages: Path, kernels: None, tmp_path: Path) -> None:
    """Made again, every page has the same bytes: no date, no random id, no path, no order that changes."""
    again = {path.name: path.read_bytes() for path in report(NOTEBOOKS, SHIPPED, tmp_path / "again")}
    assert [name for name in PAGES if again[name] != (pages / name).read_bytes()] == []


def test_a_broken_notebook_writes_nothing(kernels: None, tmp_path: Path) -> None:
    """If a cell fails, the error names the notebook and the cell, and the report of yesterday stays as it was."""
    good = notebook(tmp_path / "n" / "00-good.ipynb", "1 + 1")
    bad = notebook(tmp_path / "n" / "01-bad.ipynb", "x = 1", "total = x / 0\nprint(total)")
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("yesterday's")
    with pytest.raises(PageError, match=r"01-bad\.ipynb: the cell “total = x / 0” ended in ZeroDivisionError"):
        report([good, bad], small.write(tmp_path / "c"), out)
    assert [path.name for path in out.iterdir()] == ["index.html"]
    assert (out / "index.html").read_text() == "yesterday's"


def test_a_kernel_that_dies_is_named(kernels: None, tmp_path: Path) -> None:
    """If a notebook's kernel is killed, the error names the notebook; it is one of ours, not a library's."""
    dead = notebook(tmp_path / "00-dead.ipynb", "import os\nos._exit(1)")
    with pytest.raises(SideBySideError, match=r"00-dead\.ipynb"):
        report([dead], small.write(tmp_path / "c"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_is_no_notebook_is_named(tmp_path: Path) -> None:
    """A file that is not a notebook is named, and nothing is written."""
    path = tmp_path / "00-torn.ipynb"
    path.write_text('{"cells": [')
    with pytest.raises(SideBySideError, match=r"00-torn\.ipynb"):
        report([path], small.write(tmp_path / "c"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_hostile_comparison_makes_a_harmless_page(hostile: Comparison, page: Page, tmp_path: Path) -> None:
    """Whatever sources and analysts wrote, the page holds our script and its data, and opened nothing else runs."""
    markup = made(
        hostile, sbs.opening(hostile), sbs.sources(hostile, full=True), sbs.findings(hostile), sbs.matrix(hostile),
        sbs.ledger(hostile), sbs.reader(hostile), sbs.coding_note(hostile),
    )  # fmt: skip
    parsed = tree(markup)
    data, script = parsed.select("script")
    assert data["type"] == "application/json"
    assert json.loads(data.get_text())["title"] == small.POISON
    assert squeezed(script.get_text()) == squeezed(asset("page.js") + in_page())
    assert len(parsed.select("style")) == 1
    assert len(parsed.select("meta")) == 4
    body = re.sub(r"<script[ >].*?</script>", "", markup[markup.index("<body") :], flags=re.DOTALL)
    assert list(dangers(body)) == []
    (tmp_path / "hostile.html").write_text(markup, encoding="utf-8")
    watch = Watch(page)
    page.on("dialog", lambda dialog: (watch.said.append(dialog.message), dialog.dismiss()))
    shown(page, tmp_path, "hostile.html#p0")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert watch.said == []
    assert [address.partition("#")[0] for address in watch.asked] == [(tmp_path / "hostile.html").as_uri()]
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, width


def test_a_title_is_escaped_once(tmp_path: Path) -> None:
    """A headline with an ampersand, an apostrophe or a sign of less reads the same in the window's title."""
    about = small.ABOUT | {"headline": "Orlov's bridge & the river: 2 < 3"}
    work = sbs.load(small.write(tmp_path, about=about))
    parsed = tree(made(work, sbs.opening(work)))
    assert words(parsed.select_one("title")) == "Orlov's bridge & the river: 2 < 3 · Side by Side"
    assert words(parsed.select_one("nav a")) == "Orlov's bridge & the river: 2 < 3"


@pytest.mark.parametrize("identity", ["main", "p-1", "a1"])
def test_a_point_may_have_any_name(identity: str, tmp_path: Path) -> None:
    """Whatever a point is called, its id is its own on the page."""
    points = [small.POINTS[0] | {"id": identity}]
    about = small.ABOUT | {"findings": []}
    work = sbs.load(small.write(tmp_path, about=about, points=points, set_aside=[], codings={}))
    assert repeated_ids(tree(made(work, sbs.ledger(work), sbs.reader(work)))) == set()


def test_a_notebook_with_a_folder_of_its_own(kernels: None, tmp_path: Path) -> None:
    """The one parameter of a notebook is the comparison that the report was asked for; what it shows is of that one."""
    cells = ["FOLDER = 'nowhere'", "import sidebyside as sbs", "sbs.matrix(sbs.load(FOLDER))"]
    path = notebook(tmp_path / "n" / "00-x.ipynb", *cells)
    book = nbformat.read(path, as_version=4)
    book.cells[1].metadata["tags"] = ["parameters"]
    nbformat.write(book, path)
    (target,) = report([path], small.write(tmp_path / "c"), tmp_path / "out")
    page = tree(target.read_text(encoding="utf-8"))
    assert target.name == "index.html"
    assert len(page.select("table.matrix tbody th[scope=row]")) == len(small.POINTS)
    assert words(page.select_one("title")) == "A question? · Side by Side"
    assert str(tmp_path) not in target.read_text(encoding="utf-8")


# anyone's comparison


def opens_clean(page: Page, folder: Path) -> None:
    """Every page of a report opens, asks for nothing, says nothing, is no wider than its window, and links truly."""
    files = sorted(path.name for path in folder.iterdir())
    assert files == sorted(PAGES)
    ids = {name: {str(tag["id"]) for tag in parsed(folder / name).select("[id]")} for name in files}
    for name in files:
        watch = Watch(page)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 800})
            shown(page, folder, name)
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, (name, width)
        assert watch.said == []
        assert set(watch.asked) == {(folder / name).as_uri()}
        assert repeated_ids(parsed(folder / name)) == set()
        links = [str(link["href"]).partition("#") for link in parsed(folder / name).select("main a[href]")]
        assert [link for link in links if link[2] and link[2] not in ids[link[0] or name]] == []
        text = parsed(folder / name).get_text(" ").partition("Made by Side by Side")[0]
        assert re.findall(r"Traceback|Warning:|object at|\bnan\b|\*\*", text) == []


@pytest.mark.browser
def test_seven_reports_from_files_to_pages(page: Page, kernels: None, tmp_path: Path) -> None:
    """Seven files become a folder and the folder a report: nothing in it is decided, and every page opens clean."""
    files = [tmp_path / f"report-{key.lower()}.txt" for key in REPORTS]
    for file, text in zip(files, REPORTS.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    work = sbs.new(tmp_path / "wreck", files)
    assert main([str(work.folder)]) == 0
    opens_clean(page, work.folder / "report")
    front = parsed(work.folder / "report" / "index.html")
    assert "Nothing is decided yet." in words(front.select_one(".undecided"))
    assert len(front.select(".cards .card, .card")) == len(REPORTS)
    assert front.select(".verdict.proposed"), "what the machine proposes is shown, as proposed"
    assert not front.select(".verdict:not(.proposed)")
    waits = parsed(work.folder / "report" / PAGES[8])
    assert len(waits.select("table")[1].select("tbody tr")) == len(sbs.waiting(work))


def test_a_report_goes_where_it_is_told(kernels: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second folder named is where the pages go; what cannot be loaded is said, and nothing is written."""
    monkeypatch.setattr("sidebyside.showing.report.shipped_notebooks", lambda: [notebook(tmp_path / "00-x.ipynb", "1")])
    anyones.alone(tmp_path / "c")
    assert main([str(tmp_path / "c"), str(tmp_path / "out")]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["index.html"]
    assert main([str(tmp_path / "nowhere")]) == 1
    assert not (tmp_path / "nowhere").exists()


def test_the_shipped_notebooks_are_found() -> None:
    """They are those of the project, in reading order, where the package was not installed as a wheel."""
    assert shipped_notebooks() == NOTEBOOKS


def test_a_limit_holds_while_a_report_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernels learn of a limit by their surroundings; afterwards all is as before, and no limit alters nothing."""
    monkeypatch.setenv(EXCERPTS, "7")
    with kernels_told(25):
        assert os.environ[EXCERPTS] == "25"
    with kernels_told(None):
        assert os.environ[EXCERPTS] == "7"
    monkeypatch.delenv(EXCERPTS)
    with kernels_told(0):
        assert os.environ[EXCERPTS] == "0"
    assert EXCERPTS not in os.environ
