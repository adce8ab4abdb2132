"""The master table: every point as a row that unfolds to the paired quotes, the reason and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from sidebyside.record import RANKS, VERDICTS, Comparison
from sidebyside.showing.excerpts import Chips, excerpts
from sidebyside.showing.markup import render
from sidebyside.showing.matrix import chosen
from sidebyside.showing.tables import Sheet
from sidebyside.showing.wording import UNDECIDED


def ledger(work: Comparison, points: pd.DataFrame | Iterable[str] | None = None) -> Sheet:
    """The master table of all points or of some (see `matrix`). Filters and search work in the exported page."""
    frame = chosen(work, points)
    chips = Chips(work)
    because: dict[str, list[tuple[str, str]]] = {}
    for pair in work.pairs[work.pairs.reason != ""].itertuples():
        because.setdefault(str(pair.point), []).append((str(pair.shown), str(pair.reason)))
    rows = []
    for row in frame.itertuples():
        point = work.point(str(row.id))
        order = {"verdict_order": list(VERDICTS).index(point.verdict), "rank_order": RANKS.index(point.rank)}
        order["theme_order"] = [theme.key for theme in work.about.themes].index(point.theme)
        sides = [side(work, chips, point.id, key) for key in point.positions]
        rows.append(
            {"n": row.n, "point": point, "shown": row.shown, "theme": work.theme_name(point.theme), "sides": sides}
            | {"because": because.get(point.id, [])}
            | order
        )
    present = {name: set(frame[name]) for name in ("theme", "verdict", "rank")}
    filters = [
        ("theme", "Theme", [(t.key, t.name) for t in work.about.themes if t.key in present["theme"]]),
        ("verdict", "Verdict", [(key, v.shown) for key, v in VERDICTS.items() if key in present["verdict"]]),
        ("source", "Source", [(key, f"{key} speaks") for key in work.keys]),
        ("rank", "Rank", [(rank, rank) for rank in RANKS if rank in present["rank"]]),
    ]
    nothing = "No point is chosen." if work.coded.points else f"{UNDECIDED} The bench is the place to begin."
    return Sheet(
        render("ledger.html.j2", rows=rows, keys=work.keys, filters=filters, chips=chips, nothing=nothing), frame
    )


def side(work: Comparison, chips: Chips, point: str, key: str) -> dict[str, object]:
    """One source's half of a row: its position and the excerpts it rests on."""
    places = work.evidence_of(point, key) or work.evidence_of(point, key, "near")
    found = []
    for shown in excerpts(work, places):
        here = [place for place in places if place.passage in shown.passages]
        found.append({"excerpt": shown, "chips": chips.of(here)})
    return {"key": key, "position": work.point(point).positions[key], "excerpts": found}
