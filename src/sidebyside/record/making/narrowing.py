"""From a claim of a corpus to a comparison: a few of its texts, the most telling ones, where a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sidebyside.errors import Refused
from sidebyside.matching.corpus.claims import claim_named
from sidebyside.matching.corpus.origins import hands_of
from sidebyside.record.comparison import Comparison
from sidebyside.record.making.new import new
from sidebyside.record.making.pasted import Pasted

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

MOST = 7  # texts: as many as can be read beside each other
WHERE = "the corpus that the text was taken from"


class Narrowed(NamedTuple):
    """The comparison that was made, the keys of the texts in it, by the keys of its sources, and those left out."""

    work: Comparison
    taken: dict[str, str]
    left_out: tuple[str, ...]


def narrowed(corpus: Corpus, claim: str | int, folder: str | Path, most: int = MOST) -> Narrowed:
    """Makes a comparison of the texts of a claim (its id or number), at most `most`, in a folder that is not there yet.

    Of each side the earliest text comes first, one of each hand before a second of any; so each side has its say. The
    comparison is like any other: nothing in it is decided. Raises Refused for a claim that the corpus does not have, or
    where fewer than two of its texts differ, and ComparisonError where the folder cannot be made.
    """
    row = claim_named(corpus.claims, claim)
    texts = corpus.texts.set_index("key")
    order = list(telling(corpus, row))
    words = corpus.words(order)
    chosen = list(unlike(order, words))[:most]
    if len(chosen) < 2:
        what = f"the {len(order)} texts of claim {claim} are one text" if order else f"claim {claim} has no text"
        raise Refused(what, "Take a claim to which two texts speak in words of their own")
    given = []
    for key in chosen:
        known = texts.loc[key]
        given.append(Pasted(words[key], known.title or key, known.by, known.date, known.address, WHERE))
    work = new(folder, given, question=f"What do the sources say to this: {row.label}")
    left = tuple(sorted(set(order) - set(chosen)))
    return Narrowed(work, dict(zip(work.keys, chosen, strict=True)), left)


def telling(corpus: Corpus, claim: Any) -> Iterator[str]:
    """The keys of a claim's texts: of every side in turn the earliest of a hand, then all others in the same way."""
    hands, text = hands_of(corpus.statements, len(corpus.texts)), corpus.statements.text
    keys, dates = corpus.texts.key.tolist(), corpus.texts.date.tolist()
    sides = [
        sorted(set(text.iloc[list(side)].tolist()), key=lambda row: (dates[row] or "~", row))
        for side in (*claim.sides, claim.open)
        if side
    ]
    met: set[int] = set()
    firsts: list[list[int]] = [[] for _ in sides]
    for side, first in zip(sides, firsts, strict=True):
        for row in side:
            if hands[row] not in met:
                met.add(int(hands[row]))
                first.append(row)
    rest = [[row for row in side if row not in first] for side, first in zip(sides, firsts, strict=True)]
    yield from dict.fromkeys(keys[row] for row in chain(in_turn(firsts), in_turn(rest)))


def in_turn(lists: Sequence[Sequence[int]]) -> Iterator[int]:
    """The first of each list, then the second of each, to the end of the longest.

    >>> list(in_turn([[1, 2, 3], [10]]))
    [1, 10, 2, 3]
    """
    return (row for rows in zip_longest(*lists) for row in rows if row is not None)


def unlike(keys: Iterable[str], words: dict[str, str]) -> Iterator[str]:
    """Those of the texts that are not word for word one before them: a text compared with itself agrees with itself."""
    met: set[str] = set()
    for key in keys:
        plain = " ".join(words[key].split())
        if plain not in met:
            met.add(plain)
            yield key
