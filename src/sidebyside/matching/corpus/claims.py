"""Claims across sources: what many texts say to one thing, who stands with whom, since when, and on whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from math import inf
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from sidebyside.errors import Refused
from sidebyside.matching.corpus.grouping import clusters
from sidebyside.matching.corpus.joined import Joined
from sidebyside.matching.corpus.labels import label_of
from sidebyside.matching.corpus.sides import VERDICTS, stand
from sidebyside.matching.corpus.ties import Ties, ties_of, wordings
from sidebyside.matching.reprints import once_more, runs_in
from sidebyside.reading.frames import frame

STANDINGS = {
    "contested": "two of those who speak are proposed to be in conflict",
    "parted": "none is, and some are proposed to differ in certainty, detail or framing",
    "unanimous": "two origins or more, each tied to the others by proposed agreements, and nothing else is proposed",
    "unsure": "no difference is proposed, and on some of those who speak the machine abstains",
    "alone": "all who speak have it from one origin",
}
CLAIMS = {
    "claim": "number, from 1: those of most origins first, of equally many the best found",
    "id": "made from the places of its statements: it stays as long as they do",
    "label": "the shortest of its quotes that can stand by itself",
    "standing": "contested, parted, unanimous, unsure or alone (STANDINGS)",
    "texts": "keys of the texts that speak to it, a tuple",
    "by": "who published them, a tuple; a text's key where nobody is named",
    "statements": "numbers of its statements, a tuple",
    "sides": "those who stand together: a tuple of tuples of statements, the side of most origins first",
    "open": "statements on which the machine abstains, a tuple",
    "origins": "how many independent origins it has: reprints, words taken over, and one witness count once",
    "first": "the earliest date of its texts, '' where none is known",
    "last": "the latest",
    **{verdict: f"pairs of origins proposed to be {verdict}" for verdict in VERDICTS},
    "rank": "of its best pair; 0 where the same words stand in several texts and nothing else was found",
}


class Held(NamedTuple):
    """The corpus as claims need it: of each statement its text and wording, of each text its hand and what is known."""

    text: list[int]
    worded: np.ndarray
    said: Mapping[int, Sequence[int]]  # the statements of each wording
    hands: np.ndarray
    words: list[str]
    number: list[int]
    keys: list[str]
    by: list[str]
    dates: list[str]


def claims_of(pairs: pd.DataFrame, statements: pd.DataFrame, texts: pd.DataFrame, hands: np.ndarray) -> pd.DataFrame:
    """One row a claim (columns: CLAIMS), the same whatever the order of the pairs.

    Row i of `statements` is statement i of the corpus: text (row of its text), number (within it), words. `pairs`:
    left, right (statements), rank (from 1, best first), verdict, reason, origins, as in proposals.PROPOSALS. `texts`:
    key, by, date (ISO 8601, "" unknown); `hands` as `hands_of` has them. Pairs too far apart to be judged, and those
    within one text, make no claim. Time and memory grow with the number of pairs and of statements.
    """
    worded = wordings(statements)
    said: dict[int, list[int]] = defaultdict(list)
    for statement, wording in enumerate(worded.tolist()):
        said[wording].append(statement)
    held = Held(
        statements.text.tolist(), worded, said, hands, statements.words.tolist(),
        statements.number.tolist(), texts.key.tolist(), counted_by(texts).tolist(), texts.date.tolist(),
    )  # fmt: skip
    ties = ties_of(pairs, statements, worded)
    rows = [claim_of(held, ties, *group) for group in groups(held, ties)]
    rows.sort(key=lambda row: (-row["origins"], row["rank"] or inf, row["statements"]))
    return frame(({**row, "claim": number} for number, row in enumerate(rows, 1)), CLAIMS)


def claim_named(claims: pd.DataFrame, claim: str | int) -> Any:
    """The row of the claim with that id, or that number. Raises Refused where there is none."""
    found = claims[(claims.id == claim) | (claims.claim == claim)]
    if found.empty:
        there = f"there are {len(claims):,}, numbered from 1" if len(claims) else "it has none"
        raise Refused(f"this corpus has no claim {claim!r}: {there}", "Take an id or a number from corpus.claims")
    return next(found.itertuples())


def counted_by(texts: pd.DataFrame) -> pd.Series:
    """Whom each text is counted by: who published it, or where nobody is named, its own key."""
    return texts.by.where(texts.by != "", texts.key)


def groups(held: Held, ties: Ties) -> Iterator[tuple[list[int], list[int]]]:
    """The wordings of each claim, and its ties (their places in `ties`).

    First the clusters. What is proposed between the words of two of them, or beside them, is a claim of its own: no
    proposal is lost, and no cluster grows by it.
    """
    one, other = ties.one.tolist(), ties.other.tolist()
    places = {wording: [(held.text[s], held.number[s]) for s in held.said[wording]] for wording in {*one, *other}}
    of = clusters([(one[n], other[n]) for n in np.flatnonzero(ties.answering).tolist()], places)
    members: dict[int, list[int]] = defaultdict(list)
    for wording, cluster in of.items():
        members[cluster].append(wording)
    inside: dict[int, list[int]] = defaultdict(list)
    between: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n, (a, b) in enumerate(zip(one, other, strict=True)):
        low, high = sorted((of.get(a, a), of.get(b, b)))
        if low == high:
            inside[low].append(n)
        elif ties.verdict[n] != "unsure":
            between[low, high].append(n)
    for cluster, told in members.items():
        if len(told) > 1 or several(held, told[0]):
            yield sorted(told), inside[cluster]
    for those in between.values():
        yield sorted({wording for n in those for wording in (one[n], other[n])}), those
    for wording in held.said:
        if wording not in of and several(held, wording):
            yield [wording], inside[wording]


def several(held: Held, wording: int) -> bool:
    """Whether the same words stand in several texts."""
    return len({held.text[statement] for statement in held.said[wording]}) > 1


def claim_of(held: Held, ties: Ties, told: list[int], among: list[int]) -> dict[str, Any]:
    """The row of a claim, but for its number."""
    verdicts = [(int(ties.one[n]), int(ties.other[n]), ties.verdict[n]) for n in among]
    origin = origins_of(held, ties, told, among)
    found = stand(told, verdicts, origin)
    statements = spread(held, told)
    rows = sorted({held.text[statement] for statement in statements})
    dates = [held.dates[row] for row in rows if held.dates[row]]
    best = found.sides[0] if found.sides else told
    return {
        "id": identity([(held.keys[held.text[s]], held.number[s]) for s in statements]),
        "label": label_of([held.words[wording] for wording in best]),
        "standing": found.standing,
        "texts": tuple(held.keys[row] for row in rows),
        "by": tuple(sorted({held.by[row] for row in rows})),
        "statements": statements,
        "sides": tuple(spread(held, side) for side in found.sides),
        "open": spread(held, found.open),
        "origins": found.origins,
        "first": min(dates, default=""),
        "last": max(dates, key=lambda date: f"{date}~", default=""),  # of "2016" and "2016-05", the year ends later
        **found.counts,
        "rank": min((int(ties.rank[n]) for n in among), default=0),
    }


def spread(held: Held, told: Sequence[int]) -> tuple[int, ...]:
    """Every statement in these words."""
    return tuple(sorted(statement for wording in told for statement in held.said[wording]))


def origins_of(held: Held, ties: Ties, told: Sequence[int], among: Sequence[int]) -> dict[int, int]:
    """What each wording of a claim rests on: one number for all that rest on the same.

    That is so where they stand in texts of one hand, where one is the other with a word changed that makes no conflict,
    and where a pair of them was found to rest on one witness.
    """
    joined, first = Joined(), dict[int, int]()
    for wording in told:
        for statement in held.said[wording]:
            joined.join(wording, first.setdefault(int(held.hands[held.text[statement]]), wording))
    runs = {wording: runs_in([held.words[wording]]) for wording in told}
    for n in among:
        one, other = int(ties.one[n]), int(ties.other[n])
        contradicted = ties.verdict[n] == "conflict"  # whoever gives another figure has it from elsewhere
        if ties.one_word[n] or (not contradicted and once_more(runs[one], runs[other])):
            joined.join(one, other)
    return {wording: joined.of(wording) for wording in told}


def identity(places: Sequence[tuple[str, int]]) -> str:
    """The id of a claim.

    >>> identity([("north-gazette", 4), ("the-post", 0)])
    '14d4f178f4'
    """
    marks = "\0".join(f"{key}\0{number}" for key, number in places)
    return blake2b(marks.encode(errors="replace"), digest_size=5).hexdigest()
