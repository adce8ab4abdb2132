"""A page of a comparison in which nothing is decided: what only points can fill is named once, and not shown empty."""

from __future__ import annotations

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from sidebyside.showing.left_out import without_empty_sections
from sidebyside.showing.wording import UNDECIDED

NOTHING = f'<style data-sbs>p{{}}</style><p class="quiet nothing">{UNDECIDED}</p>'
CLOSED = '<p class="sbs closed"><b>The explorer is closed: no kernel runs it.</b> Run this cell to go on.</p>'


def shows(*pieces: str) -> nbformat.NotebookNode:
    """A cell that shows these pieces."""
    outputs = [new_output("display_data", {"text/html": piece}) for piece in pieces]
    cell: nbformat.NotebookNode = new_code_cell("sbs.show()", outputs=outputs)
    return cell


@pytest.fixture
def notebook() -> nbformat.NotebookNode:
    """A first section that waits, two that only wait, one that shows something besides, and words after it."""
    whole: nbformat.NotebookNode = new_notebook(
        cells=[
            new_markdown_cell("# The question"),
            shows(NOTHING),
            new_markdown_cell("## The table\n\nEvery point."),
            shows("", f"{CLOSED}{NOTHING}"),
            new_markdown_cell("## The sheet"),
            shows(f"<p>{UNDECIDED} The bench is the place to begin.</p>"),
            new_markdown_cell("## The words"),
            shows("<p>Many words.</p>"),
            shows(NOTHING),
            new_markdown_cell("Read them as a pointer.\n\n## By theme"),
            shows(NOTHING),
        ]
    )
    return whole


def test_sections_that_wait_are_named_and_not_shown(notebook: nbformat.NotebookNode) -> None:
    """The first section stays, as do words that end the section before; what goes is named in the order of the page."""
    words = [cell.source for cell in without_empty_sections(notebook).cells if cell.cell_type == "markdown"]
    nbformat.validate(without_empty_sections(notebook))
    assert words == [
        "# The question",
        "## The words",
        "Read them as a pointer.\n\n",
        "Once a point is decided, there also stand here: The table; The sheet; By theme.",
    ]


def test_it_is_said_once(notebook: nbformat.NotebookNode) -> None:
    """In whichever section it stands first."""
    shown = without_empty_sections(notebook)
    told = [output for cell in shown.cells for output in cell.get("outputs", ())]
    assert [UNDECIDED in output.data["text/html"] for output in told] == [True, False]


def test_the_notebook_itself_stays(notebook: nbformat.NotebookNode) -> None:
    """What is left out of the page is left out of a copy."""
    before = nbformat.writes(notebook)
    without_empty_sections(notebook)
    assert nbformat.writes(notebook) == before


def test_a_page_on_which_nothing_waits_is_as_it_was() -> None:
    """Every cell, and no line about others."""
    cells = [new_markdown_cell("# One"), shows("<p>Words.</p>"), new_markdown_cell("## Two"), shows("<p>More.</p>")]
    shown = without_empty_sections(new_notebook(cells=cells))
    assert [cell.source for cell in shown.cells] == [cell.source for cell in cells]
    assert [cell.get("outputs") for cell in shown.cells] == [cell.get("outputs") for cell in cells]
