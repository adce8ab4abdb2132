"""Two texts read and related, in both orders: what every test of relations starts from."""

from __future__ import annotations

from functools import cache

from sidebyside.matching.relations import Relation, relation_of
from sidebyside.matching.statement import Statement, statements_of


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
