"""How decisions are kept: each is a line of the journal before it is anything else, and nothing is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sidebyside.record.keeping.desk import Desk, Seen

__all__ = ["Desk", "Seen"]


def __getattr__(name: str) -> Any:
    # When asked for: a load reads the journal, and the desk needs a load.
    if name in __all__:
        from sidebyside.record.keeping import desk

        return getattr(desk, name)
    raise AttributeError(f"{__name__} has no {name!r}")
