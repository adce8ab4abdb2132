"""What the command line says: results on stdout, for whoever goes on with them; messages on stderr."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
import unicodedata
from pathlib import Path
from typing import Any, TextIO

# Categories of characters that would move the cursor, end the line, or turn the words round in a terminal.
UNSAFE = ("Cc", "Cf", "Cs", "Zl", "Zp")
JOINERS = "\u200c\u200d\u00ad\ufeff"  # format characters that words of many languages are written with
COLOURS = {"error": "1;31", "warning": "1;33"}
WIDEST = 100  # columns: longer lines are hard to read


def safe(words: str) -> str:
    """The words with whatever could disturb a terminal as an escape; line ends too.

    >>> safe("a\\nb\\x1b[2J")
    'a\\\\nb\\\\x1b[2J'
    """
    return "".join(
        character.encode("unicode_escape").decode("ascii")
        if unicodedata.category(character) in UNSAFE and character not in JOINERS
        else character
        for character in words
    )


def result(words: str) -> None:
    """A line of what was asked for."""
    print(safe(words))


def result_path(path: Path) -> None:
    """A path as a result: as it is for another program, harmless for a terminal."""
    print(safe(str(path)) if sys.stdout.isatty() else path)


def result_json(data: Any) -> None:
    """The result for a script; in letters of ASCII where stdout takes no others."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    print(json.dumps(data, ensure_ascii=encoding != "utf8", indent=2, default=str))


def tell(words: str) -> None:
    """A message of one line or more."""
    for line in words.split("\n"):
        print(safe(line), file=sys.stderr, flush=True)


def coloured(word: str, stream: TextIO) -> str:
    """The word of COLOURS in its colour, where somebody looks who has not asked for none (NO_COLOR)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty()
    return word if plain else f"\x1b[{COLOURS[word]}m{word}\x1b[0m"


def wrapped(words: str, indent: str = "") -> str:
    """The words as wide as the terminal, every line after an indent; on one line where nobody looks."""
    if not sys.stdout.isatty():
        return indent + safe(words)
    width = max(20, min(WIDEST, shutil.get_terminal_size().columns))
    return textwrap.fill(safe(words), width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
