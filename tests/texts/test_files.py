"""A file is written whole or stays as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sidebyside.texts import files
from sidebyside.texts.files import write_whole


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Characters and line feeds come back, and nothing else is left in the folder."""
    path = tmp_path / "a.yml"
    write_whole(path, "é: «ا»\nb: 😱\n")
    write_whole(path, "é: «ب»\n")
    assert path.read_bytes().decode() == "é: «ب»\n"
    assert os.listdir(tmp_path) == ["a.yml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file that others may read stays so."""
    path = tmp_path / "a.yml"
    path.write_text("old")
    path.chmod(0o664)
    write_whole(path, "new")
    assert path.stat().st_mode & 0o777 == 0o664


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up in the middle costs neither the old words nor leaves half a file."""
    path = tmp_path / "a.yml"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.yml"]
