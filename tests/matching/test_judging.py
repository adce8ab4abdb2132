"""A reason calls the sides by the names of their sources, whatever those are."""

from __future__ import annotations

import pytest

from sidebyside.matching.judging import said
from sidebyside.matching.relations import Signal
from sidebyside.matching.relations.relation import Piece

DAYS = ((Piece(0, 0, 6, "Monday"),), (Piece(0, 0, 7, "Tuesday"),))


@pytest.mark.parametrize("names", [("{x}", "{}"), ("p{1}", "{0}"), ("{3F25-1}", "{"), ("{a}", "A"), ("B", "}")])
def test_a_name_stands_in_a_reason_as_it_is(names: tuple[str, str]) -> None:
    """Braces in a key are no places for words, and a source that is called B is not taken for the other side."""
    both = Signal("days", "conflict", *DAYS, 1.0, "A says {a}, B {b}")
    assert said(both, names) == f"{names[0]} says “Monday”, {names[1]} “Tuesday”"
    one = Signal("more", "detail", (), DAYS[1], 0.4, "only {one} says {words}, not {other}")
    assert said(one, names) == f"only {names[1]} says “Tuesday”, not {names[0]}"
