"""What one source says alone: what was looked for in the other, what comes nearest, and why the other may be silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from sidebyside.matching.apart import before
from sidebyside.matching.candidates import Batch
from sidebyside.matching.matter import Matter, matter_of
from sidebyside.matching.proposals import SILENCES
from sidebyside.matching.told import Told
from sidebyside.progress import watched
from sidebyside.reading.frames import frame
from sidebyside.texts import Source
from sidebyside.wording import listed

if TYPE_CHECKING:
    from sidebyside.reading.read import Reading

SPOKEN = 0.6  # cosine of two statements, or of clauses of them: from here on the one may speak to the other ...
ENOUGH = 2  # ... and does so where both have as many words that tell it from others, or a name
SHORTEST = 8  # words of a statement of weight
SEARCHED = 6  # names and words that are shown
BLOCK = 512  # statements, some 1,700 clauses: a block of their products takes 12 MB
TOLD = ("asserted", "attributed")


def silences(sources: Sequence[Source], reading: Reading) -> pd.DataFrame:
    """The statements of weight that another source does not speak to (columns: proposals.SILENCES).

    A statement has weight that makes a claim, on the author's word or another's, and names someone or counts
    something. Rows stand in the order of the sources' keys, of the text and of the other sources' keys. Raises
    ModelError when a model is missing.
    """
    return silent(matter_of(sources, reading))


def silent(matter: Matter) -> pd.DataFrame:
    """The silences in what the sources tell."""
    standing = {key: Counter(word for told in listed for word in told.content) for key, listed in matter.told.items()}
    rare = sum(standing.values(), Counter())
    rows = [
        row
        for key, other in watched(list(permutations(matter.told, 2)), "silences")
        for row in alone(matter, key, other, standing[other], rare)
    ]
    order = {key: number for number, key in enumerate(matter.told)}
    rows.sort(key=lambda row: (order[row["source"]], row["start"], order[row["other"]]))
    return frame(rows, SILENCES)


def alone(matter: Matter, key: str, other: str, standing: Counter[str], rare: Counter[str]) -> Iterator[dict[str, Any]]:
    """The statements of weight in one source that another does not speak to.

    `standing` counts what stands in the other, `rare` what stands in all.
    """
    theirs = matter.told[other]
    if not theirs or not matter.told[key]:
        return
    last, touched = last_day(theirs), frozenset().union(*(told.themes for told in theirs))
    text = " ".join(told.words for told in theirs).lower()
    found = nearest(matter.batches[key], matter.batches[other])
    for told, (close, place, score) in zip(matter.told[key], found, strict=True):
        if not weighty(told) or any(answers(told, theirs[i], matter.common) for i in close):
            continue
        searched = sorted(told.content, key=lambda word: (word not in told.named, rare[word], word))[:SEARCHED]
        near = theirs[place]
        because, why = reason(told, other, last, touched)
        yield {
            "source": key,
            "passage": told.passage,
            "start": told.place[0],
            "end": told.place[1],
            "quote": told.words,
            "other": other,
            "because": because,
            "why": why,
            "searched": tuple(told.standing[word] for word in searched),
            "absent": tuple(told.standing[w] for w in searched if not standing[w] and w.lower() not in text),
            "near": near.passage,
            "near_start": near.place[0],
            "near_end": near.place[1],
            "near_quote": near.words,
            "near_score": round(score, 4),
        }


def weighty(told: Told) -> bool:
    """Whether a statement makes a claim about someone or something named, or counts it."""
    if len(told.words.split()) < SHORTEST or not (told.named or told.rows["figures"]):
        return False
    return any(said.certainty in TOLD and said.mood == "assertion" for said in told.said)


def nearest(batch: Batch, others: Batch) -> Iterator[tuple[list[int], int, float]]:
    """For each statement which of the others are as near as SPOKEN, which is nearest, and its cosine.

    The cosine of two statements is the greatest of their clauses. No more than BLOCK of them are multiplied with as
    many others at a time.
    """
    for first in range(0, len(batch), BLOCK):
        size = min(BLOCK, len(batch) - first)
        close: list[list[int]] = [[] for _ in range(size)]
        best, place = np.full(size, -np.inf), np.zeros(size, dtype=np.int64)
        for to in range(0, len(others), BLOCK):
            scores = cosines(batch, first, others, to)
            for row, column in zip(*np.nonzero(scores >= SPOKEN), strict=True):
                close[row].append(to + int(column))
            top = scores.argmax(axis=1)
            highest = scores[np.arange(size), top]
            place = np.where(highest > best, to + top, place)
            best = np.maximum(best, highest)
        yield from zip(close, place.tolist(), best.tolist(), strict=True)


def cosines(batch: Batch, first: int, others: Batch, to: int) -> np.ndarray:
    """The cosines of BLOCK statements, from `first`, with BLOCK others, from `to`: rows are the former."""
    rows, columns = (slice(*np.searchsorted(b.owners, [at, at + BLOCK])) for b, at in ((batch, first), (others, to)))
    starts = [np.flatnonzero(np.diff(owners, prepend=-1)) for owners in (batch.owners[rows], others.owners[columns])]
    products = batch.clauses[rows] @ others.clauses[columns].T
    found: np.ndarray = np.maximum.reduceat(np.maximum.reduceat(products, starts[0], axis=0), starts[1], axis=1)
    return found


def answers(told: Told, other: Told, common: frozenset[str]) -> bool:
    """Whether a statement that is near to another has with it what tells it from the rest."""
    both = (told.content & other.content) - common
    return len(both) >= ENOUGH or bool(both & told.named)


def last_day(told: Iterable[Told]) -> str:
    """The last day that a source tells of, at the precision given, or ''."""
    return max((day for each in told for end in ("since", "until") for day in days(each, end)), default="")


def days(told: Told, end: str) -> list[str]:
    """The days on which times begin, or end, that a statement tells of; not when it was written."""
    return [row[end] for row in told.rows["dates"] if row["kind"] != "writing" and row[end][:1].isdigit()]


def reason(told: Told, other: str, last: str, touched: frozenset[str]) -> tuple[str, str]:
    """Why a source may be silent on a statement: the key of the reason, and a sentence."""
    day = max(days(told, "since"), default="")
    if day and last and before(last, day):
        return "earlier", f"it is of {day}; the latest time that {other} tells of is {last}"
    if told.themes and not told.themes & touched:
        return "scope", f"{other} nowhere touches {listed(sorted(told.themes))}"
    covered = f"{other} covers its time and its themes, and could have said it"
    return "could", covered if told.themes else f"nothing keeps {other} from it"
