"""Opens a comparison that was exported as zip, in a folder of its own.

The archive may come from anybody: names that lead out of the folder, links, and what would fill the disk are refused,
and FOLDER is made whole or not at all.
"""

from __future__ import annotations

import argparse

from sidebyside.cli.arguments import folder_argument, place
from sidebyside.cli.telling import result_path
from sidebyside.cli.trouble import WELL

HELP = "open a comparison that was exported as zip"
EXAMPLES = ["unpack exported/russia-afghanistan.zip copy"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `unpack`."""
    parser.add_argument("zip", metavar="ZIP", type=place, help="the archive")
    folder_argument(parser, "the folder to make; it must not be there, or be empty")


def run(options: argparse.Namespace) -> int:
    """Unpacks it."""
    from sidebyside.exchange.archive import unpacked

    unpacked(options.zip, options.folder)
    result_path(options.folder)
    return WELL
