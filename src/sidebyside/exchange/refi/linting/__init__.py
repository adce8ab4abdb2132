"""What importers of REFI-QDA crash on or silently damage, as rules; the schema is only the first of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sidebyside.errors import Problem, SourceError
from sidebyside.exchange.refi.linting import form, texts
from sidebyside.exchange.refi.linting.opening import Opened, Unopenable, opened

RULES: tuple[Callable[[Opened], Iterator[Problem]], ...] = (
    form.has_its_form,
    form.guids_are_unique,
    form.references_resolve,
    form.names_are_unique,
    form.names_are_there,
    form.names_are_of_files,
    form.origin_is_named,
    form.notes_are_dated,
    form.texts_have_no_notes,
    texts.members_are_sound,
    texts.files_are_there,
    texts.texts_are_in_files,
    texts.rich_is_not_plain,
    texts.texts_are_utf_8,
    texts.lines_end_alike,
    texts.places_are_within,
    texts.places_have_their_words,
    texts.selections_are_coded,
)


def lint(path: str | Path, newline: str = "\n") -> list[Problem]:
    """What is wrong with a project (.qdpx) or codebook (.qdc) of any tool; empty where nothing is.

    A problem's file is the one in the ZIP that it stands in. `newline` is how lines are to end: "\\r\\n" for a project
    meant for MAXQDA. Raises SourceError where there is no file to read.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise SourceError(f"{Path(path).name} cannot be read: {error.strerror or error}") from None
    return linted(data, newline)


def linted(data: bytes, newline: str = "\n") -> list[Problem]:
    """The same for the bytes of a file."""
    try:
        project = opened(data, newline)
        return [problem for rule in RULES for problem in rule(project)]
    except Unopenable as error:
        return [Problem("the file", 0, error.what, error.mend)]
