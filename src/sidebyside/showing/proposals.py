"""What the machine proposes, shown as proposals: nobody has decided, and where it is unsure it says so."""

from __future__ import annotations

from sidebyside.record import VERDICTS, Comparison
from sidebyside.record.proposals import propose
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.passage_sheets import read
from sidebyside.showing.tables import Cell, Group, Row, Sheet, table
from sidebyside.showing.wording import count


def proposals(work: Comparison, most: int = 12) -> Sheet:
    """The best proposal of each of the first groups on which the machine proposes a verdict, `most` of them.

    Where it proposes none at all, the first pairs that it lists, unsure.
    """
    chips, found = Chips(work), propose(work)
    sure = found[found.verdict != "unsure"]
    listed = (found if sure.empty else sure).drop_duplicates("group").head(most)
    rows = []
    for pair in listed.itertuples():
        sides = [
            (pair.left, pair.left_passages, pair.left_quotes),
            (pair.right, pair.right_passages, pair.right_quotes),
        ]
        told = [
            Cell(letters=(key,), chips=[chips.passage(key, passage) for passage in passages], quote=" … ".join(quotes))
            for key, passages, quotes in sides
        ]
        verdict = (
            Cell(quiet="unsure")
            if pair.verdict == "unsure"
            else Cell(verdict=pair.verdict, shown=VERDICTS[pair.verdict].shown, proposed=True)
        )
        rows.append(
            Row(
                str(pair.rank), [verdict, *told, Cell(read(work, pair.reason), quiet=read(work, against(pair.against)))]
            )
        )
    caption = (
        f"Proposed by the machine, decided by nobody: {count(len(rows), 'pair')} of {len(found):,}; "
        f"on {len(found) - len(sure):,} it is unsure"
    )
    heads = ["Rank", "Proposed", "One", "The other", "Why"]
    nothing = "The machine finds no two passages that are worth comparing."
    return table(found, heads, [Group(rows=rows)], chips, caption, nothing=nothing)


def against(words: str) -> str:
    """What spoke for another verdict."""
    return f"Against it: {words}" if words else ""
