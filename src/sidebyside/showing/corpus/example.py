"""Twelve invented reports of one invented event: a corpus so small that every right answer can be read in it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

INVENTED = "invented for this example"


def twelve_reports() -> Path:
    """The file of the twelve reports (JSON Lines: key, title, by, date, address, text), as `sbs.corpus` takes it.

    >>> twelve_reports().name
    'harbour.jsonl'
    """
    return Path(str(files("sidebyside.showing.corpus").joinpath("harbour.jsonl")))
