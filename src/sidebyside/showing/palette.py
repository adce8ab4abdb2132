"""One colour for a source and one for a verdict, everywhere, and a second cue beside each: marker, hatch or sign.

Contrast with the paper, light and dark, is at least 4.5 for every colour here but the rules (WCAG 2). Seven verdicts
cannot be told apart by colour by everyone, and in grey by nobody: a verdict never stands as a bare colour.
"""

from __future__ import annotations

from typing import NamedTuple


class Colour(NamedTuple):
    """The same thing on light and on dark paper."""

    light: str
    dark: str


PAPER = Colour("#fbfaf6", "#15181c")
INK = Colour("#1d1f22", "#e9e6df")
QUIET = Colour("#5b5f66", "#a9adb4")
RULE = Colour("#d9d5ca", "#363b42")
SOFT = Colour("#f2efe7", "#1e2227")
ON = Colour("#ffffff", "#15181c")  # what is drawn on a filled tile

SOURCES = (
    Colour("#005f9e", "#6db4f5"),
    Colour("#b05600", "#ffab5c"),
    Colour("#64781f", "#b5c96a"),
    Colour("#8459b0", "#c9b0f0"),
    Colour("#77125d", "#fa499a"),
    Colour("#4a4205", "#609c04"),
    Colour("#3809bb", "#c15df5"),
    Colour("#565c64", "#a3a8b0"),  # every source after the seventh: its letter tells it
)
MARKERS = ("o", "s", "^", "D", "v", "P", "h")

VERDICTS = {
    "agree": Colour("#0b806b", "#4fc39a"),
    "conflict": Colour("#a9162f", "#ff6b62"),
    "certainty": Colour("#5b2184", "#b28cf5"),
    "detail": Colour("#7d6f05", "#e0d060"),
    "framing": Colour("#bf3f8d", "#f08cc8"),
    "only": Colour("#4a535d", "#929ca8"),
    "internal": Colour("#35261c", "#ecd3bf"),
}
HATCHES = {
    "agree": "",
    "conflict": "xxx",
    "certainty": "---",
    "detail": "|||",
    "framing": "///",
    "only": "",
    "internal": "\\\\\\",
}


def source_slot(key: str) -> int:
    """Which of the source colours a key has: A the first, B the second; the last for all that have none of their own.

    >>> source_slot("A"), source_slot("E"), source_slot("T"), source_slot("AB")
    (0, 4, 7, 7)
    """
    last = len(SOURCES) - 1
    return min(ord(key) - ord("A"), last) if len(key) == 1 else last


def source_marker(key: str) -> str:
    """The marker of a source; its letter where it has no shape of its own.

    >>> source_marker("B"), source_marker("T")
    ('s', '$T$')
    """
    return MARKERS[source_slot(key)] if source_slot(key) < len(MARKERS) else f"${key}$"


def source_colour(key: str) -> str:
    """The colour of a source on light paper."""
    return SOURCES[source_slot(key)].light


def variables() -> dict[str, Colour]:
    """Every colour under the name it has in style sheets: `--paper`, `--s0` for the first source, `--agree`."""
    named = {"paper": PAPER, "ink": INK, "quiet": QUIET, "rule": RULE, "soft": SOFT, "on": ON}
    return named | {f"s{slot}": colour for slot, colour in enumerate(SOURCES)} | VERDICTS


def declarations(dark: bool = False) -> str:
    """The colours as CSS custom properties.

    >>> declarations().split(";")[0]
    '--paper:#fbfaf6'
    """
    return ";".join(f"--{name}:{colour.dark if dark else colour.light}" for name, colour in variables().items())
