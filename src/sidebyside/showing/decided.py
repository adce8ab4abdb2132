"""What the analyst decided at the bench: how often against the machine, and the memos that were written on the way."""

from __future__ import annotations

from itertools import groupby

from sidebyside.record import VERDICTS, Comparison, memos, overruled
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.tables import Cell, Group, Row, Sheet, table

ON = {"comparison": "On the comparison", "source": "On sources", "theme": "On themes", "point": "On points"}


def overruled_table(work: Comparison) -> Sheet:
    """What the machine proposed and what became of it, by the verdict proposed."""
    frame = overruled(work)
    rows = []
    for found in frame.itertuples():
        proposed = str(found.proposed)
        name = VERDICTS[proposed].shown if proposed in VERDICTS else proposed
        counts = [found.n, found.kept, found.changed, found.rejected, found.open]
        to = ["", "", f"to {found.to}" if found.to else "", "", ""]
        cells = [Cell(str(count), quiet=quiet, number=True) for count, quiet in zip(counts, to, strict=True)]
        rows.append(Row(name, cells))
    heads = ["Proposed", "Taken up", "Kept", "Changed", "Rejected", "Skipped or flagged"]
    return table(frame, heads, [Group(rows=rows)], Chips(work), nothing="No proposal has been gone over yet.")


def memos_table(work: Comparison) -> Sheet:
    """Every memo under what it is on, with who wrote it and when; one on a point opens the point's words."""
    frame = memos(work)
    chips = Chips(work)
    groups = []
    for kind, found in groupby(frame.itertuples(), key=lambda memo: memo.kind):
        rows = []
        for memo in found:
            known = memo.kind == "point" and memo.name
            words = [chip for key in work.keys for chip in chips.position(memo.target, key)] if known else []
            letters = (memo.target,) if memo.kind == "source" and memo.name else ()
            cells = [Cell(memo.text, letters=letters, chips=words), Cell(memo.by, quiet=memo.on)]
            rows.append(Row(memo.name or f"{memo.target} (no longer there)", cells))
        groups.append(Group(ON[kind], rows))
    return table(frame, ["What it is on", "Memo", "By"], groups, chips, nothing="No memo has been written.")
