"""The bench in a live notebook: a widget that hands messages on; everywhere else, the table of all points."""

from __future__ import annotations

import getpass
import re
from threading import Thread
from typing import Any

import anywidget
from ipywidgets import Layout

from sidebyside.errors import Refused
from sidebyside.record import Comparison
from sidebyside.showing.bench.script import module, style
from sidebyside.showing.bench.session import APART, Session
from sidebyside.showing.in_its_place import closed, show
from sidebyside.showing.ledger import ledger

BLIND = "<p>A bench for coding alone: run this cell in JupyterLab.</p>"
CLOSED = closed(
    "bench",
    "All that was decided is kept; until then, these are the points as they stood when the cell was run last.",
)
CODER = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


class Bench(anywidget.AnyWidget):
    """The sources side by side, a list to work through, and a pen. What is decided is kept at once, in the folder."""

    _esm = module()
    _css = style()

    def __init__(self, session: Session) -> None:
        super().__init__(layout=Layout(width="100%"))
        self.session = session
        self.on_msg(self.hear)

    def hear(self, _: Any, message: object, buffers: object) -> None:
        """Answers a message, to every view that there is of this bench."""
        if isinstance(message, dict) and message.get("do") in APART:
            # To read takes seconds the first time: decisions made meanwhile are not to wait for it.
            Thread(target=lambda: self.send(self.session.answer(message)), daemon=True).start()
        else:
            self.send(self.session.answer(message))

    def _ipython_display_(self) -> None:
        show(self, self.instead)

    @property
    def instead(self) -> str:
        """The table of all points; in an exported page, whose script puts the bench there, it is what is printed.

        Who codes blind must not find the decisions in the saved notebook either.
        """
        if self.session.blind:
            return BLIND
        return f"{CLOSED}<div data-bench>{ledger(self.session.work)._repr_html_()}</div>"


def bench(work: Comparison, coder: str = "", blind: bool = False, first: int = 150) -> Bench:
    """Read side by side and decide. Each decision is kept at once in points.yml and journal.jsonl, and can be undone.

    `coder` is the name under which you decide (your login name where it is left out). `blind` hides what the machine
    proposes and what others decided: what you code then is a coding of its own, held against the points later. `first`
    is how many groups of proposals are laid before you, best first; 0 for none.
    """
    name = coder or re.sub(r"[^a-z0-9]+", "-", getpass.getuser().lower()).strip("-") or "coder"
    if not CODER.fullmatch(name):
        mend = "Use small letters, digits and hyphens, at most 60"
        raise Refused(f'"{name}" cannot be the name of a coder', mend, "coder")
    return Bench(Session(work, name, blind, first))
