"""A model decides what is read, so it is proven first: its files are those that were measured, or it is not used."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from sidebyside.errors import ModelError


def installed(package: str, version: str, below: str) -> Path:
    """A model's file or folder, at the path `below` its package; ModelError when it is not there."""
    spec = find_spec(package)
    path = Path(spec.origin).parent / below if spec and spec.origin else None
    if path is None or not path.exists():
        raise ModelError(f"{package} {version} is not installed: install the packages of requirements.lock")
    return path


def prove(path: Path, sha256: str, of: str, mend: str = "install it again from requirements.lock") -> None:
    """Raises ModelError unless the file or folder has this checksum; `of` says whose it should be."""
    found = checksum(path)
    if found != sha256:
        raise ModelError(f"{path.name} is not the one of {of} (SHA-256 {found[:16]} …): {mend}")


def checksum(path: Path) -> str:
    """SHA-256 of a file; of a folder, over the names and checksums of all files below it, in the order of names."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    whole = hashlib.sha256()
    for part in sorted(p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        whole.update(part.relative_to(path).as_posix().encode() + b"\0")
        whole.update(bytes.fromhex(checksum(part)))
    return whole.hexdigest()
