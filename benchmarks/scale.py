"""How a corpus grows: time, memory and results of each stage, here and on workers, beside what its arithmetic costs.

    python -m benchmarks.scale [--texts N ...] [--workers N ...] [--keep FOLDER]

The texts are made up: WORDS words each, of sentences whose beginnings and ends are those of the shipped texts, no two
the same (benchmarks.varied). Each size, here and with each number of workers, is a process of its own that begins with
nothing kept. With --keep, what was read stays in a folder: another run over it measures the join, and what follows,
alone.

The floor is the least that the same result could cost: spaCy alone on the same sentences, the vectors alone, and a bare
product of all vectors, on a sample, in seconds of the processor; wall and memory are those of all processes together.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.speed.timing import in_a_process, lowered, peak, seconds
from benchmarks.varied import varied

if TYPE_CHECKING:
    from sidebyside.matching.corpus.store import Store
    from sidebyside.texts.gathering import Text

WORDS = 800  # of a text
SAMPLE = 40  # texts from which the floor is taken
SQUARE = 8_192  # vectors a side of the product that is timed
Taken = dict[str, dict[str, float]]  # by stage: wall, CPU, MiB, and how many it made


def main() -> None:
    """Prints the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ask.add_argument("--texts", type=int, nargs="*", default=[100, 1_000])
    ask.add_argument("--workers", type=int, nargs="*", default=[0, 1, 2], help="0 for this process; default 0 1 2")
    ask.add_argument("--keep", default="", help="a folder in which what was read stays")
    ask.add_argument("--one", type=int, nargs=2, help=argparse.SUPPRESS)  # the process that is measured
    asked = ask.parse_args()
    if asked.one:
        size, workers = asked.one
        print(json.dumps(measured(size, workers, asked.keep)))
        return
    print(f"measured {dt.date.today()} on {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print(f"{'texts':>8}{'workers':>9}  {'stage':<8}{'wall s':>9}{'CPU s':>9}{'MiB':>7}{'made':>12}   growth of CPU")
    before: dict[int, tuple[int, Taken]] = {}
    for size in asked.texts:
        for workers in asked.workers:
            call = ["-m", "benchmarks.scale", "--one", str(size), str(workers), "--keep", asked.keep]
            taken: Taken = in_a_process(call, "")
            for stage, figures in taken.items():
                print(line(size, workers, stage, figures, before.get(workers)), flush=True)
            if not asked.keep:  # else it may have been read before
                told(taken)
            before[workers] = size, taken


def line(size: int, workers: int, stage: str, figures: dict[str, float], before: tuple[int, Taken] | None) -> str:
    """One line of the table; the growth is the power of the size with which the processor's time grew."""
    growth = ""
    if before and stage in before[1]:
        power = math.log(max(figures["cpu"], 0.01) / max(before[1][stage]["cpu"], 0.01)) / math.log(size / before[0])
        growth = f"n^{power:.2f}"
    plain = f"{figures['wall']:>9.1f}{figures['cpu']:>9.1f}{figures['mib']:>7.0f}{figures['made']:>12,.0f}"
    return f"{size:>8,}{workers or 'here':>9}  {stage:<8}{plain}   {growth}".rstrip()


def told(taken: Taken) -> None:
    """The whole against its floor."""
    whole = sum(figures["cpu"] for stage, figures in taken.items() if stage != "floor")
    print(
        f"{'':>19}CPU of all stages over the floor: {whole / taken['floor']['cpu']:.2f} (at most 1.5 wanted)",
        flush=True,
    )


def texts_of(count: int) -> Iterator[Text]:
    """So many texts, by as many outlets as a tenth of them."""
    from sidebyside.texts.gathering import Text

    said = iter(varied(count * WORDS // 20))  # enough: a sentence has some 30 words
    for number in range(count):
        words: list[str] = []
        while len(words) < WORDS:
            words += next(said).split()
        yield Text(f"text-{number:06d}", " ".join(words[:WORDS]), by=f"outlet {number % max(1, count // 10)}")


def measured(count: int, workers: int, keep: str) -> Taken:
    """Each stage once, after a corpus of a few texts that loads what is loaded once, in every worker."""
    from sidebyside.matching.corpus import run
    from sidebyside.matching.corpus.corpus import Corpus
    from sidebyside.matching.corpus.engine import engine
    from sidebyside.matching.corpus.store import opened

    def quiet(words: str) -> None:
        pass

    taken: Taken = {}
    made = list(texts_of(count))
    with TemporaryDirectory() as folder, engine(workers or None) as hands:
        store = begun(Path(folder) / "measured", keep)
        batch, run.BATCH = run.BATCH, 1  # a text at a time, so that every worker has one
        run.run(texts_of(2 + 6 * workers), hands, opened(Path(folder) / "warm"), quiet)
        run.BATCH = batch
        with stage("gather", taken) as note:
            texts = run.gathered(made, store)
            note(len(texts))
        with stage("read", taken) as note:
            texts = run.counted(texts, hands, store, quiet)
            note(texts.statements.sum())
        with stage("join", taken) as note:
            pairs = run.joined(texts, hands, store, quiet)
            note(len(pairs))
        with stage("judge", taken) as note:
            judged = run.judged(texts, pairs, hands, store, quiet)
            note((judged.verdict != "unsure").sum())
        with stage("claims", taken) as note:
            note(len(Corpus(texts, judged, store).claims))
    taken["floor"] = {"wall": 0, "cpu": floor(made, int(texts.statements.sum())), "mib": 0, "made": 0}
    return taken


def begun(folder: Path, keep: str) -> Store:
    """A new store in a folder; what is read for it, and that alone, lies in the folder `keep`, if one is named."""
    from sidebyside.matching.corpus.store import READ, TEXTS, opened

    store = opened(folder)
    for kind in (TEXTS, READ) if keep else ():
        kept = Path(keep).absolute() / kind
        kept.mkdir(parents=True, exist_ok=True)
        (folder / kind).symlink_to(kept)
    return store


@contextmanager
def stage(name: str, taken: Taken) -> Iterator[Callable[[float], None]]:
    """Notes what the stage takes, in this process and those that it has begun."""
    found: list[float] = []
    for each in family():
        forgotten(each)
    lowered()
    started, worked = time.perf_counter(), busy()
    yield found.append
    memory = peak() + sum(peak_of(each) for each in family())
    figures = {"wall": time.perf_counter() - started, "cpu": busy() - worked, "mib": memory, "made": float(found[0])}
    taken[name] = figures


def family() -> list[Any]:
    """The processes that this one has begun; psutil comes with distributed."""
    return list(import_module("psutil").Process().children(recursive=True))


def busy() -> float:
    """Seconds of the processor so far, of this process and those that it has begun."""
    return time.process_time() + sum((float(sum(each.cpu_times()[:2])) for each in family()), 0.0)


def forgotten(process: Any) -> None:
    """Lets a process forget its former peak of memory; only Linux can."""
    path = Path(f"/proc/{process.pid}/clear_refs")
    if path.exists():
        path.write_text("5")


def peak_of(process: Any) -> float:
    """The most memory that a process has held since, in MiB; only Linux says it."""
    status = Path(f"/proc/{process.pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    found = [int(each.split()[1]) / 1024 for each in lines if each.startswith("VmHWM")]
    return found[0] if found else 0.0


def floor(texts: list[Text], statements: int) -> float:
    """What spaCy alone, the vectors alone and a bare product of all vectors take: seconds of the processor."""
    from sidebyside.reading.parse import BATCH, grammar
    from sidebyside.reading.vectors import vectors_of

    some = texts[:SAMPLE]
    pieces = [text.source.words(passage) for text in some for passage in text.source.passages]

    def parse() -> None:
        for _ in grammar().pipe(pieces, batch_size=BATCH):
            pass

    rows = np.random.default_rng(1).standard_normal((SQUARE, 384), dtype=np.float32)
    each = seconds(parse, time.process_time) + seconds(lambda: vectors_of(pieces), time.process_time)
    product = seconds(lambda: rows @ rows.T, time.process_time)
    return each * len(texts) / len(some) + product * (statements / SQUARE) ** 2 / 2


if __name__ == "__main__":
    main()
