"""A broken file gives a text or a plain sentence, whatever is broken in it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.texts.taking.documents import SMALL
from tests.texts.taking.mutations import mutated

from sidebyside.errors import SourceError
from sidebyside.texts.taking.apart import Apart
from sidebyside.texts.taking.take import taken_of
from sidebyside.texts.taking.taken import Taken


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the opening process stands, and what it has for temporary files and a home."""
    return tmp_path_factory.mktemp("watched")


@pytest.fixture(scope="module")
def apart(folder: Path) -> Iterator[Apart]:
    """One process for all inputs."""
    with pytest.MonkeyPatch.context() as patch, Apart(20) as started:
        patch.chdir(folder)
        for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME"):
            patch.setenv(name, str(folder))
        yield started


@pytest.mark.parametrize("name", SMALL)
@settings(max_examples=25, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(seed=st.integers(0, 2**32))
def test_a_broken_file_is_a_text_or_a_sentence(apart: Apart, folder: Path, name: str, seed: int) -> None:
    """Bytes put in, out and elsewhere: a Taken or a SourceError, never anything else, and never a file written."""
    with contextlib.suppress(SourceError):
        assert isinstance(taken_of(mutated(SMALL[name], Random(seed)), name, apart), Taken)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", SMALL)
def test_the_whole_files_are_texts(apart: Apart, name: str) -> None:
    """What is broken above is sound before: each gives its words."""
    assert "They dug" in taken_of(SMALL[name], name, apart).text
