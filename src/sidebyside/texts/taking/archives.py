"""A document that is an archive is looked over before anything in it is opened: how much, how many, whose words."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from sidebyside.errors import SourceError
from sidebyside.texts.taking.limits import MEMBERS, UNPACKED

ENTITY = ["<!ENTITY".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
XML = (".xml", ".rels", ".opf", ".ncx", ".xhtml", ".html", ".htm")
AGAIN = "open it in the program that made it and save it anew"


class Members:
    """The files in an archive, by name; each is read whole, and none is written anywhere."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self.names = archive.namelist()

    def __contains__(self, member: str) -> bool:
        return member in self.names

    def read(self, member: str) -> bytes:
        """The bytes of one member; SourceError where it is not there or broken."""
        try:
            return self._archive.read(member)
        except KeyError:
            raise SourceError(f"{self._name} lacks {member}: it is not what its name says; {AGAIN}") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise SourceError(f"{self._name} is broken: {member} cannot be unpacked ({error}); {AGAIN}") from None


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Members]:
    """The members of an archive that is within the limits and has nothing in it that no document has.

    Raises SourceError for one that is broken, has a password, unpacks to more than UNPACKED bytes or MEMBERS files,
    names places outside itself, or declares entities in its XML (which can grow to fill a machine, or read its files).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        what = str(error) or "cut off"
        raise SourceError(f"{name} is a broken archive ({what}); fetch it again, or {AGAIN}") from None
    with archive:
        infos = archive.infolist()
        if len(infos) > MEMBERS:
            raise SourceError(f"{name} holds {len(infos):,} files; a document has no more than {MEMBERS:,}")
        unpacked = sum(info.file_size for info in infos)
        if unpacked > UNPACKED:
            raise SourceError(f"{name} would unpack to {unpacked:,} bytes; more than {UNPACKED:,} is not one source")
        for info in infos:
            if outside(info.filename):
                raise SourceError(f"{name} names a place outside itself ({info.filename!r}); no program saves that")
            if info.flag_bits & 1:
                raise SourceError(f"{name} has a password; take it off in the program that made it")
        members = Members(archive, name)
        for info in infos:
            if info.filename.lower().endswith(XML) and any(mark in members.read(info.filename) for mark in ENTITY):
                raise SourceError(f"{name} declares XML entities in {info.filename}, as no program does; {AGAIN}")
        yield members


def outside(member: str) -> bool:
    """The name leads out of the archive's own folder.

    >>> [outside(name) for name in ["word/document.xml", "../up.txt", "/etc/passwd", "C:\\\\up.txt"]]
    [False, True, True, True]
    """
    path = PurePosixPath(member.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in member.split("/")[0]
