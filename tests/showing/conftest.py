"""Small comparisons, each made and loaded once."""

from __future__ import annotations

import pytest
from tests.showing import small

from sidebyside.record import Comparison


@pytest.fixture(scope="session")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return small.bridge(tmp_path_factory.mktemp("bridge"))


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return small.bare(tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return small.three(tmp_path_factory.mktemp("three"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return small.hostile(tmp_path_factory.mktemp("hostile"))
