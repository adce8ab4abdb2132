"""A short text, all but said in a sentence or two of a long one, where one of its words stands under a denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sidebyside.matching.relations.lexicon.deniers import DENIERS, NEGATIVE
from sidebyside.matching.relations.lexicon.families import alike
from sidebyside.matching.relations.relation import Piece, Signal
from sidebyside.matching.relations.sides import CONTENT, Pair, Side
from sidebyside.matching.word import Word

FEWEST = 3  # content words of the short text: two are soon found anywhere
MISSING = 1  # of them that the sentences may lack: the predicate is often put in another word
BELOW = ("pobj", "dobj", "xcomp")  # without consent, refused the prize, failed to reach
EMPTY = frozenset(["be", "have", "do"])


def denied_words(pair: Pair) -> Iterator[Signal]:
    """The first word that only the longer text denies, if the shorter one denies nothing."""
    turned = len(content(pair.a)) > len(content(pair.b))
    short, long = (pair.b, pair.a) if turned else (pair.a, pair.b)
    said = content(short)
    if len(said) < FEWEST or any(word.lemma in DENIERS | NEGATIVE for _, word in short.row):
        return
    for number, denier, word in denials(long):
        same = next(((n, w) for n, w in said if alike(w.lemma, word.lemma)), None)
        if same and any(lacks(around, said) <= MISSING for around in neighbours(long, number)):
            start, end = min(denier.start, word.start), max(denier.end, word.end)
            in_long = Piece(number, start, end, long.statements[number].words[start:end])
            in_short = Piece(same[0], same[1].start, same[1].end, same[1].text)
            in_a, in_b = (in_long, in_short) if turned else (in_short, in_long)
            yield Signal(
                "denied", "conflict", (in_a,), (in_b,), 0.6, "A says {a} and B {b}, and one of the two denies it"
            )
            return


def content(side: Side) -> list[tuple[int, Word]]:
    """The content words of a side, each with the number of its statement."""
    return [(number, w) for number, w in side.row if w.kind in CONTENT and w.lemma not in EMPTY]


def denials(side: Side) -> Iterator[tuple[int, Word, Word]]:
    """Each word that denies, with its statement's number and the word that it denies: below it, or else above."""
    for number, statement in enumerate(side.statements):
        for place, word in enumerate(statement.tokens):
            below = [w for w in statement.tokens if w.head == place and w.role in BELOW]
            if word.lemma in NEGATIVE | DENIERS and (below or word.lemma in DENIERS):
                of = below[0] if below else statement.tokens[word.head]
                if of.kind in CONTENT and of.lemma not in EMPTY and of != word:
                    yield number, word, of


def neighbours(side: Side, number: int) -> Iterator[set[str]]:
    """The lemmas of a statement with the one before it, and with the one after it."""
    for first in (max(number - 1, 0), number):
        yield {w.lemma for n, w in side.row if first <= n <= first + 1}


def lacks(lemmas: set[str], said: Sequence[tuple[int, Word]]) -> int:
    """How many of some words are not among the lemmas, as they are or in a like word."""
    return sum(not any(alike(word.lemma, lemma) for lemma in lemmas) for _, word in said)
