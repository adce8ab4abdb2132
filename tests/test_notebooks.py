"""The notebooks are thin: words, and calls of the package; nothing of one run, one machine or one library more."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path

import nbformat
import pytest
from tests.helpers import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LONGEST = 12  # lines of a code cell
OF_A_MACHINE = re.compile(
    r"(?:^|[\s\"'(=])(?:/(?:home|Users|work|tmp|root|mnt|opt|var|etc)/|~/|[A-Za-z]:[\\/](?!/)|file:)"
)

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@cache
def cells(path: Path, kind: str = "code") -> list[dict]:
    """The cells of one kind, in order."""
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def test_the_notebooks_are_there_and_count_in_reading_order() -> None:
    """They are numbered from 00 without a gap."""
    assert len(NOTEBOOKS) >= 6
    assert [path.name[:3] for path in NOTEBOOKS] == [f"{number:02}-" for number in range(len(NOTEBOOKS))]


@each
def test_a_notebook_is_valid(path: Path) -> None:
    """It keeps to the format, its cells have ids of their own, and it says which kernel runs it."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    nbformat.validate(raw)
    ids = [cell["id"] for cell in raw["cells"]]
    assert sorted(ids) == sorted(set(ids))
    assert raw["metadata"]["kernelspec"]["name"] == "python3"


@each
def test_a_notebook_is_kept_without_results(path: Path) -> None:
    """No outputs and no execution counts: the exported pages are the reading edition."""
    assert [cell.outputs for cell in cells(path)] == [[]] * len(cells(path))
    assert {cell.execution_count for cell in cells(path)} == {None}


@each
def test_a_notebook_knows_no_machine(path: Path) -> None:
    """No absolute path stands in code or prose."""
    for cell in [*cells(path), *cells(path, "markdown")]:
        assert not OF_A_MACHINE.search(cell.source), cell.source


@pytest.mark.parametrize("words", ['open("/home/me/x")', "see /tmp/x", 'F = "C:\\\\x"', "~/x", "file:///x", 'd="D:/x"'])
def test_an_absolute_path_would_be_seen(words: str) -> None:
    """What the test above looks for is found where it stands."""
    assert OF_A_MACHINE.search(words)


@pytest.mark.parametrize("words", ['FOLDER = "../data/x"', "https://example.org/home/", "and/or", "a: b", "`texts/`"])
def test_a_relative_path_is_let_pass(words: str) -> None:
    """A path within the project, an address or a stroke is nothing of a machine."""
    assert not OF_A_MACHINE.search(words)


@each
def test_code_cells_are_short(path: Path) -> None:
    """What takes more than a few lines belongs in the package."""
    for cell in cells(path):
        assert 1 <= len(cell.source.strip().splitlines()) <= LONGEST, cell.source


@each
def test_the_first_code_cell_is_for_parameters(path: Path) -> None:
    """Another folder can be put in from outside: the first code cell is tagged, and names FOLDER."""
    first = cells(path)[0]
    assert "parameters" in first.metadata.get("tags", [])
    assigned = [node for node in ast.walk(ast.parse(first.source)) if isinstance(node, ast.Assign)]
    folder = {target.id: node.value for node in assigned for target in node.targets if isinstance(target, ast.Name)}
    value = folder["FOLDER"]
    assert isinstance(value, ast.Constant)
    assert (path.parent / value.value).resolve().is_relative_to(ROOT)
    assert (path.parent / value.value / "comparison.yml").is_file()
    tagged = [cell for cell in cells(path) if "parameters" in cell.metadata.get("tags", [])]
    assert tagged == [first]


@each
def test_a_notebook_imports_the_package_alone(path: Path) -> None:
    """Every code cell is plain Python, and what it needs it has from sidebyside."""
    for cell in cells(path):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Import):
                assert {alias.name for alias in node.names} == {"sidebyside"}, cell.source
            assert not isinstance(node, ast.ImportFrom) or node.module == "sidebyside", cell.source


@each
def test_a_notebook_calls_names_that_exist(path: Path) -> None:
    """Each `sbs.name` is one that the front door has."""
    import sidebyside

    called = {
        node.attr
        for cell in cells(path)
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sbs"
    }
    assert called
    assert called <= set(sidebyside.__all__)
