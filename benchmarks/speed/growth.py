"""How time and memory grow with the number of statements, stage by stage: read, embed, join, judge."""

from __future__ import annotations

import math
import pickle
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from benchmarks.speed.timing import in_a_process, lowered, peak
from benchmarks.varied import varied

if TYPE_CHECKING:
    from sidebyside.matching.told import Told

T = TypeVar("T")
Arrays = tuple[np.ndarray, np.ndarray, np.ndarray]

# Of each stage: seconds, of all processors together as well, MiB at its peak above what was held, and how many it made.
Taken = dict[str, tuple[float, float, float, int]]


def growth(sizes: list[int], keep: str) -> None:
    """A line for each stage at each size, each size in a process of its own.

    The growth of time is that of the processors' time, which other work on the machine alters least. With a folder to
    `keep` it in, what was read and embedded is not made again: reading takes far longer than what is made of it.
    """
    head = f"{'stage':<10}{'statements':>12}{'seconds':>10}{'CPU':>10}{'MiB':>8}"
    print(f"{head}   growth of CPU, of memory; what was made")
    before: tuple[int, Taken] | None = None
    for size in sizes:
        taken: Taken = in_a_process(["-m", "benchmarks.speed", "growth", "--one", str(size), "--keep", keep], "")
        for stage, (took, busy, memory, count) in taken.items():
            powers = ""
            if before:
                step = math.log(size / before[0])
                pairs = zip((busy, memory), before[1][stage][1:3], strict=True)
                powers = ", ".join(f"n^{math.log(max(now, 0.01) / max(then, 0.01)) / step:.1f}" for now, then in pairs)
            print(
                f"{stage:<10}{size:>12,}{took:>10.2f}{busy:>10.2f}{memory:>8.0f}   {powers}; {count:,}".replace(
                    "   ; ", "   "
                ),
                flush=True,
            )
        before = size, taken


def stages(size: int, keep: str) -> Taken:
    """Each stage once, on two sources of `size` sentences together, a small comparison having gone before."""
    through(20, {}, "")
    taken: Taken = {}
    through(size, taken, keep)
    return taken


def kept(folder: str, name: str, make: Callable[[], T]) -> T:
    """What was made before of that name, if there is a folder for it; else it is made now, and kept there."""
    path = Path(folder) / f"{name}.pickle"
    if folder and path.exists():
        with path.open("rb") as file:
            before: T = pickle.load(file)  # our own: whoever can write to the folder can run anything here
        return before
    found = make()
    if folder:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            pickle.dump(found, file, pickle.HIGHEST_PROTOCOL)
    return found


def read_of(size: int) -> dict[str, list[Told]]:
    """What two sources of `size` sentences together tell."""
    import pandas as pd

    from sidebyside.matching.told import told_in
    from sidebyside.reading.read import Reading, taken_from
    from sidebyside.reading.whole import whole
    from sidebyside.texts import Source

    said = varied(size)
    half = size // 2
    sources = [Source(key, key, "\n".join(some)) for key, some in (("A", said[:half]), ("B", said[half:]))]
    tables = [taken_from(source) for source in sources]
    reading = Reading(**whole({name: pd.concat([t[name] for t in tables], ignore_index=True) for name in tables[0]}))
    return told_in(sources, reading)


def embedded(told: dict[str, list[Told]]) -> list[Arrays]:
    """The vectors of either source, of its clauses, and whose they are."""
    from sidebyside.matching.candidates import batch_of

    made = [batch_of([t.statement for t in listed], names=[t.named for t in listed]) for listed in told.values()]
    return [(each.vectors, each.clauses, each.owners) for each in made]


def through(size: int, taken: Taken, keep: str) -> None:
    """From the texts to the verdicts."""
    from sidebyside.matching.candidates import Batch, candidates
    from sidebyside.matching.judging import judged
    from sidebyside.matching.matter import Matter
    from sidebyside.matching.pair import Held
    from sidebyside.matching.propose import strengths

    with stage("read", taken) as made:
        told = kept(keep, f"told-{size}", lambda: read_of(size))
        made[0] = sum(map(len, told.values()))
    with stage("embed", taken) as made:
        arrays = kept(keep, f"vectors-{size}", lambda: embedded(told))
        made[0] = sum(len(clauses) for _, clauses, _ in arrays)
    left, right = (
        Batch(tuple(t.statement for t in listed), *some, names=tuple(t.named for t in listed))
        for listed, some in zip(told.values(), arrays, strict=True)
    )
    with stage("join", taken) as made:
        table = candidates(left, right)
        made[0] = len(table)
    with stage("judge", taken) as made:
        common = Matter(told, {"A": left, "B": right}).common
        for i, j, near in zip(table.left, table.right, strengths(table), strict=True):
            made[0] += judged(Held(told["A"][i], told["B"][j], near, common)).verdict != ""


@contextmanager
def stage(name: str, taken: Taken) -> Iterator[list[int]]:
    """Notes what the stage takes; it puts how many it makes into the list."""
    made = [0]
    held, started, worked = lowered(), time.perf_counter(), time.process_time()
    yield made
    taken[name] = time.perf_counter() - started, time.process_time() - worked, peak() - held, made[0]
