"""A comparison to look at, not to keep: what would be proposed for these sources, before a folder is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from sidebyside.record.comparison import Comparison
from sidebyside.record.making.new import new
from sidebyside.record.making.pasted import Given


def trial(sources: Sequence[Given], *, title: str = "", question: str = "") -> Comparison:
    """The comparison that `new` would make of these sources; its folder is gone again when it is handed out.

    Everything can be counted, shown and proposed; nothing can be decided, because there is nowhere to keep it. Raises
    ComparisonError with every source that cannot be used.
    """
    with TemporaryDirectory() as folder:
        return new(Path(folder) / "trial", sources, title=title, question=question)
