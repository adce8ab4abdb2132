"""Words as YAML: plain where every reader takes them for words, else in quotes; over several lines when long."""

from __future__ import annotations

import re
import sys
import textwrap

import yaml

WIDTH = 100  # columns of a line of points.yml
# A letter first, then nothing that means something to YAML anywhere, in a list or out of it.
PLAIN = re.compile(r"[^\W\d_](?:[\w .;/()%$§+=~’‘“”–—…?!-]*[\w.;/()%$’”…?!])?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ODD = re.compile(r"[^\S \u00a0]|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")  # what quotes of one stroke do not keep
WORDS = str(yaml.resolver.Resolver.DEFAULT_SCALAR_TAG)


def in_line(words: str, quoted: bool = False) -> str:
    """The words on one line.

    >>> [in_line(words) for words in ("A stable state", "Russia's goals", "yes", "2026-11-22", "one\\ntwo")]
    ['A stable state', "'Russia''s goals'", "'yes'", '2026-11-22', '"one\\\\ntwo"']
    """
    if ODD.search(words):
        text: str = yaml.dump(words, default_style='"', allow_unicode=True, width=sys.maxsize)
        return text.rstrip("\n")
    if not quoted and (DAY.fullmatch(words) or (PLAIN.fullmatch(words) and taken_for_words(words))):
        return words
    return "'" + words.replace("'", "''") + "'"


def taken_for_words(words: str) -> bool:
    """Whether a reader that gives values their types leaves plain words words: not so yes, null or off."""
    resolver = yaml.SafeLoader.yaml_implicit_resolvers.get(words[0], [])
    return not any(shape.match(words) for _, shape in resolver)


def over_lines(words: str, column: int) -> list[str]:
    """The words over several lines, the first of them the sign for it; empty where that would not give them back.

    >>> over_lines("one two", 0), over_lines("one\\ntwo", 0), over_lines("one  two", 0)
    (['>-', '  one two'], ['|-', '  one', '  two'], [])
    """
    pad = " " * (column + 2)
    lines = words.split("\n")
    if not words or words != words.strip() or any(ODD.search(line) for line in lines):
        return []
    if len(lines) > 1:
        return ["|-", *(pad + line if line else "" for line in lines)]
    if "  " in words:
        return []
    width = max(WIDTH - len(pad), 20)
    return [">-", *(pad + line for line in textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False))]
