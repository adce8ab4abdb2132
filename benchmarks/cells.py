"""What a join beyond 100,000 statements finds of what the exact one finds, and what either takes.

    python -m benchmarks.cells TEXTS [--keep FOLDER]

The texts are those of benchmarks.scale; --keep is the folder in which what was read of them stays.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import time
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.scale import begun, texts_of
from benchmarks.speed.timing import lowered, peak


def main() -> None:
    """Prints what is found, of all pairs and of those that are judged."""
    from sidebyside.matching.corpus import joining, run, stages
    from sidebyside.matching.corpus.engine import Here

    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ask.add_argument("texts", type=int)
    ask.add_argument("--keep", default="", help="a folder in which what was read stays")
    asked = ask.parse_args()
    print(f"measured {dt.date.today()} on {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    with TemporaryDirectory() as scratch:
        folder, store = Path(scratch), begun(Path(scratch) / "store", asked.keep)
        texts = run.counted(run.gathered(texts_of(asked.texts), store), Here(), store, lambda words: None)
        blocks = [stages.lay(store, part) for part in run.parted(texts, folder)]
        print(f"{texts.statements.sum():,} statements")
        tables = []
        for name, exact in (("exact", inf), ("in cells", 0)):
            lowered()
            started = time.process_time()
            tables.append(joining.join(blocks, Here(), folder / name, exact=exact))
            print(f"{name}: {time.process_time() - started:.0f} s of the processor, {peak():.0f} MiB", flush=True)
    for what, some in (("pairs", lambda table: table), ("pairs that are judged", joining.worth)):
        one, other = (set(zip(found.left, found.right, strict=True)) for found in map(some, tables))
        print(f"of {len(one):,} {what} of the exact join, {len(one & other) / len(one):.4f} are found in cells")


if __name__ == "__main__":
    main()
