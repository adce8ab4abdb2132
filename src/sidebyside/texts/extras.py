"""What only a corpus needs comes with an extra, and is asked for when it is needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from sidebyside.errors import SideBySideError

MEND = "in the project's folder, `python3 -m pip install -e '.[corpus]'` installs all that a corpus needs"


def extra(name: str) -> Any:
    """The module of that name; SideBySideError, with the mend, where it is not installed.

    >>> extra("json").__name__
    'json'
    """
    try:
        return import_module(name)
    except ImportError:
        raise SideBySideError(f"{name.partition('.')[0]} is not installed: {MEND}") from None
