"""Terms that a person may add to the codebook: what recurs, where, whom it marks, and which theme it is nearest to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import numpy as np
import pandas as pd

from sidebyside.reading.frames import TERMS
from sidebyside.reading.kept_vectors import kept_vectors
from sidebyside.reading.parse import parsed
from sidebyside.reading.themes.candidates import Candidate, candidates, weights
from sidebyside.reading.themes.forms import Lemmas
from sidebyside.reading.themes.groups import groups_of
from sidebyside.reading.themes.near import bearings
from sidebyside.reading.themes.reader import about, as_listed_or_inflected, listed_terms, passages_with
from sidebyside.reading.words import log_odds
from sidebyside.texts import Passage, Source

NEAREST = 0.65  # strength from which a term is said to belong to a theme, and the lead it needs on the second theme
LEAD = 0.05
NEW, UNGROUPED = "new", "ungrouped"
EXAMPLES = 3


def propose_terms(sources: Sequence[Source], codebook: pd.DataFrame | None = None) -> pd.DataFrame:
    """Noun phrases of the bodies that may be worth a place in the codebook (columns: reading.frames.TERMS).

    The heaviest first: what stands in many passages, and not merely within a longer phrase. Left out are persons,
    general nouns, what stands in one passage only or in more than a third of all, and whatever holds a term of the
    codebook or a form of one. With a codebook (columns key, name, definition, terms) each is told the theme it is
    nearest to, by meaning and by the passages that have it; `new` where none is near or two are as near. Without one,
    terms that belong together share a proposed theme, called after the heaviest, or are `ungrouped`.
    Raises ModelError when a model is missing.
    """
    passages = [(source, passage) for source in sources for passage in source.body]
    lemmas = Lemmas(list(parsed(source.words(passage) for source, passage in passages)))
    book = codebook if codebook is not None and len(codebook) else None
    themes = {} if book is None else listed_terms(book)
    known = [touch for theme, terms in themes.items() for touch in as_listed_or_inflected(theme, terms, lemmas)]
    taken = {(touch.passage, place) for touch in known for place in range(touch.start, touch.end)}
    found = candidates(lemmas.docs, taken)
    weight = weights(found)
    terms = sorted(found.values(), key=lambda term: -weight[term.lemmas])
    if book is None:
        told = grouped(terms, lemmas)
    else:
        nearness = bearings(lemmas.docs, about(book), passages_with(known, themes))
        told = nearest(terms, book, nearness)
    rows = [
        {"term": term.term, "passages": len(term.numbers), "examples": examples(term, passages)} | counts | near
        for term, counts, near in zip(terms, counted(terms, sources, passages), told, strict=True)
    ]
    first, *rest = TERMS
    return pd.DataFrame(rows, columns=[first, *(source.key for source in sources), *rest])


def counted(
    terms: Sequence[Candidate], sources: Sequence[Source], passages: Sequence[tuple[Source, Passage]]
) -> list[dict[str, object]]:
    """How often each term stands in each source, and the source that it marks most against all others together."""
    keys = [source.key for source in sources]
    counts = pd.DataFrame(0.0, index=range(len(terms)), columns=keys)
    for row, term in enumerate(terms):
        for number in term.passages:
            counts.loc[row, passages[number][0].key] += 1
    table = counts.astype(int).assign(marks="", z=0.0)
    if len(keys) > 1 and len(terms) > 1:  # a single term is all there is to say: it marks no source
        whole = counts.sum(axis=1)
        marks = pd.DataFrame({key: log_odds(counts[key], whole - counts[key]) for key in keys})
        table = table.assign(marks=marks.idxmax(axis=1), z=marks.max(axis=1))
    return list(table.to_dict("records"))


def nearest(terms: Sequence[Candidate], codebook: pd.DataFrame, nearness: np.ndarray) -> Iterator[dict[str, object]]:
    """The theme each term belongs to: by the likest of the theme's words, and by how its passages bear on the theme.

    A theme is known by its name and its terms, but for those with a capital: a name is near to nothing in meaning.
    """
    words = [
        (column, word)
        for column, theme in enumerate(codebook.itertuples())
        for word in (theme.name, *(term for term in theme.terms if term == term.lower()))
    ]
    vectors = kept_vectors([word.rstrip("*") for _, word in words])
    columns = np.array([column for column, _ in words])
    for term, cosines in zip(terms, kept_vectors([term.term for term in terms]) @ vectors.T, strict=True):
        meaning = np.array([cosines[columns == column].max() for column in range(len(codebook))])
        strength = meaning + nearness[term.numbers].mean(axis=0)
        best = int(strength.argmax())
        lead = strength[best] - max(np.delete(strength, best), default=-np.inf)
        if strength[best] >= NEAREST and lead >= LEAD:
            word = words[max(np.flatnonzero(columns == best), key=lambda place: cosines[place])][1]
            yield {"theme": codebook.key.iloc[best], "near": word, "strength": float(strength[best])}
        else:
            yield {"theme": NEW, "near": "", "strength": float(strength[best])}


def grouped(terms: Sequence[Candidate], lemmas: Lemmas) -> Iterator[dict[str, object]]:
    """The proposed theme of each term, called after the heaviest term of its group."""
    whole = kept_vectors([doc.text for doc in lemmas.docs])
    companies = np.array([whole[term.numbers].mean(axis=0) for term in terms])
    groups, likeness = groups_of(kept_vectors([term.term for term in terms]), companies)
    names: dict[int, str] = {}
    for term, group in zip(terms, groups, strict=True):
        names.setdefault(group, term.term)
    names[-1] = UNGROUPED
    for group, alike in zip(groups, likeness, strict=True):
        yield {"theme": names[group], "near": "", "strength": float(alike)}


def examples(term: Candidate, passages: Sequence[tuple[Source, Passage]]) -> str:
    """Ids of up to EXAMPLES passages that have the term: the first of each source, then the second of each."""
    by_source: dict[str, list[str]] = {}
    for source, passage in (passages[number] for number in term.numbers):
        by_source.setdefault(source.key, []).append(passage.id)
    turns = [identity for turn in zip_longest(*by_source.values()) for identity in turn if identity]
    return ", ".join(turns[:EXAMPLES])
