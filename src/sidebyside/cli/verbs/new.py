"""Makes the folder of a comparison from files of any kind that holds text.

Each source is a text, Markdown, HTML, Word, OpenDocument, PDF, EPUB or RTF file; - is a text on standard input. The
originals are kept as they are. What could be told of a source (title, author, date, which lines are headings) and the
themes are proposals: comparison.yml says which still wait for you. FOLDER is made whole or not at all.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path
from typing import Any

from sidebyside.cli.arguments import folder_argument, json_option
from sidebyside.cli.telling import result, result_json, result_path, tell
from sidebyside.cli.trouble import WELL
from sidebyside.errors import Refused
from sidebyside.wording import count

HELP = "make a comparison from files"
EXAMPLES = [
    "new my-comparison data/russia-afghanistan/texts/*.txt",
    'new two-accounts report.docx article.html --title "Two accounts" --question "What happened?"',
]
STDIN = "-"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `new`."""
    folder_argument(parser, "the folder to make; it must not be there, or be empty")
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help="a file, or - for standard input")
    parser.add_argument("--title", default="", help="what the comparison is called (default: proposed)")
    parser.add_argument("--question", default="", help="what the sources are asked (default: proposed)")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Makes the comparison and says what was proposed, and how to go on."""
    from sidebyside.record.making import Pasted, new

    sources = [Pasted(read_in()) if name == STDIN else name for name in options.sources]
    if options.sources.count(STDIN) > 1:
        raise Refused("standard input is named twice", "It can be read only once: put one of the texts into a file")
    work = new(options.folder, sources, title=options.title, question=options.question)
    rows = [as_data(entry) for entry in work.about.sources]
    if options.json:
        data = {"folder": str(options.folder), "title": work.about.title, "question": work.about.question}
        result_json(data | {"sources": rows, "themes": [theme.key for theme in work.about.themes]})
        return WELL
    result_path(options.folder)
    for row in rows:
        result(f"  {row['key']}  {row['title']}")
        for remark in row["remarks"]:
            tell(f"  {row['key']}: {remark}")
    tell(f"{count(len(rows), 'source')}, {count(len(work.about.themes), 'theme')} proposed")
    tell(f"Look at what was proposed in {options.folder / 'comparison.yml'}, then go on:")
    called, folder = options.parser.prog.removesuffix(" new"), typed(options.folder)
    for verb in ("check", "propose", "lab", "report"):
        tell(f"  {called} {verb} {folder}")
    return WELL


def typed(folder: Path) -> str:
    """A folder as it is typed into a shell, where a name that begins with a dash would be an option.

    >>> typed(Path("-a bridge"))
    "'./-a bridge'"
    """
    name = str(folder)
    return shlex.quote(f"./{name}" if name.startswith("-") else name)


def as_data(entry: Any) -> dict[str, Any]:
    """A source for a script."""
    original = entry.original
    taken = {"format": original.format, "by": original.by, "remarks": list(original.remarks)} if original else {}
    return {"key": entry.key, "title": entry.title, "file": entry.file, "remarks": []} | taken


def read_in() -> str:
    """What stands on standard input, as UTF-8."""
    if sys.stdin is None:
        raise Refused("standard input is closed", "Give the text with a pipe, or name a file")
    if sys.stdin.isatty():
        tell("reading the text from the terminal; Ctrl-D ends it")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("standard input is not UTF-8", "Save it to a file: a file's encoding is found out") from None
