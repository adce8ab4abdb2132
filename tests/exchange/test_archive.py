"""The zip opens elsewhere as the same comparison; one that is meant to harm opens nowhere and leaves nothing."""

from __future__ import annotations

import stat
import struct
from contextlib import nullcontext
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest
from tests.helpers import SHIPPED
from tests.helpers import write as write_bridge

from sidebyside.errors import Refused
from sidebyside.exchange import archive as archives
from sidebyside.exchange import export
from sidebyside.exchange.archive import unpacked
from sidebyside.record import Comparison, load


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """A comparison with codings and readings."""
    return write_bridge(tmp_path / "bridge")


@pytest.fixture
def good(bridge: Path) -> dict[str, bytes]:
    """What a sound zip holds."""
    return {f"bridge/{name}": data for name, data in files(bridge).items()}


def packed(path: Path, *entries: tuple[str | ZipInfo, bytes]) -> Path:
    """A zip of these entries, whatever their names."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for entry, data in entries:
            file.writestr(entry, data)
    return path


def linked(name: str, kind: int) -> ZipInfo:
    """An entry that says it is a link, a device, a folder."""
    info = ZipInfo(name)
    info.create_system, info.external_attr = 3, (kind | 0o644) << 16
    return info


def refused(path: Path, match: str) -> None:
    """Opening it is refused, and nothing is new beside it."""
    before = sorted(path.parent.rglob("*"))
    with pytest.raises(Refused, match=match):
        unpacked(path, path.parent / "deep" / "opened")
    assert sorted(path.parent.rglob("*")) == before


def test_a_comparison_opens_elsewhere_as_it_was(tmp_path: Path) -> None:
    """Every file of it, byte for byte: texts, points, journal of decisions, codings."""
    (path,) = export(load(SHIPPED), "zip", tmp_path)
    opened = unpacked(path, tmp_path / "elsewhere" / "copy")
    mine, theirs = files(SHIPPED), files(opened)
    assert theirs == {name: mine[name] for name in theirs}
    assert {"comparison.yml", "points.yml"} <= set(theirs)
    assert load(opened).points.equals(load(SHIPPED).points)


def test_originals_and_the_journal_go_along_and_leavings_do_not(bridge: Path, tmp_path: Path) -> None:
    """Locks, half-written files and what else lies there stay."""
    (bridge / "originals").mkdir()
    for name in ("originals/a.docx", "journal.jsonl", "README.md"):
        (bridge / name).write_bytes(b"")
    leavings = (".lock", ".points.yml.x.part", "texts/.a.txt.part", "private.txt", "points.yml~")
    for name in leavings:
        (bridge / name).write_bytes(b"")
    (path,) = export(load(bridge), "zip", tmp_path)
    with ZipFile(path) as archive:
        names = set(archive.namelist())
    assert names == {f"bridge/{name}" for name in files(bridge).keys() - set(leavings)}


def test_three_scripts_survive(three: Comparison, tmp_path: Path) -> None:
    """The texts are the same, to the code point."""
    (path,) = export(three, "zip", tmp_path)
    assert [source.text for source in load(unpacked(path, tmp_path / "opened")).texts] == [s.text for s in three.texts]


@pytest.mark.parametrize("most", [0, 40])
def test_whole_texts_do_not_go_out_under_a_limit(most: int, three: Comparison, tmp_path: Path) -> None:
    """The zip is refused, with the mend, and not written."""
    with pytest.raises(Refused, match=rf"no more than {most} words.*Export csv, xlsx, docx or md"):
        export(three, "zip", tmp_path, excerpts=most)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt", "bridge/../../evil.txt", "/etc/evil.txt", "//host/share/evil", "C:/evil.txt", "C:evil.txt",
        "bridge\\evil.txt", "..\\evil.txt", "bridge/./evil.txt", "bridge//evil.txt", "bridge/CON.txt", "bridge/nul",
        "bridge/evil.", "bridge/evil ", "bridge/e\x1fvil", "bridge/evil?.txt", "..",
    ],
)  # fmt: skip
def test_names_that_lead_elsewhere_are_refused(name: str, good: dict[str, bytes], tmp_path: Path) -> None:
    """On whatever system they would do so."""
    refused(packed(tmp_path / "evil.zip", *good.items(), (name, b"evil")), "leads out of the folder, or is no name")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_links_and_devices_are_refused(kind: int, good: dict[str, bytes], tmp_path: Path) -> None:
    """An entry is a plain file, or nothing."""
    link = (linked("bridge/texts/c.txt", kind), b"../../../../etc/passwd")
    refused(packed(tmp_path / "link.zip", *good.items(), link), "is a link or a device")


@pytest.mark.parametrize(
    "name", ["bridge/points.yml", "bridge/Points.YML", "bridge/texts/cafe\u0301", "bridge/caf\u00e9"]
)
def test_a_name_that_is_there_twice_is_refused(name: str, good: dict[str, bytes], tmp_path: Path) -> None:
    """Also where only some systems take two names for one: by case, and by how an accent is written."""
    more = {"bridge/texts/caf\u00e9": b"", "bridge/cafe\u0301": b""}
    with pytest.warns(UserWarning, match="Duplicate") if name in good else nullcontext():
        path = packed(tmp_path / "twice.zip", *(good | more).items(), (name, b"other"))
    refused(path, "is there twice")


@pytest.mark.parametrize("name", ["bridge/texts", "bridge/Texts", "bridge/points.yml/below"])
def test_a_file_that_is_a_folder_too_is_refused(name: str, good: dict[str, bytes], tmp_path: Path) -> None:
    """The error names the entry."""
    refused(packed(tmp_path / "both.zip", *good.items(), (name, b"")), "is a file and a folder")


def test_bombs_are_refused_before_they_are_opened(
    good: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the size that they say they have, and by the number of files."""
    monkeypatch.setattr(archives, "LARGEST", 1_000_000)
    refused(packed(tmp_path / "large.zip", *good.items(), ("bridge/texts/c.txt", bytes(1_000_000))), "1,000,000 bytes")
    monkeypatch.setattr(archives, "MOST_FILES", 20)
    refused(packed(tmp_path / "many.zip", *good.items(), *((f"bridge/texts/{n}", b"") for n in range(20))), "20 files")


