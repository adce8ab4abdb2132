"""A measured figure says what it is, on how many cases, and how many of them the machine left open."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Measure:
    """One figure: `value` from 0 to 1, counted on `n` cases; `open` of them the machine did not decide."""

    name: str
    value: float
    n: int
    open: int = 0


def f1(found: int, right: int, wanted: int, name: str) -> Sequence[Measure]:
    """Precision, recall and their harmonic mean, from counts.

    >>> [round(m.value, 2) for m in f1(found=4, right=3, wanted=6, name="x")]
    [0.75, 0.5, 0.6]
    """
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    both = 2 * precision * recall / (precision + recall) if right else 0.0
    return (
        Measure(f"{name} precision", precision, found),
        Measure(f"{name} recall", recall, wanted),
        Measure(f"{name} F1", both, wanted),
    )


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The cases of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def splits(folder: Path) -> Iterator[Path]:
    """Every JSON Lines file of a data set; its name without the ending is the split's name."""
    yield from sorted(folder.glob("*.jsonl"))


def named_rows(folder: Path, together: bool) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The cases of each split with its name; with `together`, those of all splits at once."""
    files = list(splits(folder))
    if together and files:
        yield ", ".join(path.stem for path in files), [row for path in files for row in rows_of(path)]
    else:
        yield from ((path.stem, rows_of(path)) for path in files)
