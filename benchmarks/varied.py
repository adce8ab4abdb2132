"""As many different sentences as are asked for, as long and as rich in words as those of the shipped texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import sidebyside

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "russia-afghanistan"
SHORTEST = 6  # words of a sentence that can be cut


def varied(sentences: int, seed: int = 1) -> list[str]:
    """Each is the beginning of one sentence of the shipped texts and the end of another; no two are the same."""
    chance = Random(seed)
    found: dict[str, None] = {}
    while len(found) < sentences:
        one, other = chance.choices(shipped(), k=2)
        beginning, end = one[: chance.randrange(2, len(one))], other[chance.randrange(1, len(other) - 1) :]
        found[" ".join([*beginning, *end])] = None
    return list(found)


@cache
def shipped() -> list[list[str]]:
    """The words of each sentence in the bodies of the shipped texts."""
    texts = sidebyside.load(SHIPPED).texts
    said = [source.words(p).split() for source in texts for p in source.passages if p.part == "body"]
    return [words for words in said if len(words) >= SHORTEST]
