"""A chart answers a question, and its title is the answer; it is drawn once wide and once narrow for a page."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from importlib.resources import as_file, files
from typing import Any

import pandas as pd
from markupsafe import escape
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sidebyside.record import Comparison
from sidebyside.showing import palette
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.markup import render
from sidebyside.showing.tables import show

WIDE, NARROW = 10.8, 4.7  # inches of 72 points: type keeps its size in a column of 1,080 or 390 pixels


@dataclass(frozen=True)
class Finding:
    """What a chart shows: the answer, what was counted, the numbers behind it, and what numbered marks stand for."""

    title: str
    note: str
    numbers: pd.DataFrame
    key: Sequence[str] = ()


class Nothing(Exception):
    """There is nothing to draw yet; the message says what is missing."""


class ChartAxes(Axes):
    """Axes that show themselves, in a notebook, with their finding, both widths and the numbers."""

    finding: Finding
    in_page: Callable[[], str]

    def _repr_html_(self) -> str:
        return self.in_page()


Draw = Callable[..., Finding]


def chart(height: float, narrow_height: float | None = None) -> Callable[[Draw], Callable[..., ChartAxes]]:
    """Makes `draw(canvas, work, ...) -> Finding` into `chart(work, ...) -> Axes`; heights in inches."""

    def decorate(draw: Draw) -> Callable[..., ChartAxes]:
        @wraps(draw)
        def made(work: Comparison, *args: Any, **options: Any) -> ChartAxes:
            def drawn(narrow: bool) -> tuple[Canvas, Finding]:
                canvas = Canvas(narrow, (narrow_height or height) if narrow else height)
                try:
                    return canvas, draw(canvas, work, *args, **options)
                except Nothing as missing:
                    return empty(narrow), Finding(str(missing), "", pd.DataFrame())

            with look():
                canvas, finding = drawn(narrow=False)
                canvas.figure.suptitle(finding.title, x=0.01, ha="left")
            first = canvas.axes[0]
            first.finding = finding
            first.in_page = lambda: in_page(work, finding, drawn)
            return first

        return made

    return decorate


class Canvas:
    """A figure to draw on. `narrow` says whether it is for a small screen."""

    def __init__(self, narrow: bool, height: float) -> None:
        self.narrow = narrow
        self.figure = Figure(figsize=(NARROW if narrow else WIDE, height))
        self.axes: list[ChartAxes] = []

    def add(self, *place: Any, **options: Any) -> ChartAxes:
        """Axes at that place of the figure (see Figure.add_subplot)."""
        ax: ChartAxes = self.figure.add_subplot(*place, axes_class=ChartAxes, **options)
        self.axes.append(ax)
        return ax


def empty(narrow: bool) -> Canvas:
    """A canvas on which nothing stands."""
    canvas = Canvas(narrow, 0.5)
    canvas.add().set_axis_off()
    return canvas


def look() -> Any:
    """The style of the house, for as long as something is drawn or saved."""
    with as_file(files("sidebyside.showing").joinpath("sidebyside.mplstyle")) as path:
        return style.context(path)


def in_page(work: Comparison, finding: Finding, drawn: Callable[[bool], tuple[Canvas, Finding]]) -> str:
    """The chart as a piece of a page."""
    pictures = {}
    for name, narrow in (("wide", False), ("narrow", True)):
        with look():
            pictures[name] = svg(drawn(narrow)[0].figure, f"{finding.title}. {finding.note}", name)
    chips = Chips(work)  # their words stand beside the folded numbers: folded away with them, they could not open
    numbers = show(work, finding.numbers, chips=chips).markup if len(finding.numbers) else ""
    values = {"title": finding.title, "note": finding.note, "key": finding.key, "numbers": numbers, "chips": chips}
    return render("figure.html.j2", finding.title, **values, **pictures)._repr_html_()


def svg(figure: Figure, label: str, salt: str) -> str:
    """The figure as SVG: named for a screen reader, in the colours of the page's scheme, the same bytes each time."""
    out = io.StringIO()
    with style.context({"svg.hashsalt": f"{salt} {label}", "savefig.facecolor": "none"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    drawing = out.getvalue()[out.getvalue().index("<svg") :]
    drawing = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->\n?", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r'<g id="[^"]*"', "<g", drawing)  # matplotlib names the parts of every figure alike
    named = f'xmlns:xlink="http://www.w3.org/1999/xlink" role="img" aria-label="{escape(label)}"'
    drawing = re.sub(r'<svg [^>]*?(viewBox="[^"]+")[^>]*>', lambda m: f"<svg {m.group(1)} {named}>", drawing, count=1)
    for name, colour in palette.variables().items():
        drawing = drawing.replace(colour.light, f"var(--{name})")
    return re.sub(r"\n\s*", "\n", drawing)


def mark(ax: Axes, key: str, x: float, y: float, size: float = 8, full: bool = True) -> None:
    """A source's mark: its shape tells it apart without colour."""
    colour = palette.source_colour(key)
    shape = palette.source_marker(key)
    ax.plot(x, y, shape, ms=size, mfc=colour if full else palette.PAPER.light, mec=colour, mew=1.1, zorder=3)


def beside(ax: Axes, words: object, x: float, y: float, side: str = "right", gap: float = 8, **text: Any) -> None:
    """A label to the left or right of a place, or below it."""
    ways = {
        "right": (gap, 0, "left", "center"),
        "left": (-gap, 0, "right", "center"),
        "below": (0, -gap, "center", "top"),
    }
    across, down, ha, va = ways[side]
    options: dict[str, Any] = {"va": va, "ha": ha, "fontsize": 9} | text
    ax.annotate(str(words), (x, y), (across, down), textcoords="offset points", **options)
