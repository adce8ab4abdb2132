"""Writes the comparison in forms that other tools open; `--list` names them.

What is written stands on standard output, one path a line. A form is written whole or not at all; where one cannot be
made, the others are, and the exit code is 1.
"""

from __future__ import annotations

import argparse

from sidebyside.cli.arguments import excerpts_option, folder_argument, folder_for_files, json_option, place
from sidebyside.cli.telling import result, result_json, result_path
from sidebyside.cli.trouble import PROBLEM, WELL, comparison_in, told
from sidebyside.errors import Refused, SideBySideError

HELP = "write spreadsheets, documents, archives and more"
EXAMPLES = [
    "export --list",
    "export data/russia-afghanistan xlsx docx --out exported",
    "export data/russia-afghanistan md --out exported --excerpts 25",
]


class Listing(argparse.Action):
    """Lists the forms and ends, as --help does: no folder is needed for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Prints the list."""
        from sidebyside.exchange import FORMS

        width = max(map(len, FORMS))
        for name, form in FORMS.items():
            result(f"{name:{width}}  {form.what}")
        parser.exit()


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `export`."""
    parser.add_argument("--list", action=Listing, nargs=0, help="list the forms and end")
    folder_argument(parser)
    parser.add_argument("forms", metavar="FORM", nargs="+", help="what to write, or all")
    parser.add_argument("--out", metavar="DIR", type=place, help="where the files go (default: FOLDER/exported)")
    excerpts_option(parser)
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Writes each form, and says of each that cannot be made why."""
    from sidebyside.exchange import FORMS, export
    from sidebyside.record import load

    forms = list(FORMS) if "all" in options.forms else list(dict.fromkeys(options.forms))
    if wrong := [form for form in forms if form not in FORMS]:
        raise Refused(f"{', '.join(wrong)}: no form of export", f"Use one of: {', '.join(FORMS)}, or all")
    with comparison_in(options.folder):
        work = load(options.folder)
    out, code = folder_for_files(options.out or options.folder / "exported"), WELL
    written = {}
    for form in forms:
        try:
            written[form] = export(work, form, out, excerpts=options.excerpts)
        except (SideBySideError, OSError) as error:
            told(error, f"{options.parser.prog}: {form}")
            code = PROBLEM
            continue
        if not options.json:
            for path in written[form]:
                result_path(path)
    if options.json:
        result_json(written)
    return code
