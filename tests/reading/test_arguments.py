"""Who does what to whom: the same for a deed told in the active, in the passive or in a relative clause."""

from __future__ import annotations

import pytest

from sidebyside.reading.arguments import Arguments, arguments_of
from sidebyside.reading.parse import parsed


def of(sentence: str, verb: str) -> Arguments:
    """The arguments of a verb of a sentence."""
    (doc,) = parsed([sentence])
    return arguments_of(next(token for token in doc if token.text == verb))


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The army bombed the village.", "bombed", ("bomb", "army", ("village",))),
        ("The village was bombed by the army.", "bombed", ("bomb", "army", ("village",))),
        ("The village bombed by the army is empty.", "bombed", ("bomb", "army", ("village",))),
        ("The army, which bombed the village, left.", "bombed", ("bomb", "army", ("village",))),
        ("The army came and bombed the village.", "bombed", ("bomb", "army", ("village",))),
        ("The army wants to sell gas.", "sell", ("sell", "army", ("gas",))),
        ("They carried out a raid.", "carried", ("carry out", "they", ("raid",))),
        ("They sold rifles and fuel to the rebels in 2015.", "sold", ("sell", "they", ("rifle", "fuel", "rebel"))),
        ("The bridge is safe.", "is", ("be", "bridge", ("safe",))),
        ("The bridge was destroyed.", "destroyed", ("destroy", "", ("bridge",))),
        ("Stop!", "Stop", ("stop", "", ())),
    ],
)
def test_arguments(sentence: str, verb: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    """Predicate, what acts, and what it acts on; years are no objects."""
    assert of(sentence, verb) == Arguments(*expected)
