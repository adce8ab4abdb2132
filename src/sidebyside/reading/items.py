"""Everything that was found in one table, in the order of the text, each item told in a few words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from sidebyside.reading.frames import ITEMS, PLACE

Row = Mapping[Any, Any]


def items_of(tables: Mapping[str, pd.DataFrame], sources: Iterable[str]) -> pd.DataFrame:
    """The rows of several tables as one table (columns: ITEMS), source by source in the order given."""
    rows = [
        (*(row[column] for column in PLACE), kind, told(row))
        for name, (kind, told) in KINDS.items()
        for row in tables[name].to_dict("records")
    ]
    order = {source: number for number, source in enumerate(dict.fromkeys([*sources, *(row[0] for row in rows)]))}
    rows.sort(key=lambda row: (order[row[0]], row[2], row[3]))
    return pd.DataFrame(rows, columns=list(ITEMS))


def date(row: Row) -> str:
    """The time meant.

    >>> date({"since": "2015", "until": "2015"}), date({"since": "2015", "until": ".."})
    ('2015', 'since 2015')
    >>> date({"since": "..", "until": "2016"}), date({"since": "2013", "until": "2016"})
    ('until 2016', '2013 to 2016')
    >>> date({"since": "?", "until": "?"})
    'not fixed by the text'
    """
    since, until = str(row["since"]), str(row["until"])
    if "?" in (since, until):
        return "not fixed by the text"
    if since == until:
        return since
    if ".." in (since, until):
        return f"since {since}" if until == ".." else f"until {until}"
    return f"{since} to {until}"


def figure(row: Row) -> str:
    """The number, with what limits it and what it is counted in.

    >>> figure({"bound": "about", "value": 18000.0, "unit": "servicemen"})
    'about 18,000 servicemen'
    """
    bound = "" if row["bound"] == "exact" else row["bound"]
    return " ".join(filter(None, [bound, number(row["value"]), row["unit"]]))


def number(value: float) -> str:
    """A number as one reads it, never with an exponent where it is whole.

    >>> number(11e9), number(96.8), number(-2.0)
    ('11,000,000,000', '96.8', '-2')
    """
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


def name(row: Row) -> str:
    """The name that is meant, and of what kind it is."""
    return f"{row['name']} ({row['type']})"


def voice(row: Row) -> str:
    """Who does what."""
    return f"{row['who']} {row['how']}"


def claim(row: Row) -> str:
    """How it is put."""
    return f"{row['certainty']}" if row["mood"] == "assertion" else f"{row['certainty']}, {row['mood']}"


KINDS: dict[str, tuple[str, Callable[[Row], str]]] = {
    "dates": ("date", date),
    "figures": ("figure", figure),
    "names": ("name", name),
    "voices": ("voice", voice),
    "claims": ("claim", claim),
}
