"""Tables of a small invented corpus, made by hand or by a rule, so that every right answer is plain to see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

PAIRS = ["left", "right", "rank", "verdict", "reason", "origins"]


def texts_of(keys: Iterable[str], by: Mapping[str, str] | None = None, date: Mapping[str, str] | None = None):
    """The table of texts: by whom and of what date where it is said."""
    rows = [
        {"key": key, "title": f"Report {key}", "by": (by or {}).get(key, ""), "date": (date or {}).get(key, "")}
        for key in sorted(keys)
    ]
    return pd.DataFrame(rows, columns=["key", "title", "by", "date"], dtype=str).assign(address="")


def statements_of(words: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """The table of statements, texts in the order of their keys."""
    rows, start = [], 0
    for text, key in enumerate(sorted(words)):
        start = 0
        for number, said in enumerate(words[key]):
            rows.append(
                {
                    "number": number,
                    "text": text,
                    "passage": f"A{number + 1}",
                    "start": start,
                    "end": start + len(said),
                    "words": said,
                }
            )
            start += len(said) + 1
    return pd.DataFrame(rows, columns=["number", "text", "passage", "start", "end", "words"])


def pairs_of(rows: Iterable[tuple]) -> pd.DataFrame:
    """The table of pairs: (left, right, verdict), best first, and where it matters the reason and the origins."""
    told = []
    for rank, (left, right, verdict, *more) in enumerate(rows, 1):
        reason, origins = (*more, "", 2)[:2] if len(more) < 2 else more
        told.append((left, right, rank, verdict, reason, origins))
    return pd.DataFrame(told, columns=PAIRS)
