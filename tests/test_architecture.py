"""The rooms stand in the order in which data flows, and the front door opens nothing that is not used."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.helpers import ROOT, SHIPPED

import sidebyside

PACKAGE = ROOT / "src" / "sidebyside"
ORDER = ["texts", "reading", "matching", "record", "showing", "exchange"]  # each imports only from those before it
FOR_ALL = {"errors", "progress", "stopping", "wording", "__version__"}  # nobody imports cli, which needs all
ROOMS = [room for room in ORDER if (PACKAGE / room).is_dir()]
MODULES = sorted(PACKAGE.rglob("*.py"))
HEAVY = ["spacy", "onnxruntime", "matplotlib", "ipywidgets", "sklearn", "nbconvert", "IPython", "rapidfuzz"]
HEAVY += ["distributed"]  # pandas loads pyarrow itself, where it is there


def name_of(path: Path) -> str:
    """The dotted name of a module of the package."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    """The dotted names of what a file imports from the package, wherever in it the import stands."""
    module = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = module.rsplit(".", node.level - 1)[0] if node.level else ""
            source = ".".join(filter(None, [base, node.module]))
            found |= {f"{source}.{alias.name}" for alias in node.names}
    return {name for name in found if name == "sidebyside" or name.startswith("sidebyside.")}


def room(name: str) -> str:
    """The room in which a module, or a name of it, lives; "" at the front door."""
    return [*name.split("."), ""][1]


def test_the_package_has_its_rooms() -> None:
    """Every folder of the package is a room of the design or the command line, and the first ones are there."""
    folders = {path.parent.relative_to(PACKAGE).parts[0] for path in MODULES if path.parent != PACKAGE}
    assert folders == {*ROOMS, "cli"}
    assert {"texts", "reading", "record", "showing"} <= folders


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_imports_only_from_those_before_it(name: str) -> None:
    """The arrows point one way, so that the files can be read in order."""
    allowed = {*ORDER[: ORDER.index(name) + 1], *FOR_ALL}
    wrong = [
        f"{path.relative_to(ROOT)} imports {target}"
        for path in MODULES
        if room(name_of(path)) == name
        for target in sorted(imported(path))
        if room(target) not in allowed
    ]
    assert wrong == []


def test_errors_import_nothing_of_the_package() -> None:
    """What all rooms import, imports none of them."""
    assert imported(PACKAGE / "errors.py") == set()


def test_the_reader_of_imports_sees_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An import inside a function, under TYPE_CHECKING, or relative, counts like any other."""
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path / "sidebyside")
    path = tmp_path / "sidebyside" / "texts" / "deep.py"
    path.parent.mkdir(parents=True)
    path.write_text(
        "import sidebyside.record.loading\nif TYPE_CHECKING:\n    from ..showing import matrix\n"
        "def f():\n    from sidebyside.reading import words\n    from . import parts\n    import re\n",
        encoding="utf-8",
    )
    assert {room(name) for name in imported(path)} == {"record", "showing", "reading", "texts"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_opens_with_its_idea(path: Path) -> None:
    """Every file says in its first words what it is about."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_a_table_from_saved_points_loads_nothing_heavy() -> None:
    """Import, load and points take neither a language model, nor a chart, nor a widget."""
    told = f"""
import json, sys
import sidebyside
work = sidebyside.load({str(SHIPPED)!r})
print(json.dumps([len(work.points), len(work.coverage), [name for name in {HEAVY} if name in sys.modules]]))
"""
    call = [sys.executable, "-W", "error", "-c", told]
    done = subprocess.run(call, capture_output=True, text=True, cwd=ROOT / "src", check=False)
    assert done.returncode == 0, done.stderr
    points, passages, loaded = json.loads(done.stdout)
    assert points > 100
    assert passages == 160
    assert loaded == []


def test_every_name_of_the_front_door_is_there() -> None:
    """What `__all__` promises can be fetched, is listed by dir(), and has a docstring to go by."""
    assert sorted(set(sidebyside.__all__)) == sorted(sidebyside.__all__)
    assert set(sidebyside.__all__) <= set(dir(sidebyside))
    for name in sidebyside.__all__:
        value = getattr(sidebyside, name)
        assert value.__doc__, name


def test_an_unknown_name_lists_the_known_ones() -> None:
    """A misspelled name is an AttributeError that says what there is."""
    with pytest.raises(AttributeError, match=r"sidebyside has no 'matrxi'; it has .*matrix"):
        sidebyside.matrxi  # noqa: B018


def test_the_version_is_that_of_the_project() -> None:
    """One version, in the package and in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert sidebyside.__version__ == project["version"]