def test_a_bomb_that_lies_about_its_size_is_cut_off(good: dict[str, bytes], tmp_path: Path) -> None:
    """No more is unpacked than was said; that the sum is wrong then ends it."""
    path = packed(tmp_path / "liar.zip", *good.items(), ("bridge/texts/c.txt", bytes(5_000_000)))
    told, lie = struct.pack("<L", 5_000_000), struct.pack("<L", 10)
    assert path.read_bytes().count(told) == 2
    path.write_bytes(path.read_bytes().replace(told, lie))
    refused(path, "is no zip that can be read")


def test_what_is_broken_or_locked_is_refused(good: dict[str, bytes], tmp_path: Path) -> None:
    """No zip, half a zip, damaged bytes, a password, a rare way of packing: each is said."""
    (tmp_path / "words.zip").write_bytes(b"no zip at all")
    refused(tmp_path / "words.zip", "words.zip is no zip that can be read")
    whole = packed(tmp_path / "whole.zip", *good.items(), ("bridge/texts/c.txt", bytes(range(256)) * 9)).read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    refused(tmp_path / "half.zip", "is no zip that can be read")
    at = whole.index(b"bridge/texts/c.txt") + len("bridge/texts/c.txt")
    (tmp_path / "hurt.zip").write_bytes(whole[:at] + bytes(b ^ 0xFF for b in whole[at : at + 60]) + whole[at + 60 :])
    refused(tmp_path / "hurt.zip", "is no zip that can be read")
    locked = bytearray(whole)
    locked[whole.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    refused(tmp_path / "locked.zip", "is locked with a password")
    rare = ZipInfo("bridge/texts/c.txt")
    rare.compress_type = ZIP_LZMA
    refused(packed(tmp_path / "rare.zip", *good.items(), (rare, b"words")), "not every program can open")


def test_a_zip_has_one_sound_comparison(good: dict[str, bytes], tmp_path: Path) -> None:
    """None, two, or one that does not load, are refused."""
    refused(packed(tmp_path / "none.zip", ("a.txt", b"")), "holds 0 files comparison.yml")
    second = ("other/comparison.yml", b"")
    refused(packed(tmp_path / "two.zip", *good.items(), second), "holds 2 files comparison.yml")
    changed = good | {"bridge/texts/a.txt": b"Another text."}
    refused(packed(tmp_path / "changed.zip", *changed.items()), "holds no comparison that can be used")


def test_what_lies_beside_the_comparison_stays_in_the_zip(good: dict[str, bytes], tmp_path: Path) -> None:
    """As the folders that a Mac adds; and a comparison may lie at the top of the zip."""
    path = packed(tmp_path / "mac.zip", *good.items(), ("__MACOSX/bridge/._a.txt", b"mac"))
    assert "._a.txt" not in {file.name for file in unpacked(path, tmp_path / "one").rglob("*")}
    flat = {name.removeprefix("bridge/"): data for name, data in good.items()}
    assert files(unpacked(packed(tmp_path / "flat.zip", *flat.items()), tmp_path / "two")) == flat


def test_a_folder_that_is_there_keeps_what_it_has(good: dict[str, bytes], tmp_path: Path) -> None:
    """A full one is refused; an empty one is filled."""
    path = packed(tmp_path / "good.zip", *good.items())
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_bytes(b"mine")
    with pytest.raises(Refused, match="is there already"):
        unpacked(path, tmp_path / "full")
    assert files(tmp_path / "full") == {"mine": b"mine"}
    (tmp_path / "empty").mkdir()
    assert len(files(unpacked(path, tmp_path / "empty"))) == len(good)
    with pytest.raises(Refused, match=r"missing\.zip is not there\. Name the zip"):
        unpacked(tmp_path / "missing.zip", tmp_path / "new")
    assert not (tmp_path / "new").exists()
