"""A statement is what is matched: a sentence, or a clause of a long one, with all that was read in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sidebyside.matching.speech import telling
from sidebyside.matching.word import Word, words_of
from sidebyside.reading.arguments import Arguments, arguments_of
from sidebyside.reading.certainty import Certainty, certainties_in
from sidebyside.reading.dates import Date, dates_in
from sidebyside.reading.figures import Figure, figures_in
from sidebyside.reading.names import Mention, mentions_in
from sidebyside.reading.parse import parsed
from sidebyside.texts import passages_in

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Claimed:
    """One claim of a statement: how it is put, and who does what to whom in it."""

    certainty: Certainty
    arguments: Arguments


@dataclass(frozen=True)
class Statement:
    """Words with what was read in them. Places in the parts count code points from the first of the words."""

    words: str
    names: tuple[Mention, ...] = ()
    dates: tuple[Date, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claimed, ...] = ()
    lemmas: tuple[str, ...] = ()
    tokens: tuple[Word, ...] = ()

    @cached_property
    def telling(self) -> frozenset[int]:
        """The numbers of the words that only say whose word it is."""
        return telling(self.tokens)


def statement_of(doc: Doc) -> Statement:
    """What a parsed sentence states."""
    dates = dates_in(doc.text)
    at = {token.idx: token for token in doc}
    return Statement(
        doc.text,
        tuple(mentions_in(doc)),
        tuple(dates),
        tuple(figures_in(doc.text, [(date.start, date.end) for date in dates])),
        tuple(Claimed(claim, arguments_of(at[claim.start])) for claim in certainties_in(doc)),
        tuple(token.lemma_.lower() for token in doc if token.is_alpha and not token.is_stop),
        words_of(doc),
    )


def statements_of(texts: Sequence[str]) -> list[list[Statement]]:
    """The sentences of each text as statements; the texts are parsed in one stream."""
    sentences = [[text[p.start : p.end] for p in passages_in(text, "A", ())] for text in texts]
    docs = parsed(words for listed in sentences for words in listed)
    return [[statement_of(next(docs)) for _ in listed] for listed in sentences]
