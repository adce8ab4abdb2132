"""The ledger with controls in a live notebook; everywhere else, and in the exported page, it is the ledger itself."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pandas as pd

from sidebyside.record import RANKS, VERDICTS, Comparison
from sidebyside.showing.in_its_place import closed, show
from sidebyside.showing.ledger import ledger

ALL = ""
CLOSED = closed("table of filters", "Until then, these are all the points.")


def chosen_points(
    work: Comparison, theme: str = ALL, verdict: str = ALL, source: str = ALL, rank: str = ALL, words: str = ""
) -> pd.DataFrame:
    """The rows of `work.points` that meet every condition; `words` are sought in questions, positions and quotes."""
    table = work.points
    for column, wanted in (("theme", theme), ("verdict", verdict), ("rank", rank)):
        if wanted:
            table = table[table[column] == wanted]
    if source:
        table = table[~table[f"{source}_certainty"].isin(["", "silent"])]
    if words.strip():
        quotes = work.evidence.groupby("point").quote.agg(" ".join)
        sought = (
            table.question + " " + table[list(work.keys)].agg(" ".join, axis=1) + " " + table.id.map(quotes).fillna("")
        )
        table = table[sought.str.casefold().str.contains(words.strip().casefold(), regex=False)]
    return table


class Explorer(ipywidgets.VBox):
    """Controls over the ledger."""

    def __init__(self, work: Comparison) -> None:
        self.work = work
        themes = [("all themes", ALL), *[(t.name, t.key) for t in work.about.themes]]
        verdicts = [("all verdicts", ALL), *[(v.shown, key) for key, v in VERDICTS.items()]]
        speaking = [("any source", ALL), *[(f"{key} speaks", key) for key in work.keys]]
        ranks = [("all ranks", ALL), *[(rank, rank) for rank in RANKS]]
        wide = ipywidgets.Layout(width="auto", min_width="9em")
        self.controls = {
            name: ipywidgets.Dropdown(options=options, layout=wide, tooltip=name)
            for name, options in (("theme", themes), ("verdict", verdicts), ("source", speaking), ("rank", ranks))
        }
        self.controls["words"] = ipywidgets.Text(placeholder="Search words", continuous_update=False, layout=wide)
        self.count = ipywidgets.Label()
        self.rows = ipywidgets.HTML()
        bar = ipywidgets.HBox([*self.controls.values(), self.count], layout=ipywidgets.Layout(flex_flow="row wrap"))
        super().__init__([bar, self.rows])
        for control in self.controls.values():
            control.observe(self.refresh, names="value")
        self.refresh()

    def refresh(self, _: Any = None) -> None:
        """Shows the points that the controls choose."""
        found = chosen_points(self.work, **{name: control.value for name, control in self.controls.items()})
        self.count.value = f"{len(found)} of {len(self.work.points)} points"
        self.rows.value = ledger(self.work, found)._repr_html_()

    def _ipython_display_(self) -> None:
        show(self, self.instead)

    @property
    def instead(self) -> str:
        """The ledger of all points, whatever is chosen."""
        return f"{CLOSED}{ledger(self.work)._repr_html_()}"


def explore(work: Comparison) -> Explorer:
    """The master table with filters: theme, verdict, source, rank and a search over questions, positions and quotes."""
    return Explorer(work)
