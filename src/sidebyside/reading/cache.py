"""What was read once is kept: a reading is the same as long as text, model and code are, and takes seconds to make.

A file of the cache is data and executes nothing: compressed JSON, one line for what it holds and one for each column.
One that is damaged, cut short or somebody else's counts as absent and is written anew. The cache lies in the user's
cache folder, or where SIDEBYSIDE_CACHE says; SIDEBYSIDE_CACHE set to nothing means none.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import warnings
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from sidebyside.texts.files import replacing

VARIABLE = "SIDEBYSIDE_CACHE"
LARGEST = 250_000_000  # bytes in all: a reading takes about as many as its text; the longest unused go first
ENDING = ".json.gz"
ROOMS = ("texts", "reading")  # whose code decides what is read
PACKAGES = ("spacy", "thinc", "sentencex", "pint", "python-dateutil")  # and those of others
UNREADABLE = (OSError, EOFError, StopIteration, ValueError, TypeError, RecursionError, zlib.error)

Tables = dict[str, dict[str, list[Any]]]
Columns = Mapping[str, Collection[str]]  # by table


def folder() -> Path | None:
    """Where readings are kept; None where the user wants none."""
    asked = os.environ.get(VARIABLE)
    if asked is not None:
        return Path(asked).expanduser() if asked.strip() else None
    from platformdirs import user_cache_path

    return user_cache_path("sidebyside", appauthor=False) / "readings"


def kept(what: object, columns: Columns) -> Tables | None:
    """The tables made before of the same, or None. Cells are equal to those that were kept, in value and type.

    `what` is all that decides the tables besides the code, as JSON can hold it; `columns` are those they have to have.
    """
    where = folder()
    if where is None:
        return None
    path = where / (key(what) + ENDING)
    wanted = named(columns)
    try:
        with gzip.open(path, "rt", encoding="ascii") as lines:
            if json.loads(next(lines)) != wanted:
                return None
            tables = {
                name: {column: cells_of(json.loads(next(lines))) for column in listed}
                for name, listed in wanted.items()
            }
            if next(lines, None) is not None or not all(map(even, tables.values())):
                return None
    except UNREADABLE:
        return None
    with suppress(OSError):
        os.utime(path)  # used just now: the last to go
    return tables


def keep(what: object, tables: Tables) -> None:
    """Keeps the tables of `what`. What stands in the way (no room, no right to write) is said once and does no harm."""
    where = folder()
    if where is None:
        return
    try:
        where.mkdir(parents=True, exist_ok=True)
        write(where / (key(what) + ENDING), tables)
        prune(where, LARGEST)
    except OSError as error:
        warn_once(where, error.strerror or str(error))


def write(path: Path, tables: Tables) -> None:
    """The file as a whole or not at all."""
    with replacing(path) as raw, gzip.open(raw, "wt", compresslevel=3, encoding="ascii") as lines:
        lines.writelines(f"{line}\n" for line in lines_of(tables))


def lines_of(tables: Tables) -> Iterator[str]:
    """A line that names tables and columns, then a line for each column: never more than one of them at a time."""
    yield json.dumps(named(tables))
    for table in tables.values():
        for cells in table.values():
            yield json.dumps(cells)


def named(columns: Columns) -> dict[str, list[str]]:
    """The names of the tables and of their columns, as the first line of a file has them."""
    return {table: list(listed) for table, listed in columns.items()}


def cells_of(column: list[Any]) -> list[Any]:
    """The cells of a column as they were: what JSON holds as a list was a tuple.

    >>> cells_of([3, None, [4, 7], [[4, 7], [9, 12]]])
    [3, None, (4, 7), ((4, 7), (9, 12))]
    """
    if not isinstance(column, list):
        raise TypeError("a column is a list of cells")
    return [tuple(cells_of(cell)) if isinstance(cell, list) else cell for cell in column]


def even(table: dict[str, list[Any]]) -> bool:
    """Whether all columns of a table have the same number of cells."""
    return len({len(cells) for cells in table.values()}) == 1


def prune(where: Path, largest: int) -> None:
    """Deletes what has not been used for longest, until the rest has no more than that many bytes."""
    files = []
    for path in where.glob(f"*{ENDING}"):
        with suppress(OSError):  # another process was quicker
            files.append((path.stat().st_mtime_ns, path.stat().st_size, path))
    size = sum(each for _, each, _ in files)
    for _, each, path in sorted(files):
        if size <= largest:
            break
        with suppress(OSError):
            path.unlink()
        size -= each


@cache
def warn_once(where: Path, why: str) -> None:
    """Says that nothing can be kept in a folder."""
    warnings.warn(
        f"readings cannot be kept in {where} ({why}): each is made anew; set {VARIABLE} to another folder, "
        "or to nothing for no cache",
        stacklevel=4,
    )


def key(what: object) -> str:
    """The fingerprint of all that decides the tables: what they are made of, the code and what that stands on."""
    return hashlib.sha256(json.dumps([what, code()]).encode("ascii")).hexdigest()


@cache
def code() -> str:
    """The fingerprint of the code that reads."""
    return fingerprint(ROOMS, PACKAGES)


def version_of(package: str) -> str:
    """The version of a package; "" where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


@cache
def fingerprint(rooms: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """The fingerprint of the code of some rooms, and of the versions of packages."""
    whole = hashlib.sha256("".join(f"{name} {version_of(name)};" for name in packages).encode())
    package = Path(__file__).parents[1]
    for path in sorted(path for room in rooms for path in (package / room).rglob("*.py")):
        whole.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()
