"""What was made lately is still at hand: several steps look at one passage, and the costly work on it is done once.

A memory belongs to the process, holds only so much, and lets the oldest go first. It decides nothing: what is no longer
at hand is made anew, and is the same.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

T = TypeVar("T")


class Lately(Generic[T]):
    """What was made of texts lately: up to `room`, in whatever `keep` is told the size of a thing in.

    >>> memory = Lately[str](room=3)
    >>> memory.keep("a", "A", 2), memory.keep("b", "B", 2), memory.at_hand("a"), memory.at_hand("b")
    (None, None, None, 'B')
    """

    def __init__(self, room: int) -> None:
        self.room, self.held = room, 0
        self.things: OrderedDict[str, tuple[T, int]] = OrderedDict()

    def at_hand(self, text: str) -> T | None:
        """What was made of a text, or None."""
        found = self.things.get(text)
        return found[0] if found else None

    def keep(self, text: str, thing: T, size: int = 1) -> None:
        """Keeps what was made of a text; what there is no room for goes, the oldest first."""
        _, before = self.things.pop(text, (None, 0))
        self.things[text] = thing, size
        self.held += size - before
        while self.held > self.room:
            self.held -= self.things.popitem(last=False)[1][1]

    def forget(self) -> None:
        """Lets everything go: for whoever measures how long the work takes."""
        self.things.clear()
        self.held = 0
