"""The reading: the shipped texts, a made-up text against spaCy alone, an opening from the cache, a very long text."""

from __future__ import annotations

import time
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.long_text import long_text
from benchmarks.speed.timing import SHIPPED, in_a_process, in_turn, peak, seconds, told
from sidebyside.texts import Source

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


def shipped(rounds: int) -> None:
    """Both shipped texts, read afresh by a process that has its model loaded."""
    import sidebyside
    from sidebyside.reading.parse import LATELY, grammar
    from sidebyside.reading.stream import tables_of

    def afresh() -> None:
        LATELY.forget()
        for source in texts:
            tables_of(source)

    texts = sidebyside.load(SHIPPED).texts
    told("loading the model", f"{seconds(grammar):.2f} s")
    tables_of(Source("W", "Warm", "It is warm."))
    took = median(seconds(afresh) for _ in range(rounds))
    told("both shipped texts, read afresh", f"{took:.2f} s", "under 2 s")


def against_spacy(words: int, rounds: int) -> None:
    """The whole reading against the parser alone: same pipeline, same pieces, same batches, in turn.

    In seconds of the processor, not of the clock: what else the machine does would fall on one of them alone.
    """
    from sidebyside.reading.parse import BATCH, LATELY, grammar
    from sidebyside.reading.stream import tables_of

    text = long_text(words)
    count = len(text.split())
    source = Source("L", "Long", text)
    pieces = [source.words(passage) for passage in source.passages]

    def bare() -> None:
        for _ in grammar().pipe(pieces, batch_size=BATCH):
            pass

    def reading() -> None:
        LATELY.forget()
        tables_of(Source("L", "Long", text))

    took = in_turn({"bare": bare, "reading": reading}, rounds, time.process_time)
    told(f"spaCy alone, {count:,} words", f"{count / took['bare']:,.0f} words/s")
    told("the whole reading of them", f"{count / took['reading']:,.0f} words/s")
    told("reading against spaCy alone", f"{took['reading'] / took['bare']:.2f} times", "at most 1.5 times")


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
    told("before they were read, with the model loaded", f"{result['before']:,.0f} MiB")
    told("words a second", f"{result['words'] / result['seconds']:,.0f}")
    told("items found", f"{result['items']:,}")


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
