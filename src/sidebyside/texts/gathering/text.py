"""A text of a corpus: its words, whom it counts by, when it is from; what is read of it hangs on no other text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property

from sidebyside.texts.parts import Part
from sidebyside.texts.source import Source, fingerprint

ONE = "A"  # the key of a text on its own: what is read of it is the same in every corpus


@dataclass(frozen=True)
class Text:
    """One text as it was gathered; "" is what nobody stated.

    `key` tells it from the others of its corpus; `by` is whom it counts by (outlet, ministry, author); `date` is a
    day, month or year (2024-03-05, 2024-03, 2024). What none of the `parts` claims is body.
    """

    key: str
    words: str
    title: str = ""
    by: str = ""
    date: str = ""
    address: str = ""
    parts: tuple[Part, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of all that decides what is read of it: words, parts, and the date that "last year" hangs on.

        >>> Text("a", "They dug.", by="The Post").sha256 == Text("b", "They dug.").sha256
        True
        """
        return fingerprint(json.dumps([self.words, self.places, self.date]).encode("ascii"))

    @property
    def places(self) -> list[tuple[str, int, int]]:
        """The parts as JSON can hold them: role, start and end (code points, end excluded)."""
        return [(part.role, part.start, part.end) for part in self.parts]

    @property
    def source(self) -> Source:
        """The text as a source on its own; its passages are A1, A2, ... whatever its key in the corpus."""
        return Source(ONE, self.title, self.words, self.parts)
