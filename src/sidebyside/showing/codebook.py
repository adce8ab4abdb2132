"""The codebook as readers see it: themes with their terms, and the verdicts with their signs."""

from __future__ import annotations

from sidebyside.record import VERDICTS, Comparison
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.tables import Cell, Group, Row, Sheet, table


def codebook(work: Comparison) -> Sheet:
    """The verdicts and when each is given, then the themes, what belongs to them and the terms that are counted."""
    counts = work.points.theme.value_counts()
    given = work.points.verdict.value_counts()
    verdicts = [
        Row(
            v.shown,
            [
                Cell(verdict=key, shown=key, speaking=work.keys[:1]),
                Cell(v.when),
                Cell(str(given.get(key, 0)), number=True),
            ],
        )
        for key, v in VERDICTS.items()
    ]
    themes = [
        Row(t.name, [Cell(t.definition), Cell(quiet=", ".join(t.terms)), Cell(str(counts.get(t.key, 0)), number=True)])
        for t in work.about.themes
    ]
    groups = [Group("Verdicts", verdicts), Group("Themes", themes)]
    return table(work.themes, ["Entry", "What it means", "When, or by which terms", "Points"], groups, Chips(work))
