"""The entries of a YAML file are set right in its text: those that stay as they were keep their lines and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from sidebyside.record.keeping.lines import Lines
from sidebyside.record.keeping.splicing import DASH, Edit, Splicer, edited
from sidebyside.record.keeping.writing import fields_lines, in_flow
from sidebyside.record.yaml_file import LOADER, YamlFile


def respelled(file: YamlFile, after: Mapping[str, Any]) -> str:
    """The text of a file in which these of its lists are other: an entry is None that is to go, others may differ.

    A list that it does not have yet is added at its end. Raises Unspliceable where it is written in a way in which an
    entry cannot be changed alone.
    """
    lines = Lines.of(file.text)
    root = yaml.compose(file.text, Loader=LOADER)
    there = {key.value: value for key, value in root.value} if root else {}
    edits = [
        edit
        for name, entries in after.items()
        if name in there
        for edit in of_list(Splicer(lines), there[name], file.data[name], entries)
    ]
    text = edited(file.text, iter(edits), 0, len(file.text))
    new = {name: entries for name, entries in after.items() if name not in there}
    return lines.newline.join([text.rstrip("\r\n"), *fields_lines(new, 0), ""]) if new else text


def of_list(splicer: Splicer, node: yaml.SequenceNode, before: list[Any], after: list[Any]) -> Iterator[Edit]:
    """The edits of one list, entry by entry; entries beyond those it has come behind them."""
    if before == after:
        return
    if node.flow_style or not any(after):  # no line is left to hang another on
        yield Edit(splicer.lines.start(node), splicer.lines.end(node), in_flow([entry for entry in after if entry]))
        return
    for item, was, now in zip(node.value, before, after, strict=False):
        if now is None:
            yield splicer.without_lines(splicer.lines.start(item), splicer.lines.end(item), DASH)
        elif was != now:
            yield from splicer.fields(item, was, now)
    if len(after) > len(before):
        yield from splicer.items(node, before, [*before, *after[len(before) :]])
