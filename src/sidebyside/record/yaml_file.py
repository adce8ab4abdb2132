"""A YAML file as plain lists, dicts and strings, with the line of every value, and nothing in it executed.

Every scalar is read as the string that stands there: the models give it its type, so `on:`, `no` and dates stay words.
It is read in one pass over the parser's events: PyYAML's own tree of nodes takes twice as long, and its builder calls
itself for each level, so that a file of 30,000 brackets ends the process, not the load.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sidebyside.errors import Problem, SourceError
from sidebyside.texts import read_text

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KeyPath = tuple[str | int, ...]
LARGEST_DEPTH = 40
STARTS, ENDS = yaml.CollectionStartEvent, yaml.CollectionEndEvent


@dataclass
class YamlFile:
    """What a file holds (`data`), the line of each value by its path of keys, and what is wrong with it.

    `text` is the file as it stands; `tied` says that something in it has a name (&) by which it may be used elsewhere.
    """

    name: str
    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    text: str = field(default="", repr=False)
    tied: bool = False

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
    name = name or path.name
    try:
        text, _ = read_text(path)
    except SourceError as error:
        file = YamlFile(name)
        file.problem(str(error), "Put the file there again, as UTF-8 text")
        return file
    return parsed_yaml(text, name)


def parsed_yaml(text: str, name: str) -> YamlFile:
    """What a file of that text holds; what cannot be read is among its `problems`, and `data` is None then."""
    file = YamlFile(name, text=text)
    try:
        file.data = Reading(file, yaml.parse(text, Loader=LOADER)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = f"not YAML: {error.problem or error.context}"
        file.problems = [Problem(name, mark.line + 1 if mark else 0, what, "Mend the line or the one above it")]
    except yaml.reader.ReaderError as error:
        # Not from the error's own position: PyYAML counts bytes there, or characters, as its parser has it.
        line = next(
            (n for n, words in enumerate(text.split("\n"), 1) if yaml.reader.Reader.NON_PRINTABLE.search(words)), 0
        )
        what = f"not YAML: {error.reason}"
        file.problems = [Problem(name, line, what, "Take the control character out, and save as UTF-8")]
    except TooDeep as error:
        file.problems = [Problem(name, error.line, "nested too deep", "Write it flat")]
    return file


class TooDeep(Exception):
    """A file goes deeper than LARGEST_DEPTH, at this line."""

    def __init__(self, line: int) -> None:
        self.line = line


class Reading:
    """One pass over the events of a file, which notes lines and problems in it."""

    def __init__(self, file: YamlFile, events: Iterator[Any]) -> None:
        self.file = file
        self.events = events
        self.named: dict[str, str | None] = {}  # the words that have a name, None for a list or a mapping

    def document(self) -> Any:
        """What the one document of the file holds, None where it has none."""
        next(self.events)  # the stream starts
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        data = self.value(next(self.events), ())
        next(self.events)  # the document ends
        second = next(self.events)
        if isinstance(second, yaml.DocumentStartEvent):
            raise yaml.MarkedYAMLError(None, None, "a second document starts", second.start_mark)  # type: ignore[arg-type]
        return data

    def value(self, event: Any, path: KeyPath) -> Any:
        """What starts with an event, read to its end."""
        line = event.start_mark.line + 1
        self.file.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent):
            return self.again(event, path)
        words = event.value if isinstance(event, yaml.ScalarEvent) else None
        if event.anchor:
            self.named[event.anchor] = words
            self.file.tied = True
        if words is not None:
            return words
        if len(path) > LARGEST_DEPTH:
            raise TooDeep(line)
        return self.items(path) if isinstance(event, yaml.SequenceStartEvent) else self.fields(path)

    def items(self, path: KeyPath) -> list[Any]:
        """A list."""
        found: list[Any] = []
        while not isinstance(event := next(self.events), ENDS):
            found.append(self.value(event, (*path, len(found))))
        return found

    def fields(self, path: KeyPath) -> dict[str, Any]:
        """A mapping; a key that stands a second time is a problem, and what stands there is passed over."""
        found: dict[str, Any] = {}
        while not isinstance(event := next(self.events), ENDS):
            line, key = event.start_mark.line + 1, self.key(event)
            if key in found:
                self.file.problems.append(Problem(self.file.name, line, f'"{key}" stands twice', "Keep one of the two"))
                self.passed(next(self.events))
                continue
            self.file.lines[(*path, key)] = line
            found[key] = self.value(next(self.events), (*path, key))
        return found

    def key(self, event: Any) -> str:
        """A key; "?", which no model knows, for one that is no word."""
        if isinstance(event, yaml.AliasEvent):
            return self.again(event, ()) or "?"
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor:
                self.named[event.anchor] = event.value
                self.file.tied = True
            return str(event.value)
        self.passed(event)
        return "?"

    def again(self, event: Any, path: KeyPath) -> str | None:
        """The words of that name."""
        if event.anchor not in self.named:
            raise yaml.MarkedYAMLError(None, None, f"found undefined alias {event.anchor}", event.start_mark)
        words = self.named[event.anchor]
        if words is None:
            # An alias to a list or mapping can make a small file endless; no comparison needs one.
            self.file.problem("a list or mapping is used twice through an alias", "Write it out", *path)
        return words

    def passed(self, event: Any) -> None:
        """Reads on to the end of what starts with an event."""
        depth = int(isinstance(event, STARTS))
        while depth:
            event = next(self.events)
            depth += isinstance(event, STARTS) - isinstance(event, ENDS)
