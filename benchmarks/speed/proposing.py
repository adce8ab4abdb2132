"""From texts to proposals: in a process that has its models loaded, and from the cache in one that has none."""

from __future__ import annotations

from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.speed.timing import SHIPPED, in_a_process, told

# {before} is what the process has done when the clock starts.
PROPOSING = f"""
import json, sys, time
import sidebyside
{{before}}
started = time.perf_counter()
table = sidebyside.propose(sidebyside.load({str(SHIPPED)!r}))
print(json.dumps([time.perf_counter() - started, len(table)]))
"""
WARM = """
from sidebyside.reading.read import read
from sidebyside.reading.vectors import vectors_of
from sidebyside.texts import Source
read(Source("W", "Warm", "It is warm in the old harbour, Ana Holm said in May 1998."))
vectors_of(["It is warm."])
"""


def proposing(rounds: int) -> None:
    """Both shipped texts, each time in a process of its own."""
    warm = [in_a_process(["-c", PROPOSING.format(before=WARM)], "") for _ in range(rounds)]
    with TemporaryDirectory() as folder:
        cached = [in_a_process(["-c", PROPOSING.format(before="")], folder) for _ in range(rounds + 1)][1:]
    count = warm[0][1]
    took, again = (median(took for took, _ in each) for each in (warm, cached))
    told(f"both shipped texts to {count} proposals, models loaded", f"{took:.2f} s", "under 2 s")
    told("the same from the cache, in a new process", f"{again:.2f} s", "under 0.3 s")
