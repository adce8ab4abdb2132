"""While no point is decided, a page names in one line, and does not show, the sections that only points can fill.

In a notebook each piece says for itself why it is empty; on a page a reader would meet that under every heading.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import nbformat

from sidebyside.showing.wording import UNDECIDED

Cell = Any  # of nbformat, which has no types
HEADING = re.compile(r"^(?=## )", re.MULTILINE)
# What no reader of a page sees: of a widget's place, the sentence that a kernel is missing.
MARKUP = re.compile(r'<(style|script|svg)\b.*?</\1>|<p class="sbs closed">.*?</p>|<[^>]+>', re.DOTALL)
SHORT = 240  # characters of a piece that says no more than that


def without_empty_sections(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without the sections in which every output waits for points; the last cell names them.

    Where another section has such an output, too, the first on the page says it for all.
    """
    kept: list[Cell] = []
    names = []
    said = False
    for section in sections(notebook.cells):
        told = [output for cell in section for output in cell.get("outputs", ()) if words(output)]
        if kept and told and all(map(waits, told)):
            names.append(re.sub("^## ", "", section[0].source.split("\n")[0]))
            continue
        for cell in section:
            if "outputs" in cell:
                waiting = [output for output in cell.outputs if waits(output)]
                cell.outputs = [output for output in cell.outputs if not (said and output in waiting)]
                said = said or bool(waiting)
        kept += section
    if names:
        line = f"Once a point is decided, there also stand here: {'; '.join(names)}."
        kept.append(nbformat.v4.new_markdown_cell(line))
    shown: nbformat.NotebookNode = nbformat.from_dict({**notebook, "cells": kept})
    return shown


def sections(cells: list[Cell]) -> Iterator[list[Cell]]:
    """The cells, copied, from one heading of the second rank to the next; what stands before the first is a section."""
    section: list[Cell] = []
    for cell in cells:
        parts = HEADING.split(cell.source) if cell.cell_type == "markdown" else [cell.source]
        for part in parts:
            if part.startswith("## ") and cell.cell_type == "markdown" and section:
                yield section
                section = []
            if part.strip() or cell.cell_type != "markdown":
                section.append(copy.deepcopy(cell))
                section[-1].source = part
                if part != cell.source and "id" in cell:
                    section[-1].id = f"{cell.id}-{parts.index(part)}"  # two cells of one id are none to nbformat
    yield section


def waits(output: Any) -> bool:
    """Whether an output says that no point is decided, and no more."""
    return UNDECIDED[:-1] in words(output) and len(words(output)) < SHORT


def words(output: Any) -> str:
    """The words of an output."""
    return " ".join(MARKUP.sub(" ", str(output.get("data", {}).get("text/html", ""))).split())
