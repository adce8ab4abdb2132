"""Vectors and parses are made once: at hand in the process, kept in the cache, and the same wherever they come from."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import AWKWARD, REPEATABLE, TEXTS

from sidebyside.reading import cache, kept_vectors, parse
from sidebyside.reading.kept_vectors import COLUMNS, packets, unpacked
from sidebyside.reading.lately import Lately
from sidebyside.reading.parse import parsed
from sidebyside.reading.vectors import SIZE, vectors_of

SENTENCES = [f"The {what} of Lund was {done}." for what in ("bridge", "mill", "port") for done in ("sold", "lost")]


@pytest.fixture(autouse=True)
def afresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is at hand, and the cache is empty."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    monkeypatch.setattr(kept_vectors, "LATELY", Lately(1000))
    monkeypatch.setattr(kept_vectors, "LEAST", 1)
    monkeypatch.setattr(parse, "LATELY", Lately(1000))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts whose vectors were made, in order."""
    found: list[str] = []

    def counting(texts: list[str]) -> np.ndarray:
        found.extend(texts)
        return vectors_of(texts)

    monkeypatch.setattr(kept_vectors, "vectors_of", counting)
    return found


def test_each_text_is_embedded_once(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Said twice, asked twice, or asked by another process: the rows are those of the model, made once."""
    texts = [*SENTENCES, "", "...", SENTENCES[0]]
    rows = kept_vectors.kept_vectors(texts)
    assert np.array_equal(rows, vectors_of(texts))
    assert len(made) == len(set(made)) == len(set(texts))
    assert np.array_equal(kept_vectors.kept_vectors(SENTENCES[::-1]), rows[:6][::-1])
    monkeypatch.setattr(kept_vectors, "LATELY", Lately(1000))  # another process has the cache alone
    assert np.array_equal(kept_vectors.kept_vectors(texts), rows)
    assert len(made) == len(set(texts))


def test_without_a_cache_the_rows_are_the_same(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Who wants nothing kept waits once more, and gets the same."""
    monkeypatch.setenv(cache.VARIABLE, "")
    monkeypatch.setattr(kept_vectors, "LATELY", Lately(0))
    assert np.array_equal(kept_vectors.kept_vectors(SENTENCES), kept_vectors.kept_vectors(SENTENCES))
    assert made == SENTENCES * 2


def test_a_few_texts_do_not_fill_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand short articles leave no thousand files."""
    monkeypatch.setattr(kept_vectors, "LEAST", len(SENTENCES) + 1)
    kept_vectors.kept_vectors(SENTENCES)
    assert list(tmp_path.iterdir()) == []


def test_a_sentence_more_changes_one_packet(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In a text that was changed at its beginning, most packets are those that were kept."""
    monkeypatch.setattr(kept_vectors, "PACKET", 4)
    many = [f"In {year} the {what} was closed." for year in range(1990, 2000) for what in ("port", "mine", "mill")]
    assert len(list(packets(many))) > 4
    kept_vectors.kept_vectors(many)
    monkeypatch.setattr(kept_vectors, "LATELY", Lately(0))
    made.clear()
    kept_vectors.kept_vectors(["It had rained.", *many])
    assert "It had rained." in made
    assert len(made) == len(next(packets(["It had rained.", *many])))


@settings(REPEATABLE, max_examples=50)
@given(st.lists(TEXTS, max_size=12), st.integers(1, 5), st.integers(1, 5))
def test_packets_are_the_texts(texts: list[str], average: int, longest: int) -> None:
    """Together, in their order, and none longer than an interrupt may lose."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_vectors, "PACKET", average)
        patch.setattr(kept_vectors, "LONGEST", longest)
        found = list(packets(texts))
    assert [text for packet in found for text in packet] == texts
    assert all(1 <= len(packet) <= longest for packet in found)


@pytest.mark.parametrize("cells", [[], ["", ""], [3], ["no base64!"], [b64encode(b"1234").decode()]])
def test_a_packet_that_is_not_whole_counts_as_absent(cells: list[object]) -> None:
    """Rows of another number, or none, are never taken for vectors."""
    assert unpacked({name: dict.fromkeys(columns, cells) for name, columns in COLUMNS.items()}, 2) is None
    assert unpacked(None, 2) is None
    whole = b64encode(np.ones((2, SIZE), "<f4").tobytes()).decode()
    assert unpacked({"vectors": {"rows": [whole]}}, 2) is not None
    assert unpacked({"vectors": {"rows": [whole]}}, 3) is None


def test_the_oldest_go_first() -> None:
    """A memory never holds more than it has room for, and what is kept again is new."""
    memory = Lately[int](5)
    for text, size in [("a", 2), ("b", 2), ("a", 3)]:
        memory.keep(text, len(text), size)
    assert (memory.held, memory.at_hand("a"), memory.at_hand("b")) == (5, 1, 1)
    memory.keep("c", 1, 1)
    assert (memory.held, memory.at_hand("a"), memory.at_hand("b"), memory.at_hand("c")) == (4, 1, None, 1)
    memory.keep("long", 4, 9)
    assert (memory.held, memory.at_hand("c"), memory.at_hand("long")) == (0, None, None)
    memory.keep("d", 1)
    memory.forget()
    assert (memory.held, memory.at_hand("d")) == (0, None)


def test_a_text_is_parsed_once_and_handed_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time no parser is asked; each Doc is the caller's own, and a text said twice has two."""
    words = ["The bridge fell.", "Ana Holm saw it.", "The bridge fell."]
    first = list(parsed(words))

    def never() -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(parse, "grammar", lambda: type("Empty", (), {"pipe": lambda self, texts, **more: iter([])})())
    again = list(parsed(words))
    assert [doc.text for doc in again] == words
    assert len({id(doc) for doc in (*first, *again)}) == 6
    for one, other in zip(first, again, strict=True):
        assert [(t.lemma_, t.tag_, t.dep_, t.head.i, t.ent_type_) for t in one] == [
            (t.lemma_, t.tag_, t.dep_, t.head.i, t.ent_type_) for t in other
        ]


def test_awkward_texts_are_parsed_as_they_are() -> None:
    """Whatever the letters, the words of a Doc are those that were asked for, in their order, lone halves apart."""
    texts = [*AWKWARD, *AWKWARD, "a\ud800b"]
    assert [doc.text for doc in parsed(texts)] == [*AWKWARD, *AWKWARD, "a\ufffdb"]
