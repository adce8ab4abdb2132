"""A point's lines can be read without the rest of the file: there they say what they say in their place.

What stands before them opens a mapping and in it a list, as the one line does that is put before them here. The line
behind them, the next dash or the next key, starts further left than anything in them, and so ends what they leave open,
as the end of the text does here. Only quotes and brackets would go on beyond it, and these, when they are read alone,
are a fault. So is the use of a name (&) that is given elsewhere in the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from sidebyside.record.checking import checked
from sidebyside.record.keeping.brackets import FIELD
from sidebyside.record.keeping.changes import Json
from sidebyside.record.keeping.lines import Lines
from sidebyside.record.keeping.splicing import Splicer, Unspliceable, edited
from sidebyside.record.points_file import PointEntry
from sidebyside.record.yaml_file import LOADER, YamlFile, parsed_yaml


@dataclass(frozen=True)
class Alone:
    """The lines of a point under a line that makes them a list of one; `offset` is their place in the file."""

    lines: Lines
    node: yaml.MappingNode
    offset: int

    @classmethod
    def of(cls, text: str, newline: str, offset: int) -> Alone:
        """Such lines; Unspliceable where they do not stand for themselves."""
        lines = Lines.of(under_field(text, newline))
        try:
            root: Any = yaml.compose(lines.text, Loader=LOADER)
        except yaml.MarkedYAMLError as error:
            inside = lines.place(error.problem_mark) - lines.starts[1] if error.problem_mark else 0
            raise Unspliceable(offset + inside) from None
        return cls(lines, root.value[0][1].value[0], offset)

    @property
    def halves(self) -> tuple[str, str]:
        """The point's own lines, without their last break, and what stands behind them.

        Remarks right behind it that stand further right than its dash are its own: they go, and come back, with it.
        """
        text, start, end = self.lines.text, self.lines.starts[1], self._end
        dash = text.index("-", start) - start
        own = re.compile(rf"(?:\r?\n {{{dash + 1},}}#[^\r\n]*)*").match(text, end)
        end = own.end() if own else end
        return text[start:end], text[end:]

    def edited(self, before: Mapping[str, Json], after: Mapping[str, Json]) -> str:
        """The lines with another point in place of this one."""
        start, end = self.lines.starts[1], self._end
        try:
            edits = Splicer(self.lines).fields(self.node, before, after)
            return edited(self.lines.text, edits, start, end) + self.lines.text[end:]
        except Unspliceable as error:
            raise Unspliceable(error.offset - start + self.offset) from None

    @property
    def _end(self) -> int:
        return self.lines.line_end(self.lines.end(self.node))


def says(text: str, newline: str) -> Json:
    """The point that lines of points.yml say, as plain data; None where they are not one point and no more.

    >>> says("  - id: day\\n  - id: night\\n", "\\n") is None
    True
    """
    file = parsed_yaml(under_field(text, newline), "")
    listed = file.data.get(FIELD) if isinstance(file.data, dict) and [*file.data] == [FIELD] else None
    if file.problems or not isinstance(listed, list) or len(listed) != 1:
        return None
    point = checked(YamlFile("", listed[0]), PointEntry)
    return point and point.plain


def under_field(text: str, newline: str) -> str:
    """Lines of points as the file of these points alone."""
    return f"{FIELD}:{newline}{text}"
