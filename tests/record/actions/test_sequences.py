"""Whatever is asked for, in whatever order: every point stays one that loads, and every step can be taken back."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE
from tests.record.actions.bridge import State, at, entry, of_three, start, start_of_three, work

from sidebyside.errors import Refused
from sidebyside.record.actions import parse
from sidebyside.record.actions.parsing import KINDS
from sidebyside.record.keeping.changes import At, folded, inverted
from sidebyside.record.keeping.keys import fault, identity_of, is_point, point_key
from sidebyside.record.vocabulary import CONFIDENCES, VERDICTS
from sidebyside.record.vocabulary import KINDS as POINT_KINDS

NEW = [
    "lund",
    "a-new-point",
    "a-new-point-2",
    "blame-split-off",
    "to-blame-split-off",
    "the-bridge-fell-on-monday-40-people",
]
POINTS = st.sampled_from([*(point.id for point in work().coded.points), *NEW])
CANDIDATES = st.sampled_from(sorted(at().proposals))
SOURCES = st.sampled_from(["A", "B"])
VERDICT = st.sampled_from(list(VERDICTS))
CERTAINTY = st.lists(st.sampled_from(["asserted", "attributed", "hedged", "silent"]), min_size=1, max_size=2)
WORDS = st.sampled_from(["", "So it is.", "Nein: 'x' # \"y\"\n- z", "<b>é 橋</b>"])
WHERE = ("source", "start", "end")
QUOTED = st.sampled_from([(place.point, place.source, place.start, place.end) for place in work().places])
SPOTS = QUOTED | st.tuples(POINTS, SOURCES, st.integers(0, 160), st.integers(0, 160))
SILENT = st.dictionaries(SOURCES, st.sampled_from(["earlier", "scope", "could"]), max_size=1)
PATHS = [
    "label", "question", "theme", "kind", "reason", "to_check", "verdict", "within", "coded.confidence",
    "coded.second_choice", "positions.A.says", "positions.B.certainty", "positions.A.silent_because",
    "positions.A.voices",
]  # fmt: skip
VALUES = WORDS | VERDICT | CERTAINTY | st.sampled_from(["A", "B", "fall", *CONFIDENCES, *POINT_KINDS])
FIELDS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "decide": {"point": POINTS, "verdict": VERDICT, "within": st.none() | SOURCES, "silent": SILENT, "reason": WORDS},
    "edit": {"point": POINTS, "path": st.sampled_from(PATHS), "value": VALUES},
    "evidence": {
        "spot": SPOTS, "do": st.sampled_from(["add", "remove"]), "verdict": st.none() | VERDICT,
        "role": st.sampled_from(["evidence", "near"]), "certainty": st.none() | CERTAINTY,
    },
    "accept": {
        "candidate": CANDIDATES, "into": st.just("") | POINTS, "verdict": st.none() | VERDICT, "silent": SILENT,
        "within": st.none() | SOURCES, "certainty": st.dictionaries(SOURCES, CERTAINTY, max_size=1),
    },
    "reject": {"candidate": CANDIDATES, "reason": WORDS},
    "skip": {"candidate": CANDIDATES},
    "flag": {"candidate": CANDIDATES | st.just(""), "point": POINTS | st.just(""), "note": WORDS},
    "unflag": {"candidate": CANDIDATES | st.just(""), "point": POINTS | st.just("")},
    "reopen": {"candidate": CANDIDATES},
    "create": {
        "question": st.just("A new point"), "theme": st.sampled_from(["fall", "cause"]), "verdict": VERDICT,
        "reason": st.just("So it is."), "told": st.lists(SPOTS, min_size=1, max_size=3),
    },
    "merge": {"points": st.lists(POINTS, min_size=1, max_size=3), "into": POINTS, "verdict": st.none() | VERDICT},
    "split": {"point": POINTS, "spots": st.lists(QUOTED, min_size=1, max_size=2), "rest": st.none() | st.just("only")},
    "remove": {"point": POINTS, "reason": WORDS},
    "code": {"point": POINTS, "verdict": VERDICT, "certainty": st.dictionaries(SOURCES, CERTAINTY, max_size=2)},
    "settle": {"point": POINTS, "verdict": VERDICT, "settled": WORDS.filter(bool)},
    "remember": {"target": POINTS.map("point/{}".format) | st.just("source/A"), "text": WORDS},
}  # fmt: skip
BENCHES = [(start(), at()), (start_of_three(), of_three())]
OFTEN = ["decide", "edit", "evidence", "accept", "split", "settle"]  # what is refused more often than other actions


@st.composite
def messages(draw: st.DrawFn) -> dict[str, Any]:
    """A message of any kind, most of them sensible."""
    kind = draw(st.sampled_from([*KINDS, *OFTEN]))
    message = {"kind": kind, **draw(st.fixed_dictionaries(FIELDS[kind]))}
    if "spot" in message:
        message["point"], *spot = message.pop("spot")
        message |= dict(zip(WHERE, spot, strict=True))
    if "spots" in message:
        message["point"] = message["spots"][0][0]
        message["quotes"] = [dict(zip(WHERE, spot, strict=True)) for _, *spot in message.pop("spots")]
    if "told" in message:
        told: dict[str, Any] = {}
        for _, key, first, last in message.pop("told"):
            told.setdefault(key, {"evidence": []})["evidence"].append((first, last))
        message["positions"] = told
    return message


def sound(state: State) -> None:
    """Every point loads, and nothing hangs on a point that is not there."""
    points = {identity_of(key) for key in state if is_point(key)}
    for point in points:
        assert entry(state, point).plain == state[point_key(point)]
    for key, value in state.items():
        assert key in set(map(point_key, points)) or fault(key, value) == ""
        room = key.partition("/")[0]
        if room in ("flags", "codings") or key.startswith("memos/point/"):
            assert identity_of(key) in points, key
        if room == "candidates":
            assert value["point"] in points | {""}, key


def test_every_kind_is_tried() -> None:
    """The sequences below know all actions."""
    assert sorted(FIELDS) == sorted(KINDS)


@given(
    st.sampled_from([(start(), at()), (start_of_three(), of_three())]), st.lists(messages(), min_size=5, max_size=30)
)
@REPEATABLE
def test_any_sequence(bench: tuple[State, At], asked: list[dict[str, Any]]) -> None:
    """Each action is refused, or leaves a state that is sound, as its changes say, and from which they lead back."""
    state, by = bench
    for message in asked:
        kept = dict(state)
        try:
            action = parse(message)
            changes = action.changes(state, by)
        except Refused:
            assert state == kept
            continue
        assert state == kept
        assert all(change.before == state.get(change.key) != change.after for change in changes)
        assert len({change.key for change in changes}) == len(changes)
        after = folded(state, changes)
        sound(after)
        assert action.did(state)
        assert folded(after, inverted(changes)) == state
        state = after
