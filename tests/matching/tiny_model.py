"""A tiny ONNX model for the tests, written byte by byte: each word of either text weighs for each label.

ONNX is protocol buffers: a field is its number and kind in one byte, then a whole number or a length and that many
bytes. The field numbers are those of onnx.proto.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

FLOAT, INT64 = 1, 7  # TensorProto.DataType
Weights = Mapping[str, Sequence[float]]


def number(value: int) -> bytes:
    """A whole number, seven bits a byte, the lowest first."""
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + number(rest) if rest else bytes([low])


def field(place: int, value: int | str | bytes) -> bytes:
    """One field of a message."""
    if isinstance(value, int):
        return number(place << 3) + number(value)
    data = value.encode() if isinstance(value, str) else value
    return number(place << 3 | 2) + number(len(data)) + data


def node(kind: str, given: Sequence[str], gives: str, attribute: bytes = b"") -> bytes:
    """One step of the graph."""
    return b"".join(field(1, name) for name in given) + field(2, gives) + field(4, kind) + attribute


def put(name: str, kind: int, *sizes: str | int) -> bytes:
    """What goes in or comes out: its name, the kind of its numbers and its shape."""
    dims = b"".join(field(1, field(2, size) if isinstance(size, str) else field(1, size)) for size in sizes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, dims)))


def tensor(name: str, kind: int, sizes: Sequence[int], data: bytes) -> bytes:
    """Numbers that the model holds."""
    return b"".join(field(1, size) for size in sizes) + field(2, kind) + field(8, name) + field(9, data)


def network(weights: Sequence[Sequence[float]], asks: Sequence[str] = ("input_ids", "token_type_ids")) -> bytes:
    """A model whose output is the sum of the rows of `weights`, at each token's number plus, in the second text, half
    the number of rows."""
    rows, columns = len(weights), len(weights[0])
    over_tokens = field(5, field(1, "axes") + field(8, 1) + field(20, 7)) + field(
        5, field(1, "keepdims") + field(3, 0) + field(20, 2)
    )
    steps = [
        node("Mul", ["token_type_ids", "half"], "shift"),
        node("Add", ["input_ids", "shift"], "row"),
        node("Gather", ["weights", "row"], "each"),
        node("ReduceSum", ["each"], "logits", over_tokens),
    ]
    flat = [weight for row in weights for weight in row]
    held = [
        tensor("half", INT64, [1], struct.pack("<q", rows // 2)),
        tensor("weights", FLOAT, [rows, columns], struct.pack(f"<{len(flat)}f", *flat)),
    ]
    graph = b"".join(field(1, step) for step in steps) + field(2, "tiny") + b"".join(field(5, each) for each in held)
    graph += b"".join(field(11, put(name, INT64, "pairs", "tokens")) for name in asks)
    graph += field(12, put("logits", FLOAT, "pairs", columns))
    return field(1, 7) + field(7, graph) + field(8, field(1, "") + field(2, 11))


def write_model(folder: Path, first: Weights, second: Weights, labels: Sequence[str]) -> Path:
    """A folder with a model in which the words of the first and of the second text weigh as given for `labels`."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace
    from tokenizers.processors import TemplateProcessing

    vocabulary = ["[PAD]", "[UNK]", "[SEP]", *sorted({*first, *second})]
    none = [0.0] * len(labels)
    rows = [list(weights.get(word, none)) for weights in (first, second) for word in vocabulary]
    folder.mkdir()
    (folder / "model.onnx").write_bytes(network(rows))
    tokenizer = Tokenizer(WordLevel({word: place for place, word in enumerate(vocabulary)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.post_processor = TemplateProcessing("$A [SEP]", "$A [SEP] $B:1 [SEP]:1", [("[SEP]", 2)])
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {"id2label": {str(place): label for place, label in enumerate(labels)}, "pad_token_id": 0}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder
