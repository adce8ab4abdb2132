"""What an export says of itself: what it was made from, when and by whom, and how far it goes."""

from __future__ import annotations

import datetime as dt
import os

import pandas as pd

from sidebyside import __version__
from sidebyside.exchange import rows
from sidebyside.exchange.writing import stem
from sidebyside.record import Comparison
from sidebyside.record.limiting import Limit
from sidebyside.showing.accuracy import accuracy_line
from sidebyside.texts import Source, fingerprint
from sidebyside.texts.shortening import word_places

VERDICTS_ARE = (
    "A verdict says how the sources stand to each other on a question, not what is true. "
    "Facts from outside the sources stand under “to check” and count for no verdict."
)
OF_MANY = (
    "A point has one verdict over all the sources that speak to it, and may have one for every two of them that matter "
    "(“two by two”); where it has none, the positions and the reason say which of them it sets apart."
)


def about(work: Comparison, limit: Limit) -> pd.DataFrame:
    """Columns: what, told. One row a statement about the export."""
    sources = [
        (f"Source {key}", f"{source_line(row)}") for key, row in rows.sources(work, limit).set_index("key").iterrows()
    ]
    told = [
        ("Title", limit.said(work.about.title)),
        ("Question", limit.said(work.about.question)),
        *sources,
        ("Points", decided(work)),
        *((f"Coder “{coder.key}”", limit.said(f"{coder.who}: {coder.how}")) for coder in work.about.coders),
        ("Verdicts", VERDICTS_ARE + (f" {OF_MANY}" if len(work.keys) > 2 else "")),
        ("Excerpts", limit.told),
        *((f"Words of {source.key}", going_out(work, source, limit)) for source in work.texts),
        ("The machine", accuracy_line()),
        ("Made on", made_at().date().isoformat()),
        ("Made with", f"Side by Side {__version__}"),
        ("Made from", f"the comparison “{stem(work)}”, fingerprint {state(work)}"),
    ]
    return pd.DataFrame(told, columns=["what", "told"])


def source_line(row: pd.Series) -> str:
    """A source in a line: title, who wrote it, when."""
    return f"{row.title}. Author: {row.author}. Written: {row.written}"


def going_out(work: Comparison, source: Source, limit: Limit) -> str:
    """How much of a source its quotes show together: each may be short, and all of them the whole text.

    A word counts once, however many quotes have it.
    """
    words = word_places(source.text)
    shown: set[int] = set()
    for place in work.places:
        if place.source == source.key:
            end = place.start + limit.reach(source.text[place.start : place.end])
            shown.update(number for number, word in enumerate(words) if word[0] < end and word[1] > place.start)
    return f"Quotes show {len(shown):,} of the {len(words):,} words of its text ({share(len(shown), len(words))})."


def share(part: int, whole: int) -> str:
    """A share in whole per cent, none rounded away.

    >>> share(1, 400), share(399, 400), share(0, 0)
    ('under 1 %', 'over 99 %', '0 %')
    """
    per_cent = 100 * part / whole if whole else 0
    if 0 < per_cent < 1:
        return "under 1 %"
    return "over 99 %" if 99 < per_cent < 100 else f"{per_cent:.0f} %"


def decided(work: Comparison) -> str:
    """How many points there are, by verdict; plainly, where there is none."""
    if work.points.empty:
        return "None: nothing is decided yet."
    counts = work.points["shown"].value_counts(sort=False)
    told = ", ".join(f"{shown} {count}" for shown, count in counts.items())
    drafts = sum(point.draft for point in work.coded.points)
    return f"{len(work.points)}: {told}" + (f"; {drafts} of them drafts that no person has gone over" if drafts else "")


def made_at() -> dt.datetime:
    """Now, or the moment that SOURCE_DATE_EPOCH names in seconds: with it an export has the same bytes each time."""
    moment = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(moment), dt.UTC) if moment else dt.datetime.now(dt.UTC)


def state(work: Comparison) -> str:
    """A fingerprint of all that the export is made from: equal for equal sources, codebook, points and decisions."""
    # Without what is left out: a field that may come to these files later makes no other comparison of it.
    parts = [work.about.model_dump_json(exclude_defaults=True), work.coded.model_dump_json(exclude_defaults=True)]
    parts += [repr(sorted(work.decisions.items()))]
    return fingerprint("\n".join(parts).encode())[:16]
