"""A field of a point is set right in the text itself: what stands around it, comments too, stays to the letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

import yaml

from sidebyside.record.keeping.changes import Json
from sidebyside.record.keeping.lines import Lines
from sidebyside.record.keeping.writing import field_lines, in_flow

BLANK = re.compile(r" *")
DASH = re.compile(r"( *)- +")
REMARK = re.compile(r"(?:[|>][-+0-9]*)? +(#[^\r\n]*)")  # behind a value, or behind the sign of one over several lines


class Unspliceable(ValueError):
    """The text is written in a way in which this cannot be changed alone; `offset` is where."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        super().__init__(f"at {offset}")


class Edit(NamedTuple):
    """New text for a stretch of the old, `start` up to, not including, `end`."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterator[Edit], start: int, end: int) -> str:
    """A stretch of a text with edits in it, none of which reaches over another; Unspliceable where one leaves it."""
    parts, at = [], start
    for edit in sorted(edits):
        if not at <= edit.start <= edit.end <= end:
            raise Unspliceable(start)  # an alias stands elsewhere in the file than where it is used
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:end]])


@dataclass(frozen=True)
class Splicer:
    """Gives the edits that make of a point, or of a field of it, what it is to be."""

    lines: Lines

    def fields(self, node: yaml.MappingNode, before: Mapping[str, Json], after: Mapping[str, Json]) -> Iterator[Edit]:
        """The edits for the fields that differ; what is new comes behind that which it follows in `after`, or first."""
        there = {key.value: (key, value) for key, value in node.value}
        for name, (key, value) in there.items():
            if before.get(name) == after.get(name):
                continue
            if name in after:
                yield from self.field(node, key, value, before.get(name), after[name])
            else:
                yield self.without(node, list(there).index(name))
        anchor = None
        for name in after:
            if name in there:
                anchor = there[name][1]
            elif anchor is None:
                yield self.put_first(node, name, after[name])
            else:
                yield self.added(node, anchor, name, after[name])

    def field(
        self, parent: yaml.MappingNode, key: yaml.Node, value: yaml.Node, before: Json, after: Json
    ) -> Iterator[Edit]:
        """The edits that give a field another value: within it where its parts can be told apart, else in its place."""
        if isinstance(value, yaml.MappingNode) and isinstance(before, dict) and isinstance(after, dict):
            yield from self.fields(value, before, after)
        elif isinstance(value, yaml.SequenceNode) and not value.flow_style and len(value.value) == len(before):
            yield from self.items(value, before, after)
        elif parent.flow_style:
            yield Edit(self.lines.start(value), self.lines.end(value), in_flow(after, key.value))
        else:
            yield self.in_place(key, value, after)

    def in_place(self, key: yaml.Node, value: yaml.Node, after: Json) -> Edit:
        """Writes a field on lines of its own anew; a remark behind it stays behind it."""
        text, start, end = self.lines.text, self.lines.start(key), self.lines.end(value)
        column = start - self.lines.line_start(start)
        first, *rest = field_lines(key.value, after, column)
        over_lines = isinstance(value, yaml.ScalarNode) and value.style in ("|", ">")
        remark = REMARK.match(text, self.lines.start(value) if over_lines else end)
        if remark:
            first, end = f"{first}  {remark[1]}", max(end, remark.end())
        return Edit(start, end, self.lines.newline.join([first, *rest]))

    def without(self, node: yaml.MappingNode, index: int) -> Edit:
        """Takes a field away."""
        key, value = node.value[index]
        if not node.flow_style:
            return self.without_lines(self.lines.start(key), self.lines.end(value), BLANK)
        if index:
            return Edit(self.lines.end(node.value[index - 1][1]), self.lines.end(value), "")
        behind = node.value[1][0] if len(node.value) > 1 else None
        return Edit(self.lines.start(key), self.lines.start(behind) if behind else self.lines.end(value), "")

    def added(self, node: yaml.MappingNode, behind: yaml.Node, name: str, value: Json) -> Edit:
        """Adds a field behind the value of another."""
        if node.flow_style:
            end = self.lines.end(behind)
            return Edit(end, end, f", {name}: {in_flow(value, name)}")
        end = self.lines.line_end(self.lines.end(behind))
        start = self.lines.start(node)
        column = start - self.lines.line_start(start)
        first, *rest = field_lines(name, value, column)
        return Edit(end, end, self.lines.newline.join(["", " " * column + first, *rest]))

    def put_first(self, node: yaml.MappingNode, name: str, value: Json) -> Edit:
        """Adds a field before all others."""
        if not node.value:
            raise Unspliceable(self.lines.start(node))
        start = self.lines.start(node.value[0][0])
        if node.flow_style:
            return Edit(start, start, f"{name}: {in_flow(value, name)}, ")
        column = start - self.lines.line_start(start)
        return Edit(start, start, self.lines.newline.join([*field_lines(name, value, column), " " * column]))

    def items(self, node: yaml.SequenceNode, before: list[Json], after: list[Json]) -> Iterator[Edit]:
        """The edits that make of a list with a dash before each item another one; items that stay keep their lines."""
        column = self.lines.start(node) - self.lines.line_start(self.lines.start(node))
        one, other = ([json.dumps(item, sort_keys=True) for item in items] for items in (before, after))
        for what, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if what == "equal":
                continue
            start = self.lines.start(node.value[min(i, len(before) - 1)])
            place = self.lines.line_end(self.lines.end(node.value[i - 1])) if i else self.lines.end_before(start)
            new = "".join(f"{self.lines.newline}{' ' * column}- {in_flow(item)}" for item in after[k:m])
            yield Edit(place, place, new)
            for item in node.value[i:j]:
                yield self.without_lines(self.lines.start(item), self.lines.end(item), DASH)

    def without_lines(self, start: int, end: int, lead: re.Pattern[str]) -> Edit:
        """Takes away the lines from an offset to another, which have nothing before it but `lead`."""
        first = self.lines.line_start(start)
        if not lead.fullmatch(self.lines.text, first, start):
            raise Unspliceable(start)
        return Edit(self.lines.end_before(start), self.lines.line_end(end), "")
