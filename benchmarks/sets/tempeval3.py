"""TempEval-3 (TimeBank, AQUAINT): are the expressions of time found, and is their value right?

An expression is found if it overlaps one that the annotators marked, each counted once; the two ends of a range count
singly, as TIMEX3 has them. A value is right if it is the annotators' to the letter, whatever the type. A document is
read as a whole: a date may hang on one that a paragraph before it named.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from benchmarks.measure import Measure, f1
from sidebyside.reading.dates import Date, dates_in
from sidebyside.reading.dates.calendar import grain


def measured(rows: list[dict[str, Any]]) -> tuple[list[Measure], list[str]]:
    """Found and value, each with precision, recall and F1; the same by type; and what is still wrong, by kind."""
    found = wanted = hit = right = alike = 0
    kinds: Counter[str] = Counter()
    by_type: dict[str, Counter[bool]] = {}
    cases: list[str] = []
    for row in rows:
        read, marked = singly(dates_in(row["text"], row["dct"], before=[])), row["timexes"]
        pairs = paired(read, marked)
        found, wanted, hit = found + len(read), wanted + len(marked), hit + len(pairs)
        for date, timex in pairs:
            same = date.timex == timex["value"]
            right += same
            by_type.setdefault(timex["type"], Counter())[same] += 1
            alike += plain(date.timex) == plain(timex["value"])
            if not same:
                kinds[f"value: {difference(timex['value'], date.timex)}"] += 1
                words = around(row["text"], timex["start"], timex["end"])
                cases.append(f"VALUE {timex['value']} not {date.timex} @{row['dct']}: {words}")
        met = {id(x) for pair in pairs for x in pair}
        for timex in marked:
            if id(timex) not in met:
                kinds[f"missed {timex['type']}"] += 1
                cases.append(f"MISSED {timex['value']}: {around(row['text'], timex['start'], timex['end'])}")
        for date in read:
            if id(date) not in met:
                kinds[f"found too much, {date.type}"] += 1
                cases.append(f"TOO MUCH {date.timex}: {around(row['text'], date.core_start, date.core_end)}")
    summary = [f"{n:>4} {kind}" for kind, n in kinds.most_common(25)]
    return [
        *f1(found, hit, wanted, "found"),
        *f1(found, right, wanted, "value"),
        *f1(found, alike, wanted, "value, spelling aside")[2:],
        *(Measure(f"value right, {t}", n[True] / n.total(), n.total()) for t, n in sorted(by_type.items())),
    ], summary + cases


def singly(dates: list[Date]) -> list[Date]:
    """The dates with each range as its two ends; without words for which TIMEX3 has no value, such as "so far"."""
    return [one for date in dates for one in date.parts or (date,) if one.timex]


def paired(read: list[Date], marked: list[dict[str, Any]]) -> list[tuple[Date, dict[str, Any]]]:
    """Each date with the first expression it overlaps that is still free."""
    pairs, free = [], list(marked)
    for date in read:
        timex = next((t for t in free if t["start"] < date.core_end and date.core_start < t["end"]), None)
        if timex:
            free.remove(timex)
            pairs.append((date, timex))
    return pairs


def plain(value: str) -> str:
    """A value without what annotators spell in two ways: 1955-XX and 1955, 199X and 199, 2000-W7 and 2000-W07.

    >>> plain("1955-XX"), plain("199X"), plain("2000-W7"), plain("1989-11-06T17")
    ('1955', '199', '2000-W07', '1989-11-06T17:00')
    """
    value = re.sub(r"(?<=\d)(?:-XX)+$|(?<=^\d\d\d)X$|(?<=^\d\d)XX$", "", value)
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    return re.sub(r"T(\d\d)$", r"T\1:00", value)


def difference(marked: str, read: str) -> str:
    """In what a value differs from the annotators'.

    >>> difference("1989-W44", "1989-W43"), difference("1988-Q3", "1988"), difference("1989-WXX", "1989-W43")
    ('another week', 'a quarter read as a year', 'left open by the annotators')
    """
    if plain(marked) == plain(read):
        return "the same, spelt otherwise"
    if marked.endswith("_REF") or read.endswith("_REF"):
        return "a vague word valued otherwise"
    if "X" in marked and "X" not in read:
        return "left open by the annotators"
    return f"another {named(marked)}" if named(marked) == named(read) else f"a {named(marked)} read as a {named(read)}"


def named(value: str) -> str:
    """What kind of value it is."""
    return "length" if value.startswith("P") else GRAINS.get(grain(value), "set or other")


GRAINS = {
    "C": "century", "E": "decade", "Y": "year", "H": "half", "Q": "quarter", "S": "season", "M": "month", "W": "week",
    "WE": "weekend", "D": "day", "T": "time of day",
}  # fmt: skip


def around(text: str, start: int, end: int) -> str:
    """The words at a place, with some on either side."""
    return f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " ")
