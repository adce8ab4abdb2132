"""How long the join of statements takes and how much memory: one command, a line for each size, with the growth.

    python -m benchmarks.joins [--vectors N ...] [--words N ...] [--all N ...]

Vectors are random, which leaves nothing that could be passed over; words are those of the shipped texts, cut and put
together anew. Within one source: every statement against every other. Each line is a process of its own; the memory is
what the join adds to it at its peak, the input not counted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.speed.timing import lowered, peak
from benchmarks.varied import varied
from sidebyside.matching.candidates import Batch, candidates
from sidebyside.matching.candidates.both import Both
from sidebyside.matching.candidates.in_common import InCommon
from sidebyside.matching.candidates.near import nearest
from sidebyside.matching.candidates.signals import of_each
from sidebyside.matching.candidates.traits import words
from sidebyside.matching.statement import Statement

ROOT = Path(__file__).resolve().parents[1]
K = 10


def main() -> None:
    """Prints the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--vectors", type=int, nargs="*", default=[200, 2_000, 20_000, 30_000])
    ask.add_argument("--words", type=int, nargs="*", default=[200, 2_000, 20_000])
    ask.add_argument("--all", type=int, nargs="*", default=[200, 2_000, 20_000], help="all signals, fused and capped")
    ask.add_argument("--one", nargs=2, metavar=("KIND", "N"), help=argparse.SUPPRESS)  # the process that is measured
    asked = ask.parse_args()
    if asked.one:
        print(json.dumps(taken(asked.one[0], int(asked.one[1]))))
        return
    print(f"measured {dt.date.today()} on {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; k = {K}")
    print(f"{'join':<10}{'statements':>12}{'seconds':>10}{'MB':>8}   growth")
    for kind in ("vectors", "words", "all"):
        before: tuple[int, float] | None = None
        for size in getattr(asked, kind):
            call = [sys.executable, "-m", "benchmarks.joins", "--one", kind, str(size)]
            done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT)
            seconds, memory = json.loads(done.stdout)
            growth = f"n^{np.log(seconds / before[1]) / np.log(size / before[0]):.1f}" if before else ""
            print(f"{kind:<10}{size:>12,}{seconds:>10.2f}{memory:>8.0f}   {growth}")
            before = size, seconds


def taken(kind: str, size: int) -> tuple[float, float]:
    """(seconds, MB) of one join, a small one having gone before to load what is loaded once."""
    join(kind, 50)()
    work = join(kind, size)
    held, started = lowered(), time.perf_counter()
    work()
    return time.perf_counter() - started, peak() - held


def join(kind: str, size: int) -> Callable[[], object]:
    """The work to be measured, its input made."""
    rows = np.random.default_rng(1).standard_normal((size, 384), dtype=np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    if kind == "vectors":
        order = np.arange(size)
        return lambda: nearest(rows, None, K, (order, order))
    told = tuple(map(Statement, varied(size)))
    batch = Batch(told, rows, rows, np.arange(size))
    if kind == "words":
        return lambda: InCommon(Both(batch), of_each(words), length=True).pairs(K)
    return lambda: candidates(batch, partners=K)


if __name__ == "__main__":
    main()
