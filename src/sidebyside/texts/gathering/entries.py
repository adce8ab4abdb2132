"""What lies under a path, one file after the other: a folder's files, a zip's, or the file itself."""

from __future__ import annotations

import re
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from sidebyside.errors import SourceError
from sidebyside.texts.passages import encodable
from sidebyside.texts.taking.archives import outside
from sidebyside.texts.taking.files import bytes_of
from sidebyside.texts.taking.limits import FILE

MOST = 1_000_000  # files in a zip; five times the largest corpus that this is made for
LARGEST = 50_000_000_000  # bytes a zip may unpack to: a million texts, with room
GROWN = 200  # times its own size; words pack to a fifth, rows that repeat themselves to a fiftieth
SMALL = 10_000_000  # bytes that do no harm, however small they were packed
MARK = re.compile(r"[0-9a-f]{64}\.here")  # what stands in a folder where a corpus is kept: matching.corpus.store
BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)


@dataclass(frozen=True)
class Entry:
    """A file: its name within the path that was given ("" for that path itself), and what opens it.

    What no encoding has of a name on a disk stands there as a replacement mark, so that two names may be alike.
    `whole` gives its bytes, which are at most FILE (SourceError beyond); `open` a stream of them.
    """

    name: str
    shown: str
    open: Callable[[], IO[bytes]]
    whole: Callable[[], bytes]

    @property
    def suffix(self) -> str:
        """The ending of its name, in small letters, without the dot."""
        return PurePosixPath(self.shown).suffix.lower().lstrip(".")


@contextmanager
def entries(path: Path) -> Iterator[Iterator[Entry]]:
    """The files under a path, in the order of their names; SourceError where there is none, or one that may not be."""
    if path.is_dir():
        yield in_folder(path)
    elif path.suffix.lower() == ".zip":
        try:
            with ZipFile(path) as archive:
                yield in_zip(archive, path)
        except BROKEN as error:
            raise SourceError(f"{path.name} is no zip that can be read ({error}); fetch it again") from None
        except OSError as error:
            raise SourceError(f"{path.name} cannot be read: {error.strerror or error}") from None
    elif path.exists():
        yield iter([Entry("", encodable(path.name), lambda: path.open("rb"), lambda: bytes_of(path))])
    else:
        raise SourceError(f"{path} is not there; name a folder, a table or a zip of texts")


def in_folder(folder: Path) -> Iterator[Entry]:
    """The files of a folder and of those in it; hidden ones are the system's."""
    found = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }
    for name in unkept(found, folder):
        path, shown = found[name], encodable(name)
        yield Entry(shown, shown, lambda path=path: path.open("rb"), lambda path=path: bytes_of(path))  # type: ignore[misc]


def in_zip(archive: ZipFile, path: Path) -> Iterator[Entry]:
    """The files of a zip, none of which is written anywhere."""
    infos = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
    checked(infos, path)
    among = set(unkept((info.filename for info in infos), path))
    for info in infos:
        parts = PurePosixPath(info.filename).parts
        if info.filename in among and not any(part.startswith((".", "__MACOSX")) for part in parts):
            yield Entry(
                info.filename,
                f"{encodable(path.name)}/{info.filename}",
                lambda info=info: archive.open(info),  # type: ignore[misc]
                lambda info=info: member(archive, info, path),  # type: ignore[misc]
            )


def unkept(names: Iterable[str], path: Path) -> list[str]:
    """The names in order, but for those in folders where a corpus is kept; SourceError where `path` is such a folder.

    >>> unkept(["b.txt", f"kept/{'0' * 64}.here", "kept/texts/00/1.parquet", "a.txt"], Path("texts"))
    ['a.txt', 'b.txt']
    """
    known = sorted(names)
    stores = {place.parent for place in map(PurePosixPath, known) if MARK.fullmatch(place.name)}
    if PurePosixPath() in stores:
        raise SourceError(f"{path} is where a corpus is kept; name the folder of its texts, and another for --cache")
    return [name for name in known if not stores or stores.isdisjoint(PurePosixPath(name).parents)]


def checked(infos: list[ZipInfo], path: Path) -> None:
    """Raises SourceError where a zip would fill a disk, leads out of itself, or holds what is no file."""
    size, packed = sum(info.file_size for info in infos), path.stat().st_size
    if len(infos) > MOST or size > LARGEST or size > SMALL + GROWN * packed:
        raise SourceError(
            f"{path.name} ({packed:,} bytes) would unpack to {len(infos):,} files of {size:,} bytes; no texts pack so "
            "small: ask where it comes from"
        )
    for info in infos:
        if outside(info.filename):
            raise SourceError(f"{path.name} names a place outside itself ({info.filename!r}); pack it anew")
        if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
            raise SourceError(f"{path.name}: {info.filename!r} is a link or a device; pack it anew")
        if info.flag_bits & 1:
            raise SourceError(f"{path.name} has a password; pack it without one")


def member(archive: ZipFile, info: ZipInfo, path: Path) -> bytes:
    """The bytes of one file in a zip."""
    if info.file_size > FILE:
        raise SourceError(
            f"{path.name}/{info.filename} has {info.file_size:,} bytes; more than {FILE:,} is not one text"
        )
    try:
        return archive.read(info)  # no more than the size that was checked
    except BROKEN as error:
        raise SourceError(f"{path.name}/{info.filename} cannot be unpacked ({error}); pack it anew") from None
