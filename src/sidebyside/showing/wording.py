"""Counts and lists as a sentence has them, for one as for twenty."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.wording import listed as in_a_row

UNDECIDED = "No point is decided yet."


def count(number: int, thing: str, things: str = "") -> str:
    """A number of things, in words that fit it.

    >>> count(0, "point"), count(1, "point"), count(1200, "body", "bodies")
    ('no point', '1 point', '1,200 bodies')
    """
    return f"{number:,} {things or thing + 's'}" if number > 1 else f"{number or 'no'} {thing}"


def none_or(number: int) -> str:
    """A number as it stands alone in a sentence.

    >>> none_or(0), none_or(1200)
    ('none', '1,200')
    """
    return f"{number:,}" if number else "none"


def are(number: int) -> str:
    """The verb that fits a number of things: none is, one is, two are."""
    return "are" if number > 1 else "is"


def was(number: int) -> str:
    """The same in the past."""
    return "were" if number > 1 else "was"


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them, which says so where there are none.

    >>> listed(["a", "b", "c"]), listed([])
    ('a, b and c', 'none')
    """
    return in_a_row(words) or "none"


def speakers(sources: int) -> str:
    """Who has to speak before sources can agree or part.

    >>> speakers(2), speakers(7)
    ('both', 'two or more')
    """
    return "both" if sources == 2 else "two or more"
