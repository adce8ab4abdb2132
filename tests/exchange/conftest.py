"""The comparison that the exports are tried on."""

from __future__ import annotations

import pytest
from tests.exchange import harbour

from sidebyside.record import Comparison, load


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Three accounts of a harbour."""
    return load(harbour.write(tmp_path_factory.mktemp("exchange") / "harbour"))


@pytest.fixture(scope="session")
def undecided(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """The same, and nothing decided."""
    return load(harbour.write(tmp_path_factory.mktemp("exchange") / "undecided", "points: []\n"))
