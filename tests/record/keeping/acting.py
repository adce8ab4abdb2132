"""Small actions to put a desk through its paces, a folder to do it in, and what has to be true of it at any time."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from tests.helpers import write

from sidebyside.record import load
from sidebyside.record.keeping import Desk
from sidebyside.record.keeping.changes import At, Change
from sidebyside.texts.source import fingerprint

State = Mapping[str, Any]
UNFOUND = ("that-it-fell", "day-of-the-fall")  # the points on which a finding rests: they have to stay
POINTS = ("that-it-fell", "day-of-the-fall", "hurt-at-all", "how-many-hurt", "blame", "visit", "hurt-or-not")


@dataclass(frozen=True)
class Act:
    """Whatever a function makes of the state."""

    words: str
    make: Callable[[State], list[Change]]

    def did(self, state: State) -> str:
        """The words."""
        return self.words

    def changes(self, state: State, at: At) -> list[Change]:
        """What the function makes."""
        return self.make(state)


def put(point: str, *fields: Any) -> Act:
    """Sets fields of a point, each a path such as "positions/A/says" and a value; None takes it away."""
    pairs = list(zip(fields[::2], fields[1::2], strict=True))

    def make(state: State) -> list[Change]:
        before = state.get(f"points/{point}")
        if before is None:
            return []
        after = copy.deepcopy(before)
        for path, value in pairs:
            inner = after
            *way, last = path.split("/")
            for step in way:
                inner = inner[step]
            inner[last] = value
            if value is None:
                del inner[last]
        return [Change(f"points/{point}", before, after)]

    return Act("; ".join(f"{path} of {point}: {json.dumps(value)}" for path, value in pairs), make)


def new(point: str, behind: str | None = None) -> Act:
    """Makes a point of one's own, after the pattern of the first."""

    def make(state: State) -> list[Change]:
        if f"points/{point}" in state:
            return []
        return [Change(f"points/{point}", None, {**state["points/that-it-fell"], "id": point}, behind)]

    return Act(f"new {point}", make)


def gone(*points: str) -> Act:
    """Removes points."""

    def make(state: State) -> list[Change]:
        return [Change(f"points/{p}", state[f"points/{p}"], None) for p in points if f"points/{p}" in state]

    return Act(f"removed {', '.join(points)}", make)


def said(key: str, value: Any) -> Act:
    """Sets a value that lives in the journal."""
    return Act(f"{key}", lambda state: [Change(key, state.get(key), value)])


def rejected(candidate: str, reason: str = "") -> Act:
    """Rejects a proposal."""
    return said(f"candidates/{candidate}", {"status": "rejected", "by": "ada", "on": "2026-11-24", "reason": reason})


def both(*acts: Act) -> Act:
    """Several at once."""

    def make(state: State) -> list[Change]:
        return [change for act in acts for change in act.make(state)]

    return Act(" and ".join(act.words for act in acts), make)


WORDS = st.one_of(
    st.sampled_from(
        ["Yes.", "yes", "null", "2013", "2026-11-22", "a: b", "- a", "# no", "it's", '"so"', "one\n\n two", "a  b",
         "&x", "{a}", "It says so, at some length, and goes on until the line is full and has to be folded: so it is.",
         "Мост упал", "سقط الجسر", "😱 fell", "a\u00a0b", "a\u2028b", "\\n", "%", "@", "`", "!tag", "*x", "|", ">-"]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=99),
).filter(lambda words: words.strip() == words != "")  # fmt: skip
QUOTES = st.lists(
    st.sampled_from(["The bridge fell on Monday", "40 people", "Nobody was hurt", "the builder is to blame"]),
    min_size=1, max_size=4, unique=True,
).map(lambda quotes: [{"quote": quote} for quote in quotes])  # fmt: skip
ACTS = st.one_of(
    st.builds(put, st.sampled_from(POINTS), st.sampled_from(["label", "reason", "positions/A/says"]), WORDS),
    st.builds(put, st.sampled_from(POINTS), st.sampled_from(["to_check", "would_settle_it"]), st.none() | WORDS),
    st.builds(put, st.sampled_from(["blame", "hurt-at-all"]), st.just("positions/A/evidence"), QUOTES),
    st.builds(put, st.sampled_from(POINTS), st.just("rank"), st.sampled_from(["core", "minor"])),
    st.builds(put, st.sampled_from(POINTS), st.just("coded/confidence"), st.sampled_from(["high", "low"])),
    st.builds(new, st.sampled_from(["one", "two", "three"]), st.sampled_from([None, "", "blame", "one", "gone"])),
    st.sampled_from([gone("blame"), gone("one"), gone("visit", "blame"), gone("hurt-or-not"), gone("two", "three")]),
    st.builds(rejected, st.sampled_from(["p1", "p2"]), WORDS),
    st.just(both(rejected("p3"), new("four"), put("visit", "reason", "Together."))),
)


def folder_in(path: Path) -> Path:
    """The comparison of the bridge."""
    return write(path / "bridge")


def agrees(desk: Desk, folder: Path) -> None:
    """What the desk shows is what a new desk, and a load, find in the folder; the journal knows the file it made."""
    again = Desk(folder, desk.coder)
    assert again.state == desk.state
    assert again.order == desk.order
    assert (again.undoable, again.redoable) == (desk.undoable, desk.redoable)
    work = load(folder)
    assert {f"points/{p.id}": p.plain for p in work.coded.points} == {
        key: value for key, value in desk.state.items() if key.startswith("points/")
    }
    assert [p.id for p in work.coded.points] == desk.order
    assert work.decisions == {key: value for key, value in desk.state.items() if not key.startswith("points/")}
    made = [line["made"] for line in journal(folder) if line.get("made")]
    assert not made or made[-1] == fingerprint((folder / "points.yml").read_bytes())


def journal(folder: Path) -> list[dict[str, Any]]:
    """The lines of the journal, as JSON reads them."""
    path = folder / "journal.jsonl"
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []
