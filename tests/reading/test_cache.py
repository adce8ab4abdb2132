"""What was read once is kept: the same to the last cell, never trusted blindly, and never in the way."""

from __future__ import annotations

import errno
import gzip
import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NoReturn

import pandas as pd
import pytest
from tests.helpers import ROOT

from sidebyside.reading import cache, parse, stream
from sidebyside.reading.frames import READING
from sidebyside.reading.read import identity, read, taken_from
from sidebyside.texts import Part, Source

Tables = dict[str, pd.DataFrame]
TEXT = (
    "The bridge\n\nIn 2015 Ana Holm said that it had cost US$11 million 🙂. “It may open by 2030,” she told us. "
    "She denied this.\r\n\nI was there. Some 300 people came \ud800.\n"
)
SOURCE = Source("A", "The bridge", TEXT, (Part("title", 0, 10), Part("comment", TEXT.index("I was"), len(TEXT))))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with nothing in it."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    cache.warn_once.cache_clear()
    return tmp_path / "kept"


@pytest.fixture(scope="module")
def afresh() -> Tables:
    """The tables as they are made."""
    return {name: pd.DataFrame(cells) for name, cells in stream.tables_of(SOURCE, "2016").items()}


def never(*_: object) -> NoReturn:
    raise AssertionError("read again")


def assert_same(one: Tables, other: Tables) -> None:
    """Every table the same: values, types of cells and columns."""
    assert list(one) == list(other) == list(READING)
    for mine, theirs in zip(one.values(), other.values(), strict=True):
        pd.testing.assert_frame_equal(mine, theirs)
        assert [[type(cell) for cell in row] for row in mine.to_numpy()] == [
            [type(cell) for cell in row] for row in theirs.to_numpy()
        ]


