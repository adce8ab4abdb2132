"""A codebook proposed from the words that recur and stand together: a beginning, cheap to throw away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import pandas as pd

from sidebyside.reading.themes.mentions import pattern
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
# Measures and money as agencies shorten them: with a number they are a figure, alone they are no subject.
MEASURES = frozenset(
    """
    bbl billion bln bn cts cwt dlr kg km lb million mln mn pct pence percent percentage qtr shr stg trillion trn
    """.split()
)
# Words for whoever or whatever is spoken of, and for those spoken to: on any subject they mean little alone.
ANYBODY = frozenset(
    """
    amount anyone audience behalf behavior being citizen copy data element everyone fellow folk gentleman gentlemen
    guest guy individual info information ladies lady lead length man men object other people person rest set somebody
    speaker start status stuff value woman women
    """.split()
)
IDENTIFIER = re.compile(r"[^\W\d_][a-z]+[A-Z]|(?<![\w.])[B-HJ-Z](?![\w.])")  # camelCase, or a lone letter: a variable
STEMS = re.compile(r"[^\W\d_]+")
STEM = 5  # letters in which two words have to be alike to be taken for forms of one
REST = ThemeEntry(
    key="other",
    name="Everything else",
    definition="What none of the other themes holds. Proposed; take it out when the codebook is complete.",
)


def proposed_themes(terms: pd.DataFrame, keys: Sequence[str]) -> list[ThemeEntry]:
    """Up to MOST themes made of proposed terms (columns: reading.frames.TERMS), then one for the rest.

    Groups of two terms or more come first, those that more of the sources `keys` speak of before the others, then those
    in more passages. Where the texts are too short to give LEAST of these, single terms that two sources have make up
    for it, phrases before words.
    """
    terms = terms[terms.term.map(is_subject).astype(bool)]
    groups = [rows for name, rows in terms.groupby("theme", sort=False) if name != "ungrouped"]
    several = [rows for rows in groups if len(apart(rows.term)) > 1]
    alone = [rows for rows in groups if len(apart(rows.term)) == 1]
    alone += [terms.loc[[row]] for row in terms.index[terms.theme == "ungrouped"]]
    chosen = sorted(several, key=lambda rows: weight(rows, keys), reverse=True)[:MOST]
    shared = sorted((r for r in alone if speaking(r, keys) > 1), key=lambda r: (" " not in r.term.iloc[0], r.index[0]))
    chosen += shared[: max(0, LEAST - len(chosen))]
    return [*themes(chosen, keys), REST]


def is_subject(term: str) -> bool:
    """Whether a term can be what a text is about.

    >>> [is_subject(term) for term in ("peace talks", "following sections", "fileName", "x_1", "least K votes")]
    [True, False, False, False, False]
    >>> [is_subject(term) for term in ("market value", "value", "mln dlrs", "fellow citizens")]
    [True, False, False, False]
    """
    words = [word.lower() for word in term.split()]
    forms = [{word, word.removesuffix("s")} for word in words]
    empty = all(form & (DOCUMENT | ANYBODY) for form in forms) or any(form & MEASURES for form in forms)
    return bool(WORDS.fullmatch(term)) and not empty and not IDENTIFIER.search(term)


def speaking(rows: pd.DataFrame, keys: Sequence[str]) -> int:
    """How many sources have a term of the group."""
    return int((rows[list(keys)].sum() > 0).sum())


def weight(rows: pd.DataFrame, keys: Sequence[str]) -> tuple[int, int]:
    """Sources that have the group, then the passages of its heaviest terms."""
    return speaking(rows, keys), int(rows.passages.head(TERMS).sum())


def themes(groups: Sequence[pd.DataFrame], keys: Sequence[str]) -> Iterator[ThemeEntry]:
    """A theme of each group, called after its heaviest term and another, if it can be one that two sources have."""
    used = {REST.key}
    for rows in groups:
        listed = [calm(term) for term in rows.term]
        terms = apart(listed)[:TERMS]
        shared = [term for term, many in zip(listed, (rows[list(keys)] > 0).sum(axis=1) > 1, strict=True) if many]
        name = name_of(listed[0], [*shared, *listed])
        key = next(key for key in distinct(slug(listed[0]) or "theme", "-") if key not in used)
        used.add(key)
        together = "words that stand together" if len(terms) > 1 else "a word that the sources share"
        definition = f"Proposed from {together}: {', '.join(terms)}."
        yield ThemeEntry(key=key, name=name[:1].upper() + name[1:], definition=definition, terms=tuple(terms))


def name_of(first: str, others: Iterable[str]) -> str:
    """A term, and the first of the others that is no other form of it.

    >>> name_of("peace talks", ["talks", "Geneva"]), name_of("America", ["Americans", "American people"])
    ('peace talks and Geneva', 'America')
    """
    second = next((other for other in others if not akin(first, other)), "")
    return f"{first} and {second}" if second else first


def akin(one: str, other: str) -> bool:
    """Whether a word of one term begins as one of the other does, or stands in it.

    >>> akin("random effects", "random-effects term"), akin("scripts", "devscripts"), akin("port", "import duty")
    (True, True, False)
    """
    ones, others = ([word.rstrip("s") for word in STEMS.findall(term.lower())] for term in (one, other))
    return any(
        a == b or (min(len(a), len(b)) >= STEM and (a[:STEM] == b[:STEM] or a in b or b in a))
        for a, b in product(ones, others)
    )


def calm(term: str) -> str:
    """The term without the shouting of some texts; a short word in capitals is mostly an acronym.

    >>> calm("FITNESS"), calm("NATO"), calm("THIRD PARTIES")
    ('fitness', 'NATO', 'third parties')
    """
    if term.isupper() and " " in term:
        return term.lower()
    return " ".join(word.lower() if word.isupper() and len(word) >= SHOUTED else word for word in term.split())


def apart(terms: Iterable[str]) -> list[str]:
    """The terms without those that hold another of them as whole words, and without plurals: the other finds them too.

    >>> apart(["peace talks", "talks", "Geneva", "talk", "Moscow Talks"])
    ['talks', 'Geneva']
    """
    first: dict[str, str] = {}
    for term in terms:
        first.setdefault(term.lower().rstrip("s"), term)
    listed = list(first.values())
    return [term for term in listed if not any(other != term and pattern([other]).search(term) for other in listed)]
