"""Driving a real JupyterLab: opening a notebook, running it, and reading what went wrong in it."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

START = 60_000  # milliseconds that the server, a kernel or all cells may take on a slow machine

HAS_KERNEL = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
KERNEL = "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel"
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


def run(lab: Page, server: str, name: str) -> None:
    """The notebook, opened in a workspace of its own and run from top to bottom."""
    lab.goto(f"{server}/lab/workspaces/{name}/tree/notebooks/{name}.ipynb?reset", wait_until="domcontentloaded")
    lab.wait_for_selector(".jp-Notebook .jp-Cell", timeout=START)
    lab.wait_for_function(HAS_KERNEL, timeout=START)
    assert lab.evaluate(RUN_ALL) is True, "a cell failed: " + " / ".join(errors(lab))
    lab.wait_for_function(DONE, timeout=START)


def next_day(lab: Page) -> None:
    """The notebook is saved, and opened again with another kernel, on which no cell has been run."""
    lab.keyboard.press("Control+s")
    lab.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    lab.evaluate(f"{KERNEL}.restart()")
    lab.wait_for_function(f"{KERNEL}.status === 'idle'", timeout=START)
    lab.reload(wait_until="domcontentloaded")


def errors(lab: Page) -> list[str]:
    """What went wrong in any cell, and whatever a cell wrote on stderr."""
    outputs = lab.locator(".jp-OutputArea-output[data-mime-type*=error], .jp-OutputArea-output[data-mime-type*=stderr]")
    return [text[:400] for text in outputs.all_inner_texts()]


def notebook(path: Path, *cells: str) -> None:
    """A notebook of those cells."""
    made = [
        {"cell_type": "code", "id": f"c{n}", "metadata": {}, "source": words, "outputs": [], "execution_count": None}
        for n, words in enumerate(cells)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path.write_text(json.dumps({"cells": made, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}))


def press(page: Page, *keys: str) -> None:
    """Keys, one after the other."""
    for key in keys:
        page.keyboard.press(key)


def drag(page: Page, passage: str, words: str) -> None:
    """Selects words of a passage with the mouse, from their first letter to behind their last."""
    line = page.locator(f".scroll .s[data-p={passage}]")
    line.scroll_into_view_if_needed()
    ends = line.evaluate(
        """(passage, words) => {
          const at = passage.textContent.indexOf(words);
          const place = (wanted) => {
            const walk = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
            for (let node, from = 0; (node = walk.nextNode()); from += node.length) {
              if (wanted >= from + node.length) continue;
              const range = document.createRange();
              range.setStart(node, wanted - from);
              range.setEnd(node, wanted - from + 1);
              return range.getClientRects()[0];
            }
          };
          const [first, last] = [place(at), place(at + words.length - 1)];
          return [[first.left + 0.5, first.top + first.height / 2], [last.right - 0.5, last.top + last.height / 2]];
        }""",
        words,
    )
    page.mouse.move(*ends[0])
    page.mouse.down()
    page.mouse.move(*ends[1], steps=5)
    page.mouse.up()
    assert page.evaluate("getSelection().toString().trim()") == words


def saved(bench: Locator, within: int = 5000) -> None:
    """Waits until the bench says that all is saved."""
    expect(bench.locator(".saved")).to_have_class("saved done", timeout=within)
    expect(bench.locator(".saved")).to_contain_text("saved ")


def show(bench: Locator, question: str, tab: str = "Points") -> None:
    """Brings a point into view through the search, as a person would."""
    bench.get_by_role("tab", name=tab).click()
    bench.locator("input[type=search]").fill(question)
    bench.locator(".item").first.click()
    expect(bench.locator(".asked")).to_have_text(question)


def undone(bench: Locator) -> str:
    """What the bench offers to take back."""
    return bench.get_by_role("button", name="Undo").inner_text()
