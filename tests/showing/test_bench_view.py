"""What the bench is shown, and the script that shows it: plain data that leads back to the words, with no browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.showing import small

from sidebyside.errors import QuoteError
from sidebyside.record import Comparison, load
from sidebyside.record.proposals import propose
from sidebyside.showing.bench.script import asset, in_page, inlined, module
from sidebyside.showing.bench.view import (
    Places,
    candidates_of,
    exported,
    house,
    lean,
    led,
    point_item,
    readings_of,
    unseen,
)


def test_the_sources_are_whole(bridge: Comparison) -> None:
    """Every passage is there, in order, at its place, in its words; and so is the gap to the next of its paragraph."""
    for source, shown in zip(bridge.texts, house(bridge)["sources"], strict=True):
        paragraphs = [passages for _, _, passages in shown["paragraphs"]]
        assert [p[0] for passages in paragraphs for p in passages] == [p.id for p in source.passages]
        for passages in paragraphs:
            start, end = passages[0][1], passages[-1][1] + len(passages[-1][2])
            assert "".join(words + gap for _, _, words, gap in passages) == source.text[start:end]
            assert all(source.text[at : at + len(words)] == words for _, at, words, _ in passages)


def test_the_words_to_choose_from_are_the_records(bridge: Comparison) -> None:
    """Themes, verdicts and passages set aside are those of the comparison, in its order."""
    shown = house(bridge)
    assert [key for key, _ in shown["themes"]] == bridge.themes.key.tolist()
    assert shown["verdicts"][1][:2] == ["conflict", "conflict"]
    assert set(shown["tiles"]) >= {key for key, *_ in shown["verdicts"]} - {"only"}
    assert shown["aside"] == ["B7"]


def test_a_part_that_is_not_body_is_named_once(bridge: Comparison) -> None:
    """Above a part such as a note stands what it is; body, title and headings need no such word."""
    opens = [(part, word) for source in house(bridge)["sources"] for part, word, _ in source["paragraphs"]]
    assert {word for part, word in opens if part in ("body", "title")} == {""}


def test_a_point_leads_to_its_words(bridge: Comparison) -> None:
    """Each place of a point is the quote itself in its source, and says in which passage it begins."""
    places = Places(bridge.texts)
    for point in bridge.coded.points:
        item = point_item(point, places)
        assert item["key"] == f"points/{point.id}"
        assert [side["key"] for side in item["sides"]] == list(point.positions)
        for side in item["sides"]:
            source, position = bridge.source(side["key"]), point.positions[side["key"]]
            assert [source.text[start:end] for start, end, _ in side["places"]] == [e.quote for e in position.evidence]
            assert all(source.passage(passage).start <= start for start, _, passage in side["places"])


def test_a_quote_that_is_nowhere_has_no_place(bridge: Comparison) -> None:
    """A quote that is not in the source is an error, not a guess."""
    with pytest.raises(QuoteError):
        Places(bridge.texts).of("A", "nobody ever wrote this")


def test_who_decides_alone_sees_the_question_only(bridge: Comparison) -> None:
    """Of a point, a blind coder is given its question; no position, place, verdict, reason or coder."""
    item = point_item(bridge.coded.points[1], Places(bridge.texts))
    seen = unseen(item)
    assert seen["question"] == "When was the bridge opened?"
    assert seen["sides"] == []
    assert not set(seen) & {"reason", "coded", "proposed", "both_can_be_true", "would_settle_it", "within"}
    assert not {str(value) for value in seen.values()} & {"conflict", item["reason"]}


def test_the_best_of_a_group_leads_it() -> None:
    """Of each of the first groups just one proposal leads, the first; what is in later groups is left out."""
    proposals = pd.DataFrame({"group": [1, 2, 1, 3, 2], "id": list("abcde")})
    kept = led(proposals, 2)
    assert kept.id.tolist() == ["a", "b", "c", "e"]
    assert kept[kept.leads].id.tolist() == ["a", "b"]


def test_a_candidate_leads_to_its_words(bridge: Comparison) -> None:
    """Each place of a proposal is a stretch of its source that lies in the passage it names."""
    proposals = led(propose(bridge), 150)
    items = candidates_of(proposals)
    assert len(items) == len(proposals) > 0
    for item in items:
        for side in item["sides"]:
            for start, end, passage in side["places"]:
                where = bridge.source(side["key"]).passage(passage)
                assert where.start <= start < end <= where.end


def test_what_was_read_stands_at_its_words() -> None:
    """Readings are kept passage by passage, in the order of the text, with numbers that JSON knows."""
    items = pd.DataFrame(
        {"passage": ["A2", "A2", "A1"], "start": [9, 3, 0], "end": [12, 5, 2], "kind": "name", "value": ["x", "y", "z"]}
    )
    read = readings_of(items)
    assert read == {"A2": [[3, 5, "name", "y"], [9, 12, "name", "x"]], "A1": [[0, 2, "name", "z"]]}
    assert json.loads(json.dumps(read)) == read


def test_a_page_is_given_all_it_shows(bridge: Comparison) -> None:
    """Points in reading order, readings, and who coded what alone; proposals and decisions on them stay out."""
    data = exported(bridge)
    assert [item["id"] for item in data["points"]] == bridge.points.id.tolist()
    assert data["record"]["codings/second/crowd"]["verdict"] == "agree"
    assert set(data["readings"]) <= {p.id for source in bridge.texts for p in source.passages}
    assert "candidates" not in data


def test_nothing_empty_is_carried_along(bridge: Comparison) -> None:
    """No field of a page's data is empty: what a point lacks takes no room in eight pages."""

    def fields(data: Any) -> list[Any]:
        inside = list(data.values()) if isinstance(data, dict) else data if isinstance(data, list) else []
        own = [value for value in inside if isinstance(data, dict)]
        return own + [found for value in inside for found in fields(value)]

    assert [value for value in fields(exported(bridge)) if value in (None, "", [], {}) or value is False] == []


