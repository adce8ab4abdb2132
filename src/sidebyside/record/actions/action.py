"""An action is what a person asks for, as a small closed model; it says what changes that means, and changes nothing.

It comes as a message from a browser, so nothing of it is trusted: every field is bounded, and what a file cannot hold
is refused before anything is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from sidebyside.record.fields import Certainty, Many, Model, Some, one_of
from sidebyside.record.keeping.changes import At, Change, Json
from sidebyside.record.vocabulary import SILENCES
from sidebyside.texts.source import LARGEST

LONGEST = 20_000  # code points of a text that a person writes or quotes
MOST = 200  # entries of a list
LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")  # as keyboards and other programs make them
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # no YAML file can hold them

State = Mapping[str, Json]
NOTHING: State = MappingProxyType({})


def writable(words: str) -> str:
    """The words with every line end as a line feed; refuses what no YAML file can hold.

    >>> writable("one\\r\\ntwo")
    'one\\ntwo'
    """
    words = LINE_END.sub("\n", words)
    found = UNWRITABLE.search(words)
    if found:
        code = f"U+{ord(found[0]):04X}"
        raise PydanticCustomError("unwritable", "take the control character {code} out", {"code": code})
    return words


Text = Annotated[str, StringConstraints(max_length=LONGEST), AfterValidator(writable)]
Filled = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST), AfterValidator(writable)]
Silence = Annotated[str, one_of(SILENCES)]
Certainties = Annotated[tuple[Certainty, ...], Many, Some, Field(max_length=MOST)]
Offset = Annotated[int, Field(strict=True, ge=0, le=LARGEST)]
Selection = tuple[Offset, Offset]  # (start, end) in code points of a source, end excluded
Few = Field(max_length=MOST)


class Action(Model):
    """What a person asks for. `kind` tells the actions apart; each adds the fields it needs."""

    kind: str

    def did(self, state: State = NOTHING) -> str:
        """A few words for the journal and the undo button; points are called by their labels in `state`, else by id."""
        raise NotImplementedError

    def changes(self, state: State, at: At) -> list[Change]:
        """What becomes of the state; nothing where all is as it should be already.

        Raises Refused where it cannot be done, or where a load of the outcome would find something wrong.
        """
        raise NotImplementedError
