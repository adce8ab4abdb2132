"""An entry is a line of the journal: one action of one person, all its changes together or none of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, ClassVar
from uuid import uuid4

from pydantic import ConfigDict, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import from_json

from sidebyside.record.keeping.changes import Change
from sidebyside.record.keeping.keys import NAME, fault, is_point

OUTSIDE = "(outside)"  # stands for whoever edited points.yml by other means
LONGEST = 300  # code points of the words for an action

Shape = StringConstraints
Id = Annotated[str, Shape(pattern=r"^[0-9a-f]{32}$")]
MaybeId = Annotated[str, Shape(pattern=r"^([0-9a-f]{32})?$")]
MaybeSha256 = Annotated[str, Shape(pattern=r"^([0-9a-f]{64})?$")]


@dataclass(frozen=True)
class Entry:
    """Who did what and when (`at`: UTC), and what that changed.

    `undoes` and `redoes` name another entry: one that this takes back, and one (an undo, or one that was held) that it
    puts in force. `found` and `made` are the fingerprints of points.yml before and after, "" where no point changed. An
    entry that is `held` could not be applied: it is kept, and not in force.
    """

    id: Id
    at: Annotated[str, Shape(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    by: Annotated[str, Shape(pattern=rf"^({NAME}|\(outside\))$")]
    did: Annotated[str, Shape(max_length=LONGEST)]
    changes: tuple[Change, ...]
    undoes: MaybeId = ""
    redoes: MaybeId = ""
    found: MaybeSha256 = ""
    made: MaybeSha256 = ""
    held: bool = False

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    @property
    def words(self) -> str:
        """What was done, without saying that it was undone or done again."""
        return self.did.removeprefix("undo: " if self.undoes else "redo: ") if self.undoes or self.redoes else self.did


FORM = TypeAdapter(Entry)


def new_entry(by: str, did: str, changes: tuple[Change, ...], **more: str | bool) -> Entry:
    """An entry of this moment."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    shown = did if len(did) <= LONGEST else did[: LONGEST - 2].rstrip() + " …"
    return Entry(uuid4().hex, at, by, shown, changes, **more)  # type: ignore[arg-type]


def line_of(entry: Entry) -> bytes:
    """The entry as a line of JSON in UTF-8, its end included. ValueError where JSON cannot hold a value."""
    return FORM.dump_json(entry, exclude_defaults=True) + b"\n"


def entry_of(line: bytes) -> Entry:
    """The entry of a line; ValueError, in words, where it is none."""
    try:
        data = from_json(line)
    except ValueError as error:
        raise ValueError(f"the line: Invalid JSON: {error}") from None
    try:
        entry = FORM.validate_python(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise ValueError(f"{', '.join(map(str, first['loc'])) or 'the line'}: {first['msg']}") from None
    for change in entry.changes:
        # Points are proven when they are read from points.yml, or put back there: an old one may lack a new field.
        wrong = "" if is_point(change.key) else fault(change.key, change.after)
        if wrong:
            raise ValueError(wrong)
    return entry
