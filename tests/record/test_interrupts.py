"""Whoever stops the work half way, or has it stopped, loses the piece that was being made and finds the others."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from tests.helpers import ACCOUNTS, ROOT, rewrite_account, write

import sidebyside as sbs
from sidebyside.reading import cache

# A process that proposes, and says what it is about to do: which source it reads, which texts it makes vectors of.
WORKING = """
import json, sys, time
import sidebyside as sbs
from sidebyside.reading import kept_vectors, stream

def telling(what, work):
    def told(first, *more):
        print(json.dumps([what, first.key if what == "read" else list(first)]), flush=True)
        time.sleep(0.1)
        return work(first, *more)
    return told

kept_vectors.PACKET, kept_vectors.LEAST = 6, 1
stream.tables_of = telling("read", stream.tables_of)
kept_vectors.vectors_of = telling("embed", kept_vectors.vectors_of)
print(json.dumps(["found", list(sbs.propose(sbs.load(sys.argv[1])).id)]), flush=True)
"""
MORE = [f"The {what} of Lund {did} in {year}." for year in (2011, 2012, 2013) for what, did in [
    ("harbour", "was closed"), ("mill", "burned down"), ("railway", "was sold to Norland"), ("school", "moved"),
]]  # fmt: skip
Told = list[tuple[str, object]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A comparison of two accounts of some length, and a cache of its own."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    where = write(tmp_path / "bridge")
    rewrite_account(where, "B", f"{ACCOUNTS['B'].strip()} {' '.join(MORE)}\n")
    return where


def working(folder: Path, stop: Callable[[Told], bool] = lambda told: False, how: int | None = None) -> Told:
    """What a process says that works on the comparison, which is sent a signal when what it has said is enough."""
    call = [sys.executable, "-c", WORKING, str(folder)]
    told: Told = []
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT / "src"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            told.append(tuple(json.loads(line)))
            if how is not None and stop(told):
                process.send_signal(how)
    assert (process.returncode == 0) == (how is None)
    return told


def packets(told: Told) -> list[set[str]]:
    """The texts whose vectors were made, packet by packet."""
    return [set(texts) for what, texts in told if what == "embed"]  # type: ignore[call-overload]


def read(told: Told) -> list[object]:
    """The sources that were read."""
    return [key for what, key in told if what == "read"]


SIGNALS = [getattr(signal, "SIGKILL", signal.SIGTERM)] + ([signal.SIGINT] if os.name == "posix" else [])


@pytest.mark.parametrize("how", SIGNALS)
def test_what_was_read_is_not_read_again(folder: Path, how: int) -> None:
    """Killed or interrupted while B is read, the next run reads B, and A no more."""
    first = working(folder, lambda told: len(read(told)) == 2, how)
    assert read(first) == ["A", "B"]
    assert read(working(folder)) == ["B"]


@pytest.mark.parametrize("how", SIGNALS)
def test_what_was_embedded_is_not_embedded_again(folder: Path, how: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped at the sixth packet, the next run makes that one and the rest, and proposes what it would have."""
    first = working(folder, lambda told: len(packets(told)) == 6, how)
    done = packets(first)[:5]
    assert len(packets(first)) == 6
    assert sum(map(len, done)) >= 10
    second = working(folder)
    assert read(second) == []
    assert packets(second)
    assert set().union(*packets(second)).isdisjoint(set().union(*done))
    monkeypatch.setenv(cache.VARIABLE, "")
    assert second[-1] == ("found", list(sbs.propose(sbs.load(folder)).id))


def test_a_finished_run_leaves_nothing_to_do(folder: Path) -> None:
    """The third run has only to look up what the second has made."""
    found = working(folder)[-1]
    assert working(folder) == [found]


def test_damaged_packets_are_made_anew(folder: Path, tmp_path: Path) -> None:
    """Whatever stands in the files of the cache, the proposals are the same."""
    before = sbs.propose(sbs.load(folder))
    for number, path in enumerate(sorted((tmp_path / "cache").iterdir())):
        path.write_bytes(path.read_bytes()[: 40 * number] if number % 2 else b"\x1f\x8b nothing of the kind")
    pd.testing.assert_frame_equal(sbs.propose(sbs.load(folder)), before)
