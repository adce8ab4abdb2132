"""How right the machine is: one command over a folder of data sets, one table.

    python -m benchmarks.quality --data FOLDER [--only NAME ...]

FOLDER holds one folder a data set, each with one or more JSON Lines files; whatever split is there is measured. A data
set is measured by the module of its name in `benchmarks/sets/`, which says in its own words what is counted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import time
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from benchmarks import sets
from benchmarks.card import write_card
from benchmarks.measure import Measure, named_rows


def known() -> list[str]:
    """The data sets that can be measured."""
    return sorted(module.name for module in iter_modules(sets.__path__))


def main() -> None:
    """Prints the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True, help="folder with one folder a data set")
    ask.add_argument("--only", nargs="*", choices=known(), help="these data sets alone")
    ask.add_argument("--wrong", type=int, default=0, metavar="N", help="also show up to N cases that are still wrong")
    ask.add_argument("--card", action="store_true", help="also write the accuracy card that the pages print")
    asked = ask.parse_args()
    if asked.card and asked.only:
        ask.error("the card needs all data sets: leave out --only")
    found: list[tuple[str, str, Measure]] = []
    print(f"measured {dt.date.today()}")
    print(f"{'data set':<14}{'split':<22}{'measure':<36}{'value':>7}{'n':>8}{'open':>7}")
    for name in asked.only or known():
        score = import_module(f"benchmarks.sets.{name}")
        for split, rows in named_rows(asked.data / name, together=getattr(score, "TOGETHER", False)):
            started = time.perf_counter()
            measures, wrong = score.measured(rows)
            found += [(name, split, measure) for measure in measures]
            for m in measures:
                print(f"{name:<14}{split:<22}{m.name:<36}{m.value:>7.3f}{m.n:>8}{m.open:>7}")
            print(f"{name:<14}{split:<22}{time.perf_counter() - started:.1f} s")
            for case in wrong[: asked.wrong]:
                print(f"    {case}")
    if asked.card:
        write_card(found, str(dt.date.today()))


if __name__ == "__main__":
    main()
