"""A YAML file as plain lists, dicts and strings, with the line of every value, and nothing in it executed.

Every scalar is read as the string that stands there: the models give it its type, so `on:`, `no` and dates stay words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sidebyside.errors import Problem, SourceError
from sidebyside.texts import read_text

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KeyPath = tuple[str | int, ...]
LARGEST_DEPTH = 40


@dataclass
class YamlFile:
    """What a file holds (`data`), the line of each value by its path of keys, and what is wrong with it."""

    name: str
    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, *path: str | int) -> int:
        """The line of the value at that path, or of the nearest value around it; 0 if there is none."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)

    def problem(self, what: str, mend: str, *path: str | int) -> None:
        """Notes that something at that path is wrong, and what would be right."""
        self.problems.append(Problem(self.name, self.line(*path), what, mend))


def read_yaml(path: Path, name: str = "") -> YamlFile:
    """The file; what cannot be read is among its `problems`, and `data` is None then."""
    file = YamlFile(name or path.name)
    try:
        text, _ = read_text(path)
        line = too_deep(text)
        if line:
            file.problems.append(Problem(file.name, line, "nested too deep", "Write it flat"))
            return file
        node = yaml.compose(text, Loader=LOADER)
    except SourceError as error:
        file.problem(str(error), "Put the file there again, as UTF-8 text")
        return file
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        file.problems.append(
            Problem(file.name, line, f"not YAML: {error.problem or error.context}", "Mend the line or the one above it")
        )
        return file
    except yaml.reader.ReaderError as error:
        # Not from the error's own position: PyYAML counts bytes there, or characters, as its parser has it.
        line = next(
            (n for n, words in enumerate(text.split("\n"), 1) if yaml.reader.Reader.NON_PRINTABLE.search(words)), 0
        )
        what = f"not YAML: {error.reason}"
        file.problems.append(Problem(file.name, line, what, "Take the control character out, and save as UTF-8"))
        return file
    if node is not None:
        file.data = _plain(node, file, (), set())
    return file


def too_deep(text: str) -> int:
    """The line at which a YAML text goes deeper than LARGEST_DEPTH; 0 if it does not.

    Asked of the parser's events before the tree is built: PyYAML's builder calls itself for each level, and a file of
    30,000 brackets ends the process, not the load.
    """
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > LARGEST_DEPTH + 1:
            return event.start_mark.line + 1 if event.start_mark else 1
    return 0


def _plain(node: yaml.Node, file: YamlFile, path: KeyPath, above: set[int]) -> Any:
    line = node.start_mark.line + 1
    file.lines.setdefault(path, line)
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if id(node) in above or len(path) > LARGEST_DEPTH:
        # An alias to a list or mapping can make a small file endless; no comparison needs one.
        file.problem("a list or mapping is used twice through an alias, or nested too deep", "Write it out", *path)
        return None
    above.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, file, (*path, index), above) for index, child in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key_node, value in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        if key in found:
            found_line = key_node.start_mark.line + 1
            file.problems.append(Problem(file.name, found_line, f'"{key}" stands twice', "Keep one of the two"))
            continue
        file.lines[(*path, key)] = key_node.start_mark.line + 1
        found[key] = _plain(value, file, (*path, key), above)
    return found
