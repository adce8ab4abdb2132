"""Two texts read and related, in both orders: what every test of relations starts from."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sidebyside.matching.corpus.reading import told_by
from sidebyside.matching.pair import Held
from sidebyside.matching.relations import Relation, relation_of
from sidebyside.matching.statement import Statement, statements_of
from sidebyside.matching.told import Told
from sidebyside.texts.gathering import Text


@cache
def read(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    return tuple(statements_of([text])[0])


def related(a: str, b: str) -> Relation:
    """The relation of two texts; exchanged, they have the same one with the sides exchanged."""
    found, back = relation_of(read(a), read(b)), relation_of(read(b), read(a))
    assert found.verdict == back.verdict
    assert found.excuse == back.excuse
    assert {(s.name, s.a, s.b) for s in found.signals} == {(s.name, s.b, s.a) for s in back.signals}
    return found


def held(a: str, b: str, days: tuple[str, str] = ("", ""), meaning: float = 0.9) -> Held:
    """Two sentences of sources X and Y, written on those days, as they are judged; `meaning` is how near they stand."""
    told = [replace(told_of(words, day), source=key) for words, day, key in zip((a, b), days, "XY", strict=True)]
    return Held(told[0], told[1], {"meaning": meaning, "clauses": meaning})


@cache
def told_of(words: str, day: str) -> Told:
    """The only statement of a text that was written on a day."""
    (told,) = told_by(Text("A", words, date=day))
    return told