def test_what_is_kept_equals_what_was_read(folder: Path, afresh: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second reading comes from the cache, and is the first one: tuples are tuples, None is None."""
    assert_same(taken_from(SOURCE, "2016"), afresh)
    monkeypatch.setattr(stream, "tables_of", never)
    again = taken_from(SOURCE, "2016")
    assert_same(again, afresh)
    assert len(again["voices"]) > 2
    assert isinstance(again["voices"].said[0][0], tuple)
    assert len(list(folder.iterdir())) == 1


def test_a_kept_reading_needs_no_parser(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading from the cache loads neither spaCy nor the model."""
    monkeypatch.setattr(cache, "code", lambda: "the same")  # whoever edits the code meanwhile
    read(Source("A", "", "It fell in 2015."))
    told = """
import sys
from sidebyside.reading import cache
from sidebyside.reading.read import read
from sidebyside.texts import Source
cache.code()
cache.code = lambda: "the same"
print(len(read(Source("A", "", "It fell in 2015.")).dates), "spacy" in sys.modules, "pint" in sys.modules)
"""
    call = [sys.executable, "-c", told]
    done = subprocess.run(call, cwd=ROOT / "src", env={**os.environ}, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False", "False"]


def as_file(*lines: object) -> bytes:
    """A file of the cache with these lines."""
    return gzip.compress("".join(f"{json.dumps(line)}\n" for line in lines).encode())


@pytest.mark.parametrize(
    "damaged",
    [
        lambda good, cells: b"",
        lambda good, cells: good[: len(good) // 2],
        lambda good, cells: good[:-1],
        lambda good, cells: bytes([*good[:200], good[200] ^ 255, *good[201:]]),
        lambda good, cells: b"PK\x03\x04 something else",
        lambda good, cells: gzip.compress(b"\xff\xfe not JSON"),
        lambda good, cells: gzip.compress(pickle.dumps({"dates": []})),
        lambda good, cells: gzip.compress(b"[" * 100_000),
        lambda good, cells: as_file({"dates": ["source"]}, ["A"]),
        lambda good, cells: as_file(cache.named(READING)),
        lambda good, cells: as_file(cache.named(READING), *cells[:-1]),
        lambda good, cells: as_file(cache.named(READING), *cells[:-1], ["one too few"]),
        lambda good, cells: as_file(cache.named(READING), *cells[:-1], "text"),
        lambda good, cells: as_file(cache.named(READING), *cells, ["one too many"]),
    ],
)
def test_a_damaged_file_is_written_anew(folder: Path, afresh: Tables, damaged: Any) -> None:
    """A file that is cut short, damaged or somebody else's counts as absent; the reading is made and kept again."""
    read(SOURCE, "2016")
    (path,) = folder.iterdir()
    tables = cache.kept(identity(SOURCE, "2016"), READING)
    assert tables is not None
    path.write_bytes(damaged(path.read_bytes(), [cells for table in tables.values() for cells in table.values()]))
    assert cache.kept(identity(SOURCE, "2016"), READING) is None
    assert_same(taken_from(SOURCE, "2016"), afresh)
    assert cache.kept(identity(SOURCE, "2016"), READING) is not None


def test_whatever_decides_a_reading_is_in_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another key, text, part, date, model or code: another reading, never an old one."""
    keys = [
        cache.key(identity(SOURCE)),
        cache.key(identity(SOURCE, "2016")),
        cache.key(identity(Source("B", SOURCE.title, TEXT, SOURCE.parts))),
        cache.key(identity(Source("A", SOURCE.title, f"{TEXT}.", SOURCE.parts))),
        cache.key(identity(Source("A", SOURCE.title, TEXT, SOURCE.parts[:1]))),
    ]
    monkeypatch.setattr(parse, "SHA256", "0" * 64)
    keys.append(cache.key(identity(SOURCE)))
    monkeypatch.setattr(cache, "code", lambda: "other code")
    keys.append(cache.key(identity(SOURCE)))
    assert len(set(keys)) == len(keys)


def test_another_title_is_no_other_reading() -> None:
    """What does not decide the reading does not make it again."""
    assert cache.key(identity(SOURCE)) == cache.key(identity(Source("A", "Another title", TEXT, SOURCE.parts)))


def test_where_nothing_can_be_kept_reading_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache folder that cannot be made is named once; every reading is made all the same."""
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "kept"))
    cache.warn_once.cache_clear()
    with pytest.warns(UserWarning, match=r"cannot be kept in .*kept .* SIDEBYSIDE_CACHE"):
        first = read(Source("A", "", "It fell in 2015."))
    assert len(first.dates) == 1
    assert len(read(Source("A", "", "It fell in 2016.")).dates) == 1  # a second warning would be an error here


def test_a_full_disk_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room in the middle of writing: said, and no half a file stays."""

    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(cache.os, "replace", full)
    with pytest.warns(UserWarning, match="No space left"):
        assert len(read(Source("A", "", "It fell in 2015.")).dates) == 1
    assert list(folder.iterdir()) == []


def test_no_cache_for_who_wants_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable set to nothing: nothing is kept, and nothing is said."""
    monkeypatch.setenv(cache.VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    assert len(read(Source("A", "", "It fell in 2015.")).dates) == 1
    assert cache.kept(identity(Source("A", "", "It fell in 2015.")), READING) is None
    assert list(tmp_path.iterdir()) == []


def test_the_users_cache_folder_is_used_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the variable it is the system's place for what can be made again."""
    from platformdirs import user_cache_path

    monkeypatch.delenv(cache.VARIABLE)
    found = cache.folder()
    assert found is not None
    assert user_cache_path() in found.parents


def test_the_longest_unused_go_first(folder: Path) -> None:
    """Beyond the bound the oldest go, and only as many as have to; other files are left alone."""
    folder.mkdir()
    for number in range(5):
        path = folder / f"{number}{cache.ENDING}"
        path.write_bytes(b"x" * 100)
        os.utime(path, (1000 + number, 1000 + number))
    (folder / "notes.txt").write_bytes(b"x" * 1000)
    cache.prune(folder, 250)
    assert sorted(path.name for path in folder.iterdir()) == [f"3{cache.ENDING}", f"4{cache.ENDING}", "notes.txt"]


def test_use_keeps_a_reading_alive(folder: Path) -> None:
    """Reading from a file makes it the youngest."""
    read(SOURCE)
    (path,) = folder.iterdir()
    os.utime(path, (1000, 1000))
    assert cache.kept(identity(SOURCE), READING) is not None
    assert path.stat().st_mtime > 1000


def test_many_at_once_do_not_disturb_each_other(folder: Path) -> None:
    """While several write the same reading, whoever looks finds the whole of it."""
    tables = stream.tables_of(SOURCE)
    cache.keep(identity(SOURCE), tables)

    def one(number: int) -> bool:
        if number % 2:
            cache.keep(identity(SOURCE), tables)
        return cache.kept(identity(SOURCE), READING) == tables

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(one, range(40)))
    assert len(list(folder.iterdir())) == 1
