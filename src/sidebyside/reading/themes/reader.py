"""The themes a passage touches: by a term as listed, by another form of it, or by a word near to it; never by none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from sidebyside.reading.frames import TOUCHES, frame
from sidebyside.reading.parse import parsed
from sidebyside.reading.themes.forms import Lemmas, Place, forms_of
from sidebyside.reading.themes.mentions import pattern
from sidebyside.reading.themes.near import hints
from sidebyside.texts import Source

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Touch(NamedTuple):
    """Words of a passage (its number, and code points in it, end excluded) that touch a theme."""

    passage: int
    start: int
    end: int
    theme: str
    term: str
    how: str
    strength: float = 1.0


def themes_in(sources: Sequence[Source], codebook: pd.DataFrame, near: bool = True) -> pd.DataFrame:
    """The themes in the body of the sources, one row a place (columns: reading.frames.TOUCHES), in reading order.

    `codebook` has the columns key, name, definition and terms, as `Comparison.themes` has. A passage may touch several
    themes, or none. Words near to a term are looked for where neither a term of the theme stands nor a form of one, at
    most one place for each passage and theme; they depend on all the sources given, being told from what these have in
    common. Take them as suggestions, or leave them out with `near=False`. Raises ModelError when a model is missing.
    """
    passages = [(source, passage) for source in sources for passage in source.body]
    docs = list(parsed(source.words(passage) for source, passage in passages))
    lemmas = Lemmas(docs)
    themes = listed_terms(codebook)
    found = [touch for theme, terms in themes.items() for touch in as_listed_or_inflected(theme, terms, lemmas)]
    if near:
        compared = {theme: dict(comparable(terms, docs)) for theme, terms in themes.items()}
        taken: list[list[tuple[int, int]]] = [[] for _ in docs]
        for touch in found:
            taken[touch.passage].append((touch.start, touch.end))
        found += [
            Touch(hint.passage, hint.start, hint.end, hint.theme, hint.term, "near", hint.strength)
            for hint in hints(docs, about(codebook), compared, passages_with(found, themes), taken)
        ]
    rows = []
    for touch in sorted(found):
        source, passage = passages[touch.passage]
        start, end = passage.start + touch.start, passage.start + touch.end
        place = {
            "source": source.key,
            "passage": passage.id,
            "start": start,
            "end": end,
            "quote": source.text[start:end],
        }
        rows.append(place | {"theme": touch.theme, "term": touch.term, "how": touch.how, "strength": touch.strength})
    return frame(rows, TOUCHES)


def listed_terms(codebook: pd.DataFrame) -> dict[str, list[str]]:
    """The terms of each theme, by its key."""
    return {theme.key: list(theme.terms) for theme in codebook.itertuples()}


def about(codebook: pd.DataFrame) -> dict[str, str]:
    """What each theme is about, in words, by its key."""
    return {theme.key: f"{theme.name}. {theme.definition}" for theme in codebook.itertuples()}


def passages_with(found: Iterable[Touch], themes: Iterable[str]) -> dict[str, set[int]]:
    """The numbers of the passages that touch each theme."""
    numbers: dict[str, set[int]] = {theme: set() for theme in themes}
    for touch in found:
        numbers[touch.theme].add(touch.passage)
    return numbers


def as_listed_or_inflected(theme: str, terms: Sequence[str], lemmas: Lemmas) -> Iterator[Touch]:
    """Where the terms of a theme stand as listed, and where else their words stand in another form."""
    whole = pattern(terms)
    single = {term: pattern([term]) for term in sorted(terms, key=len, reverse=True)}
    listed: dict[str, list[Place]] = {term: [] for term in single}
    taken: list[Place] = []
    for number, text in enumerate(lemmas.texts):
        for start, end in (hit.span() for hit in whole.finditer(text)):
            term = next(term for term, literal in single.items() if literal.fullmatch(text, start, end))
            listed[term].append((number, start, end))
            taken.append((number, start, end))
            yield Touch(number, start, end, theme, term, "term")
    for term, places in listed.items():
        for number, start, end in forms_of(term, places, lemmas):
            if not any(other == number and begun < end and start < ended for other, begun, ended in taken):
                taken.append((number, start, end))
                yield Touch(number, start, end, theme, term, "form")


def comparable(terms: Iterable[str], docs: Sequence[Doc]) -> Iterator[tuple[str, str]]:
    """Each term that has neighbours in meaning, and the words to compare it by: a name has none.

    A term with `*` is compared by the form in which it stands most often, or by what stands before the mark.
    """
    for term in terms:
        if any(c.isupper() for c in term):
            continue
        standing: Counter[str] = Counter()
        if term.endswith("*"):
            literal: re.Pattern[str] = pattern([term])
            standing.update(hit.group().lower() for doc in docs for hit in literal.finditer(doc.text))
        yield term, max(standing, key=lambda form: (standing[form], form), default=term.rstrip("*"))
