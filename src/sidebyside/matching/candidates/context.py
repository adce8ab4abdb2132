"""Are two sources about the same event at all? Two floods are told alike; their names, dates and figures differ."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np

from sidebyside.matching.candidates import traits
from sidebyside.matching.candidates.both import Both
from sidebyside.matching.candidates.traits import Trait

CONTEXT = {
    "openings": "mean cosine of each source's first OPENING statements with the nearest of the other",
    "names of both": "cosine of how often each name stands in either source",
    "times of both": "the same of the years and months that their dates touch",
    "figures of both": "the same of the kinds of figures and the things counted",
}
OPENING = 5  # statements: where a text says what it is about
UNKNOWN = 0.25  # how alike two sources count as that have nothing of a kind: that speaks neither for nor against
LITTLE = 10.0  # what that weighs, in products of counts: two dates that differ are no proof, twenty are


def context_of(both: Both) -> dict[str, float]:
    """How alike two whole sources are, each from 0 to 1 (keys: CONTEXT)."""
    return {
        "openings": openings(both.left.vectors, both.right.vectors),
        "names of both": alike(both, traits.names),
        "times of both": alike(both, traits.times),
        "figures of both": alike(both, traits.figures),
    }


def openings(left: np.ndarray, right: np.ndarray) -> float:
    """The mean, over both sides, of how near the first statements come to their nearest counterparts."""
    if not len(left) or not len(right):
        return 0.0
    first, other = (left[:OPENING] @ right.T).max(axis=1), (right[:OPENING] @ left.T).max(axis=1)
    return round(float(first.mean() + other.mean()) / 2, 4)


def alike(both: Both, trait: Trait) -> float:
    """The cosine of the counts of a trait in two sources, the nearer to UNKNOWN the less there is of it."""
    left, right = (Counter(key for s in side.statements for key in trait(s)) for side in (both.left, both.right))
    shared = sum(left[key] * right[key] for key in left.keys() & right.keys())
    lengths = [sum(count * count for count in counts.values()) for counts in (left, right)]
    return (shared + LITTLE * UNKNOWN) / (math.sqrt(lengths[0] * lengths[1]) + LITTLE)
