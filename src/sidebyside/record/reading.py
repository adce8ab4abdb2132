"""The reading of a whole comparison: the machine's, with what a person wrote down or set right in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import fields
from functools import lru_cache

import pandas as pd

from sidebyside.reading import cache
from sidebyside.reading.frames import DATES, FIGURES, TERMS, TOUCHES, VOICES
from sidebyside.reading.items import number
from sidebyside.reading.read import Reading, identity, taken_from
from sidebyside.reading.themes import propose_terms, themes_in
from sidebyside.reading.whole import COUNTING, whole
from sidebyside.record.comparison import Comparison
from sidebyside.record.laying import Row, corrected, laid_over
from sidebyside.texts import Source

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
CODED = {"dates": DATES, "figures": FIGURES, "voices": VOICES}  # what readings.yml may hold beside the machine's


@lru_cache(maxsize=64)
def tables_of(source: Source, written: str | None = None) -> dict[str, pd.DataFrame]:
    """What the machine takes from a source, read once in a process."""
    return taken_from(source, written)


def machine(work: Comparison) -> Reading:
    """The machine's reading of all sources, in their order, under the names that comparison.yml lists."""
    kept: Reading | None = vars(work).get("_machine")
    if kept is None:
        parts = [tables_of(source, date_of(work, source.key)) for source in work.texts]
        # An empty table would make fractions of the places in the others.
        filled = {name: [part[name] for part in parts if len(part[name])] or [parts[0][name]] for name in parts[0]}
        tables = {name: pd.concat(found, ignore_index=True) for name, found in filled.items()}
        aliases = {entry.name: entry.also for entry in work.about.names}
        kept = Reading(**whole(tables, aliases, work.about.capitals), themes=themes(work))
        vars(work)["_machine"] = kept
    return kept


def themes(work: Comparison) -> pd.DataFrame:
    """The themes of the codebook that the bodies touch (columns: frames.TOUCHES)."""
    what = ["themes", list(map(identity, work.texts)), work.themes.to_dict("records")]
    return through_cache(what, TOUCHES, lambda: themes_in(work.texts, work.themes))


def proposed_terms(work: Comparison) -> pd.DataFrame:
    """Noun phrases that a person may add to the codebook, the most telling first (columns: frames.TERMS)."""
    first, *rest = TERMS
    what = ["terms", list(map(identity, work.texts)), work.themes.to_dict("records")]
    return through_cache(what, [first, *work.keys, *rest], lambda: propose_terms(work.texts, work.themes))


def through_cache(what: object, columns: Collection[str], made: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """A table made before of the same, or made now and kept."""
    tables = cache.kept(what, {"table": columns})
    if tables is None:
        tables = {"table": made().to_dict("list")}
        cache.keep(what, tables)
    return pd.DataFrame(tables["table"], columns=list(columns))


def reading(work: Comparison) -> Reading:
    """What is read in all sources: the machine's reading, under what a coder wrote down and a person set right.

    The tables are those of `read` with the columns of `laying.BY`; rows stand in the order of the texts.
    """
    found = machine(work)
    tables = {field.name: getattr(found, field.name) for field in fields(Reading)}
    for name, rows in tables.items():
        if name != "passages":
            coded = getattr(work, name) if name in CODED else rows.iloc[:0]
            laid = laid_over(coded, rows, TOLD.get(name, str), WORDS.get(name, same))
            tables[name] = in_order(work, corrected(laid, [c for c in work.corrections if c.entry.table == name]))
    return Reading(**tables)


def by_whom(table: pd.DataFrame) -> str:
    """Who read the rows of a table, counted, in words for a chart's note.

    >>> by_whom(pd.DataFrame({"by": ["both", "machine", "both"]}))
    'read alike by coder and machine 2, by the machine alone 1'
    """
    said = {
        "both": "read alike by coder and machine",
        "coder": "by the coder",
        "machine": "by the machine alone",
        "correction": "corrected",
    }
    counts = table.by.value_counts()
    return ", ".join(f"{words} {counts[by]}" for by, words in said.items() if by in counts)


def date_of(work: Comparison, key: str) -> str | None:
    """When a source was written, as ISO 8601, where it states it itself; None else."""
    written = next(entry.written for entry in work.about.sources if entry.key == key)
    return written.is_ if written.known == "stated" and DAY.fullmatch(written.is_) else None


def in_order(work: Comparison, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order of the texts."""
    order = rows.source.map({key: number for number, key in enumerate(work.keys)})
    placed = rows.assign(_order=order).sort_values(["_order", "start", "end"], kind="stable", ignore_index=True)
    return placed.drop(columns="_order")


def told_date(row: Row) -> str:
    """The time meant."""
    return f"{row['since']} to {row['until']}"


def told_figure(row: Row) -> str:
    """The number with its bound."""
    return f"{'' if row['bound'] == 'exact' else row['bound'] + ' '}{number(row['value'])}"


def told_voice(row: Row) -> str:
    """Who does what. Officials and experts go by their country: no text keeps apart what it calls them.

    >>> told_voice({"who": "Moscow", "type": "officials", "group": "Russia", "how": "denies"})
    'Russia (officials) denies'
    >>> told_voice({"who": "Military Doctrine 2014 (Russia)", "type": "document", "group": "Russia", "how": "states"})
    'Military Doctrine states'
    """
    if row["type"] in ("officials", "experts") and row["group"]:
        return f"{row['group']} ({row['type']}) {row['how']}"
    who = re.sub(r"\s*\(.*\)$|\b\d{4}\b\s*", "", COUNTING.sub("", row["who"])).strip()
    return f"{who} {row['how']}"


def same(rows: pd.DataFrame) -> pd.DataFrame:
    """An item's own words."""
    return rows


def reporting(rows: pd.DataFrame) -> pd.DataFrame:
    """The words that report a voice: two voices in one sentence are told apart by them."""
    places = []
    for row in rows.to_dict("records"):
        at = row["quote"].find(row["cue"]) if row["cue"] else -1
        if row.get("reporting"):
            places.append(tuple(row["reporting"]))
        elif at >= 0:
            places.append((row["start"] + at, row["start"] + at + len(row["cue"])))
        else:
            places.append((row["start"], row["end"]))
    return rows[["source"]].assign(start=[a for a, _ in places], end=[b for _, b in places])


TOLD: dict[str, Callable[[Row], str]] = {"dates": told_date, "figures": told_figure, "voices": told_voice}
WORDS: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {"voices": reporting}
