"""From sources to proposals: the pairs worth comparing, ranked, each with a verdict, its reason and its origins."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from sidebyside.matching.candidates.signals import SIGNALS
from sidebyside.matching.judging import judged
from sidebyside.matching.matter import Matter, matter_of
from sidebyside.matching.origins import origins, rests
from sidebyside.matching.pair import Held
from sidebyside.matching.points import points_of
from sidebyside.matching.proposals import PROPOSALS
from sidebyside.matching.reprints import hands
from sidebyside.matching.told import Told
from sidebyside.progress import watched
from sidebyside.reading.frames import frame
from sidebyside.texts import Source

if TYPE_CHECKING:
    from sidebyside.reading.read import Reading

Row = dict[str, Any]
LENGTH = 12  # digits of an id: among a million proposals, two alike once in 500 comparisons


def proposals(sources: Sequence[Source], reading: Reading) -> pd.DataFrame:
    """What is worth comparing in the sources, best first, with a proposed verdict (columns: proposals.PROPOSALS).

    Every two sources are joined, and each with itself; of the latter only what conflicts or shifts in certainty is
    proposed. Nothing depends on the order of the sources. Raises ModelError when a model is missing.
    """
    return proposed(matter_of(sources, reading))


def proposed(matter: Matter) -> pd.DataFrame:
    """The proposals on what the sources tell."""
    both = [*matter.across(), *((key, key) for key in matter.told)]
    tables = {keys: matter.pairs(*keys) for keys in watched(both, "joining")}
    authors = hands(matter.told)
    rows = (row for keys, table in tables.items() for row in rows_of(matter, keys, table, authors))
    done = watched(rows, "judging", sum(map(len, tables.values())))
    told = [row for row in done if row["left"] != row["right"] or row["verdict"] == "internal"]
    told.sort(key=lambda row: (row["rank"], row["left"] == row["right"], row["left"], row["right"]))
    groups = points_of([sides(row) for row in told], {sides(row) for row in told if row["_best"]})
    placed = enumerate(zip(told, groups, strict=True), 1)
    return frame((row | {"rank": rank, "group": group} for rank, (row, group) in placed), PROPOSALS)


def rows_of(matter: Matter, keys: tuple[str, str], table: pd.DataFrame, authors: dict[str, str]) -> Iterator[Row]:
    """The proposals on the candidates of two sources, ranked among themselves."""
    left, right = keys
    marks = {key: marks_of(matter.told[key]) for key in (left, right)}
    partners: Counter[tuple[str, int]] = Counter()
    for number, (i, j, near) in enumerate(zip(table.left, table.right, strengths(table), strict=True), 1):
        partners.update([("left", i), ("right", j)])
        one, other = matter.told[left][i], matter.told[right][j]
        turns = partners["left", i], partners["right", j]
        pair = Held(one, other, near, matter.common, min(turns))
        leans = rests(pair, authors)
        yield {
            "id": identity(left, marks[left][i], right, marks[right][j]),
            "rank": number,
            "left": left,
            "right": right,
            **side("left", one),
            **side("right", other),
            "_numbers": (one.number, other.number),
            "_best": turns == (1, 1) and not pair.within and not pair.apart,
            "signals": tuple((name, round(value, 4)) for name, value in near.items() if value > 0),
            **judged(pair)._asdict(),
            "origins": origins(leans),
            "left_witnesses": tuple(sorted(leans[0])),
            "right_witnesses": tuple(sorted(leans[1])),
        }


def strengths(table: pd.DataFrame) -> Iterator[dict[str, float]]:
    """The strengths of the signals, pair after pair: all at once they would take more room than the pairs."""
    for row in zip(*(table[name] for name in SIGNALS), strict=True):
        yield dict(zip(SIGNALS, row, strict=True))


def side(name: str, told: Told) -> Row:
    """The columns of one side."""
    return {f"{name}_passages": (told.passage,), f"{name}_places": (told.place,), f"{name}_quotes": (told.words,)}


def sides(row: Row) -> tuple[tuple[str, int], tuple[str, int]]:
    """The two statements of a row, each with its side; within one source, the earlier and the later are two sides."""
    one, other = row["_numbers"]
    within = row["left"] == row["right"]
    return (f"{row['left']}<" if within else row["left"], one), (f"{row['right']}>" if within else row["right"], other)


def marks_of(told: Sequence[Told]) -> list[str]:
    """What tells the statements of a source apart: their words and, where they are said again, for which time."""
    seen: Counter[str] = Counter()
    found = []
    for each in told:
        words = " ".join(each.words.split())
        seen[words] += 1
        found.append(f"{words}\0{seen[words]}")
    return found


def identity(left: str, mark: str, right: str, other: str) -> str:
    """The id of a proposal: the same for the same words in the same sources.

    >>> identity("A", "It fell.", "B", "It stood.")
    'd667dd37151c'
    """
    return hashlib.sha256("\0".join([left, mark, right, other]).encode(errors="replace")).hexdigest()[:LENGTH]
