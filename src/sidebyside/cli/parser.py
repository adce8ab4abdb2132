"""How a command is written: the verbs, their arguments, and help with examples that can be pasted."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from types import ModuleType
from typing import NoReturn

from sidebyside import __version__
from sidebyside.cli.trouble import USAGE
from sidebyside.cli.verbs import VERBS

WHAT = "Set two or more texts on one subject side by side: where they agree, where they conflict, who alone speaks."
EXAMPLES = "examples:"
NEXT = "{called} VERB --help says more about a verb. A name that begins with a dash is written ./-name."


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line with a way on."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message} (see `{self.prog} --help`)\n")


class Paragraphs(argparse.HelpFormatter):
    """Fills paragraphs to the width of the terminal; examples stay as they are typed."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        return "\n\n".join(
            each if each.startswith(EXAMPLES) else fill(each, width, indent) for each in text.split("\n\n")
        )


def parser(called: str) -> Parser:
    """The whole command line; `called` is what the user typed to get here ("sidebyside")."""
    whole = Parser(prog=called, description=WHAT, epilog=NEXT.format(called=called), allow_abbrev=False)
    whole.add_argument("--version", action="version", version=f"sidebyside {__version__}")
    debug(whole, default=False)
    verbs = whole.add_subparsers(title="verbs", metavar="VERB", dest="verb", required=True, parser_class=Parser)
    for name, module in VERBS.items():
        one = verbs.add_parser(
            name,
            help=module.HELP,
            description=described(module),
            epilog=examples(module, called),
            formatter_class=Paragraphs,
            allow_abbrev=False,
        )
        module.arguments(one)
        debug(one, default=argparse.SUPPRESS)  # may stand before the verb or behind it
        one.set_defaults(run=module.run, parser=one)
    return whole


def debug(one: argparse.ArgumentParser, default: bool | str) -> None:
    """The option that all verbs have."""
    one.add_argument("--debug", action="store_true", default=default, help="show where in the program an error arose")


def described(module: ModuleType) -> str:
    """A verb's help: its docstring, which is written in lines of fitting length."""
    return (module.__doc__ or "").strip()


def examples(module: ModuleType, called: str) -> str:
    """The examples of a verb, as they are typed."""
    return "\n".join([EXAMPLES, *(f"  {called} {example}" for example in module.EXAMPLES)])


def understood(arguments: Sequence[str], whole: Parser) -> argparse.Namespace:
    """The arguments as options; SystemExit after help, and where they are wrong: then one line has said how."""
    if not arguments:
        whole.print_help(sys.stderr)
        whole.exit(USAGE)
    verb = next((word for word in arguments if not word.startswith("-")), None)
    if verb == "help":
        arguments = [*arguments[1:2], "--help"]
    elif verb is not None and verb not in VERBS:
        near = get_close_matches(verb, VERBS, 1)
        mend = f"did you mean {near[0]}?" if near else f"there are {', '.join(VERBS)}"
        whole.error(f"{verb!r} is no verb: {mend}")
    options, rest = whole.parse_known_args(arguments)
    if rest:
        options.parser.error(f"{rest[0]!r} does not belong here")
    return options
