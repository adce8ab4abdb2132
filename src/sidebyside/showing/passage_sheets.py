"""Sheets made from what single passages say: figures, voices and meetings."""

from __future__ import annotations

from collections.abc import Iterable

from sidebyside.reading.items import number
from sidebyside.record import Comparison
from sidebyside.showing.excerpts import Chips
from sidebyside.showing.tables import Cell, Group, Row, Sheet, table


def figures(work: Comparison) -> Sheet:
    """Every quantity named, what it counts and what the text gives in its support."""
    chips, frame = Chips(work), work.reading.figures
    groups = []
    for key in work.keys:
        rows = []
        for found in frame[frame.source == key].itertuples():
            amount = f"{'' if found.bound == 'exact' else found.bound + ' '}{number(found.value)} {found.unit}"
            cells = [
                Cell(amount, quiet="a place in a series" if found.kind == "ordinal" else ""),
                Cell(chips=[chips.passage(key, found.passage, found.start, found.end)], quote=found.quote),
                Cell(read(work, found.support)),
                Cell("no one" if found.sourced == "none" else found.sourced),
                Cell(found.by),
            ]
            rows.append(Row(read(work, found.of or found.quote), cells))
        groups.append(Group(work.source(key).title, rows))
    heads = ["What is counted", "Figure", "Words", "Support given", "Vouched for by", "Read by"]
    return table(frame, heads, groups, chips, nothing="No figure stands in these texts.")


def witnesses(work: Comparison) -> Sheet:
    """Who speaks through each text: how often, how, and on what."""
    chips, frame = Chips(work), work.reading.voices
    rows = []
    counted = frame.groupby(["who", "group"], sort=False)
    for (who, group), said in sorted(counted, key=lambda item: (-len(item[1]), str(item[0][0]))):
        hows = said.how.value_counts(sort=False)
        cells = [Cell(str(group), quiet=read(work, "; ".join(dict.fromkeys(r for r in said.role if r))))]
        for key in work.keys:
            here = said[said.source == key]
            opened = [chips.passage(key, row.passage, row.start, row.end) for row in here.itertuples()]
            cells.append(Cell(chips=opened))
        cells += [
            Cell(", ".join(f"{how} {n}" if n > 1 else str(how) for how, n in hows.items())),
            Cell(read(work, briefly(said.about))),
        ]
        rows.append(Row(read(work, who), cells))
    return table(
        frame,
        ["Who", "Side", *work.keys, "How", "On what"],
        [Group(rows=rows)],
        chips,
        nothing="Nobody but the authors is heard.",
    )


def talks(work: Comparison) -> Sheet:
    """Meetings by date: who took part according to whom."""
    known = work.meetings.since.where(work.meetings.since.str[:1].str.isdigit(), work.meetings.until)
    frame = work.meetings.loc[known.sort_values(kind="stable").index]
    chips = Chips(work)
    rows = []
    for found in frame.itertuples():
        opened = [chips.passage(found.source, passage) for passage in found.passages]
        left_out = f"said to be left out: {', '.join(found.absent)}" if found.absent else ""
        cells = [
            Cell(
                str(found.name), quiet=", ".join(w for w in (found.format, found.place) if w not in ("", "not stated"))
            ),
            Cell(letters=(found.source,), chips=opened),
            Cell(", ".join(found.participants) or "not stated", quiet=left_out),
            Cell(str(found.rounds), number=True),
            Cell(quiet=str(found.note)),
        ]
        rows.append(Row(when(found.since, found.until), cells))
    heads = ["When", "What", "Told by", "Who took part", "Meetings", "Remark"]
    return table(frame, heads, [Group(rows=rows)], chips, nothing="No meeting has been listed (in readings.yml).")


def statements(work: Comparison) -> Sheet:
    """Accusations and statements by the day they were made, which is not the day of what they speak of."""
    dates = work.reading.dates
    frame = dates[dates.kind.isin(["accusation", "statement"])].sort_values("until", kind="stable")
    chips = Chips(work)
    rows = [
        Row(
            when(found.since, found.until),
            [
                Cell(
                    letters=(found.source,), chips=[chips.passage(found.source, found.passage, found.start, found.end)]
                ),
                Cell(str(found.kind)),
                Cell(read(work, found.what), quiet=str(found.note)),
            ],
        )
        for found in frame.itertuples()
    ]
    nothing = "No accusation or statement with a date was read."
    return table(frame, ["Made", "In", "Kind", "What was said"], [Group(rows=rows)], chips, nothing=nothing)


def read(work: Comparison, words: object) -> str:
    """What a machine read, which is made of the words of a source, as far as they may be shown."""
    return work.limit.said(str(words), draft=True)


def when(since: str, until: str) -> str:
    """An interval in words.

    >>> when("2015", ".."), when("..", "2013"), when("2016", "2016"), when("1877", "1878"), when("?", "?")
    ('since 2015', 'by 2013', '2016', '1877 to 1878', 'not dated')
    """
    if "?" in (since, until):
        return "not dated"
    if until == "..":
        return f"since {since}"
    if since == "..":
        return f"by {until}"
    return since if since == until else f"{since} to {until}"


def briefly(phrases: Iterable[str], most: int = 6) -> str:
    """The first few phrases, and how many more there are.

    >>> briefly(["a", "b", "a", "c"], 2)
    'a; b; and 1 more'
    """
    kept = list(dict.fromkeys(phrases))
    more = len(kept) - most
    return "; ".join(kept if more <= 0 else [*kept[:most], f"and {more} more"])
