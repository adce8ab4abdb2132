"""Do two statements speak to the same point? Their meaning and wording say so, unless their sources tell two events."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sidebyside.matching.candidates import traits
from sidebyside.matching.candidates.batch import Batch
from sidebyside.matching.candidates.both import Both
from sidebyside.matching.candidates.context import context_of
from sidebyside.matching.candidates.in_common import InCommon
from sidebyside.matching.candidates.meaning import Meaning
from sidebyside.matching.candidates.signals import of_each

# Log-odds, from logistic regressions on news: related claims of rival articles (ClaimDiff) and sentences on one event
# (ECB+) for the first, articles on one event against articles on two of a kind (ECB+) for the second.
PAIR = {"meaning": 2.5, "wording": 7.0}
PAIR_AT_NONE = -1.6
SOURCES = {"openings": 15.0, "names of both": 4.5, "times of both": 10.0, "figures of both": 7.5}
SOURCES_AT_NONE = -14.5
LITTLE = 5  # statements: of a source as short as that, half is believed of what it seems to be about
ENOUGH = 0.5  # log-odds that two sources tell one event: what goes beyond makes no pair more related


def related(left: Batch, right: Batch, a: Sequence[int], b: Sequence[int]) -> np.ndarray:
    """How likely the statements `a` of `left` and `b` of `right`, taken in pairs, speak to one point: 0 to 1.

    Both batches are whole sources, for a pair is judged by what surrounds it as well. The numbers are made for ranking
    and for comparing pairs across sources; as chances they hold for news, and for pairs half of which are related.
    """
    both = Both(left, right)
    one, other = np.asarray(a, dtype=np.int64), np.asarray(b, dtype=np.int64)
    wording = InCommon(both, of_each(traits.words), length=True)
    odds = PAIR["meaning"] * Meaning(both).strength(one, other) + PAIR["wording"] * wording.strength(one, other)
    found: np.ndarray = logistic(odds + PAIR_AT_NONE + min(one_event(both), ENOUGH))
    return found


def same_event(left: Batch, right: Batch) -> float:
    """How likely two sources tell of the same event, 0 to 1, by their openings, names, times and figures."""
    return float(logistic(one_event(Both(left, right))))


def one_event(both: Both) -> float:
    """The log-odds of that, the nearer to even the shorter the shorter source is."""
    context, shorter = context_of(both), min(len(both.left), len(both.right))
    odds = SOURCES_AT_NONE + sum(weight * context[name] for name, weight in SOURCES.items())
    return odds * shorter / (shorter + LITTLE)


def logistic(odds: np.ndarray | float) -> np.ndarray:
    """Log-odds as a chance."""
    return np.asarray(1 / (1 + np.exp(-np.asarray(odds))))
