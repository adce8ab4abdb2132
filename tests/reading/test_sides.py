"""Whose side a voice is on is told by its own words, and by nothing else."""

from __future__ import annotations

import pytest

from sidebyside.reading.sides import side_of


@pytest.mark.parametrize(
    ("phrases", "side"),
    [
        (("Russian experts",), "Russia"),
        (("the Kremlin’s envoy to Kabul",), "Russia"),
        (("head of U.S. forces in Afghanistan",), "United States"),
        (("", "the Germans"), "Germany"),
        (("Turkish-backed rebels",), "Turkey"),
        (("spokesman", "Iran’s foreign ministry"), "Iran"),
        (("several experts",), ""),
        (("the Indiana governor",), ""),
        (("use of us all",), ""),
        ((), ""),
    ],
)
def test_sides(phrases: tuple[str, ...], side: str) -> None:
    """The first country of the first phrase that names one; a country inside another word is none."""
    assert side_of(*phrases) == side
