"""What was proposed and no person has gone over yet, counted: how much of it is still a machine's."""

from __future__ import annotations

import pandas as pd

from sidebyside.record.comparison import Comparison

WAITING = {
    "what": "what was proposed",
    "source": "key of the source, or empty where it is of the whole comparison",
    "is": "the proposal",
    "because": "where it comes from",
    "settle": "what to do in comparison.yml when one has gone over it",
}
KNOWN = "write stated, inferred or unknown for proposed"
TAKE_OUT = "take {0} out of the list `proposed`"


def waiting(work: Comparison) -> pd.DataFrame:
    """One row for each thing in comparison.yml that still stands as it was proposed (columns: WAITING).

    Statements about the sources, their titles and the roles of their parts, the themes, the comparison's title and
    question. Empty when a person has gone over everything.
    """
    about = work.about
    rows: list[tuple[str, str, str, str, str]] = []
    for name in ("title", "question"):
        if name in about.proposed:
            rows.append((name, "", getattr(about, name), "made from the sources", TAKE_OUT.format(name)))
    for entry in about.sources:
        if entry.title_from:
            rows.append(("title", entry.key, entry.title, entry.title_from, "take `title_from` out"))
        for name in ("author", "written", "publisher", "audience", "kind", "address"):
            known = getattr(entry, name)
            if known and known.known == "proposed":
                rows.append((name, entry.key, known.is_, known.because, KNOWN))
        if "parts" in about.proposed:
            rows += [
                ("part", entry.key, placed(part.role, str(part.lines)), "how it is laid out", TAKE_OUT.format("parts"))
                for part in entry.parts
            ]
    if "themes" in about.proposed:
        rows += [("theme", "", theme.name, theme.definition, TAKE_OUT.format("themes")) for theme in about.themes]
    return pd.DataFrame(rows, columns=list(WAITING))


def placed(role: str, lines: str) -> str:
    """The role of some lines, and which they are.

    >>> placed("title", "1"), placed("comment", "6-9")
    ('title, line 1', 'comment, lines 6-9')
    """
    return f"{role}, line{'' if lines.isdigit() else 's'} {lines}"
