"""Publisher against publisher: on how many claims both speak, and on how many they agree, differ or conflict."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from sidebyside.matching.corpus.between import counted, meetings
from sidebyside.showing.corpus.words import Leaves
from sidebyside.showing.markup import render
from sidebyside.showing.tables import Sheet
from sidebyside.showing.wording import count
from sidebyside.texts import fingerprint

if TYPE_CHECKING:
    from sidebyside.matching.corpus.corpus import Corpus

MOST = 25  # publishers that have a column of their own
LISTED = 5  # claims that a cell names, the gravest first
# What a count is called, the sign and the colour that it has, and the outcomes it takes together; the gravest first.
OUTCOMES = (
    ("conflict", "×", "conflict", ("conflict",)),
    ("differ", "≈", "certainty", ("certainty", "detail", "framing")),
    ("agree", "=", "agree", ("agree",)),
    ("same words", "″", "only", ("same",)),
    ("unsure", "?", "only", ("unsure",)),
)


@dataclass(frozen=True)
class Meeting:
    """Two publishers who meet on n claims: (called, sign, colour, count) of each outcome, and a few of the claims."""

    id: str
    one: str
    other: str
    n: int
    counts: tuple[tuple[str, str, str, int], ...]
    claims: tuple[tuple[str, int, str, str], ...]  # called, number, id, label
    more: int

    @property
    def told(self) -> str:
        """The cell in words."""
        each = ", ".join(f"{number} {called}" for called, _, _, number in self.counts)
        who = f"{self.one} with itself" if self.one == self.other else f"{self.one} and {self.other}"
        return f"{who}: {count(self.n, 'claim')}; {each}"


def between(corpus: Corpus, most: int = MOST) -> Sheet:
    """The matrix of the `most` publishers with most texts, all others together; a cell has its n and opens its claims.

    Only what was held together counts: a pair of publishers meets on a claim where words of theirs were compared, or
    are the same. `.frame` has a row for each two (columns: matching.corpus.between.BETWEEN).
    """
    names, rest, found = meetings(corpus.claims, corpus.pairs, corpus.statements, corpus.texts, most)
    leaves = Leaves(corpus)
    cells = {pair: meeting(corpus, leaves, names, pair, rows) for pair, rows in found.groupby(["one", "other"])}
    listed = sorted(cells.values(), key=lambda cell: (-cell.n, cell.one, cell.other))
    used = sorted({place for pair in cells for place in pair})
    told = lead(names, cells, rest)
    piece = render(
        "corpus/between.html.j2", told, told=told, names=names, used=used, cells=cells, listed=listed, outcomes=OUTCOMES
    )
    return Sheet(piece, counted(names, found))


def meeting(corpus: Corpus, leaves: Leaves, names: list[str], pair: tuple[int, int], rows: pd.DataFrame) -> Meeting:
    """Two publishers as a cell."""
    one, other = names[pair[0]], names[pair[1]]
    verdicts = rows.verdict.tolist()
    counts = [
        (called, sign, colour, sum(verdict in those for verdict in verdicts))
        for called, sign, colour, those in OUTCOMES
    ]
    place = {verdict: n for n, (_, _, _, those) in enumerate(OUTCOMES) for verdict in those}
    first = sorted(zip(map(place.__getitem__, verdicts), rows.claim.tolist(), strict=True))[:LISTED]
    claims = []
    for outcome, number in first:
        claim = corpus.claims.iloc[int(number) - 1]
        claims.append((OUTCOMES[outcome][0], int(number), claim.id, leaves.said(claim.label)))
    identity = f"m{fingerprint(json.dumps([one, other]).encode())[:10]}"
    return Meeting(
        identity, one, other, len(rows), tuple(c for c in counts if c[3]), tuple(claims), len(rows) - len(first)
    )


def lead(names: list[str], cells: dict[tuple[int, int], Meeting], rest: int | None) -> str:
    """Who meets most, and who parts most, in a sentence or two; nothing of the `rest`, who are many."""
    if not cells:
        return "No two publishers were found to speak to one claim."
    apart = [cell for (one, other), cell in cells.items() if one != other and other != rest]
    if not apart:
        return "No two of the publishers named here meet on a claim."
    meet = "meets" if len(apart) == 1 else "meet"
    told = f"{count(len(apart), 'pair')} of {count(len(names) - (rest is not None), 'publisher')} {meet} on a claim."
    most = max(apart, key=lambda cell: (cell.n, cell.told))
    told += f" {most.one} and {most.other} meet most often, on {count(most.n, 'claim')}."
    parted = {cell: sum(n for called, _, _, n in cell.counts if called == "conflict") for cell in apart}
    worst = max(apart, key=lambda cell: (parted[cell], -cell.n, cell.told))
    if parted[worst]:
        where = "the one" if worst.n == 1 else f"{parted[worst]} of the {worst.n}"
        told += f" Most conflicts are proposed between {worst.one} and {worst.other}: on {where} on which they meet."
    return told
