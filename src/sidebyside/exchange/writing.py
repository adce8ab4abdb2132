"""The files of an export come into being together: all of them, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sidebyside.errors import Refused
from sidebyside.record import Comparison

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name


def written(out: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Puts each file, by its name, into the folder `out`, made if need be, and gives their paths.

    Raises Refused where that cannot be done: each file is then as it was before, and none is new.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".") as place:
            replace_all(out, files, Path(place))
    except OSError as error:
        raise Refused(f"{out} cannot be written to: {error.strerror or error}", "Name another folder", "out") from None
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


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The bytes of a zip of these files, in their order and undated: the same for the same files."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, inside in files.items():
            info = ZipInfo(name, EPOCH)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(info, inside)
    return data.getvalue()


def stem(work: Comparison) -> str:
    """What an export of the comparison is called: the name of its folder."""
    return work.folder.absolute().name or "comparison"
