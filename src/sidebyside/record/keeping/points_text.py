"""points.yml as it is written: a change of one point changes the lines of that point, and no other byte of the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sidebyside.errors import ComparisonError, Problem, SourceError
from sidebyside.record.checking import checked
from sidebyside.record.keeping.alone import says
from sidebyside.record.keeping.brackets import placed_in
from sidebyside.record.keeping.changes import Change
from sidebyside.record.keeping.keys import identity_of
from sidebyside.record.keeping.lines import Lines
from sidebyside.record.keeping.pieces import Pieces, place_behind
from sidebyside.record.keeping.splicing import Unspliceable
from sidebyside.record.points_file import PointsFile, SetAsideEntry
from sidebyside.record.yaml_file import YamlFile, parsed_yaml
from sidebyside.texts import read_text
from sidebyside.texts.source import fingerprint

NAME = "points.yml"
MEND = "Write the points as a list, each from a dash on a line of its own, without & and * signs"
UNBRACKET = (
    "Its points stand between [ and ] in one list: take these two signs and the commas between the points away, and "
    'begin each point on a line of its own with "  - "; what stands between { and } may stay'
)


@dataclass(frozen=True)
class PointsText:
    """A points.yml: its text and fingerprint ("" where there is no such file), and what it says.

    `points` has the points as plain data by id, in reading order.
    """

    text: str
    sha256: str
    points: dict[str, dict[str, Any]]
    set_aside: tuple[SetAsideEntry, ...]
    read_as: YamlFile | Pieces

    @classmethod
    def loaded(cls, file: YamlFile | None, found: PointsFile) -> PointsText:
        """What a load has read; None for a file that is not there."""
        if file is None:
            return cls("", "", {}, (), YamlFile(NAME))
        points = {point.id: point.plain for point in found.points}
        return cls(file.text, fingerprint(file.text.encode("utf-8")), points, found.set_aside, file)

    @classmethod
    def of(cls, text: str) -> PointsText:
        """What a text says; ComparisonError, with every line that is wrong, where it does not fit the form."""
        file = parsed_yaml(text, NAME)
        found = checked(file, PointsFile)
        if file.problems or found is None:
            raise ComparisonError(NAME, file.problems)
        return cls.loaded(file, found)

    @classmethod
    def read(cls, path: Path) -> PointsText:
        """The file at a path, or an empty one where none is."""
        if not path.exists():
            return cls.loaded(None, PointsFile())
        try:
            return cls.of(read_text(path)[0])
        except SourceError as error:
            raise ComparisonError(NAME, [Problem(NAME, 0, str(error), "Put the file there again")]) from None

    def changed(self, changes: Iterable[Change]) -> PointsText:
        """The text after changes of points, at most one of each, proven by reading it: nothing else in it differs.

        Raises ComparisonError where it is written in a way in which a point cannot be changed alone.
        """
        changes = list(changes)
        wanted = placed(self.points, changes)
        try:
            before = self.pieces
            pieces = self._changed(before, changes)
            text = pieces.whole
            after = PointsText(text, fingerprint(text.encode("utf-8")), wanted, self.set_aside, pieces)
            read = after if proven(before, pieces, wanted) else PointsText.of(text)
        except (Unspliceable, ComparisonError) as error:
            line = Lines.of(self.text).number(error.offset) + 1 if isinstance(error, Unspliceable) else 0
            raise cannot(line, mend_of(self.text)) from error
        if not read.equals(after):
            raise cannot(0)
        return read

    @property
    def pieces(self) -> Pieces:
        """The text in pieces; Unspliceable where a point has no lines of its own."""
        return self.read_as if isinstance(self.read_as, Pieces) else Pieces.of(self.read_as, list(self.points))

    def lines_of(self, identity: str) -> str:
        """The lines in which a point stands, without the last break; "" where it shares them with others."""
        try:
            return self.pieces.own(identity)
        except Unspliceable:
            return ""

    def equals(self, other: PointsText) -> bool:
        """Whether both say the same, in the same order."""
        return list(self.points.items()) == list(other.points.items()) and self.set_aside == other.set_aside

    def _changed(self, pieces: Pieces, changes: Iterable[Change]) -> Pieces:
        for change in changes:
            identity = identity_of(change.key)
            if change.after is None:
                pieces = pieces.removed(identity)
            elif identity in self.points:
                pieces = pieces.edited(identity, self.points[identity], change.after)
            else:
                pieces = pieces.added(identity, change.after, change.behind, change.text)
        return pieces


def proven(before: Pieces, after: Pieces, wanted: Mapping[str, Any]) -> bool:
    """Whether pieces are seen to say what is wanted by reading those alone that are new; the others say what they said.

    That is so (`keeping.alone`) where nothing before and behind the points changed, and each new piece is whole lines
    that start with a dash in the column of the others. Else nothing is known yet, and the whole has to be read.
    """
    if (before.head, before.tail) != (after.head, after.tail) or not after.points:
        return False
    old = dict(before.points)
    new = [piece for piece in after.points if old.get(piece.identity) != piece.text]
    return (
        all(piece.text.startswith(f"{after.indent}- ") for piece in new)
        and all(piece.text.endswith(after.newline) for piece in new if after.tail or piece != after.points[-1])
        and all(says(piece.text, after.newline) == wanted[piece.identity] for piece in new)
    )


def cannot(line: int, mend: str = MEND) -> ComparisonError:
    """That a file cannot be changed as it is written."""
    return ComparisonError(NAME, [Problem(NAME, line, "cannot be changed here as it is written", mend)])


def mend_of(text: str) -> str:
    """How a file has to be written for its points to be changed one by one."""
    _, _, value = placed_in(text)
    return UNBRACKET if isinstance(value, yaml.SequenceNode) and value.flow_style and value.value else MEND


def placed(points: Mapping[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """The points after changes, in reading order.

    >>> list(placed({"a": {}, "b": {}}, [Change("points/c", None, {}, "a"), Change("points/b", {}, None)]))
    ['a', 'c']
    """
    after = dict(points)
    for change in changes:
        identity = identity_of(change.key)
        if change.after is None:
            after.pop(identity, None)
        elif identity in after:
            after[identity] = change.after
        else:
            listed = list(after.items())
            listed.insert(place_behind(list(after), change.behind), (identity, change.after))
            after = dict(listed)
    return after
