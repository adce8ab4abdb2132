"""A source read in a stream gives what it gives in one go, whatever its length and however its sentences end."""

from __future__ import annotations

import pytest
from tests.helpers import SHIPPED

from sidebyside.reading import pieces, stream
from sidebyside.reading.stream import tables_of, windows
from sidebyside.record import load
from sidebyside.texts import Source

# Pronouns, a surname, a quotation over three sentences and a "this": all look to other sentences.
LOOKING_BACK = (
    "Ana Holm, the mayor of Lund, said that the bridge had been closed. She denied that it was old. "
    "“It may open by 2030. We have asked for help. Nobody came,” Holm said. The ministry accused her of waste. "
    "She denied this. It was a mild spring in the valley. Boris Orlov, a builder, warned that it would fall. "
    "He added that nobody had listened.\n\n"
)
NO_STOPS = "the mayor said that in 2015 some 300 people came to the old bridge and that it might fall "


def test_windows_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shipped text, read in small windows with what stands around them, gives every row that it gives whole."""
    source = next(iter(load(SHIPPED).texts))
    whole = tables_of(source)
    monkeypatch.setattr(stream, "WINDOW", 20)
    monkeypatch.setattr(stream, "BEFORE", 40)
    assert tables_of(source) == whole


@pytest.mark.parametrize("size", [1, 2, 5, 7])
def test_a_window_may_end_anywhere(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the middle of a quotation, before a pronoun or "denied this": who speaks is who speaks in the whole."""
    source = Source("A", "", LOOKING_BACK * 3)
    whole = tables_of(source)
    monkeypatch.setattr(stream, "WINDOW", size)
    monkeypatch.setattr(stream, "BEFORE", 25)
    assert tables_of(source) == whole
    assert len(whole["voices"]["who"]) > 15


def test_without_what_stands_before_it_would_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two tests above can fail: windows that look to nothing around them lose who "she" is."""
    source = Source("A", "", LOOKING_BACK * 4)
    whole = tables_of(source)
    for name, value in {"WINDOW": 3, "BEFORE": 0, "AFTER": 0}.items():
        monkeypatch.setattr(stream, name, value)
    assert tables_of(source)["voices"] != whole["voices"]


def test_no_more_is_held_than_a_window() -> None:
    """A stream is drawn from only as far as the window at hand looks."""
    drawn: list[int] = []
    stretch = (drawn.append(number) or number for number in range(1000))
    for held, first, last in windows(stretch, 50, 10, 5):
        assert len(held) <= 65
        assert last - first <= 50
        assert len(drawn) <= held[last - 1] + 1 + 5


def test_a_text_without_stops_is_read() -> None:
    """A passage longer than any sentence is parsed in pieces; every date stands where it stands, and none is lost."""
    text = NO_STOPS * 100
    source = Source("A", "", text)
    assert [p.id for p in source.passages] == ["A1"]
    tables = tables_of(source)
    years = [place for place in range(len(text)) if text.startswith("2015", place)]
    found = tables["dates"]
    assert [text.index("2015", start) for start in found["start"]] == years
    assert [text[a:b] for a, b in zip(found["start"], found["end"], strict=True)] == found["quote"]
    assert set(found["passage"]) == {"A1"}
    assert len(tables["passages"]["passage"]) == 1


def test_a_text_beyond_the_parsers_bound_is_read() -> None:
    """Over a million characters in one word, which the parser alone would refuse."""
    source = Source("A", "", "x" * 1_000_001)
    assert tables_of(source)["passages"]["words"] == [1]


def test_short_pieces_still_stand_where_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    """However short the pieces: the words of every row are those at its place."""
    monkeypatch.setattr(pieces, "LONGEST", 40)
    text = f"{LOOKING_BACK}{NO_STOPS * 3}"
    tables = tables_of(Source("A", "", text))
    for name in ("dates", "figures", "voices", "claims"):
        table = tables[name]
        assert [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == table["quote"]
        assert table["quote"]
