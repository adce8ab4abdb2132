"""A report within one sentence: a cue, whoever it hands the word to, and how far the reported words reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sidebyside.reading.voices.cues import Cue
from sidebyside.reading.voices.grammar import Run, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Content = tuple[Run, ...] | None  # None: not this construction
Construction = Callable[["Token", Cue], Content]


@dataclass(frozen=True)
class Report:
    """What one construction found, in tokens of one Doc."""

    how: str
    head: int  # the token that the cue turns on
    cue: Run
    source: Token | None
    content: tuple[Run, ...]
    rule: str


def tidy(doc: Doc, runs: Iterable[Run]) -> Content:
    """Runs without punctuation at their ends, the empty ones dropped; None if nothing is left."""
    kept = tuple((start, end) for start, end in (trimmed(doc, run) for run in runs) if start < end)
    return kept or None
