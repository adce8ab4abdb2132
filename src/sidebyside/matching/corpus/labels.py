"""What a claim is called: the shortest of its quotes that can stand by itself."""

from __future__ import annotations

from collections.abc import Iterable

LEAST = 5  # words: below, a sentence tells little without the one before it
MOST = 40  # beyond, it tells too much for a heading
# Whoever begins like this speaks of something that was said before.
LEANING = frozenset(
    """
    he she it they this that these those his her its their him them such there here but and or so yet however then
    also both neither meanwhile nor
    """.split()
)


def label_of(quotes: Iterable[str]) -> str:
    """The shortest quote that has some weight and leans on nothing before it; else the shortest of LEAST words; else
    any. Of equally long ones, the first in the alphabet.

    >>> label_of(["It sank.", "She sank off the cape in a storm.", "The ferry Halcyon sank off Cape Orm in a storm."])
    'The ferry Halcyon sank off Cape Orm in a storm.'
    """
    return min(quotes, key=lambda quote: (poor(quote.split()), len(quote), quote))


def poor(words: list[str]) -> int:
    """How little a quote is worth as a heading: 0 for a good one."""
    if not LEAST <= len(words) <= MOST:
        return 2
    return int(words[0].strip("\"'“”‘’(,").lower() in LEANING)
