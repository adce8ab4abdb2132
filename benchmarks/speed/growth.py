"""How time and memory grow with the number of statements, stage by stage: read, embed, join, judge."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.speed.timing import in_a_process, lowered, peak
from benchmarks.varied import varied

# Of each stage: seconds, of all processors together as well, MiB at its peak above what was held, and how many it made.
Taken = dict[str, tuple[float, float, float, int]]


def growth(sizes: list[int]) -> None:
    """A line for each stage at each size, each size in a process of its own that keeps nothing.

    The growth of time is that of the processors' time, which other work on the machine alters least.
    """
    head = f"{'stage':<10}{'statements':>12}{'seconds':>10}{'CPU':>10}{'MiB':>8}"
    print(f"{head}   growth of CPU, of memory; what was made")
    before: tuple[int, Taken] | None = None
    for size in sizes:
        taken: Taken = in_a_process(["-m", "benchmarks.speed", "growth", "--one", str(size)], "")
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


def stages(size: int) -> Taken:
    """Each stage once, on two sources of `size` sentences together, a small comparison having gone before."""
    through(20, {})
    taken: Taken = {}
    through(size, taken)
    return taken


def through(size: int, taken: Taken) -> None:
    """From the texts to the verdicts."""
    import pandas as pd

    from sidebyside.matching.candidates import batch_of, candidates
    from sidebyside.matching.candidates.signals import SIGNALS
    from sidebyside.matching.judging import judged
    from sidebyside.matching.matter import Matter
    from sidebyside.matching.pair import Held
    from sidebyside.matching.told import told_in
    from sidebyside.reading.read import Reading, taken_from
    from sidebyside.reading.whole import whole
    from sidebyside.texts import Source

    said = varied(size)
    half = size // 2
    sources = [Source(key, key, "\n".join(some)) for key, some in (("A", said[:half]), ("B", said[half:]))]
    with stage("read", taken) as made:
        tables = [taken_from(source) for source in sources]
        reading = Reading(
            **whole({name: pd.concat([t[name] for t in tables], ignore_index=True) for name in tables[0]})
        )
        told = told_in(sources, reading)
        made += [each for listed in told.values() for each in listed]
    with stage("embed", taken) as made:
        left, right = (
            batch_of([t.statement for t in listed], names=[t.named for t in listed]) for listed in told.values()
        )
        made += [*left.clauses, *right.clauses]
    with stage("join", taken) as made:
        table = candidates(left, right)
        made += table.left.tolist()
    with stage("judge", taken) as made:
        common = Matter(told, {"A": left, "B": right}).common
        strengths = table[list(SIGNALS)].to_dict("records")
        for i, j, near in zip(table.left, table.right, strengths, strict=True):
            made.append(judged(Held(told["A"][i], told["B"][j], near, common)).verdict)


@contextmanager
def stage(name: str, taken: Taken) -> Iterator[list[object]]:
    """Notes what the stage takes; it puts what it makes into the list."""
    made: list[object] = []
    held, started, worked = lowered(), time.perf_counter(), time.process_time()
    yield made
    taken[name] = time.perf_counter() - started, time.process_time() - worked, peak() - held, len(made)
