"""Who took a text out is part of how it came to be: the library and its version."""

from __future__ import annotations

from importlib.metadata import version as version_of


def version(library: str) -> str:
    """The library's name and version, as `by` has them."""
    return f"{library} {version_of(library)}"
