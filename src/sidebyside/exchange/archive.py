"""The whole comparison in one zip that opens elsewhere; and such a zip opened, with whatever may be wrong with it."""

from __future__ import annotations

import io
import re
import shutil
import stat
import tempfile
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sidebyside.errors import ComparisonError, Refused
from sidebyside.exchange.writing import stem, written, zipped
from sidebyside.record import Comparison, load
from sidebyside.stopping import undisturbed
from sidebyside.texts.files import half_made

MAIN = "comparison.yml"
# What a comparison is made of. Nothing else that may lie in its folder goes along: locks, half-written files, notes.
PARTS = (MAIN, "points.yml", "readings.yml", "corrections.yml", "journal.jsonl", "README.md", "codings/*.yml")
FOLDERS = ("texts", "originals")
MOST_FILES, LARGEST = 10_000, 1_000_000_000  # bytes once unpacked: a hundred sources with their originals, and room
# A name that some system refuses, or takes for something else than a file in this folder.
BAD_PART = re.compile(r'[\\:*?"<>|\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|^$', re.IGNORECASE)
ENCRYPTED = 0x1


def write(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.zip, NAME being that of the comparison's folder; it is opened once, to prove that it can be.

    Raises Refused where excerpts are limited: the texts are what a comparison rests on, and cannot go along in part.
    """
    if excerpts is not None:
        mend = "Export csv, xlsx, docx or md, or take the limit away where the texts may be passed on"
        raise Refused(f"The zip holds the whole texts, and no more than {excerpts} words in a row may be shown", mend)
    data = packed(work)
    with tempfile.TemporaryDirectory() as folder:
        unpacked(io.BytesIO(data), Path(folder) / "proof")
    return written(out, {f"{stem(work)}.zip": data})


def packed(work: Comparison) -> bytes:
    """The bytes of the zip: the files of the comparison in one folder, in the order of their names, undated."""
    return zipped({f"{stem(work)}/{name}": (work.folder / name).read_bytes() for name in sorted(set(names(work)))})


def names(work: Comparison) -> Iterator[str]:
    """The names of the comparison's files, within its folder."""
    folder = work.folder.resolve()
    found = [path for pattern in PARTS for path in folder.glob(pattern)]
    found += [folder / entry.file for entry in work.about.sources]
    for name in FOLDERS:
        found += (folder / name).rglob("*")
    for path in found:
        # A link out of the folder is nobody's to pass on; a hidden file is a lock, a part or the system's.
        if path.is_file() and path.resolve().is_relative_to(folder) and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix()


def unpacked(zip: Path | str | io.BytesIO, folder: Path | str) -> Path:
    """Opens a zip that `write` made, or any with one comparison in it, as the folder named, and gives that folder.

    Raises Refused for what is no such zip, for names that lead elsewhere, links, locked or too large contents, and a
    folder that is there already; nothing is left behind then.
    """
    folder = Path(folder).absolute()
    name = "the zip" if isinstance(zip, io.BytesIO) else Path(zip).name
    if not isinstance(zip, io.BytesIO) and not Path(zip).is_file():
        what = "is a folder, not a zip" if Path(zip).is_dir() else "is not there"
        raise Refused(f"{zip} {what}", "Name the zip that `export` wrote", "zip")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"{folder} is there already", "Name a folder that is not, or an empty one", "folder")
    try:
        with ZipFile(zip) as archive:
            build(archive, checked(archive, name), folder)
    except (BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise Refused(f"{name} is no zip that can be read: {error}", "Ask for the file again", "zip") from None
    except ComparisonError as error:
        raise Refused(f"{name} holds no comparison that can be used: {error}", "Mend it where it was made") from None
    except OSError as error:
        what = f"{name} cannot be unpacked to {folder}: {error.strerror or error}"
        raise Refused(what, "Look whether both are there and may be used") from None
    return folder


def build(archive: ZipFile, files: Mapping[PurePosixPath, ZipInfo], folder: Path) -> None:
    """Unpacks the files beside the folder, and puts them in its place when they have proven to be a comparison."""
    near = next(parent for parent in folder.parents if parent.exists())
    with half_made(near, folder.name) as place:
        built = place / folder.name
        for target, info in files.items():
            path = built / target
            path.parent.mkdir(parents=True, exist_ok=True)
            # What is read ends at the size that was checked, whatever the packed bytes would grow to.
            with archive.open(info) as inside, path.open("xb") as outside:
                shutil.copyfileobj(inside, outside)
        load(built)
        with undisturbed():
            folder.parent.mkdir(parents=True, exist_ok=True)
            if folder.exists():
                folder.rmdir()  # it is empty
            built.rename(folder)


def checked(archive: ZipFile, name: str) -> dict[PurePosixPath, ZipInfo]:
    """The files of the archive by the place they get, within the folder that holds its comparison.yml."""
    inside = [info for info in archive.infolist() if not info.is_dir()]
    if len(inside) > MOST_FILES or sum(info.file_size for info in inside) > LARGEST:
        limits = f"more than {MOST_FILES:,} files or {LARGEST:,} bytes"
        raise Refused(f"{name} would unpack to {limits}", "No comparison has so much; ask where it comes from", "zip")
    files: dict[PurePosixPath, ZipInfo] = {}
    taken: Counter[str] = Counter()  # each name as any system may read it, and each folder that it needs
    for info in inside:
        path = PurePosixPath(info.orig_filename)
        taken.update({plain(path)})
        taken.update({f"{plain(parent)}/" for parent in path.parents})
        files[path] = info
    for info in inside:
        if what := fault(info, taken):
            raise Refused(f"{name}: {info.orig_filename!r} {what}", "Pack it anew, from the comparison's files", "zip")
    tops = [path.parent for path in files if path.name == MAIN]
    if len(tops) != 1:
        raise Refused(f"{name} holds {len(tops)} files {MAIN}", "A comparison has one", "zip")
    return {path.relative_to(tops[0]): info for path, info in files.items() if path.is_relative_to(tops[0])}


def plain(path: PurePosixPath) -> str:
    """A path without what some systems do not tell apart: case, and how an accent is written."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def fault(info: ZipInfo, taken: Counter[str]) -> str:
    """What speaks against unpacking an entry beside the others, "" for nothing."""
    if any(map(BAD_PART.search, info.orig_filename.split("/"))):
        return "leads out of the folder, or is no name for a file"
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return "is a link or a device"
    if info.flag_bits & ENCRYPTED:
        return "is locked with a password"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "is packed in a way that not every program can open"
    path = plain(PurePosixPath(info.orig_filename))
    if taken[path] > 1:
        return "is there twice"
    return "is a file and a folder" if taken[f"{path}/"] else ""
