"""A person's list laid over the machine's: where both read the same words the person's row stands, and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from sidebyside.record.comparison import Corrected
from sidebyside.record.pairing import overlapping

BY = {
    "by": "who read it: both (coder and machine alike), coder (in the machine's place), machine, or correction",
    "read": "what the machine reads at these words, in short; empty where it reads nothing",
}
Row = Mapping[str, Any]
SAME_WORDS = 0.5  # least share of the words in common at which a correction means an item, and not a new one


def laid_over(
    coded: pd.DataFrame, read: pd.DataFrame, told: Callable[[Row], str], words: Callable[[pd.DataFrame], pd.DataFrame]
) -> pd.DataFrame:
    """The rows of both lists, each place once, with the columns of both and BY.

    Two rows are one where their deciding words overlap; `words` gives their places (source, start, end), `told` a row
    in short, which is equal where both read the same. A coder's row keeps what it says and takes from the machine's
    only the columns that it lacks. Rows that the coder does not have come last.
    """
    own, found = coded.to_dict("records"), read.to_dict("records")
    met: set[int] = set()
    blank = dict.fromkeys([*coded.columns, *read.columns, *BY], "")
    rows = []
    for number, places in overlapping(words(coded), words(read)):
        said = [told(found[place]) for place in places]
        alike = told(own[number]) in said
        twin = found[places[said.index(told(own[number])) if alike else 0]] if places else {}
        met.update(places)
        by = {"by": "both" if alike else "coder", "read": "; ".join(dict.fromkeys(said))}
        rows.append({**blank, **twin, **own[number], **by})
    rows += [{**blank, **row, "by": "machine", "read": told(row)} for n, row in enumerate(found) if n not in met]
    return pd.DataFrame(rows, columns=list(blank))


def corrected(table: pd.DataFrame, corrections: Iterable[Corrected]) -> pd.DataFrame:
    """The table with what a person set right in it, the later correction over the earlier.

    A correction means the rows with the words nearest to its own, if they have half of them in common; else it adds a
    row of its own.
    """
    rows = table.to_dict("records")
    for correction in corrections:
        entry = correction.entry
        place = {"source": correction.source, "start": correction.start, "end": correction.end}
        shares = [shared(row, place) for row in rows]
        most = max(shares, default=0.0)
        meant = [n for n, share in enumerate(shares) if share == most] if most >= SAME_WORDS else []
        if entry.drop:
            rows = [row for n, row in enumerate(rows) if n not in meant]
            continue
        change = entry.given | {"by": "correction"}
        for n in meant:
            rows[n] = rows[n] | change
        if not meant:
            blank = dict.fromkeys(table.columns, "")
            rows.append(blank | place | {"passage": entry.passage, "quote": entry.quote} | change)
    return pd.DataFrame(rows, columns=table.columns)


def shared(row: Row, place: Row) -> float:
    """How much two places have in common: the code points of both over those of either.

    >>> shared({"source": "A", "start": 0, "end": 4}, {"source": "A", "start": 2, "end": 6})
    0.3333333333333333
    """
    common = int(min(row["end"], place["end"]) - max(row["start"], place["start"]))
    if row["source"] != place["source"] or common <= 0:
        return 0.0
    return common / int(max(row["end"], place["end"]) - min(row["start"], place["start"]))
