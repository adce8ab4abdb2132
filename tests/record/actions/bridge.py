"""The bridge's comparison as the bench has it: the state, what an action may know, and two proposals."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.helpers import write

from sidebyside.record import load
from sidebyside.record.actions import parse
from sidebyside.record.comparison import Comparison
from sidebyside.record.keeping.changes import At, Change, folded
from sidebyside.record.points_file import PointEntry
from sidebyside.texts import Part, QuoteFinder, Source

State = dict[str, Any]


@cache
def work() -> Comparison:
    """The two accounts of a bridge, loaded once."""
    with TemporaryDirectory() as folder:
        return load(write(Path(folder) / "bridge"))


def start() -> State:
    """The state before anything was done."""
    return {f"points/{point.id}": point.plain for point in work().coded.points}


def start_of_three() -> State:
    """The same where a third source is silent on all that is compared across sources."""
    state = start()
    for point in state.values():
        if point["verdict"] != "internal":
            point["positions"]["C"] = {"says": "Nothing.", "certainty": ["silent"], "silent_because": "scope"}
    return state


def span(key: str, words: str) -> tuple[int, int]:
    """The place of words that stand once in a source."""
    text = work().source(key).text
    assert text.count(words) == 1, words
    return text.index(words), text.index(words) + len(words)


def proposal(identity: str, left: tuple[str, str], right: tuple[str, str], **changes: Any) -> dict[str, Any]:
    """A row of PROPOSALS as plain data: two sides, each a source and words of it."""
    row: dict[str, Any] = {
        "id": identity,
        "verdict": "unsure",
        "reason": "nothing decides it",
        "excuse": "",
        "signals": (),
    }
    for side, (key, words) in (("left", left), ("right", right)):
        row |= {side: key, f"{side}_places": (span(key, words),), f"{side}_quotes": (words,)}
    return row | changes


@cache
def at() -> At:
    """A coder at the bench, with two proposals across the sources and one within A."""
    rows = [
        proposal("days", ("A", "The bridge fell on Monday."), ("B", "The bridge fell on Tuesday."), verdict="conflict"),
        proposal("hurt", ("A", "40 people were hurt."), ("B", "In all, 50 people were hurt."), names=("Lund",)),
        proposal("self", ("A", "40 people were hurt."), ("A", "Nobody was hurt"), verdict="internal"),
    ]
    themes = tuple(theme.key for theme in work().about.themes)
    return At("ada", "2026-11-24", work().texts, themes, {row["id"]: row for row in rows})


def of_three() -> At:
    """The bench of the same with a third source, which says little."""
    third = Source("C", "A third", "It rained at Lund. Nobody looked.\n", (Part("body", 0, 0),))
    return replace(at(), texts=(*work().texts, third))


def did(state: State, by: At | None = None, /, **message: Any) -> State:
    """The state after an action, which has to change something."""
    changes = changes_of(state, by, **message)
    assert changes
    return folded(state, changes)


def changes_of(state: State, by: At | None = None, /, **message: Any) -> list[Change]:
    """The changes that a message means."""
    return parse(message).changes(state, by or at())


def entry(state: State, identity: str) -> PointEntry:
    """A point of the state, which has to be one that a load would take."""
    found = PointEntry.model_validate(state[f"points/{identity}"])
    assert list(found.faults()) == []
    finders = {source.key: QuoteFinder(source) for source in of_three().texts}
    for key, position in found.positions.items():
        for quote in (*position.evidence, *position.near):
            finders[key].find(quote.quote, quote.passage or "")
    return found


def quotes(state: State, identity: str, key: str, role: str = "evidence") -> list[str]:
    """The words that a position rests on."""
    return [quote.quote for quote in getattr(entry(state, identity).positions[key], role)]
