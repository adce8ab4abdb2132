"""Lists what is worth comparing, best first, each with a proposed verdict and its reason.

These are the machine's proposals: it has seen the texts and the codebook, no decision of a person, and decides nothing.
The first time takes about a second for 50 sentences; after that they are kept. The bench (`lab`) is where to decide.

PATH may also be many texts: a folder or a zip of files, or a table (.csv, .tsv, .jsonl, .parquet) with a text in each
row. Then claims are listed: what several texts say to one thing, and who stands with whom. What was read is kept, so
an interrupted run goes on where it stopped; --workers and --scheduler share the work, and change nothing in the result.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sidebyside.cli import claims
from sidebyside.cli.arguments import at_least_one, excerpts_option, json_option, place
from sidebyside.cli.telling import result, result_json, result_path, tell, wrapped
from sidebyside.cli.trouble import WELL, comparison_in
from sidebyside.errors import Refused
from sidebyside.wording import count

if TYPE_CHECKING:
    import pandas as pd

HELP = "list what is worth comparing"
EXAMPLES = [
    "propose data/russia-afghanistan --first 3",
    "propose data/russia-afghanistan --out proposals.csv",
    "propose reports.csv --workers 2 --first 20",
    "propose reports.csv --out claims",
]
OF_MANY = ("workers", "scheduler", "cache", "excerpts")  # options that a comparison has no use for
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
    what = "the folder of a comparison; or a folder, zip or table of many texts"
    parser.add_argument("folder", metavar="PATH", type=place, help=what)
    parser.add_argument("--first", metavar="N", type=at_least_one, help="only the best N (default: all)")
    what = "write them to this file as CSV; of many texts also to a folder, as tables with all that they rest on"
    parser.add_argument("--out", metavar="FILE.csv", type=place, help=what)
    json_option(parser)
    many = parser.add_argument_group("for many texts")
    where = many.add_mutually_exclusive_group()
    where.add_argument("--workers", metavar="N", type=at_least_one, help="share the work among N processes")
    where.add_argument("--scheduler", metavar="ADDRESS", help="let a Dask cluster do it (tcp://HOST:8786)")
    what = "where what was read is kept; with --scheduler a folder that all machines share (default: the user's cache)"
    many.add_argument("--cache", metavar="FOLDER", type=place, help=what)
    excerpts_option(many)


def run(options: argparse.Namespace) -> int:
    """Lists the proposals or claims, or writes them to a file."""
    from sidebyside.record.corpus import is_comparison

    if is_comparison(options.folder):
        return of_comparison(options)
    return of_corpus(options)


def of_comparison(options: argparse.Namespace) -> int:
    """The proposals on the sources of a comparison."""
    from sidebyside.record import load
    from sidebyside.record.proposals import propose

    if given := next((name for name in OF_MANY if getattr(options, name) is not None), None):
        raise Refused(f"{options.folder} is a comparison", "This is for many texts: leave it out", f"--{given}")
    if options.out and options.out.suffix.lower() != ".csv":
        raise Refused(f"{options.out} is no name of a CSV file", "Give a name that ends in .csv", "--out")
    with comparison_in(options.folder):
        work = load(options.folder)
        table = propose(work)
    rows = [row(each, work.about.excerpts) for each in table.head(options.first or len(table)).to_dict("records")]
    if options.json:
        result_json(rows)
    if options.out:
        write(options.out, rows, COLUMNS)
    elif not options.json:
        for each in rows:
            show(each)
    tell(f"{count(len(rows), 'proposal')} of {len(table)}; {sum(r['verdict'] == 'unsure' for r in rows)} unsure")
    return WELL


def of_corpus(options: argparse.Namespace) -> int:
    """The claims of many texts."""
    from sidebyside.record.corpus import corpus

    found = corpus(options.folder, options.workers, options.scheduler, options.cache, tell)
    rows = claims.rows_of(found, options.first, options.excerpts)
    if options.json:
        result_json(rows)
    if options.out and options.out.suffix.lower() == ".csv":
        write(options.out, [claims.cells(each) for each in rows], claims.COLUMNS)
    elif options.out:
        from sidebyside.exchange import corpus_files

        for path in corpus_files.write(found, options.out, options.excerpts):
            result_path(path)
    elif not options.json:
        for each in rows:
            claims.show(each)
    tell(f"{count(len(rows), 'claim')} of {len(found.claims):,}")
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


def write(path: Path, rows: list[dict[str, Any]], columns: Iterable[str]) -> None:
    """The rows as a CSV file, whole or not at all."""
    import pandas as pd

    from sidebyside.exchange.csv_files import csv_bytes
    from sidebyside.texts.files import replacing

    table: pd.DataFrame = pd.DataFrame(rows, columns=list(columns))
    with replacing(path) as file:
        file.write(csv_bytes(table))
    result_path(path)
