"""What is seen in a widget's place where no kernel answers for it: in a saved notebook, and in an exported page."""

from __future__ import annotations

from typing import Any

from IPython.display import display
from ipywidgets import DOMWidget

WIDGET = "application/vnd.jupyter.widget-view+json"
# JupyterLab's own words in the widget's place are "Error displaying widget: model not found"; where the widget is
# drawn, what is in its place would stand there twice. (A page drops this style.)
EITHER = (
    "<style data-sbs>.jp-OutputArea-child:has(+.jp-OutputArea-child .in-its-place) "
    ".jupyter-widgets:not(:has(*),.jupyter-widgets *),"
    ".jp-OutputArea-child:has(.sbs)+.jp-OutputArea-child:has(.in-its-place){display:none}</style>"
)


def show(widget: DOMWidget, instead: str) -> None:
    """Displays a widget that has something of class `sbs` in it, and behind it, as an output of its own, some HTML.

    Of two forms of one output JupyterLab tries the widget alone, also where it cannot be drawn.
    """
    view: Any = widget._repr_mimebundle_()
    data = view[0] if isinstance(view, tuple) else view
    # Where no widget can be drawn at all, as in a page, the first of the two shows nothing.
    for output in ({WIDGET: data[WIDGET], "text/html": ""}, {"text/html": in_its_place(instead)}):
        display(output, raw=True)  # type: ignore[no-untyped-call]


def in_its_place(instead: str) -> str:
    """The HTML, hidden where the widget is drawn."""
    return f'<div class="in-its-place">{EITHER}{instead}</div>'


def closed(what: str, then: str) -> str:
    """A sentence above what is in the place of a widget; a page, which has no cells to run, leaves it out.

    >>> closed("bench", "All is kept.")
    '<p class="sbs closed"><b>The bench is closed: no kernel runs it.</b> Run this cell to go on. All is kept.</p>'
    """
    return f'<p class="sbs closed"><b>The {what} is closed: no kernel runs it.</b> Run this cell to go on. {then}</p>'
