"""Words that were pasted are a source as well; a type of their own keeps them apart from the path of a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Pasted:
    """The text of a source, and its title if one is known.

    What else came with it, as `where` says ("the table of the corpus"): its publisher, its date, its address.

    >>> Pasted("They dug a well.", title="On wells").name
    'On wells'
    """

    text: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    address: str = ""
    where: str = "what was pasted with it"

    @property
    def name(self) -> str:
        """What an error calls it."""
        return self.title or f"the pasted text that begins {' '.join(self.text.split()[:5])!r}"


Given = str | Path | Pasted  # what a source may be made from
