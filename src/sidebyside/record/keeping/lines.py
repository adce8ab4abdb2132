"""A YAML text and its lines, as its parser counts them: where a node stands, and where what it says ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

import yaml

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True)
class Lines:
    """A text, and where each of its lines starts and ends, in code points; its break belongs to no line."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of a text."""
        breaks = [found.span() for found in BREAK.finditer(text)]
        return cls(text, (0, *(end for _, end in breaks)), (*(start for start, _ in breaks), len(text)))

    @property
    def newline(self) -> str:
        """How the first line ends, which is how any line is to end that comes to be; "\\n" where that is unusual."""
        first = self.text[self.ends[0] : self.starts[1]] if len(self.starts) > 1 else "\n"
        return first if first == "\r\n" else "\n"

    def number(self, offset: int) -> int:
        """The line in which an offset stands, counted from 0."""
        return bisect_right(self.starts, offset) - 1

    def line_start(self, offset: int) -> int:
        """Where the line of an offset starts."""
        return self.starts[self.number(offset)]

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its break."""
        return self.ends[self.number(offset)]

    def end_before(self, offset: int) -> int:
        """Where the line before that of an offset ends."""
        return self.ends[self.number(offset) - 1]

    def start(self, node: yaml.Node) -> int:
        """The offset at which a node starts."""
        return self.place(node.start_mark)

    def end(self, node: yaml.Node) -> int:
        """Where what a node says ends, without the blank lines and comments that the parser counts with it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        end = self.place(node.end_mark)
        over_lines = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        return len(self.text[:end].rstrip()) if over_lines else end

    def place(self, mark: yaml.Mark) -> int:
        """The offset of a mark of the parser."""
        return self.starts[mark.line] + int(mark.column)
