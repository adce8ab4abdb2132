"""Words that open a sentence with a capital and are still no names."""

from __future__ import annotations

from sidebyside.reading.figures.counted import ENDS

SMALL_WORDS = ENDS | frozenset(
    """
    about all almost another approximately around at both close estimated exactly fewer first last next nearly only
    other over roughly some such total under up well yet least most many much few several killed sold former new old
    total altogether meanwhile however today yesterday recently currently officials police authorities
    """.split()
)
