"""Where the codebook's terms stand: one row a mention, with its place, so that any count can be traced to its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from sidebyside.reading.frames import PLACE, frame
from sidebyside.reading.words import WORD
from sidebyside.texts import Source

MENTIONS = PLACE | {"theme": "key of the theme", "word": "number of the word in the body, from 0"}


def mentions(sources: Iterable[Source], terms: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """Every mention of a theme's terms in the body of the sources (columns: MENTIONS), in reading order.

    A term is matched as whole words; a `*` at its end stands for any ending. Case counts for terms with a capital.
    """
    patterns = {theme: pattern(listed) for theme, listed in terms.items()}
    rows = []
    for source in sources:
        before = 0
        for passage in source.body:
            words = source.words(passage)
            starts = [m.start() for m in WORD.finditer(words)]
            for theme, wanted in patterns.items():
                for hit in wanted.finditer(words):
                    rows.append(
                        {
                            "source": source.key,
                            "passage": passage.id,
                            "start": passage.start + hit.start(),
                            "end": passage.start + hit.end(),
                            "quote": hit.group(),
                            "theme": theme,
                            "word": before + sum(start <= hit.start() for start in starts) - 1,
                        }
                    )
            before += len(starts)
    return frame(rows, MENTIONS)


def pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """One expression for all terms, the longest first.

    >>> pattern(["arm*", "NATO"]).findall("Arms for NATO; the army, nato")
    ['Arms', 'NATO', 'army']
    """
    listed = [expression(term) for term in sorted(terms, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(listed) or '(?!)'})(?!\w)")


def expression(term: str) -> str:
    """A term as a regular expression.

    >>> expression("arm*"), expression("NATO")
    ('(?i:arm)\\\\w*', '(?:NATO)')
    """
    case = "" if any(c.isupper() for c in term) else "i"
    words = r"\s+".join(map(re.escape, term.rstrip("*").split()))  # a non-breaking space is a space
    return rf"(?{case}:{words})" + (r"\w*" if term.endswith("*") else "")


def body_words(sources: Iterable[Source]) -> pd.Series:
    """Words in the body of each source, by key."""
    return pd.Series({s.key: sum(len(WORD.findall(s.words(p))) for p in s.body) for s in sources})


def per_thousand(found: pd.DataFrame, words: pd.Series) -> pd.DataFrame:
    """Theme x source: mentions in 1,000 words of body; the themes in the order in which they were first met."""
    counts = found.groupby(["theme", "source"], sort=False).size().unstack(fill_value=0)
    return 1000 * counts.reindex(columns=words.index, fill_value=0) / words
