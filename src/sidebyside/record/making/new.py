"""A new comparison is built whole beside its place and then moved there: whatever goes wrong leaves nothing behind."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sidebyside.errors import ComparisonError, Problem
from sidebyside.record.comparison import Comparison
from sidebyside.record.comparison_file import ClaimEntry, ThemeEntry
from sidebyside.record.keeping.points_text import NAME as POINTS_NAME
from sidebyside.record.loading import load
from sidebyside.record.making.codebook import proposed_themes
from sidebyside.record.making.drafting import POINTS, comparison_text
from sidebyside.record.making.gathering import gathered
from sidebyside.record.making.pasted import Given
from sidebyside.record.making.sampling import said, sampled
from sidebyside.stopping import undisturbed
from sidebyside.texts import Source
from sidebyside.texts.files import half_made

NAME = "comparison.yml"


def new(
    folder: str | Path,
    sources: Sequence[Given],
    *,
    title: str = "",
    question: str = "",
    claims: Sequence[ClaimEntry] = (),
) -> Comparison:
    """Makes a comparison of two or more sources in a folder that is empty or not there yet, and gives it, loaded.

    `sources` are paths of files, or `Pasted` words. The folder gets each file as it is (originals/), the text that was
    taken from it (texts/), comparison.yml with what the files say of themselves and the themes that their words
    suggest, all marked as proposed, and a points.yml without points. A title or question that is not given is proposed.
    `claims` are what it is made to decide on, where it is made of many texts (see `narrowed`).
    Raises ComparisonError, with every source that cannot be used, and leaves nothing behind then, nor when interrupted.
    """
    place = Path(folder).absolute()
    refuse_taken(place)
    with building(place) as making:
        for name in ("originals", "texts"):
            (making / name).mkdir()
        found, problems = gathered(sources, making / "originals")
        if problems:
            raise ComparisonError(place.name, problems)
        for source in found:
            (making / "texts" / source.text_name).write_bytes(source.taken.text.encode("utf-8"))
        (making / POINTS_NAME).write_bytes(POINTS.encode("utf-8"))
        (making / NAME).write_bytes(comparison_text(found, ()).encode("utf-8"))
        texts = load(making).texts
        read = sampled(texts)
        text = comparison_text(found, themes_of(read), title, question, said(texts, read), claims)
        (making / NAME).write_bytes(text.encode("utf-8"))
        load(making)  # it is moved to its place only if it loads
    return load(folder)


def themes_of(texts: Sequence[Source]) -> list[ThemeEntry]:
    """The codebook that the texts suggest."""
    from sidebyside.reading.themes.proposals import propose_terms  # which needs the language model's libraries

    return proposed_themes(propose_terms(texts), [source.key for source in texts])


def refuse_taken(place: Path) -> None:
    """ComparisonError where a comparison cannot be made."""
    what = ""
    if place.is_dir() and any(place.iterdir()):
        what, mend = "is not empty", "Name a folder that is not there yet; nothing in this one was touched"
    elif place.exists() and not place.is_dir():
        what, mend = "is a file", "Name a folder that is not there yet"
    elif not place.parent.is_dir():
        what, mend = f"would stand in {place.parent}, which is not a folder", "Make that folder first"
    if what:
        raise ComparisonError(place.name, [Problem(place.name, 0, what, mend)])


@contextmanager
def building(place: Path) -> Iterator[Path]:
    """A folder beside the place, which takes the place when the block ends well, and is gone when it does not."""
    try:
        with half_made(place.parent, place.name) as making:
            yield making
            with undisturbed():
                making.chmod(0o755)
                if place.is_dir():
                    place.rmdir()  # it is empty, and not every system puts one folder in another's place
                os.rename(making, place)
    except OSError as error:
        refuse_taken(place)  # by another program, meanwhile
        raise unwritten(place, error) from error


def unwritten(place: Path, error: OSError) -> ComparisonError:
    """That the folder could not be written."""
    what = f"cannot be written: {error.strerror or error}"
    return ComparisonError(place.name, [Problem(place.name, 0, what, "Make room, or name another folder")])
