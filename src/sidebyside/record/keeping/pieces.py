"""points.yml in pieces, its points and what stands around them: each can be changed, added or taken out alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sidebyside.record.keeping.alone import Alone, says
from sidebyside.record.keeping.brackets import FIELD, closed, opened
from sidebyside.record.keeping.changes import Json
from sidebyside.record.keeping.lines import Lines
from sidebyside.record.keeping.splicing import DASH, Unspliceable
from sidebyside.record.keeping.writing import point_lines
from sidebyside.record.yaml_file import YamlFile

INDENT = "  "  # before the dash of a point, where the file has none to go by


class Piece(NamedTuple):
    """Whole lines, from a point's dash to the next one's: its own, and the blank ones and remarks behind them."""

    identity: str
    text: str


@dataclass(frozen=True)
class Pieces:
    """The lines before the points, those of each point, and those behind the list.

    `indent` stands before the dash of each point; `tied`: something in the file has a name by which it may be used
    elsewhere.
    """

    head: str
    points: tuple[Piece, ...]
    tail: str
    newline: str
    indent: str = INDENT
    tied: bool = False

    @classmethod
    def of(cls, file: YamlFile, ids: Sequence[str]) -> Pieces:
        """The pieces of a file that was read; Unspliceable where a point has no lines of its own."""
        text, lines = file.text, Lines.of(file.text)
        if not ids:
            return cls(text, (), "", lines.newline, tied=file.tied)
        starts = [lines.starts[file.lines[FIELD, number] - 1] for number in range(len(ids))]
        keys = [*file.data]
        behind = keys[keys.index(FIELD) + 1 :]
        end = lines.starts[file.lines[(behind[0],)] - 1] if behind else len(text)
        dash = DASH.match(text, starts[0])
        indent = dash[1] if dash else ""
        for start, following in zip(starts, [*starts[1:], end], strict=True):
            if not text.startswith(f"{indent}- ", start) or start >= following:
                raise Unspliceable(start)
        cuts = zip(ids, starts, [*starts[1:], end], strict=True)
        points = tuple(Piece(identity, text[start:following]) for identity, start, following in cuts)
        return cls(text[: starts[0]], points, text[end:], lines.newline, indent, file.tied)

    @property
    def whole(self) -> str:
        """The text that the pieces make."""
        return "".join([self.head, *(piece.text for piece in self.points), self.tail])

    def edited(self, identity: str, before: Mapping[str, Json], after: Mapping[str, Json]) -> Pieces:
        """With another point in place of one."""
        place = self._place(identity)
        text = self._alone(place).edited(before, after)
        return replace(self, points=(*self.points[:place], Piece(identity, text), *self.points[place + 1 :]))

    def added(self, identity: str, point: Mapping[str, Json], behind: str | None, text: str = "") -> Pieces:
        """With a point more, behind another; at the end for None, or if that is gone.

        It is written in the lines of `text` where these say it, as it stood before, else in the package's own style.
        """
        block = text.replace("\r\n", "\n").replace("\n", self.newline)
        if not block.startswith(f"{self.indent}- ") or says(block, self.newline) != point:
            block = self.newline.join(point_lines(point, len(self.indent)))
        place = place_behind([piece.identity for piece in self.points], behind)
        if not self.points:
            head, tail = opened(self.head)
            return replace(self, head=head, points=(Piece(identity, block + self.newline),), tail=tail)
        if not place:
            return replace(self, points=(Piece(identity, block + self.newline), *self.points))
        own, rest = self._alone(place - 1).halves
        two = Piece(self.points[place - 1].identity, own + self.newline), Piece(identity, block + rest)
        return replace(self, points=(*self.points[: place - 1], *two, *self.points[place:]))

    def removed(self, identity: str) -> Pieces:
        """Without a point and the remarks that are its own; what else stands behind its lines stays."""
        place = self._place(identity)
        rest = self._alone(place).halves[1].removeprefix(self.newline)
        others = (*self.points[:place], *self.points[place + 1 :])
        if not others:
            return replace(self, head=closed(self.head + rest + self.tail), points=(), tail="")
        if not place:
            return replace(self, head=self.head + rest, points=others)
        before = self.points[place - 1]
        return replace(self, points=(*others[: place - 1], Piece(before.identity, before.text + rest), *others[place:]))

    def own(self, identity: str) -> str:
        """The lines of a point and its own remarks, without the last break and what stands behind them."""
        return self._alone(self._place(identity)).halves[0]

    def _place(self, identity: str) -> int:
        return next(n for n, piece in enumerate(self.points) if piece.identity == identity)

    def _alone(self, place: int) -> Alone:
        offset = len(self.head) + sum(len(piece.text) for piece in self.points[:place])
        text = self.points[place].text
        if self.tied and "&" in text:  # what has a name here may be used in another point
            raise Unspliceable(offset)
        return Alone.of(text, self.newline, offset)


def place_behind(ids: Sequence[str], behind: str | None) -> int:
    """How many of the ids stand before a place: behind one of them, first for "", last for None and what is gone."""
    if behind == "":
        return 0
    return ids.index(behind) + 1 if behind in ids else len(ids)
