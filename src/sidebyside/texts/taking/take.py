"""From a path or words to what is taken: a file is read once, known by its content, opened where it does no harm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sidebyside.errors import SourceError
from sidebyside.texts.taking.apart import Apart
from sidebyside.texts.taking.encodings import decoded
from sidebyside.texts.taking.files import bytes_of
from sidebyside.texts.taking.kinds import SUFFIXES, kind_of
from sidebyside.texts.taking.limits import LONGEST, SECONDS
from sidebyside.texts.taking.plain import text_taken
from sidebyside.texts.taking.taken import FORMATS, Proposed, Taken

KNOWN_BY = 7  # words of a pasted text that has no title


def taken(path: Path, seconds: float = SECONDS) -> Taken:
    """What one file gives, within that many seconds.

    Raises SourceError, which names the file, what is wrong and the mend, for whatever is no text, or not one that may
    be opened: nothing else is raised, nothing written, and nothing fetched.
    """
    with Apart(seconds) as apart:
        return taken_of(bytes_of(Path(path)), Path(path).name, apart)


def taken_all(paths: Iterable[Path], seconds: float = SECONDS) -> Iterator[Taken]:
    """What each file gives, in order; the process that opens them is started once."""
    with Apart(seconds) as apart:
        for path in map(Path, paths):
            yield taken_of(bytes_of(path), path.name, apart)


def taken_of(data: bytes, name: str, apart: Apart) -> Taken:
    """What the bytes of a file of that name give."""
    kind = kind_of(data, name)
    if kind == "text":
        words, encoding, guess = decoded(data, name)
        found = text_taken(words, encoding).saying(guess)
        if not found.text.strip() or len(found.text) > LONGEST:
            raise SourceError(f"{name} has {len(found.text):,} characters; from 1 to {LONGEST:,} is one source")
    else:
        found = apart.taken(kind, name, data)
    suffix = Path(name).suffix.lower().lstrip(".")
    if suffix in SUFFIXES and SUFFIXES[suffix] != kind:
        found = found.saying(f"The file is {FORMATS[found.format]}, though its name ends in .{suffix}.")
    return found if found.title else replace(found, title=Proposed(named(name), "the file's name"))


def named(name: str) -> str:
    """A title from a file's name.

    >>> named("wells_and-wires.pdf")
    'wells and wires'
    """
    return " ".join(Path(name).stem.replace("_", " ").replace("-", " ").split()) or name


def pasted(text: str) -> Taken:
    """What words that a person pasted give, read as a plain text is; SourceError where there are none, or too many.

    >>> pasted("On wells\\n\\nThey dug for water all through the dry month.").title.value
    'On wells'
    >>> pasted("They dug for water all through the dry month.\\nThen it rained.").title.value
    'They dug for water all through the …'
    """
    if not text.strip():
        raise SourceError("Nothing was pasted; paste the words to compare")
    if len(text) > LONGEST:
        raise SourceError(f"The pasted text has {len(text):,} characters; more than {LONGEST:,} is not one source")
    found = text_taken(text)
    return found if found.title else replace(found, title=Proposed(beginning(found.text), "its first words"))


def beginning(text: str) -> str:
    """The first words of a text that has no title, to know it by."""
    words = text.split()
    return " ".join(words[:KNOWN_BY]) + (" …" if len(words) > KNOWN_BY else "")
