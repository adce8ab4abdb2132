"""The words of a passage that can stand for a subject: nouns, verbs, and noun phrases without their props."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SHORTEST = 3  # letters
NAMING = {"PROPN", "NOUN", "ADJ", "VERB"}  # what a noun phrase may begin and end with; a verb only as a participle
COUNTING = {"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"}


def noun_phrases(doc: Doc) -> Iterator[Span]:
    """The noun phrases of a passage without articles, pronouns and numbers, names included, in reading order.

    >>> from sidebyside.reading.parse import parsed
    >>> [p.text for doc in parsed(["The two sides signed their first trade agreement."]) for p in noun_phrases(doc)]
    ['sides', 'trade agreement']
    """
    for chunk in doc.noun_chunks:
        words = list(chunk)
        while words and not names_something(words[0]):
            words = words[1:]
        while words and not (names_something(words[-1]) and words[-1].pos_ in {"PROPN", "NOUN"}):
            words = words[:-1]
        if words and not any(word.is_punct and word.text not in "-–’'" for word in words):
            yield doc[words[0].i : words[-1].i + 1]


def plain_words(doc: Doc) -> Iterator[Span]:
    """The common nouns and verbs of a passage, one by one and in noun phrases: no names, for a name is near to nothing.

    >>> from sidebyside.reading.parse import parsed
    >>> [p.text for doc in parsed(["Russian military bases worry Kabul."]) for p in plain_words(doc)]
    ['bases', 'worry', 'military bases']
    """
    for token in doc:
        if token.pos_ in {"NOUN", "VERB"} and names_something(token) and not token.is_stop and not token.ent_type_:
            yield doc[token.i : token.i + 1]
    for phrase in noun_phrases(doc):
        words = list(phrase)
        start = len(words)
        while start and words[start - 1].pos_ in {"NOUN", "ADJ"} and not words[start - 1].ent_type_:
            start -= 1
        if start < len(words) - 1 and words[-1].pos_ == "NOUN":
            yield phrase[start:]


def names_something(token: Token) -> bool:
    """Whether a word can stand at an end of a phrase that names a subject."""
    return (
        token.pos_ in NAMING
        and token.ent_type_ not in COUNTING
        and sum(c.isalpha() for c in token.text) >= SHORTEST
        and token.lower_ not in EMPTY
    )


# Words of number, size, rank and worth: with them or without, a phrase names the same subject.
EMPTY = frozenset(
    """
    big certain common considerable different entire few first foreseeable former further good great growing high huge
    important key large last latest little long main major many new next numerous old other overall own particular
    possible potential present previous real recent same several significant similar small special specific strong such
    total various wide whole
    """.split()
)
