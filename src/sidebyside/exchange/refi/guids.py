"""A GUID comes from what it stands for: the same comparison gives the same ones each time, and so the same bytes."""

from __future__ import annotations

from uuid import UUID, uuid5

from sidebyside.record import Comparison

OURS = UUID("6f1d3a52-8a3b-5c0e-9a55-7f0b6c2d9e41")  # the name space; another would give every thing another name


def guid(work: Comparison, *names: object) -> str:
    """The GUID of what these names stand for in the comparison of these sources (UUID version 5, RFC 9562)."""
    about = [source.sha256 for source in work.about.sources]
    return str(uuid5(OURS, "\x1f".join([*about, "", *map(str, names)])))
