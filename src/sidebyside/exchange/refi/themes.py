"""A comparison can start from a codebook that exists: its codes become themes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from sidebyside.errors import ComparisonError, Refused
from sidebyside.exchange.refi.codebook import CodeRow, read_codebook
from sidebyside.exchange.refi.codes import KEY, TERMS, THEME, THEMES
from sidebyside.record.checking import checked
from sidebyside.record.comparison_file import ComparisonFile, ThemeEntry
from sidebyside.record.keeping.lines import Lines
from sidebyside.record.keeping.splicing import Splicer, Unspliceable, edited
from sidebyside.record.yaml_file import LOADER, parsed_yaml, read_yaml
from sidebyside.texts.files import write_whole

LONGEST = 60  # of a key
UNTOLD = "Not defined in the codebook that it was taken from."


def codebook_from(path: str | Path) -> list[ThemeEntry]:
    """The themes that the codes of a .qdc or .qdpx make: name, definition, and a key made from the name.

    A heading over codes that is none itself is no theme, but stands in the definitions of those under it. A codebook
    that this package wrote gives the themes with their keys and terms, and without the verdicts and certainties.
    Raises SourceError where it cannot be read.
    """
    rows = read_codebook(path)
    own = [row for row in rows if row.above == (THEMES,) and row.name.startswith(THEME)]
    return list(entries(own or [row for row in rows if row.codable and row.name]))


def entries(rows: Sequence[CodeRow]) -> Iterator[ThemeEntry]:
    """Rows as themes, no key given to two."""
    taken: set[str] = set()
    for row in rows:
        name = row.name.removeprefix(THEME)
        told, _, known_key = row.about.partition(f"\n{KEY}")
        stem = key_of(known_key or name)
        key = next(k for n in range(1, len(rows) + 2) if (k := stem if n == 1 else numbered(stem, n)) not in taken)
        taken.add(key)
        about, _, terms = told.partition(f"\n{TERMS}")
        above = [heading for heading in row.above if heading != THEMES]
        under = f"Under “{' / '.join(above)}”. " if above else ""
        known = tuple(term for term in terms.split("; ") if term)
        yield ThemeEntry(key=key, name=name, definition=f"{under}{about or UNTOLD}", terms=known)


def key_of(name: str) -> str:
    """A key that a name suggests; letters beyond a to z, where they have none of these in them, are left out.

    >>> key_of("Arms & money"), key_of("Médias"), key_of("Оружие")
    ('arms-money', 'medias', 'theme')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", errors="ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or "theme"


def numbered(stem: str, number: int) -> str:
    """The key with a number behind it."""
    return f"{stem[: LONGEST - len(str(number)) - 1]}-{number}"


def put_themes(comparison: str | Path, themes: Sequence[ThemeEntry]) -> list[ThemeEntry]:
    """Adds themes to comparison.yml behind those that it has, everything else in it as it stands, comments too.

    Gives those that were added: what has the key of a theme that is there is left out. Raises ComparisonError where the
    file is no comparison.yml, Refused where its `themes` are written in a way that cannot be added to.
    """
    path = Path(comparison)
    file = read_yaml(path)
    about = checked(file, ComparisonFile)
    if about is None:
        raise ComparisonError(path.name, file.problems)
    there = {theme.key for theme in about.themes}
    new = [theme for theme in themes if theme.key not in there]
    if not new:
        return []
    before = {"themes": file.data["themes"]}
    after = {"themes": [*before["themes"], *(theme.model_dump(mode="json", exclude_defaults=True) for theme in new)]}
    lines = Lines.of(file.text)
    try:
        root: Any = yaml.compose(file.text, Loader=LOADER)
        edits = Splicer(lines).fields(root, before, after)
        text = edited(file.text, edits, 0, len(file.text))
        if parsed_yaml(text, path.name).data != file.data | after:
            raise Unspliceable(0)
    except (Unspliceable, yaml.YAMLError):
        mend = "Write `themes:` as a list with a dash before each, without names (&) in it"
        raise Refused(f"nothing can be added to the themes in {path.name}", mend, "themes") from None
    write_whole(path, text)
    return new
