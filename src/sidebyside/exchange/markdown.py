"""The comparison in plain Markdown: by theme each point with its positions and quotes, no word taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from sidebyside.exchange import rows
from sidebyside.exchange.about import about
from sidebyside.exchange.direction import closed
from sidebyside.exchange.document import place, remarks
from sidebyside.exchange.writing import stem, written
from sidebyside.record import Comparison
from sidebyside.record.limiting import Limit

# What is markup anywhere in a line of CommonMark or of its common extensions. Nothing from a source begins a line.
MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&@^$]")
# What programs make links of without being asked: addresses, and names such as example.org.
ADDRESS = re.compile(r":(?=//)|(?<=\w)\.(?=[^\W\d])")


def write(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.md, NAME being that of the comparison's folder."""
    limit = Limit(work, excerpts)
    return written(out, {f"{stem(work)}.md": "\n".join(lines(work, limit)).encode()})


def lines(work: Comparison, limit: Limit) -> Iterator[str]:
    """The document, line by line."""
    points, quotes = rows.points(work, limit), rows.quotes(work, limit)
    told = about(work, limit)
    yield from (f"# {words(told.told[0])}", "", f"**Question**: {words(told.told[1])}", "", "## How it was made", "")
    yield from listed(told.iloc[2:].itertuples(index=False, name=None))
    if points.empty:
        yield from ("", "## The points", "", "None: nothing is decided yet.")
    for theme, of_theme in points.groupby("theme", sort=False):
        yield from ("", f"## {words(theme)}")
        for point in of_theme.to_dict("records"):
            yield from point_lines(work, point, quotes[quotes.point == point["id"]])
    yield ""


def point_lines(work: Comparison, point: dict[str, str], quotes: pd.DataFrame) -> Iterator[str]:
    """One point: question, verdict, the positions as a table, the quotes and the remarks as lists."""
    yield from ("", f"### {point['n']}\\. {words(point['question'])}", "")
    yield from (f"**{words(point['verdict'])}**: {words(point['reason'])}", "")
    yield from ("| Source | Position | How it is put | Who says it |", "| --- | --- | --- | --- |")
    for entry in work.about.sources:
        if point[entry.key]:
            silent = point[f"{entry.key}_silent_because"]
            put = ": ".join(filter(None, [point[f"{entry.key}_certainty"], silent]))
            cells = [f"{entry.key}: {entry.short}", point[entry.key], put, point[f"{entry.key}_voices"]]
            yield f"| {' | '.join(map(words, cells))} |"
    yield ""
    for quote in quotes.to_dict("records"):
        near = "nearest " if quote["role"] == "near" else ""
        yield f"- {near}{words(place(quote))}" + (f": “{words(quote['quote'])}”" if quote["quote"] else "")
    yield from listed(remarks(point))


def listed(facts: object) -> Iterator[str]:
    """Facts under their heads, as a list."""
    for head, told in facts:  # type: ignore[attr-defined]
        yield f"- **{words(head)}**{'' if head.endswith('?') else ':'} {words(told)}"


def words(text: object) -> str:
    r"""Words on one line in which Markdown sees nothing but words: no markup, no HTML, no link, no entity.

    >>> words("A *new*\n<b>bridge</b>"), words("http://example.org")
    ('A \\*new\\* \\<b\\>bridge\\</b\\>', 'http\\://example\\.org')
    """
    line = closed(" ".join(re.split(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]+", str(text).strip())))
    return ADDRESS.sub(r"\\\g<0>", MARKUP.sub(r"\\\g<0>", line))
