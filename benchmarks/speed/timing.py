"""Times that can be compared: taken in turn, in one run, beside a bound; or in a process that has done nothing yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from sidebyside.reading import cache

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data" / "russia-afghanistan"
Work = Callable[[], object]
Clock = Callable[[], float]


def told(what: str, value: str, bound: str = "") -> None:
    """One line of the table."""
    print(f"{what:<66}{value:>16}   {bound}".rstrip(), flush=True)


def seconds(work: Work, clock: Clock = time.perf_counter) -> float:
    """How long it takes."""
    started = clock()
    work()
    return clock() - started


def in_turn(works: Mapping[str, Work], rounds: int, clock: Clock = time.perf_counter) -> dict[str, float]:
    """The median time of each, all of them in every round, every second round backwards."""
    took: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds):
        for name in list(works)[:: -1 if number % 2 else 1]:
            took[name].append(seconds(works[name], clock))
    return {name: median(times) for name, times in took.items()}


def in_a_process(arguments: list[str], folder: str) -> Any:
    """What a new Python prints as JSON on its last line, with that folder for its cache; "" for none."""
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = {**os.environ, cache.VARIABLE: folder, "PYTHONPATH": path}
    call = [sys.executable, *arguments]
    done = subprocess.run(call, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def peak() -> float:
    """The most memory that this process has held since it began, or since `lowered`, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux
        return next(int(line.split()[1]) for line in status.open() if line.startswith("VmHWM")) / 1024
    import resource  # not on Windows

    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def lowered() -> float:
    """The memory held now, in MiB, from which `peak` counts on; only Linux can forget a former peak."""
    forget = Path("/proc/self/clear_refs")
    if forget.exists():
        forget.write_text("5")
    return peak()
