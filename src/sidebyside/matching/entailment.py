"""An optional second voice: a model, in a folder of the user's own, that says whether two texts contradict each other.

Nothing is used unless a folder is given, and nothing is fetched. What the model holds is a signal and no verdict (see
`matching.hearing`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from sidebyside.errors import ModelError
from sidebyside.progress import watched
from sidebyside.reading.models import checksum

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

FILES = ("model.onnx", "tokenizer.json", "config.json")
LABELS = ("entailment", "neutral", "contradiction")
FED = ("input_ids", "attention_mask", "token_type_ids")  # what a network may ask for
LONGEST = 256  # tokens of both texts together; the longer one is cut
BATCH = 16  # pairs


class Opinion(NamedTuple):
    """What the model holds of two texts, each as a chance from 0 to 1, to two digits.

    `entails`: that one follows from the other, whichever; `contradicts`: that they contradict each other, the lesser
    of what it says in the one order and in the other, for what it sees from one side only is no contradiction.
    """

    entails: float
    contradicts: float


@dataclass(frozen=True)
class Entailment:
    """A model that was checked: its network, its tokenizer, the token that fills up, and where it puts LABELS."""

    network: InferenceSession
    tokenizer: Tokenizer
    padding: int
    places: tuple[int, ...]

    def chances(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """One row a pair, of the chances (0 to 1, together 1) that the second text follows from the first, is open,
        or contradicts it, in the order of LABELS; ModelError when the network gives anything but three numbers a pair.
        """
        rows = np.zeros((len(pairs), len(LABELS)))
        read = self.tokenizer.encode_batch(list(pairs))
        order = sorted(range(len(read)), key=lambda i: len(read[i].ids))  # alike lengths together: little to fill up
        for first in watched(range(0, len(order), BATCH), "entailment"):
            batch = order[first : first + BATCH]
            rows[batch] = softmax(self.run([read[i] for i in batch])[:, self.places])
        return rows

    def run(self, batch: list[Encoding]) -> np.ndarray:
        """The network's numbers for one batch, three a pair."""
        for each in batch:
            each.pad(len(batch[-1].ids), pad_id=self.padding)
        given = {
            "input_ids": [each.ids for each in batch],
            "attention_mask": [each.attention_mask for each in batch],
            "token_type_ids": [each.type_ids for each in batch],
        }
        asked = [put.name for put in self.network.get_inputs()]
        found: np.ndarray = self.network.run(None, {name: np.array(given[name], np.int64) for name in asked})[0]
        if found.shape != (len(batch), len(LABELS)):
            raise ModelError(
                f"model.onnx gives numbers of shape {found.shape} for {len(batch)} pairs, not {len(LABELS)} a pair: "
                "export the model for the classification of sequences"
            )
        return found

    def opinions(self, pairs: Sequence[tuple[str, str]]) -> list[Opinion]:
        """What the model holds of each two texts."""
        there, back = self.chances(pairs), self.chances([(b, a) for a, b in pairs])
        entails = np.maximum(there, back)[:, LABELS.index("entailment")].round(2)
        contradicts = np.minimum(there, back)[:, LABELS.index("contradiction")].round(2)
        return [Opinion(*both) for both in zip(entails.tolist(), contradicts.tolist(), strict=True)]


def entailment_model(folder: str | Path) -> Entailment:
    """The model in a folder that holds model.onnx, tokenizer.json and config.json, all in one file each.

    Labels are read from `id2label` of config.json, whatever their order. Raises ModelError when a file is missing,
    leads out of the folder or cannot be read, when the labels are not LABELS, or when the network asks for more than
    FED.
    """
    paths = {name: within(Path(folder), name) for name in FILES}
    config = config_in(paths["config.json"])
    places = places_of(config.get("id2label"), paths["config.json"])
    network = network_in(paths["model.onnx"])
    if more := sorted({put.name for put in network.get_inputs()} - set(FED)):
        raise ModelError(
            f"{paths['model.onnx']} asks for {', '.join(more)}: export a model that takes {', '.join(FED)}"
        )
    padding = config.get("pad_token_id", 0)
    longest = config.get("max_position_embeddings", LONGEST)
    if not (isinstance(padding, int) and isinstance(longest, int)):
        raise ModelError(f"{paths['config.json']}: pad_token_id and max_position_embeddings must be whole numbers")
    return Entailment(network, tokenizer_in(paths["tokenizer.json"], min(longest, LONGEST)), padding, places)


def checksums(folder: str | Path) -> dict[str, str]:
    """SHA-256 of each of the files of a model; ModelError when one is missing or leads out of the folder."""
    return {name: checksum(within(Path(folder), name)) for name in FILES}


def within(folder: Path, name: str) -> Path:
    """The path of a file that stands in the folder itself; ModelError when it is missing or a link leads out of it."""
    path = folder / name
    if not path.is_file():
        raise ModelError(f"{folder} has no {name}: a model's folder holds {', '.join(FILES)}")
    if path.resolve().parent != folder.resolve():
        raise ModelError(f"{path} is a link that leads out of its folder: put the file itself there")
    return path


def config_in(path: Path) -> dict[str, Any]:
    """What config.json says."""
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # bytes that are no UTF-8, words that are no JSON
        raise ModelError(f"{path} cannot be read as JSON ({error}): take it from the model again") from None
    if not isinstance(config, dict):
        raise ModelError(f"{path} holds no object with settings: take it from the model again")
    return config


def places_of(labels: object, path: Path) -> tuple[int, ...]:
    """Where each of LABELS stands in the network's output, by the table id2label; ModelError unless it has just these.

    >>> places_of({"0": "CONTRADICTION", "1": "ENTAILMENT", "2": "NEUTRAL"}, Path("config.json"))
    (1, 2, 0)
    """
    table = {str(key): str(value).lower() for key, value in labels.items()} if isinstance(labels, dict) else {}
    if set(table) == {"0", "1", "2"} and set(table.values()) == set(LABELS):
        return tuple(int(key) for label in LABELS for key, value in table.items() if value == label)
    found = ", ".join(table.values()) or "nothing"
    raise ModelError(
        f"{path}: id2label gives {found}, not {', '.join(LABELS)} for 0, 1 and 2: "
        "use a model of three-way entailment, or name its labels so if it is one"
    )


def tokenizer_in(path: Path, longest: int) -> Tokenizer:
    """The tokenizer, which cuts at so many tokens."""
    from tokenizers import Tokenizer

    try:
        tokenizer: Tokenizer = Tokenizer.from_file(str(path))
        tokenizer.enable_truncation(longest)
    except Exception as error:  # the package raises nothing narrower
        raise ModelError(f"{path} cannot be read as a tokenizer ({error}): take it from the model again") from None
    tokenizer.no_padding()
    return tokenizer


def network_in(path: Path) -> InferenceSession:
    """The network, loaded from its bytes alone: what it keeps in other files would be sought anywhere."""
    try:
        import onnxruntime
    except ImportError:
        raise ModelError("onnxruntime is not installed: install the packages of requirements.lock") from None
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # its complaints come as errors, with the file's name
    try:
        return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # a class of its own for each kind of fault
        fault = str(error).splitlines()[0]
        raise ModelError(f"{path} cannot be run ({fault}): export the model anew, with its weights inside") from None


def softmax(numbers: np.ndarray) -> np.ndarray:
    """Rows of numbers as chances."""
    shifted = np.exp(numbers - numbers.max(axis=1, keepdims=True))
    chances: np.ndarray = shifted / shifted.sum(axis=1, keepdims=True)
    return chances
