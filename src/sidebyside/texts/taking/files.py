"""A file is read once, whole and only if it is one: what it held then is what its text and its fingerprint are of."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from sidebyside.errors import SourceError
from sidebyside.texts.taking.limits import FILE

KINDS = [  # what else a name may lead to, and what to do about it
    (stat.S_ISDIR, "a folder; name the files in it"),
    (stat.S_ISFIFO, "a pipe; save what comes through it as a file"),
    (stat.S_ISCHR, "a device; name a file"),
    (stat.S_ISBLK, "a device; name a file"),
    (stat.S_ISSOCK, "a socket; name a file"),
]


def bytes_of(path: Path) -> bytes:
    """The bytes of a regular file of at most FILE, which did not change meanwhile; SourceError otherwise.

    Opened without waiting, so that a pipe that nobody writes to holds nothing up.
    """
    name = path.name or str(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise SourceError(f"{name} is not there; check its name and folder ({path.parent})") from None
    except IsADirectoryError:
        raise SourceError(f"{name} is {KINDS[0][1]}") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{name} cannot be opened: {getattr(error, 'strerror', None) or error}") from None
    before = os.fstat(handle)
    for test, what in KINDS:
        if test(before.st_mode):
            os.close(handle)
            raise SourceError(f"{name} is {what}")
    with os.fdopen(handle, "rb") as file:
        if before.st_size > FILE:
            raise SourceError(f"{name} has {before.st_size:,} bytes; more than {FILE:,} is not one source: split it")
        try:
            data = file.read(FILE + 1)
        except OSError as error:
            raise SourceError(f"{name} cannot be read: {error.strerror or error}") from None
        after = os.fstat(file.fileno())
    if len(data) != before.st_size or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise SourceError(f"{name} changed while it was read; wait until whatever writes it is done")
    if not data.strip():
        raise SourceError(f"{name} is empty")
    return data
