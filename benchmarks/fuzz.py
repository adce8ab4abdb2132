"""Broken files by the thousand: each importer gives a text or a sentence, each load a comparison or a sentence.

    python -m benchmarks.fuzz --minutes 4

prints how many inputs of each kind came to which end, and every input that came to another, with the seed that makes it
again (--seed). Nothing may be written: the folder that the openers stand in, their home and their temporary files are
watched. `--pages 3000` instead measures how long a PDF of so many pages takes.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.helpers import write
from tests.record.keeping.acting import rejected
from tests.texts.taking.documents import SMALL, column, pdf
from tests.texts.taking.mutations import mutated

from sidebyside import load
from sidebyside.errors import SideBySideError, SourceError
from sidebyside.record.keeping.desk import Desk
from sidebyside.texts.taking import taken
from sidebyside.texts.taking.apart import Apart
from sidebyside.texts.taking.take import taken_of

CORRECTIONS = """\
corrections:
  - {table: voices, passage: A3, quote: The mayor says, drop: true, because: A test., by: editor, on: 2026-11-22}
"""
FINE = ("text", "comparison", "sentence")  # not: an empty sentence, a process that broke or was given up
LOADED = ["comparison.yml", "points.yml", "readings.yml", "corrections.yml", "journal.jsonl"]


def importing(name: str, chance: Random, apart: Apart) -> str:
    """What a broken file of that kind came to."""
    try:
        taken_of(mutated(SMALL[name], chance), name, apart)
    except SourceError as error:
        return (
            "gave up" if "was not read within" in str(error) else "broke" if "broke the" in str(error) else "sentence"
        )
    return "text"


def loading(name: str, chance: Random, folder: Path) -> str:
    """What a load of a comparison came to in which that file is broken; the file is whole again after it."""
    path = folder / name
    whole = path.read_bytes()
    path.write_bytes(mutated(whole, chance))
    try:
        load(folder)
    except SideBySideError as error:
        return "sentence" if str(error).strip() else "silence"
    finally:
        path.write_bytes(whole)
    return "comparison"


def comparison_in(folder: Path) -> Path:
    """A small comparison with every file that is loaded."""
    write(folder)
    (folder / "corrections.yml").write_text(CORRECTIONS, "utf-8")
    desk = Desk(folder, "ada")
    for number in range(3):
        desk.act(rejected(f"p{number}"))
    load(folder)
    return folder


def ends(minutes: float, seed: int, watched: Path, folder: Path) -> Iterator[tuple[str, str, int]]:
    """Each file that was broken, what it came to, and the seed that breaks it so, until the time is over."""
    end = time.monotonic() + 60 * minutes
    with Apart(20) as apart:
        while time.monotonic() < end:
            seed += 1
            for name in [*SMALL, *LOADED]:
                try:
                    chance = Random(seed)
                    yield name, importing(name, chance, apart) if name in SMALL else loading(name, chance, folder), seed
                except Exception as error:  # the very thing that is looked for
                    traceback.print_exc(limit=-3)
                    yield name, f"WRONG {type(error).__name__}", seed
            if written := [path.name for path in watched.iterdir()]:
                yield "files", f"WRONG {written}", seed
                return


def run(minutes: float, seed: int) -> int:
    """Prints how many inputs came to which end, and returns how many came to one that is wrong."""
    counts: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as base:
        watched, folder = Path(base, "watched"), comparison_in(Path(base, "bridge"))
        watched.mkdir()
        os.chdir(watched)
        os.environ.update(HOME=str(watched), TMPDIR=str(watched), XDG_CACHE_HOME=str(watched))
        for name, end, at in ends(minutes, seed, watched, folder):
            counts.setdefault(name, Counter())[end] += 1
            if end not in FINE:
                print(f"{name}, --seed {at - 1}: {end}", file=sys.stderr)
    for name, count in counts.items():
        print(f"{name:16} {count.total():7,}  " + ", ".join(f"{end} {n:,}" for end, n in count.most_common()))
    wrong = sum(n for count in counts.values() for end, n in count.items() if end not in FINE)
    print(f"{sum(count.total() for count in counts.values()):,} inputs, {wrong:,} wrong")
    return wrong


def long_pdf(pages: int) -> None:
    """Prints how long a PDF of so many pages takes, each full of its own words."""
    full = [column([f"They dug for water on day {page}, in row {row} of the town." for row in range(50)])
            for page in range(pages)]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.pdf")
        path.write_bytes(pdf(full))
        begun = time.monotonic()
        found = taken(path)
        print(f"{pages:,} pages, {len(found.text):,} characters: {time.monotonic() - begun:.1f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--pages", type=int, default=0)
    asked = parser.parse_args()
    if asked.pages:
        long_pdf(asked.pages)
    else:
        sys.exit(bool(run(asked.minutes, asked.seed)))
