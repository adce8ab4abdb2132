"""An engine that keeps what comes of each item: a join that was interrupted goes on with the tiles that are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from sidebyside.matching.corpus.engine import Engine
from sidebyside.texts.files import replacing


@dataclass(frozen=True)
class Remembering:
    """The engine for functions that give arrays: one, or a tuple of them; they are kept in `folder` as .npz files.

    Items are told apart by what they are `called`; all of them are in memory. Several programs may share the folder,
    and one of them may delete it.
    """

    engine: Engine
    folder: Path
    called: Callable[[Any], str] = repr

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        """As Engine has it; what was kept comes first."""
        listed = list(items)
        missing = []
        for number, item in enumerate(listed):
            found = kept(self.path(function, item))
            if found is None:
                missing.append(number)
            else:
                yield number, found
        for place, result in self.engine.each(function, [listed[number] for number in missing]):
            keep(self.path(function, listed[missing[place]]), result)
            yield missing[place], result

    def begin_anew(self) -> None:
        """As the engine has it."""
        self.engine.begin_anew()

    def path(self, function: Callable[[Any], Any], item: Any) -> Path:
        """Where the result for an item lies, or would."""
        return self.folder / f"{sha256(f'{function.__name__} {self.called(item)}'.encode()).hexdigest()}.npz"


def keep(path: Path, result: Any) -> None:
    """Writes an array, or a tuple of arrays, where the folder is still there."""
    with suppress(FileNotFoundError), replacing(path) as file:
        if isinstance(result, tuple):
            np.savez(file, *result)
        else:
            np.savez(file, alone=result)


def kept(path: Path) -> Any:
    """What was written, or None where there is nothing, or something damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            if "alone" in arrays:
                return arrays["alone"]
            return tuple(arrays[name] for name in arrays)
    except (OSError, ValueError, EOFError, BadZipFile):
        return None
