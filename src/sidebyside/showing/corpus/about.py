"""Which corpus the notebook of many texts is about: one that is named, a comparison of many sources, or the example."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sidebyside.reading import cache as readings
from sidebyside.record import load
from sidebyside.showing.corpus.example import twelve_reports

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

MANY = 8  # sources: as many are no longer read side by side


def many(comparison: str | Path, path: str | Path = "") -> Corpus:
    """The corpus under a path, as `sbs.corpus` makes it; without one, a comparison's own sources.

    Of a comparison with fewer than MANY sources, the twelve invented reports stand in their place. Where nothing is to
    be kept (SIDEBYSIDE_CACHE is set to nothing) it is kept until Python ends.
    """
    from sidebyside.record.corpus import corpus

    place = Path(path) if path else Path(comparison)
    if not path and len(load(place).texts) < MANY:
        place = twelve_reports()
    return corpus(place, cache=None if readings.folder() else scratch().name)


@cache
def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder that is gone when Python ends."""
    return tempfile.TemporaryDirectory(prefix="sidebyside-")
