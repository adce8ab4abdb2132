"""The files of an export come into being together: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sidebyside.errors import Refused
from sidebyside.record import Comparison
from sidebyside.texts.files import write_all

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name


def written(out: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Puts each file, by its name, into the folder `out`, made if need be, and gives their paths.

    Raises Refused where that cannot be done: each file is then as it was before, and none is new.
    """
    if out.exists() and not out.is_dir():
        raise Refused(f"{out} is a file, not a folder", "Name a folder for what is exported", "out")
    try:
        return write_all(out, files)
    except OSError as error:
        raise Refused(f"{out} cannot be written to: {error.strerror or error}", "Name another folder", "out") from None


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