def test_before_anyone_has_coded_there_are_texts(bare: Comparison) -> None:
    """Without a point the data hold the sources, and neither points nor codings."""
    data = exported(bare)
    assert [source["key"] for source in data["sources"]] == ["A", "B"]
    assert not {"points", "record", "aside"} & set(data)


def test_what_stands_in_a_list_keeps_its_place() -> None:
    """Empty fields go, zeros stay, and no list loses a member: its members are known by their number."""
    assert lean({"a": "", "b": [0, "", None, []], "c": {"d": None}, "e": 0, "f": False}) == {
        "b": [0, "", None, []],
        "c": {},
        "e": 0,
    }


awkward = st.text(st.sampled_from("<>/!-&'\"\\ab \n\r\t\x0b\x0c\x1c\x7f\x85\u2028\u2029\U0001f309é]"), max_size=30)
json_data = st.recursive(
    awkward | st.integers() | st.none(), lambda x: st.lists(x, max_size=3) | st.dictionaries(awkward, x, max_size=3)
)


@given(json_data)
def test_data_cannot_leave_their_element(data: Any) -> None:
    """Whatever the data say, they stay one line without a `<`, and a browser reads from it just what was put in."""
    told = inlined({"x": data})
    assert "<" not in told
    assert len(told.splitlines()) == 1
    assert json.loads(told) == {"x": data}


def test_hostile_data_come_back_whole(hostile: Comparison) -> None:
    """An attack in every field is the same words after the round trip, and its tags are nowhere in the markup."""
    told = inlined(exported(hostile))
    assert "</script" not in told
    assert "<!--" not in told
    data = json.loads(told)
    assert data["title"] == small.POISON
    assert data["points"][0]["reason"] == small.POISON


def test_a_page_has_no_pen() -> None:
    """The pen goes where it can write: into the widget, and not into a page that could keep nothing."""
    pen = asset("script/pen.js")
    assert pen in module()
    assert "penOf = " not in in_page()
    assert "</script" not in in_page()


def test_the_data_of_a_comparison_do_not_depend_on_the_run(tmp_path: Path) -> None:
    """The same folder, loaded twice, gives the same bytes."""
    folder = small.write(tmp_path)
    assert inlined(exported(load(folder))) == inlined(exported(load(folder)))
