"""The signs beside a colour: a verdict's tile and a certainty's bar, as strokes that templates and scripts draw."""

from __future__ import annotations

from typing import NamedTuple


class Stroke(NamedTuple):
    """A path, how thick it is drawn, and its dashes."""

    path: str
    width: float = 2
    dashes: str = ""


# On a field of 14 by 14: two whole lines agree, a broken one is less sure, a short one lacks a detail.
TILES = {
    "agree": (Stroke("M1.5 4.5h11M1.5 9.5h11"),),
    "conflict": (Stroke("M3 3l8 8M11 3l-8 8"),),
    "certainty": (Stroke("M1.5 4.5h11"), Stroke("M1.5 9.5h11", dashes="2 2.5")),
    "detail": (Stroke("M1.5 4.5h11M1.5 9.5h6"),),
    "framing": (Stroke("M2 6V2h4M12 8v4H8"),),
    "only": (),
    "internal": (Stroke("M1 9.5l3.5-5 3 5 3-5 2.5 4"),),
}
FRAME = Stroke("M1 2h28v6h-28z", 1.5)
# On a field of 30 by 10: solid, striped, broken, struck, dotted.
BARS = {
    "asserted": (Stroke("M1 5h28", 6),),
    "attributed": (FRAME, Stroke("M7 2v6M12 2v6M17.5 2v6M23 2v6", 1.5)),
    "hedged": (Stroke("M1 5h28", 6, "4 4"),),
    "denied": (FRAME, Stroke("M9 9.5L21 .5", 2)),
    "silent": (Stroke("M1 5h28", 1.2, "1.5 3"),),
}
