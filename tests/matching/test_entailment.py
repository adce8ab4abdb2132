"""The optional model, a tiny one that the tests write: "never" speaks against whatever it is held beside."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tests.matching.tiny_model import network, write_model

from sidebyside.errors import ModelError
from sidebyside.matching.entailment import BATCH, LABELS, Opinion, checksums, entailment_model
from sidebyside.matching.hearing import heard, texts_of
from sidebyside.matching.proposals import PROPOSALS
from sidebyside.matching.relations import VERDICTS

ORDER = ("contradiction", "ENTAILMENT", "Neutral")  # another order and other capitals than LABELS
BOTH_WAYS = {"never": (3.0, 0.0, 0.0), "also": (0.0, 4.0, 0.0)}
SECOND = {**BOTH_WAYS, "but": (5.0, 0.0, 0.0)}  # counts in the second text only: a contradiction in one order


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a model that may be used."""
    return write_model(tmp_path / "model", BOTH_WAYS, SECOND, ORDER)


def test_chances_come_in_the_order_of_the_labels(folder: Path) -> None:
    """The config says which number is which; a row sums to 1."""
    rows = entailment_model(folder).chances([("ships came", "ships never came"), ("ships came", "ships also came")])
    assert LABELS[int(rows[0].argmax())] == "contradiction"
    assert LABELS[int(rows[1].argmax())] == "entailment"
    assert np.allclose(rows.sum(axis=1), 1)
    assert rows[0] == pytest.approx(np.array([1, 1, np.e**3]) / (2 + np.e**3))


def test_batches_change_nothing(folder: Path) -> None:
    """Pairs of all lengths, more than a batch holds: each gets the row that it gets alone, in its own place."""
    pairs = [("ships " * (i % 7 + 1), "never " * (i % 3) + "came") for i in range(2 * BATCH + 3)]
    model = entailment_model(folder)
    assert np.allclose(model.chances(pairs), np.vstack([model.chances([pair]) for pair in pairs]))
    assert model.chances([]).shape == (0, 3)


def test_contradiction_holds_in_both_orders(folder: Path) -> None:
    """What the model sees from one side only is no contradiction; that one text follows from the other may be."""
    model = entailment_model(folder)
    assert model.chances([("ships came", "but ships came")])[0].argmax() == LABELS.index("contradiction")
    found = model.opinions([("ships came", "ships never came"), ("ships came", "but ships came"), ("a", "also a")])
    assert [opinion.contradicts for opinion in found] == [0.91, 0.33, 0.02]
    assert [opinion.entails for opinion in found] == [0.05, 0.33, 0.96]
    assert model.opinions([]) == []


def test_the_checksums_are_those_of_the_files(folder: Path) -> None:
    """Another byte in any of the files is another model."""
    before = checksums(folder)
    for name in before:
        (folder / name).write_bytes((folder / name).read_bytes() + b" ")
        after = checksums(folder)
        assert [key for key in before if before[key] != after[key]] == [name]
        before = after


def row(**values: object) -> pd.DataFrame:
    """A proposal with these cells, and others that no one looks at."""
    known = {"id": "x", "rank": 1, "group": 1, "signals": (("meaning", 0.8),), "verdict": "agree", "reason": "Alike."}
    return pd.DataFrame([dict.fromkeys(PROPOSALS, "") | known | values], columns=list(PROPOSALS))


@pytest.mark.parametrize("verdict", [*VERDICTS, "internal"])
def test_the_model_makes_no_verdict(verdict: str) -> None:
    """Whatever it holds, it adds signals; an agreement that it contradicts becomes unsure, any other verdict stays."""
    before = row(verdict=verdict)
    for opinion in (Opinion(0.0, 0.99), Opinion(0.99, 0.0), Opinion(0.4, 0.4)):
        (after,) = heard(before, {"x": opinion}).to_dict("records")
        doubted = verdict == "agree" and opinion.contradicts > 0.5
        assert after["verdict"] == ("unsure" if doubted else verdict)
        assert ("as contradicting each other" in after["reason"]) == doubted
        added = tuple((name, chance) for name, chance in opinion._asdict().items() if chance >= 0.5)
        assert after["signals"] == (("meaning", 0.8), *added)
        assert (after["id"], after["rank"], after["group"]) == ("x", 1, 1)


def test_several_statements_are_one_text() -> None:
    """A side of two quotes is read as one, whatever the white space in them."""
    table = row(left_quotes=("ships\ncame", "with  salt"), right_quotes=("never",))
    assert texts_of(table) == [("ships came with salt", "never")]


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    """The error names the file and what a folder has to hold."""
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"has no {name}: a model's folder holds"):
        entailment_model(folder)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_damaged_file_is_named(folder: Path, name: str) -> None:
    """Bytes that are no model, no tokenizer, no settings: an error with the file's name and the mend."""
    (folder / name).write_bytes(b"\xff\x00 nothing of the kind")
    with pytest.raises(ModelError, match=rf"{name}.* cannot be (read|run).*: (take|export)"):
        entailment_model(folder)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_no_file_outside_the_folder_is_used(folder: Path, tmp_path: Path, name: str) -> None:
    """A link to a file elsewhere is refused."""
    (folder / name).rename(tmp_path / name)
    (folder / name).symlink_to(tmp_path / name)
    with pytest.raises(ModelError, match=f"{name} is a link that leads out of its folder"):
        entailment_model(folder)


@pytest.mark.parametrize(
    "labels",
    [
        None,
        [],
        {"0": "entailment", "1": "not_entailment"},
        {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"},
        {"0": "entailment", "1": "neutral", "2": "neutral"},
        {"0": "entailment", "1": "neutral", "3": "contradiction"},
        {"0": "entailment", "1": "neutral", "2": "contradiction", "3": "other"},
    ],
)
def test_only_three_way_entailment_is_let_in(folder: Path, labels: object) -> None:
    """Two classes, names without meaning, a label twice or too many: refused, with what was found and what would do."""
    (folder / "config.json").write_text(json.dumps({"id2label": labels}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"id2label gives .*, not entailment, neutral, contradiction for 0, 1 and 2"):
        entailment_model(folder)


def test_settings_that_are_no_numbers_are_refused(folder: Path) -> None:
    """The two numbers that are taken from the config must be numbers."""
    table = {str(place): label for place, label in enumerate(LABELS)}
    for wrong in ({"pad_token_id": "x"}, {"max_position_embeddings": None}):
        (folder / "config.json").write_text(json.dumps({"id2label": table, **wrong}), encoding="utf-8")
        with pytest.raises(ModelError, match="must be whole numbers"):
            entailment_model(folder)


def test_a_network_of_another_shape_is_refused(folder: Path) -> None:
    """A network that asks for what is not there, or gives two numbers a pair, says so."""
    (folder / "model.onnx").write_bytes(network([[0.0] * 3] * 12, ["input_ids", "token_type_ids", "pictures"]))
    with pytest.raises(ModelError, match="asks for pictures: export a model that takes input_ids"):
        entailment_model(folder)
    (folder / "model.onnx").write_bytes(network([[0.0] * 2] * 12))
    with pytest.raises(ModelError, match=r"shape \(1, 2\) for 1 pairs, not 3 a pair"):
        entailment_model(folder).chances([("a", "b")])


def test_a_long_text_is_cut(folder: Path) -> None:
    """What lies beyond the model's reach is not seen, and nothing fails."""
    row = entailment_model(folder).chances([("ships " * 5000 + "never", "came")])[0]
    assert row.argmax() != LABELS.index("contradiction")
