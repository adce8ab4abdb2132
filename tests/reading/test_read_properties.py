"""Whatever a text holds, it is read: every place holds its words, and the same text gives the same reading."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import REPEATABLE, TEXTS

from sidebyside.reading.cache import cells_of
from sidebyside.reading.stream import Table, tables_of
from sidebyside.texts import Part, Source

FEW = settings(REPEATABLE, max_examples=60)  # each is parsed
PLAIN = [
    "In 2015 the mayor said that some 300 people had come to the old bridge.",
    "She denied this.",
    "“It may fall by 2030,” Ana Holm told reporters, “and nobody will say why.”",
    "If it fell, would the ministry have paid US$11 million?",
    "According to several experts, trade grew by 4.5 per cent between 1996 and 1997.",
    "Nobody was hurt, they believe, but two men are missing since last July.",
]
MIXED = st.lists(
    st.tuples(
        st.one_of(
            st.sampled_from(PLAIN),
            st.sampled_from("Holm Kabul says denied that not may “ ” \" ' ‘ : — ( ) . , ; ? ! … - 1. (2) i.e.".split()),
            st.sampled_from(["3", "1,200", "2015", "mid-2010s", "US$ 4bn", "½", "10–15 %", "5 May", "٣", "x" * 200]),
            st.sampled_from(
                ["мост", "پل", "橋が落ちた", "Brücke", "Cafe\u0301", "🙂", "👩‍👩‍👧", "\u202e", "\u200f", "\ud800"]
            ),
        ),
        st.sampled_from(["", " ", "  ", "\t", "\r\n", "\n\n", "\u00a0", "\u200b", "\u2028", "\x0c", "\x00"]),
    ),
    max_size=12,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))
ENGLISH = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=4).map(" ".join)
BOUNDS = ("start", "end")
ITEMS = ("dates", "figures", "voices", "claims")


def places_of(cell: Any) -> list[tuple[int, int]]:
    """The places in a cell: one, several or none."""
    if not cell:
        return []
    return [cell] if isinstance(cell[0], int) else list(cell)


def rows(table: Table) -> list[dict[str, Any]]:
    """A table row by row."""
    return [dict(zip(table, cells, strict=True)) for cells in zip(*table.values(), strict=True)]


@FEW
@given(st.one_of(MIXED, TEXTS))
def test_every_place_holds_its_words(text: str) -> None:
    """The words of an item are those at its place; who speaks and what is said stand within its passage."""
    source = Source("A", "", text)
    tables = tables_of(source)
    for name in ITEMS:
        for row in rows(tables[name]):
            passage = source.passage(row["passage"])
            assert passage is not None
            assert passage.start <= row["start"] < row["end"] <= passage.end
            assert text[row["start"] : row["end"]] == row["quote"]
            for column in ("speaker", "reporting", "said"):
                for start, end in places_of(row.get(column)):
                    assert passage.start <= start < end <= passage.end
            if row.get("reporting"):
                assert text[slice(*row["reporting"])] == row["cue"]
            if "cue_places" in row:
                assert "; ".join(text[a:b] for a, b in row["cue_places"]) == row["cues"]


@FEW
@given(st.one_of(MIXED, TEXTS))
def test_the_passages_are_counted_right(text: str) -> None:
    """Every passage that could be read has its row, and counts what the other tables hold of it."""
    source = Source("A", "", text)
    tables = tables_of(source)
    passages = rows(tables["passages"])
    assert [row["passage"] for row in passages] == [p.id for p in source.passages]
    for name in ITEMS:
        counted = Counter(tables[name]["passage"])
        assert {row["passage"]: row[name] for row in passages if row[name]} == counted
    assert all(row["claims"] == row["asserted"] + row["attributed"] + row["hedged"] + row["denied"] for row in passages)


@FEW
@given(MIXED)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    """Nothing hangs on what was read before, and nothing would be lost on the way through the cache."""
    tables = tables_of(Source("A", "", text))
    assert tables_of(Source("A", "", text)) == tables
    for table in tables.values():
        for cells in table.values():
            assert cells_of(cells) == cells


@FEW
@given(ENGLISH, ENGLISH)
def test_a_part_reads_the_same_alone(body: str, comment: str) -> None:
    """Dates, figures and claims of a comment hang on nothing in the essay above it."""
    start = len(body) + 2
    whole = f"{body}\n\n{comment}"
    together = tables_of(Source("A", "", whole, (Part("comment", start, len(whole)),)))
    alone = tables_of(Source("A", "", comment, (Part("comment", 0, len(comment)),)))
    for name in ("dates", "figures", "claims"):
        below = [row for row in rows(together[name]) if row["start"] >= start]
        assert [moved(row, start) for row in rows(alone[name])] == [row | {"passage": ""} for row in below]


def moved(row: dict[str, Any], by: int) -> dict[str, Any]:
    """A row as it stands in a text that has so many code points before it: start, end and every tuple are places."""
    places = {name: shifted(cell, by) for name, cell in row.items() if name in BOUNDS or isinstance(cell, tuple)}
    return row | places | {"passage": ""}


def shifted(cell: Any, by: int) -> Any:
    """A code point, a place or several, moved; a word stays."""
    if isinstance(cell, tuple):
        return tuple(shifted(each, by) for each in cell)
    return cell + by if isinstance(cell, int) else cell


@pytest.mark.parametrize(
    "text", ["Holm said: ", "“", "”", ":", "— Ana Holm", "“He fell.”\n\n— Ana Holm", "He said he said."]
)
def test_openings_without_an_end_are_read(text: str) -> None:
    """A colon with nothing after it, a mark without its partner, a name below a quotation: no crash."""
    assert tables_of(Source("A", "", text))["passages"]["passage"]
