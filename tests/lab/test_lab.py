"""The notebooks in a real JupyterLab: run from top to bottom, opened, filtered and read in light and dark."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
START = 60_000  # milliseconds that the server, a kernel or all cells may take on a slow machine
LEAST = 4.5

RUN_ALL = """async () => {
  const { currentWidget } = window.jupyterapp.shell;
  await currentWidget.context.ready;
  await currentWidget.sessionContext.ready;
  return await window.jupyterapp.commands.execute("notebook:run-all-cells");
}"""
DONE = """() => {
  const { currentWidget } = window.jupyterapp.shell;
  const code = currentWidget.content.widgets.filter((cell) => cell.model.type === "code");
  return code.every((cell) => cell.model.executionCount && cell.model.executionState !== "running")
    && currentWidget.sessionContext.session.kernel.status === "idle";
}"""
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


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api", timeout=2) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a JupyterLab on copies of the notebooks and the data, with settings and folders of its own."""
    home = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, home / "root" / name)
    overrides = {
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
    }
    (home / "settings").mkdir()
    (home / "settings" / "overrides.json").write_text(json.dumps(overrides))
    own = ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR"]
    own += ["JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR"]
    environment = os.environ | {name: str(home / name.lower()) for name in own} | {"PYTHONPATH": str(ROOT / "src")}
    port = free_port()
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--port-retries=0",
        "--allow-root", "--IdentityProvider.token=", "--PasswordIdentityProvider.hashed_password=",
        "--expose-app-in-browser", "--LabApp.extension_manager=readonly",
        f"--LabApp.app_settings_dir={home / 'settings'}", "--ServerApp.terminals_enabled=False",
        f"--ServerApp.root_dir={home / 'root'}",
    ]  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    with (home / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT, cwd=home)
        try:
            until = time.monotonic() + START / 1000
            while not answers(address):
                if process.poll() is not None or time.monotonic() > until:
                    pytest.fail(f"JupyterLab did not start:\n{(home / 'log.txt').read_text()[-2000:]}", pytrace=False)
                time.sleep(0.2)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture(scope="module")
def lab(server: str, browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """The notebook with the master table, run."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(15_000)
    page = context.new_page()
    run(page, server, "02-agree-or-conflict")
    yield page
    context.close()


def run(lab: Page, server: str, name: str) -> None:
    """The notebook, opened in a workspace of its own and run from top to bottom."""
    lab.goto(f"{server}/lab/workspaces/{name}/tree/notebooks/{name}.ipynb?reset", wait_until="domcontentloaded")
    lab.wait_for_selector(".jp-Notebook .jp-Cell", timeout=START)
    lab.wait_for_function(
        "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel", timeout=START
    )
    assert lab.evaluate(RUN_ALL) is True, "a cell failed: " + " / ".join(errors(lab))
    lab.wait_for_function(DONE, timeout=START)


def errors(lab: Page) -> list[str]:
    """What went wrong in any cell, and whatever a cell wrote on stderr."""
    outputs = lab.locator(".jp-OutputArea-output[data-mime-type*=error], .jp-OutputArea-output[data-mime-type*=stderr]")
    return [text[:400] for text in outputs.all_inner_texts()]


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
