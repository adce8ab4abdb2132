"""Says everything that is wrong with comparisons, at once, each with its file and line.

An error keeps a comparison from loading; a warning does not, and should be looked at all the same. The exit code is 1
where there is an error, with --strict also where there is only a warning. Nothing in the folder is altered.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from sidebyside.cli.arguments import json_option, place
from sidebyside.cli.telling import coloured, result_json, safe, tell
from sidebyside.cli.trouble import PROBLEM, WELL, Broken, comparison_in, line_of
from sidebyside.errors import Problem
from sidebyside.wording import count

HELP = "say everything that is wrong, with file and line"
EXAMPLES = [
    "check data/russia-afghanistan",
    "check --strict --json data/russia-afghanistan",
]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `check`."""
    parser.add_argument("folders", metavar="FOLDER", nargs="+", type=place, help="the folder of a comparison")
    parser.add_argument("--strict", action="store_true", help="exit with 1 for a warning, too")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Checks every folder, then says what was found."""
    found = [(folder, kind, problem) for folder in options.folders for kind, problem in problems_of(folder)]
    if options.json:
        result_json([as_data(*each) for each in found])
    else:
        for folder, kind, problem in found:
            shown(folder, kind, problem)
        told(len(options.folders), [kind for _, kind, _ in found])
    bad = found if options.strict else [each for each in found if each[1] == "error"]
    return PROBLEM if bad else WELL


def problems_of(folder: Path) -> list[tuple[str, Problem]]:
    """("error" or "warning", problem) for all that is wrong with the comparison in a folder, by file and line."""
    from sidebyside.record.checkup import checkup  # pandas: not for the help

    try:
        with comparison_in(folder):
            errors, warnings = checkup(folder)
    except Broken as broken:
        errors, warnings = broken.problems, []
    listed = [*(("error", each) for each in errors), *(("warning", each) for each in warnings)]
    return sorted(listed, key=lambda each: (each[1].file, each[1].line, each[0]))


def shown(folder: Path, kind: str, problem: Problem) -> None:
    """One problem as a line; "error" or "warning" in colour on a terminal."""
    line = safe(line_of(folder, problem, kind))
    print(line.replace(f" {kind}: ", f" {coloured(kind, sys.stdout)}: ", 1))


def as_data(folder: Path, kind: str, problem: Problem) -> dict[str, Any]:
    """One problem for a script; `line` is 0 where the whole file is meant."""
    own = {"file": problem.file, "line": problem.line, "what": problem.what, "mend": problem.mend}
    return {"folder": str(folder), "severity": kind, **own}


def told(folders: int, kinds: list[str]) -> None:
    """The sum in a sentence."""
    errors, warnings = kinds.count("error"), kinds.count("warning")
    where = count(folders, "comparison")
    tell(f"{where}: {count(errors, 'error')}, {count(warnings, 'warning')}" if kinds else f"{where}: nothing is wrong")
