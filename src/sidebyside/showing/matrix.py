"""Point by source: what each says, how surely, and the verdict between them; every cell opens its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import pandas as pd

from sidebyside.record import Comparison
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.markup import render
from sidebyside.showing.tables import Sheet
from sidebyside.showing.wording import UNDECIDED, count


def matrix(work: Comparison, points: pd.DataFrame | Iterable[str] | None = None) -> Sheet:
    """The matrix of all points, or of some: a filtered `work.points`, or a list of ids.

    With two sources the verdict stands between them, so that a row reads as "A, against, B".
    """
    frame = chosen(work, points)
    chips = Chips(work)
    rows = [
        {
            "n": row.n,
            "point": (point := work.point(row.id)),
            "shown": row.shown,
            "chips": {key: chips.position(point.id, key) for key in point.positions},
        }
        for row in frame.itertuples()
    ]
    groups = [(work.theme_name(key), list(group)) for key, group in groupby(rows, key=lambda r: r["point"].theme)]
    if len(groups) == len(rows):  # no two neighbours share a theme: headings would only repeat the rows
        groups = [("", rows)]
    names = {entry.key: entry.short for entry in work.about.sources}
    caption = f"{count(len(frame), 'point')}: the position and certainty of each source, and the verdict"
    nothing = "No such point has been found." if work.coded.points else UNDECIDED
    piece = render(
        "matrix.html.j2",
        caption,
        nothing=nothing,
        caption=caption,
        columns=columns(work.keys),
        names=names,
        groups=groups,
        chips=chips,
    )
    return Sheet(piece, frame)


def columns(keys: Sequence[str]) -> list[str]:
    """The order of columns.

    >>> columns(["A", "B"]), columns(["A", "B", "C"])
    (['A', 'verdict', 'B'], ['verdict', 'A', 'B', 'C'])
    """
    return [keys[0], "verdict", keys[1]] if len(keys) == 2 else ["verdict", *keys]


def chosen(work: Comparison, points: pd.DataFrame | Iterable[str] | None) -> pd.DataFrame:
    """Rows of `work.points`: all, those of a filtered frame, or those of a list of ids in its order."""
    if points is None:
        return work.points
    if isinstance(points, pd.DataFrame):
        return points
    return work.points.set_index("id", drop=False).loc[list(points)].reset_index(drop=True)
