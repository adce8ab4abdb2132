"""A list without points is written as brackets: the first point to come opens them, the last to go closes them."""

from __future__ import annotations

import yaml

from sidebyside.record.keeping.lines import Lines
from sidebyside.record.yaml_file import LOADER

FIELD = "points"


def opened(text: str) -> tuple[str, str]:
    """A file without points as what stands before its points and what stands behind them, in whole lines.

    >>> opened("points: []  # none yet\\nset_aside: []\\n")
    ('points:  # none yet\\n', 'set_aside: []\\n')
    """
    lines, key, value = placed_in(text)
    if key is None or value is None:
        start = text if not text or text.endswith(("\n", "\r")) else text + lines.newline
        return f"{start}{FIELD}:{lines.newline}", ""
    colon, end = text.index(":", lines.end(key)) + 1, lines.end(value)
    rest = lines.line_end(end)
    head = text[:colon] + text[end:rest] + lines.newline
    return head, text[rest:].removeprefix(lines.newline)


def closed(text: str) -> str:
    """A file whose last point was taken out, with brackets for its list.

    >>> closed("points:  # none left\\nset_aside: []\\n")
    'points: []  # none left\\nset_aside: []\\n'
    """
    lines, key, _ = placed_in(text)
    colon = text.index(":", lines.end(key)) + 1 if key else len(text)
    return f"{text[:colon]} []{text[colon:]}"


def placed_in(text: str) -> tuple[Lines, yaml.Node | None, yaml.Node | None]:
    """The lines of a file, and the key and value of its points, None where it has none."""
    root = yaml.compose(text, Loader=LOADER)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == FIELD:
            return Lines.of(text), key, value
    return Lines.of(text), None, None
