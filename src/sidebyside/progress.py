"""Work of more than two seconds says how far it has come and how long it will take, and leaves nothing behind.

In a terminal the line is written to stderr; in a notebook it stands below the cell while the work lasts, as an output
of its own that is empty afterwards, so that neither the saved notebook nor an exported page has anything of it. Where
nobody looks (stderr is a file or a pipe, or SIDEBYSIDE_PROGRESS is set to nothing) it costs nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Any, TextIO, TypeVar

from sidebyside.stopping import go_on

T = TypeVar("T")

VARIABLE = "SIDEBYSIDE_PROGRESS"
DELAY = 2.0  # seconds that pass before anything is shown
STEP = 0.2  # seconds between two looks of the line
WIDTH = 100  # characters in a notebook, which does not say how wide it is


def watched(
    items: Iterable[T], what: str, total: int | None = None, count: Callable[[T], int] = lambda item: 1
) -> Iterator[T]:
    """The items as they come, and a line that says how far the work on them is: what is done, for how long yet.

    `total` is the number of all, by default the length of the items; `count` says for how many an item stands.
    """
    line = shown_on()
    if line is None:
        for item in items:
            go_on()
            yield item
        return
    from tqdm import tqdm  # needed by nobody who is not looking

    known = len(items) if total is None and isinstance(items, Sized) else total
    settings: dict[str, Any] = {"delay": DELAY, "mininterval": STEP, "miniters": 1, "leave": False, "file": line}
    if isinstance(line, Cell):
        settings |= {"ncols": WIDTH}
    with tqdm(total=known, desc=what, **settings) as bar:
        for item in items:
            go_on()
            yield item
            bar.update(count(item))


def shown_on() -> TextIO | Cell | None:
    """Where the line is shown: on a terminal, below a notebook's cell, or nowhere."""
    if os.environ.get(VARIABLE, "on").strip() == "":
        return None
    if in_notebook():
        return Cell()
    return sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None


def in_notebook() -> bool:
    """Whether the work is done for a cell of a notebook."""
    if "ipykernel" not in sys.modules:
        return False
    from IPython.core.getipython import get_ipython

    return hasattr(get_ipython(), "kernel")


class Cell:
    """An output of the cell that runs, written to as to a terminal: the last line counts, and an empty one clears it.

    It is made when there is something to say. A widget would stay in the saved notebook as one that cannot be shown.
    """

    def __init__(self) -> None:
        self.output: Any = None  # IPython's handle of it

    def write(self, text: str) -> None:
        """Shows a line in the place of the one before."""
        from IPython import display as room

        display: Any = room.display
        line = text.strip()
        data = {"text/plain": line} if line else {}
        if self.output is not None:
            self.output.update(data, raw=True)
        elif line:
            self.output = display(data, raw=True, display_id=True)

    def flush(self) -> None:
        """Nothing waits to be written."""
