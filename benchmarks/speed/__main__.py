"""The command: see benchmarks.speed."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os

import benchmarks.speed
from benchmarks.speed.growth import growth, stages
from benchmarks.speed.peers import peers
from benchmarks.speed.proposing import proposing
from benchmarks.speed.reading import against_spacy, memory, opening, shipped, whole


def main() -> None:
    """Prints the figures."""
    ask = argparse.ArgumentParser(description=benchmarks.speed.__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ask.add_argument("what", nargs="?", choices=["peers", "growth"], help="instead of reading and proposing")
    ask.add_argument("--words", type=int, default=20_000, help="length of the text that is read against spaCy alone")
    ask.add_argument("--rounds", type=int, default=5, help="how often each is timed; the median counts")
    ask.add_argument("--long", type=int, metavar="N", help="also measure the memory of reading N words")
    ask.add_argument("--texts", type=int, default=1_000, help="sentences that become vectors")
    ask.add_argument("--statements", type=int, default=10_000, help="sentences that are joined by their words")
    ask.add_argument("--sizes", type=int, nargs="*", default=[200, 2_000, 20_000], help="of the comparisons that grow")
    ask.add_argument("--keep", default="", metavar="FOLDER", help="where what was read for the growth stays")
    ask.add_argument("--read", type=int, metavar="N", help=argparse.SUPPRESS)  # a process that is measured
    ask.add_argument("--one", type=int, metavar="N", help=argparse.SUPPRESS)  # another
    asked = ask.parse_args()
    if asked.read or asked.one:
        print(json.dumps(whole(asked.read) if asked.read else stages(asked.one, asked.keep)))
        return
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"measured {dt.date.today()} on {os.cpu_count()} processors{load}; {asked.rounds} rounds")
    if asked.what == "peers":
        peers(asked.rounds, asked.texts, asked.statements)
    elif asked.what == "growth":
        growth(asked.sizes, asked.keep)
    else:
        shipped(asked.rounds)
        against_spacy(asked.words, asked.rounds)
        opening(asked.rounds)
        proposing(asked.rounds)
        if asked.long:
            memory(asked.long)


if __name__ == "__main__":
    main()
