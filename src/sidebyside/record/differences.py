"""What a coder wrote down beside what the machine read: the same, another value, or only one of the two."""

from __future__ import annotations

import pandas as pd

from sidebyside.record.comparison import Comparison
from sidebyside.record.laying import laid_over
from sidebyside.record.reading import TOLD, WORDS, in_order, machine, same

DIFFERENCES = {
    "source": "key of the source",
    "passage": "id of the passage",
    "status": "same, other value, only coded or only read",
    "quote": "the words",
    "coded": "what the coder wrote down",
    "read": "what the machine read",
}
KINDS = (*TOLD, "themes")


def differences(work: Comparison, kind: str) -> pd.DataFrame:
    """Every date, figure, voice or theme of the coded list and of the machine's reading, in the order of the texts.

    `kind` is one of KINDS; columns: DIFFERENCES. Two items are one where their words overlap, and two themes where
    they are the same theme of one passage.
    """
    if kind == "themes":
        return themes(work)
    told, coded = TOLD[kind], getattr(work, kind)
    rows = in_order(work, laid_over(coded, getattr(machine(work), kind), told, WORDS.get(kind, same)))
    status = [
        "only read" if by == "machine" else "same" if by == "both" else "other value" if read else "only coded"
        for by, read in zip(rows.by, rows.read, strict=True)
    ]
    said = ["" if row["by"] == "machine" else told(row) for row in rows.to_dict("records")]
    return rows.assign(status=status, coded=said)[list(DIFFERENCES)]


def themes(work: Comparison) -> pd.DataFrame:
    """Themes of passages: coded, by the points that rest on a passage, and read, by the words that touch them."""
    theme_of = {point.id: point.theme for point in work.coded.points}
    coded: dict[tuple[str, str], str] = {}  # by passage and theme, the words
    for place in work.places:
        if place.role == "evidence":
            words = work.source(place.source).text[place.start : place.end]
            coded.setdefault((place.passage, theme_of[place.point]), words)
    read: dict[tuple[str, str], str] = {}
    for passage, theme, quote in zip(
        *(machine(work).themes[name] for name in ("passage", "theme", "quote")), strict=True
    ):
        read.setdefault((passage, theme), quote)
    rows = []
    for source in work.texts:
        for passage in source.passages:
            for theme in (entry.key for entry in work.about.themes):
                at = (passage.id, theme)
                if at not in coded and at not in read:
                    continue
                status = "same" if at in coded and at in read else "only coded" if at in coded else "only read"
                name = work.theme_name(theme)
                said = (name if at in coded else "", name if at in read else "")
                rows.append((source.key, passage.id, status, read.get(at) or coded[at], *said))
    return pd.DataFrame(rows, columns=list(DIFFERENCES))
