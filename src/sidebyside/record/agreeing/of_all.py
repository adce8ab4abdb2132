"""How far all coders agree, however many, and whatever each left out: Krippendorff's alpha with missing data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from sidebyside.record.agreeing.bootstrap import RESAMPLES, interval, resampled
from sidebyside.record.agreeing.coders import SETTLED, coded_by
from sidebyside.record.agreeing.coefficients import alpha, coincidences
from sidebyside.record.comparison import Comparison
from sidebyside.record.points_file import CodingEntry
from sidebyside.record.vocabulary import VERDICTS

OF_ALL = {
    "what": "what was coded: 'all verdicts', one verdict against all others, or a name of OF_POSITIONS",
    "level": "nominal, or ordinal: values in an order, and the farther apart the worse",
    "coders": "how many coders gave a value at all",
    "unit": "what was coded once: a point, or a position, which is what one source says to a point",
    "n": "units that two or more coded; for one verdict, those of them to which any gave it",
    "alone": "units that only one coded; for one verdict, those to which that one gave it",
    "alpha": "Krippendorff's alpha, 1 at full agreement, 0 at what chance gives; empty where it is not defined",
    "low": "lower end of the 95 % bootstrap interval",
    "high": "its upper end",
}

# From weakest to firmest, by how far a source itself stands behind what is asked: not at all, or against it; not saying
# whether; with a reserve; without one. Reports come under hedges, as in FactBank (Saurí and Pustejovsky, 2009), where a
# report leaves its author uncommitted and a hedge half commits him.
SCALE = ("denied", "attributed", "hedged", "asserted")

Codings = Sequence[Mapping[str, CodingEntry]]
Coded = tuple[str, str, str, np.ndarray, np.ndarray]  # what, level, unit, counts, and whether the row counts a unit
Value = Callable[[Sequence[str]], int | None]  # of the certainties of one position; None: no value, missing


def speaks(certainties: Sequence[str]) -> int:
    """1 where the source speaks, 0 where it is silent."""
    return int(any(certainty in SCALE for certainty in certainties))


def firmest(certainties: Sequence[str]) -> int | None:
    """The place on the scale of the firmest of them.

    >>> firmest(["attributed", "asserted"]), firmest(["denied"]), firmest(["silent"])
    (3, 0, None)
    """
    return max((SCALE.index(certainty) for certainty in certainties if certainty in SCALE), default=None)


def weakest(certainties: Sequence[str]) -> int | None:
    """The place on the scale of the weakest of them."""
    return min((SCALE.index(certainty) for certainty in certainties if certainty in SCALE), default=None)


OF_POSITIONS: dict[str, tuple[Value, int, str]] = {  # what each takes of a position, how many values it has, its level
    "speaks or silent": (speaks, 2, "nominal"),
    "certainty at its firmest": (firmest, len(SCALE), "ordinal"),
    "certainty at its weakest": (weakest, len(SCALE), "ordinal"),
}


def agreement_of_all(work: Comparison, coders: Iterable[str] | None = None, resamples: int = RESAMPLES) -> pd.DataFrame:
    """Krippendorff's alpha over all coders, or over those named (columns: OF_ALL). Empty where fewer than two coded.

    Verdicts are compared point by point, without an order. Certainty is compared for each source of a point, in the
    order of SCALE: asserted, hedged, attributed, denied. A position may have several certainties: it counts once by
    the firmest and once by the weakest of them, so that no mean is made of ranks. Silence has no place on that scale:
    whether a source speaks at all is a row of its own, and a position that a coder holds silent has no certainty of
    that coder's; it is a missing value.

    What only one coder coded is missing data, too, and counted in `alone`. "settled" is a coder only where it is named.
    The interval is the percentile bootstrap over points, the positions of a point drawn together, its seed fixed.
    """
    held = coded_by(work)
    chosen = dict.fromkeys(coders if coders is not None else (coder for coder in held if coder != SETTLED))
    codings = [held[coder] for coder in chosen if held.get(coder)]
    points = [point.id for point in work.coded.points]
    rows = [
        [what, level, len(codings), unit, *figures(counts, told, level == "ordinal", resamples)]
        for what, level, unit, counts, told in coded(codings, points, work.keys)
        if (told & (counts.sum(-1) > 1)).any()
    ]
    return pd.DataFrame(rows, columns=list(OF_ALL))


def coded(codings: Codings, points: Sequence[str], keys: Sequence[str]) -> Iterator[Coded]:
    """What was coded: its name, its level, its unit, how many gave each value, and which units its row counts."""
    order = list(VERDICTS)
    whole = np.array([[tally((c[p].verdict for c in codings if p in c), order)] for p in points])
    whole = whole.reshape(len(points), 1, len(order))
    yield "all verdicts", "nominal", "point", whole, whole.sum(-1) > 0
    for place, verdict in enumerate(order):
        this = whole[..., place]
        yield verdict, "nominal", "point", np.stack([this, whole.sum(-1) - this], -1), this > 0
    for what, (value, size, level) in OF_POSITIONS.items():
        given = [
            [tally((value(c[p].certainty[key]) for c in codings if p in c and key in c[p].certainty), range(size))]
            for p in points
            for key in keys
        ]
        counts = np.array(given).reshape(len(points), len(keys), size)
        yield what, level, "position", counts, counts.sum(-1) > 0


def tally(values: Iterable[str | int | None], order: Iterable[str | int]) -> list[int]:
    """How often each of `order` is among the values."""
    found = Counter(values)
    return [found[value] for value in order]


def figures(counts: np.ndarray, told: np.ndarray, ordinal: bool, resamples: int) -> list[float]:
    """Units that two or more coded, units that one coded alone, alpha, and its interval.

    `counts` has the shape (points, units of a point, values), `told` (points, units of a point).
    """
    coders = counts.sum(-1)
    tables = coincidences(counts).sum(1)[(coders > 1).any(1)]
    found, drawn = alpha(tables.sum(0), ordinal), alpha(resampled(tables, resamples), ordinal)
    return [int((told & (coders > 1)).sum()), int((told & (coders == 1)).sum()), float(found), *interval(drawn)]
