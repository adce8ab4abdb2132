"""A file is written whole or not at all: whoever reads it meanwhile, or after a crash, finds the old one or the new."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from sidebyside.stopping import disturbed, undisturbed


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, beside `path`, that takes its place, and its permissions, when the block ends.

    Raises OSError where it cannot be written. Whatever ends the block early leaves the old file as it was.
    """
    with undisturbed():
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def write_whole(path: Path, text: str) -> None:
    """Puts the text in the file's place, as UTF-8."""
    with replacing(path) as file:
        file.write(text.encode("utf-8"))


def write_all(out: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Puts each file, by its name, into the folder `out`, made if need be, and gives their paths: all, or none.

    Raises OSError where that cannot be done: each file is then as it was before, and none is new.
    """
    with undisturbed():
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".", suffix=".part") as place:
            replace_all(out, files, Path(place))
    return [out / name for name in files]


def replace_all(out: Path, files: Mapping[str, bytes], place: Path) -> None:
    """Moves the files into `out` when all stand written in `place`; what they replace goes back if one cannot be."""
    new, old = place / "new", place / "old"
    new.mkdir()
    old.mkdir()
    for name, data in files.items():
        with (new / name).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if (out / name).is_file():
            shutil.copy2(out / name, old / name)
            shutil.copymode(out / name, new / name)
    with ExitStack() as undo:
        for name in files:
            (new / name).replace(out / name)
            undo.callback(put_back, old / name, out / name)
        undo.pop_all()


def put_back(old: Path, path: Path) -> None:
    """The file as it was before, or no file where there was none."""
    if old.exists():
        old.replace(path)
    else:
        path.unlink()


@contextmanager
def half_made(near: Path, name: str) -> Iterator[Path]:
    """A folder in `near` for what is to become `name`; it is gone when the block ends, however that is."""
    with undisturbed():
        place = Path(tempfile.mkdtemp(dir=near, prefix=f".{name}.", suffix=".part"))
        try:
            with disturbed():
                yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)
