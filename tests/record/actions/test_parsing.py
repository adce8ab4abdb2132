"""Messages come from a browser: every one becomes an action, or is refused in words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import REPEATABLE
from tests.record.actions.bridge import at, entry, start

from sidebyside.errors import Refused
from sidebyside.record.actions import parse
from sidebyside.record.actions.parsing import KINDS
from sidebyside.record.keeping.changes import folded

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["blame", "agree", "A", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = (
    "point candidate path value verdict source start end points into positions certainty text target quotes".split()
)
MESSAGES = st.builds(
    lambda kind, fields: {"kind": kind, **fields},
    st.sampled_from(KINDS) | JSON,
    st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=5), JSON, max_size=5),
)


def refusal(message: Any) -> str:
    """What a person is told, "" where it can be done."""
    try:
        parse(message).changes(start(), at())
    except Refused as refused:
        return str(refused)
    return ""


@given(MESSAGES | JSON)
@REPEATABLE
def test_no_message_does_harm(message: Any) -> None:
    """Any plain data is an action or Refused, and what is said of it is short and can be sent."""
    said = refusal(message)
    assert len(said.encode()) < 2000


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({}, "kind: it is no action that is known. Use one of: decide, edit"),
        ({"kind": "delete"}, "kind: it is no action that is known"),
        ({"kind": "skip"}, "candidate: candidate is missing. Add it"),
        (
            {"kind": "decide", "point": "blame", "verdict": "agrees"},
            'verdict: verdict is "agrees". Did you mean "agree"',
        ),
        ({"kind": "skip", "candidate": "x", "file": "/etc/passwd"}, "file: file is not a field that is known here"),
        ({"kind": "skip", "candidate": "../x"}, "candidate is"),
        ({"kind": "remove", "point": "blame", "reason": "x" * 20_001}, "at most 20000 characters"),
        ({"kind": "remove", "point": "blame", "reason": "a\x07b"}, r"take the control character U\+0007 out"),
        ({"kind": "remove", "point": "blame", "reason": "a\ud800b"}, "reason"),
        ({"kind": "merge", "into": "blame", "points": ["visit"] * 201}, "at most 200 items"),
        ({"kind": "evidence", "point": "blame", "source": "A", "start": "1", "end": 2}, "valid integer"),
        ({"kind": "evidence", "point": "blame", "source": "A", "start": -1, "end": 2}, "greater than or equal to 0"),
        ({"kind": "flag"}, "name a point or a candidate"),
        ({"kind": "flag", "point": "blame", "candidate": "days"}, "name a point or a candidate"),
        ({"kind": "remember", "target": "../points.yml"}, "target"),
        ("skip", "dictionary"),
    ],
)
def test_what_is_wrong_is_named(message: Any, said: str) -> None:
    """The field, what was found, and what would be right."""
    with pytest.raises(Refused, match=said):
        parse(message)


def test_a_long_mistake_is_told_shortly() -> None:
    """What was found is said again, but not all of it."""
    with pytest.raises(Refused) as caught:
        parse({"kind": "decide", "point": "blame", "verdict": "agree" * 3_000})
    assert len(str(caught.value)) < 300


def test_words_stay_words() -> None:
    """A script, quotes of all kinds and YAML's own signs are kept as they are; other line ends become line feeds."""
    words = "<script>alert(1)</script> 'one' \"two\": - [x] # no\r\n{{ y }} &amp; 👩‍👧"
    action = parse({"kind": "edit", "point": "blame", "path": "reason", "value": words})
    after = folded(start(), action.changes(start(), at()))
    assert entry(after, "blame").reason == words.replace("\r\n", "\n")
