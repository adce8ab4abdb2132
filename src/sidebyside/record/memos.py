"""What people wrote to themselves as they worked: memos on the comparison, its sources, themes and points."""

from __future__ import annotations

import re
from textwrap import indent

import pandas as pd

from sidebyside.record.comparison import Comparison

MEMOS = {
    "kind": "what the memo is on: comparison, source, theme or point",
    "target": "key of the source or theme, id of the point; '' for the comparison",
    "name": "title of the comparison or source, name of the theme, label of the point; '' where it is no longer there",
    "text": "the memo, as it was written",
    "by": "who wrote it last",
    "on": "on which day (YYYY-MM-DD)",
}


def memos(work: Comparison) -> pd.DataFrame:
    """One row a memo (columns: MEMOS): on the comparison, then on sources, themes and points in their order.

    A memo on what has been removed since stands after the others of its kind.
    """
    rows = []
    for kind, names in named(work).items():
        start = re.compile(rf"memos/{kind}/?")
        found = {start.sub("", key): memo for key, memo in work.decisions.items() if start.match(key)}
        order = [*names, *(target for target in found if target not in names)]
        rows += [{"kind": kind, "target": t, "name": names.get(t, "")} | found[t] for t in order if t in found]
    return pd.DataFrame(rows, columns=list(MEMOS))


def named(work: Comparison) -> dict[str, dict[str, str]]:
    """By kind, what a memo can be on, in order: its key or id, and its name."""
    return {
        "comparison": {"": work.about.title},
        "source": {source.key: source.title for source in work.texts},
        "theme": {theme.key: theme.name for theme in work.about.themes},
        "point": {point.id: point.label for point in work.coded.points},
    }


def memos_text(work: Comparison) -> str:
    """All memos as one Markdown text, a heading for each, the words of the memo as a quotation; '' where there is none.

    The memo's own Markdown holds; markup in it, and Markdown in a name, stay words.
    """
    table = memos(work)
    parts = [f"# Memos: {plain(work.about.title)}"]
    for kind, rows in table.groupby("kind", sort=False):
        parts.append(f"## On the {kind}" if kind == "comparison" else f"## On {kind}s")
        for memo in rows.itertuples():
            if kind != "comparison":
                parts.append(f"### {plain(memo.target)}: {plain(memo.name) or 'no longer there'}")
            words = indent(memo.text.strip().replace("<", "&lt;"), "> ", lambda line: True)
            parts += [words, f"*{plain(memo.by)}, {plain(memo.on)}*"]
    return "\n\n".join(parts) + "\n" if len(table) else ""


def plain(words: str) -> str:
    r"""Words on one line in which Markdown sees nothing but words.

    >>> plain("A *new*\n# <b>bridge</b>")
    'A \\*new\\* \\# \\<b\\>bridge\\</b\\>'
    """
    return re.sub(r"([\\`*_\[\]<>#|~!&])", r"\\\1", " ".join(words.split()))
