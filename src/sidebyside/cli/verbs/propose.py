"""Lists what is worth comparing, best first, each with a proposed verdict and its reason.

These are the machine's proposals: it has seen the texts and the codebook, no decision of a person, and decides nothing.
The first time takes about a second for 50 sentences; after that they are kept. The bench (`lab`) is where to decide.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sidebyside.cli.arguments import at_least_one, folder_argument, json_option, place
from sidebyside.cli.telling import count, result, result_json, result_path, tell, wrapped
from sidebyside.cli.trouble import WELL, comparison_in
from sidebyside.errors import Refused

if TYPE_CHECKING:
    import pandas as pd

HELP = "list what is worth comparing"
EXAMPLES = [
    "propose data/russia-afghanistan --first 3",
    "propose data/russia-afghanistan --out proposals.csv",
]
COLUMNS = {  # of the CSV file, and the fields of --json
    "id": "made from the words of both sides",
    "rank": "from 1, best first",
    "left": "key of the one source",
    "left_passages": "ids of its passages",
    "left_words": "what stands there",
    "right": "key of the other",
    "right_passages": "ids of its passages",
    "right_words": "what stands there",
    "verdict": "agree, conflict, certainty, detail, framing, internal or unsure",
    "reason": "why",
    "against": "what spoke for another verdict",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `propose`."""
    folder_argument(parser)
    parser.add_argument("--first", metavar="N", type=at_least_one, help="only the best N (default: all)")
    parser.add_argument("--out", metavar="FILE.csv", type=place, help="write them to this file as CSV")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Lists the proposals, or writes them to a file."""
    from sidebyside.record import load
    from sidebyside.record.proposals import propose

    if options.out and options.out.suffix.lower() != ".csv":
        raise Refused(f"{options.out} is no name of a CSV file", "Give a name that ends in .csv", "--out")
    with comparison_in(options.folder):
        work = load(options.folder)
        table = propose(work)
    rows = [row(each, work.about.excerpts) for each in table.head(options.first or len(table)).to_dict("records")]
    if options.json:
        result_json(rows)
    if options.out:
        write(options.out, rows)
    elif not options.json:
        for each in rows:
            show(each)
    tell(f"{count(len(rows), 'proposal')} of {len(table)}; {sum(r['verdict'] == 'unsure' for r in rows)} unsure")
    return WELL


def row(proposal: dict[str, Any], excerpts: int | None) -> dict[str, Any]:
    """A proposal with the words of both sides, as far as they may be shown (columns: COLUMNS)."""
    from sidebyside.texts import shortened

    sides: dict[str, Any] = {}
    for side in ("left", "right"):
        sides[f"{side}_passages"] = " ".join(proposal[f"{side}_passages"])
        sides[f"{side}_words"] = shortened(" … ".join(proposal[f"{side}_quotes"]), excerpts)
    known = proposal | sides
    return {name: known[name] for name in COLUMNS}


def show(proposal: dict[str, Any]) -> None:
    """A proposal in a few lines and an empty one."""
    result(f"{proposal['rank']}. {proposal['verdict']}")
    for side in ("left", "right"):
        words = " ".join(f"{proposal[f'{side}_passages']}: {proposal[f'{side}_words']}".split())
        print(wrapped(words, "   "))
    print(wrapped(f"({proposal['reason']})", "   "))
    result("")


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    """The proposals as a CSV file, whole or not at all."""
    import pandas as pd

    from sidebyside.exchange.csv_files import csv_bytes
    from sidebyside.texts.files import replacing

    table: pd.DataFrame = pd.DataFrame(rows, columns=list(COLUMNS))
    with replacing(path) as file:
        file.write(csv_bytes(table))
    result_path(path)
