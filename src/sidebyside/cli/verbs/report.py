"""Writes the report: one page for each notebook, to be opened in any browser, with no kernel and no network.

Every notebook is run from top to bottom on the comparison, which takes half a minute or so; nothing is written unless
all of them run. The path of the first page is the result.
"""

from __future__ import annotations

import argparse

from sidebyside.cli.arguments import excerpts_option, folder_argument, folder_for_files, place
from sidebyside.cli.telling import result_path, tell
from sidebyside.cli.trouble import WELL, comparison_in
from sidebyside.errors import Refused
from sidebyside.wording import count

HELP = "write pages that open in any browser"
EXAMPLES = [
    "report data/russia-afghanistan --out pages",
    "report data/russia-afghanistan --out pages --excerpts 25",
    "report data/russia-afghanistan --corpus reports.csv",
]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `report`."""
    folder_argument(parser)
    parser.add_argument("--out", metavar="DIR", type=place, help="where the pages go (default: FOLDER/report)")
    what = "the many texts that page 09 is about: a folder, a zip or a table (default: the comparison's own sources)"
    parser.add_argument("--corpus", metavar="PATH", type=place, help=what)
    excerpts_option(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the pages."""
    from sidebyside.record import load

    with comparison_in(options.folder):
        load(options.folder)  # in a second, before what takes longer is begun
        if options.corpus and not options.corpus.exists():
            raise Refused(f"{options.corpus} is not there", "Name a folder, a table or a zip of texts", "--corpus")
        out = folder_for_files(options.out or options.folder / "report")
        from sidebyside.showing.report import report, shipped_notebooks

        notebooks = shipped_notebooks()
        tell(f"running {count(len(notebooks), 'notebook')} on {options.folder}")
        pages = report(notebooks, options.folder, out, tell, options.excerpts, options.corpus)
    result_path(pages[0])
    return WELL
