"""One list of packages, said three times: pyproject.toml for pip, environment.yml for conda, the lock for everyone."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
CONDA_NAMES = {"playwright-python": "playwright"}  # conda's name: the name everywhere else
OURSELVES = "--editable ."
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
SYSTEMS = [
    {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux", "platform_machine": "x86_64"},
    {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows", "platform_machine": "AMD64"},
    {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin", "platform_machine": "arm64"},
    {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin", "platform_machine": "x86_64"},
]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def wanted() -> list[Requirement]:
    """What pyproject.toml asks for, the tests' packages included."""
    table = project()
    lines = [*table["dependencies"], *(line for extra in table["optional-dependencies"].values() for line in extra)]
    return [Requirement(line) for line in lines]


def conda_lines() -> list[str]:
    """What environment.yml asks for, its pip block included."""
    lines = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    plain = [line for line in lines if isinstance(line, str)]
    return plain + [line for block in lines if isinstance(block, dict) for line in block["pip"]]


def conda() -> list[Requirement]:
    """The same as requirements, under the names that pyproject.toml uses."""
    found = [Requirement(line) for line in conda_lines() if line != OURSELVES]
    for requirement in found:
        requirement.name = CONDA_NAMES.get(requirement.name, requirement.name)
    return found


def lock() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def locked() -> list[tuple[Requirement, list[str]]]:
    """The packages of the lock, each with its hashes."""
    entries = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", lock(), flags=re.MULTILINE).strip())
    parts = [entry.replace("\\\n", "").split("--hash=") for entry in entries]
    return [(Requirement(head.strip()), [value.strip() for value in hashes]) for head, *hashes in parts]


def names(requirements: list[Requirement]) -> list[str]:
    return [canonicalize_name(requirement.name) for requirement in requirements]


def floor(specifier: SpecifierSet) -> Version:
    """The lowest version that a range of the form >=1.2 or ==1.2 lets in."""
    (low,) = [Version(part.version) for part in specifier if part.operator in (">=", "==")]
    return low


def test_both_lists_name_the_same_packages() -> None:
    """environment.yml names what pyproject.toml names, and beside that only Python and pip."""
    assert set(names(conda())) - {"python", "pip"} == set(names(wanted()))


def test_nothing_is_named_twice() -> None:
    """Neither list has a package twice, not even once for conda and once for pip."""
    for listed in (names(wanted()), names(conda())):
        assert sorted(listed) == sorted(set(listed))


def test_both_lists_have_the_same_floors() -> None:
    """A version that one list lets in as its lowest, the other lets in too."""
    pip = {canonicalize_name(r.name): r.specifier for r in wanted()}
    for requirement in conda():
        name = canonicalize_name(requirement.name)
        if name not in {"python", "pip"}:
            assert floor(requirement.specifier) == floor(pip[name]), name


def test_both_lists_ask_for_the_same_python() -> None:
    """Python's range is one and the same, and holds just the versions that the lock was made for."""
    (python,) = [r.specifier for r in conda() if r.name == "python"]
    assert python == SpecifierSet(str(project()["requires-python"]))
    assert list(python.filter([*PYTHONS, "3.10", "3.15"])) == PYTHONS


def test_conda_installs_the_package_itself() -> None:
    """A conda user's notebooks can import the package: environment.yml ends with the project's own folder."""
    assert conda_lines()[-1] == OURSELVES


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS, ids=lambda s: f"{s['sys_platform']}-{s['platform_machine']}")
def test_the_lock_has_every_dependency(python: str, system: dict[str, str]) -> None:
    """On each Python and system the lock gives every dependency it asks for one version, one that the range lets in."""
    there = {**system, "python_version": python, "python_full_version": f"{python}.9", "implementation_name": "cpython"}
    there |= {"platform_python_implementation": "CPython"}
    here = [r for r, _ in locked() if r.marker is None or r.marker.evaluate(there)]
    assert sorted(names(here)) == sorted(set(names(here)))
    versions = {canonicalize_name(r.name): next(iter(r.specifier)).version for r in here}
    for requirement in wanted():
        name = canonicalize_name(requirement.name)
        if requirement.marker and not requirement.marker.evaluate(there):
            assert name not in versions
            continue
        assert name in versions, f"{name} is not in the lock: write it anew, as pyproject.toml says"
        assert versions[name] in requirement.specifier, requirement


def test_every_locked_package_has_its_hashes() -> None:
    """Nothing gets in that the lock does not know by its bytes."""
    assert locked()
    for requirement, hashes in locked():
        assert re.fullmatch(r"==[^*]+", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), requirement


def test_the_lock_names_no_address() -> None:
    """The lock holds on any machine: no address, no index, no path."""
    assert not re.findall(r"://|--(?:extra-)?index|--find-links|file:|@ ", lock())
