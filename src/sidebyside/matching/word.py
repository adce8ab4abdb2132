"""A word of a statement as it is aligned and compared: its place, its lemma, and what it does in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Word(NamedTuple):
    """One token that is not white space. Places count code points from the first of the statement's words.

    `lemma` is in lower case; `kind` is the universal part of speech (NOUN, VERB ...), `tag` the fine one (VBD ...),
    `role` the label of the dependency, and `head` the number of the word it hangs on, its own for a root.
    """

    start: int
    end: int
    text: str
    lemma: str
    kind: str
    tag: str
    role: str
    head: int


def words_of(doc: Doc) -> tuple[Word, ...]:
    """The words of a parsed sentence, in order; one that hangs on white space hangs on itself."""
    tokens = [token for token in doc if not token.is_space]
    at = {token.i: place for place, token in enumerate(tokens)}
    return tuple(
        Word(t.idx, t.idx + len(t), t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, at.get(t.head.i, place))
        for place, t in enumerate(tokens)
    )
