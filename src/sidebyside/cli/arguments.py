"""The arguments that several verbs share, and what may be given for them."""

from __future__ import annotations

import argparse
from pathlib import Path

from sidebyside.errors import Refused


def folder_argument(one: argparse.ArgumentParser, what: str = "the folder of a comparison") -> None:
    """The argument that nearly every verb has."""
    one.add_argument("folder", metavar="FOLDER", type=place, help=what)


def json_option(one: argparse.ArgumentParser) -> None:
    """The option of those verbs whose result a script may want."""
    one.add_argument("--json", action="store_true", help="the result as JSON")


def excerpts_option(one: argparse._ActionsContainer) -> None:
    """The option of those verbs that show words of the sources to others."""
    what = "show at most N words of a source in a row, 0 for none (default: what comparison.yml says, else all)"
    one.add_argument("--excerpts", metavar="N", type=words_shown, help=what)


def place(name: str) -> Path:
    """A path as it was typed; an empty one is nobody's."""
    if not name:
        raise argparse.ArgumentTypeError("an empty name is given")
    return Path(name)


def folder_for_files(out: Path) -> Path:
    """The folder that results go to; Refused, before any work is begun, where files cannot be put into it."""
    if out.exists() and not out.is_dir():
        raise Refused(f"{out} is a file, not a folder", "Name a folder for the results", "--out")
    return out


def words_shown(number: str) -> int:
    """A number of words, from 0."""
    return whole_number(number, 0, "0 for none, or a number of words")


def at_least_one(number: str) -> int:
    """A number of things, from 1."""
    return whole_number(number, 1, "a number from 1")


def whole_number(number: str, least: int, wanted: str) -> int:
    """A whole number that is not less than `least`."""
    if not number.isascii() or not number.isdigit() or int(number) < least:
        raise argparse.ArgumentTypeError(f"{number!r} is not {wanted}")
    return int(number)
