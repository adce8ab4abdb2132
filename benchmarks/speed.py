"""How fast the machine reads and how much memory it takes: one command, every figure beside its bound.

    python -m benchmarks.speed [--words N] [--rounds N] [--long N]

Measured are the shipped texts, a made-up text of N words against spaCy alone, an opening from the cache in a process of
its own, and, with --long, the memory of a process that reads a made-up text of that length (2,000,000 is the promise).
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
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.long_text import long_text
from sidebyside.reading import cache
from sidebyside.texts import Source

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "data" / "russia-afghanistan"
MIB = 2**20

# Each step of opening the shipped comparison and its reading, timed in a process that has done nothing yet.
OPENING = f"""
import json, sys, time
marks = [time.perf_counter()]
import sidebyside
marks.append(time.perf_counter())
work = sidebyside.load({str(SHIPPED)!r})
marks.append(time.perf_counter())
readings = [sidebyside.read(source) for source in work.texts]
marks.append(time.perf_counter())
print(json.dumps([[b - a for a, b in zip(marks, marks[1:])], "spacy" in sys.modules]))
"""


def main() -> None:
    """Prints the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--words", type=int, default=20_000, help="length of the text that is read against spaCy alone")
    ask.add_argument("--rounds", type=int, default=5, help="how often each is timed; the median counts")
    ask.add_argument("--long", type=int, metavar="N", help="also measure the memory of reading N words")
    ask.add_argument("--read", type=int, metavar="N", help=argparse.SUPPRESS)  # the process that is measured
    asked = ask.parse_args()
    if asked.read:
        print(json.dumps(whole(asked.read)))
        return
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"measured {dt.date.today()} on {os.cpu_count()} processors{load}")
    shipped(asked.rounds)
    against_spacy(asked.words, asked.rounds)
    opening(asked.rounds)
    if asked.long:
        memory(asked.long)


def told(what: str, value: str, bound: str) -> None:
    """One line of the table."""
    print(f"{what:<58}{value:>14}   {bound}")


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """How long it takes."""
    started = clock()
    work()
    return clock() - started


def shipped(rounds: int) -> None:
    """Both shipped texts, read afresh by a process that has its model loaded."""
    import sidebyside
    from sidebyside.reading.parse import grammar
    from sidebyside.reading.stream import tables_of

    texts = sidebyside.load(SHIPPED).texts
    told("loading the model", f"{seconds(grammar):.2f} s", "")
    tables_of(Source("W", "Warm", "It is warm."))
    took = median(seconds(lambda: [tables_of(source) for source in texts]) for _ in range(rounds))
    told("both shipped texts, read afresh", f"{took:.2f} s", "under 2 s")


def against_spacy(words: int, rounds: int) -> None:
    """The whole reading against the parser alone: same pipeline, same pieces, same batches, in turn.

    In seconds of the processor, not of the clock: what else the machine does would fall on one of them alone.
    """
    from sidebyside.reading.parse import parsed
    from sidebyside.reading.stream import tables_of

    text = long_text(words)
    count = len(text.split())
    source = Source("L", "Long", text)
    pieces = [source.words(passage) for passage in source.passages]

    def bare() -> None:
        for _ in parsed(pieces):
            pass

    def reading() -> None:
        tables_of(Source("L", "Long", text))

    took: dict[Callable[[], None], list[float]] = {bare: [], reading: []}
    for number in range(rounds):
        for work in (bare, reading) if number % 2 else (reading, bare):
            took[work].append(seconds(work, time.process_time))
    told(f"spaCy alone, {count:,} words", f"{count / median(took[bare]):,.0f} words/s", "")
    told("the whole reading of them", f"{count / median(took[reading]):,.0f} words/s", "")
    told("reading against spaCy alone", f"{median(took[reading]) / median(took[bare]):.2f} times", "at most 1.5 times")


def opening(rounds: int) -> None:
    """The shipped comparison with its readings from the cache, in a process of its own each time."""
    steps: list[list[float]] = []
    with TemporaryDirectory() as folder:
        for number in range(rounds + 1):
            times, spacy = in_a_process(["-c", OPENING], folder)
            if number:  # the first one fills the cache
                assert not spacy, "an opening from the cache has loaded spaCy"
                steps.append(times)
    names = ["importing the package", "loading the comparison", "its readings, from the cache"]
    for name, times, bound in zip(names, zip(*steps, strict=True), ["", "", "under 0.3 s"], strict=True):
        told(f"a new process: {name}", f"{median(times):.2f} s", bound)


def memory(words: int) -> None:
    """The most memory that a process held which read a long text, keeping included."""
    with TemporaryDirectory() as folder:
        result = in_a_process(["-m", "benchmarks.speed", "--read", str(words)], folder)
    told(f"{result['words']:,} words: most memory held", f"{result['peak']:,.0f} MiB", "under 2,000 MiB")
    told("before they were read, with the model loaded", f"{result['before']:,.0f} MiB", "")
    told("words a second", f"{result['words'] / result['seconds']:,.0f}", "")
    told("items found", f"{result['items']:,}", "")


def in_a_process(arguments: list[str], folder: str) -> Any:
    """What a new Python prints as JSON, with that folder for its cache."""
    environment = {**os.environ, cache.VARIABLE: folder, "PYTHONPATH": str(ROOT / "src")}
    call = [sys.executable, *arguments]
    return json.loads(subprocess.run(call, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)


def whole(words: int) -> dict[str, float]:
    """Reads a text of that many words, and says what it took."""
    from sidebyside.reading.parse import grammar
    from sidebyside.reading.read import read

    text = long_text(words)
    grammar()
    before = peak()
    started = time.perf_counter()
    reading = read(Source("L", "Long", text))
    items = sum(len(table) for table in (reading.dates, reading.figures, reading.voices, reading.claims))
    took = time.perf_counter() - started
    return {"words": len(text.split()), "seconds": took, "before": before, "peak": peak(), "items": items}


def peak() -> float:
    """The most memory that this process has held so far, in MiB."""
    import resource  # not on Windows

    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes there, KiB on Linux
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MIB


if __name__ == "__main__":
    main()
