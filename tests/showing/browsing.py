"""A page in a browser: made, opened, watched, and asked what can be read in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Page

from sidebyside.record import Comparison
from sidebyside.showing import report as reporting
from sidebyside.showing.bench.script import inlined
from sidebyside.showing.bench.view import exported

LEAST = 4.5  # contrast of text with what lies behind it, WCAG 2 level AA
# Of every piece of text that can be seen: its contrast, its words, its class.
CONTRAST = """
() => {
  const parse = (colour) => {
    const n = colour.match(/-?[\\d.]+(?:e-?\\d+)?/g).map(Number);
    if (colour.startsWith("color(")) return [n[0] * 255, n[1] * 255, n[2] * 255, n[3] ?? 1];
    return [n[0], n[1], n[2], n[3] ?? 1];
  };
  const over = (top, under) => top.slice(0, 3).map((c, i) => c * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const canvas = matchMedia("(prefers-color-scheme: dark)").matches && !matchMedia("print").matches ? 18 : 255;
  const behind = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) layers.unshift(parse(getComputedStyle(e).backgroundColor));
    return layers.reduce((under, top) => over(top, under), [canvas, canvas, canvas, 1]);
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("script,style,option,.sr,.skip")) continue;
    const all = { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true };
    if (!element.checkVisibility(all)) continue;
    const style = getComputedStyle(element);
    const back = behind(element);
    const ink = over(parse(element.closest("svg") ? style.fill : style.color), back);
    const [one, two] = [light(ink), light(back)].sort((a, b) => b - a);
    const name = element.className?.baseVal ?? element.className;
    found.push([(one + 0.05) / (two + 0.05), node.data.trim().slice(0, 40), name]);
  }
  return found;
}
"""


class Watch:
    """A page of a browser, and whatever it asked for or complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))


def shown(page: Page, pages: Path, name: str) -> Page:
    """The page of that name, opened from its file."""
    page.goto((pages / name.partition("#")[0]).as_uri() + "".join(name.partition("#")[1:]))
    return page


def made(work: Comparison, *pieces: Any, name: str = "00-x.ipynb", heading: str = "") -> str:
    """A page of these pieces, as if a notebook had shown them."""
    book = nbformat.v4.new_notebook()
    book.cells = [nbformat.v4.new_markdown_cell(heading)] if heading else []
    for piece in pieces:
        data = {"text/html": piece} if isinstance(piece, str) else {"text/html": piece._repr_html_()}
        book.cells.append(nbformat.v4.new_code_cell(outputs=[nbformat.v4.new_output("display_data", data)]))
    pages = [("index.html", reporting.nav_name(book))]
    return reporting.page(book, Path(name), work, pages, "index.html", inlined(exported(work)))


def merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
