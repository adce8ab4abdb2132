"""A codebook proposed from the words that recur and stand together: a beginning, cheap to throw away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from sidebyside.record.comparison_file import ThemeEntry
from sidebyside.record.making.naming import distinct, slug

MOST, LEAST = 11, 6  # themes; one more is for what fits none
SHOUTED = 6  # letters from which a word in capitals is no acronym
TERMS = 8  # of a theme: the heaviest say what it is, the rest is a person's to add
# Letters first, then letters and digits: an address, a variable or a broken line is no subject.
WORDS = re.compile(r"[^\W\d_][^\W_]*(?:[-’'.&/ \u00a0]+[^\W_]+)*\.?")
# How a document is put together, and words that stand for others: of these alone, no theme is made.
DOCUMENT = frozenset(
    """
    above appendix article below chapter clause document example figure file following list none note notice page
    paragraph part section sentence subsection table text title version
    """.split()
)
IDENTIFIER = re.compile(r"[^\W\d_][a-z]+[A-Z]|(?<![\w.])[B-HJ-Z](?![\w.])")  # camelCase, or a lone letter: a variable
REST = ThemeEntry(
    key="other",
    name="Everything else",
    definition="What none of the other themes holds. Proposed; take it out when the codebook is complete.",
)


def proposed_themes(terms: pd.DataFrame, keys: Sequence[str]) -> list[ThemeEntry]:
    """Up to MOST themes made of proposed terms (columns: reading.frames.TERMS), then one for the rest.

    Groups of terms come first, those that more of the sources `keys` speak of before the others, then those in more
    passages. Where the texts are too short to give LEAST groups, single terms that two sources share make up for it.
    """
    terms = terms[terms.term.map(is_subject).astype(bool)]
    groups = [rows for name, rows in terms.groupby("theme", sort=False) if name != "ungrouped"]
    singles = [terms.loc[[row]] for row in terms.index[terms.theme == "ungrouped"]]
    shared = [rows for rows in singles if speaking(rows, keys) > 1]
    chosen = sorted(groups, key=lambda rows: weight(rows, keys), reverse=True)[:MOST]
    chosen += shared[: max(0, LEAST - len(chosen))]
    return [*themes(chosen), REST]


def is_subject(term: str) -> bool:
    """Whether a term can be what a text is about.

    >>> [is_subject(term) for term in ("peace talks", "following sections", "fileName", "x_1", "least K votes")]
    [True, False, False, False, False]
    """
    words = [word.lower() for word in term.split()]
    made_of = all(word in DOCUMENT or word.removesuffix("s") in DOCUMENT for word in words)
    return bool(WORDS.fullmatch(term)) and not made_of and not IDENTIFIER.search(term)


def speaking(rows: pd.DataFrame, keys: Sequence[str]) -> int:
    """How many sources have a term of the group."""
    return int((rows[list(keys)].sum() > 0).sum())


def weight(rows: pd.DataFrame, keys: Sequence[str]) -> tuple[int, int]:
    """Sources that have the group, then the passages of its heaviest terms."""
    return speaking(rows, keys), int(rows.passages.head(TERMS).sum())


def themes(groups: Sequence[pd.DataFrame]) -> Iterator[ThemeEntry]:
    """A theme of each group, called after its two heaviest terms."""
    used = {REST.key}
    for rows in groups:
        listed = [calm(term) for term in rows.term]
        terms = apart(listed)[:TERMS]
        name = name_of(listed)
        key = next(key for key in distinct(slug(listed[0]) or "theme", "-") if key not in used)
        used.add(key)
        together = "words that stand together" if len(terms) > 1 else "a word that the sources share"
        definition = f"Proposed from {together}: {', '.join(terms)}."
        yield ThemeEntry(key=key, name=name[:1].upper() + name[1:], definition=definition, terms=tuple(terms))


def name_of(terms: Sequence[str]) -> str:
    """The heaviest term, and the next that has no word in common with it.

    >>> name_of(["peace talks", "talks", "Geneva"])
    'peace talks and Geneva'
    """
    first = set(terms[0].lower().split())
    second = next((term for term in terms if first.isdisjoint(term.lower().split())), "")
    return f"{terms[0]} and {second}" if second else terms[0]


def calm(term: str) -> str:
    """The term without the shouting of some texts; a short word in capitals is mostly an acronym.

    >>> calm("FITNESS"), calm("NATO"), calm("THIRD PARTIES")
    ('fitness', 'NATO', 'third parties')
    """
    if term.isupper() and " " in term:
        return term.lower()
    return " ".join(word.lower() if word.isupper() and len(word) >= SHOUTED else word for word in term.split())


def apart(terms: Sequence[str]) -> list[str]:
    """The terms without those that hold another of them as whole words, and without plurals: the other finds them too.

    >>> apart(["peace talks", "talks", "Geneva", "talk"])
    ['talks', 'Geneva']
    """
    first: dict[str, str] = {}
    for term in terms:
        first.setdefault(term.lower().rstrip("s"), term)
    listed = list(first.values())
    return [
        term
        for term in listed
        if not any(other != term and re.search(rf"(?<!\w){re.escape(other)}(?!\w)", term) for other in listed)
    ]
