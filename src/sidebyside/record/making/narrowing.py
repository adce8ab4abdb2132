"""From claims of a corpus to a comparison: a few texts of each, the most telling ones, where a person decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from sidebyside.errors import Refused
from sidebyside.matching.corpus.claims import claim_named
from sidebyside.record.comparison import Comparison
from sidebyside.record.comparison_file import ClaimEntry
from sidebyside.record.making.naming import keys
from sidebyside.record.making.new import new
from sidebyside.record.making.pasted import Pasted

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

MOST = 7  # texts of a claim: as many as can be read beside each other
WHERE = "the corpus that the text was taken from"


class Narrowed(NamedTuple):
    """The comparison that was made, the keys of the texts in it, by the keys of its sources, and those left out."""

    work: Comparison
    taken: dict[str, str]
    left_out: tuple[str, ...]


def narrowed(
    corpus: Corpus, claims: str | int | Iterable[str | int] | pd.DataFrame, folder: str | Path, most: int = MOST
) -> Narrowed:
    """Makes a comparison of the texts of a claim, or of several, in a folder that is not there yet.

    A claim is named by its id or number; several by a list of these, or by rows of corpus.claims. Of each at most
    `most` texts are taken: of every side the earliest first, one of each hand before a second of any; so each side has
    its say. In the comparison what is proposed on the claims is laid before a coder first, in their order, a group
    each; else it is like any other, and nothing in it is decided. Raises Refused for a claim that the corpus does not
    have, or of which fewer than two texts differ, and ComparisonError where the folder cannot be made.
    """
    rows = {claim: claim_named(corpus.claims, claim) for claim in each(claims)}
    if not rows:
        raise Refused("no claim is named", "Name one by its id or number, or several in a list", "claims")
    orders = {claim: list(telling(corpus, row)) for claim, row in rows.items()}
    words = cache(corpus.words)  # of thousands of texts a few are opened
    chosen = {claim: list(islice(unlike(order, words), most)) for claim, order in orders.items()}
    for claim, few in chosen.items():
        if len(few) < 2:
            order = orders[claim]
            what = f"the {len(order)} texts of claim {claim} are one text" if order else f"claim {claim} has no text"
            raise Refused(what, "Take a claim to which two texts speak in words of their own")
    taken = list(unlike(chain.from_iterable(chosen.values()), words))
    sources = dict(zip(keys(), taken, strict=False))
    asked = [entry(corpus, row, sources) for row in rows.values()]
    told = f"this: {asked[0].claim}" if len(asked) == 1 else f"each of {len(asked)} claims?"
    given = [pasted(corpus, key, words(key)) for key in taken]
    work = new(folder, given, question=f"What do the sources say to {told}", claims=asked)
    left = tuple(sorted(set(chain.from_iterable(orders.values())) - set(taken)))
    return Narrowed(work, dict(zip(work.keys, taken, strict=True)), left)


def each(claims: str | int | Iterable[str | int] | pd.DataFrame) -> list[str | int]:
    """The ids or numbers of claims, however they are named.

    >>> each(3), each("09a10f26ef"), each([3, 8])
    ([3], ['09a10f26ef'], [3, 8])
    """
    if isinstance(claims, pd.DataFrame):
        return list(claims.id)
    return list(claims) if isinstance(claims, Iterable) and not isinstance(claims, str) else [claims]


def entry(corpus: Corpus, claim: Any, sources: Mapping[str, str]) -> ClaimEntry:
    """A claim as comparison.yml has it: what each source (text by key) says to it, in the order of the sources."""
    names, statements = corpus.texts.key.tolist(), corpus.statements.loc[list(claim.statements)]
    said: dict[str, list[str]] = {}
    for text, words in zip(statements.text, statements.words, strict=True):
        said.setdefault(names[text], []).append(" ".join(words.split()))
    return ClaimEntry(claim=claim.label, said={key: tuple(said[text]) for key, text in sources.items() if text in said})


def pasted(corpus: Corpus, key: str, words: str) -> Pasted:
    """A text of the corpus as a source."""
    known = corpus.texts.set_index("key").loc[key]
    return Pasted(words, known.title or key, known.by, known.date, known.address, WHERE)


def telling(corpus: Corpus, claim: Any) -> Iterator[str]:
    """The keys of a claim's texts: of every side in turn the earliest of a hand, then all others in the same way.

    A side whose hands all stand on a side before it has its earliest text among the first, too.
    """
    text = corpus.statements.text
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
            if corpus.hands[row] not in met:
                met.add(int(corpus.hands[row]))
                first.append(row)
        first += [] if first else side[:1]
    rest = [[row for row in side if row not in first] for side, first in zip(sides, firsts, strict=True)]
    yield from dict.fromkeys(keys[row] for row in chain(in_turn(firsts), in_turn(rest)))


def in_turn(lists: Sequence[Sequence[int]]) -> Iterator[int]:
    """The first of each list, then the second of each, to the end of the longest.

    >>> list(in_turn([[1, 2, 3], [10]]))
    [1, 10, 2, 3]
    """
    return (row for rows in zip_longest(*lists) for row in rows if row is not None)


def unlike(keys: Iterable[str], words: Callable[[str], str]) -> Iterator[str]:
    """Those of the texts that are not word for word one before them: a text compared with itself agrees with itself."""
    met: set[str] = set()
    for key in keys:
        plain = " ".join(words(key).split())
        if plain not in met:
            met.add(plain)
            yield key
