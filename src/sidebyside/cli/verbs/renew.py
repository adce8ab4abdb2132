"""Takes in again the sources whose original changed, and keeps every decision.

Decisions whose quotes still stand stay as they are; the others are marked stale, and nothing is lost. --look only says
what would change.
"""

from __future__ import annotations

import argparse

from sidebyside.cli.arguments import folder_argument
from sidebyside.cli.telling import result, tell
from sidebyside.cli.trouble import WELL, comparison_in
from sidebyside.wording import count

HELP = "take changed originals in again"
EXAMPLES = ["renew --look data/russia-afghanistan"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `renew`."""
    folder_argument(parser)
    parser.add_argument("--look", action="store_true", help="change nothing: say what would change")


def run(options: argparse.Namespace) -> int:
    """Says what changes, then takes it in."""
    from sidebyside.record.making import renew

    with comparison_in(options.folder):
        found = renew(options.folder, look=True)
        if not options.look:
            renew(options.folder)
    for row in found.to_dict("records"):
        result("  ".join(f"{name}: {value}" for name, value in row.items() if value not in ("", None)))
    tell(f"{count(len(found), 'change')}{' would be' if options.look else ''} taken in")
    return WELL
