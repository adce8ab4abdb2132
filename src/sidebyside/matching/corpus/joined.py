"""What belongs together, one pair at a time: everything is known by the lowest number that it is joined with."""

from __future__ import annotations


class Joined:
    """Numbers that are each alone until they are joined.

    >>> joined = Joined()
    >>> joined.join(7, 3), joined.join(9, 7), joined.of(9), joined.of(4)
    (3, 3, 3, 4)
    """

    def __init__(self) -> None:
        self.above: dict[int, int] = {}  # a lower number that each is joined with, where there is one

    def of(self, number: int) -> int:
        """The lowest number that it is joined with, or itself."""
        lowest = number
        while lowest in self.above:
            lowest = self.above[lowest]
        while number != lowest:  # the next one who asks has a shorter way
            self.above[number], number = lowest, self.above[number]
        return lowest

    def join(self, one: int, other: int) -> int:
        """Joins two, with all that they are joined with; the lowest of these."""
        low, high = sorted((self.of(one), self.of(other)))
        if low != high:
            self.above[high] = low
        return low
