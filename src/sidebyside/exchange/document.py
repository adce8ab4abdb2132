"""A Word document for an editor: by theme each point, what either source says to it, and the words it rests on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from sidebyside.exchange import rows
from sidebyside.exchange.about import about, made_at
from sidebyside.exchange.direction import closed
from sidebyside.exchange.page import Page
from sidebyside.exchange.writing import stem, written
from sidebyside.record import Comparison
from sidebyside.record.limiting import Limit

if TYPE_CHECKING:
    from collections.abc import Iterator


def write(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.docx, NAME being that of the comparison's folder."""
    limit = Limit(work, excerpts)
    points, quotes = rows.points(work, limit), rows.quotes(work, limit)
    wide = len(work.keys) > 2  # three positions side by side need the long side of the sheet
    page = Page(limit.said(work.about.title), limit.said(work.about.question), made_at(), wide)
    page.heading(limit.said(work.about.title), 0)
    page.words(limit.said(work.about.question), "Subtitle")
    page.heading("How it was made", 1)
    page.facts(about(work, limit).iloc[2:].itertuples(index=False, name=None))
    if points.empty:
        page.heading("The points", 1)
        page.words("None: nothing is decided yet.")
    for theme, of_theme in points.groupby("theme", sort=False):
        page.heading(theme, 1)
        for point in of_theme.to_dict("records"):
            add_point(page, work, point, quotes[quotes.point == point["id"]])
    return written(out, {f"{stem(work)}.docx": page.packed()})


def add_point(page: Page, work: Comparison, point: dict[str, str], quotes: pd.DataFrame) -> None:
    """One point: question, verdict and reason, the positions side by side, the quotes of each beneath it."""
    page.heading(f"{point['n']}. {point['question']}", 2)
    page.verdict(point["verdict_key"], point["verdict"], point["reason"])
    keys = [key for key in work.keys if point[key]]
    sides = [list(side(point, key, quotes[quotes.source == key])) for key in keys]
    page.side_by_side(
        [f"{key}: {entry.short}" for key in keys for entry in work.about.sources if entry.key == key], sides
    )
    page.facts(remarks(point))


def side(point: dict[str, str], key: str, quotes: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """What stands in a source's cell, as (style, words, place): its position, how it is put, and its quotes."""
    yield "Position", point[key], ""
    put = [point[f"{key}_certainty"], point[f"{key}_voices"], point[f"{key}_silent_because"]]
    yield "Place", "; ".join(filter(None, put)), ""
    for quote in quotes.to_dict("records"):
        near = "nearest: " if quote["role"] == "near" else ""
        yield "Quotation", f"“{closed(quote['quote'])}”" if quote["quote"] else "", f"{near}{place(quote)}"


def place(quote: dict[str, str]) -> str:
    """Where a quote stands: "A12, p. 3"."""
    return f"{quote['passage']}, p. {quote['page']}" if quote["page"] else str(quote["passage"])


def remarks(point: dict[str, str]) -> list[tuple[str, str]]:
    """What else was noted on a point, each under its head; nothing where nothing was."""
    coded = f"{point['coder']}, {point['coded_on']}, confidence {point['confidence']}"
    coded += f"; second choice: {point['second_choice']}" if point["second_choice"] else ""
    machine = f"{point['proposed']}. {point['proposed_because']}" if point["proposed"] else ""
    listed = [
        ("Two by two", point.get("pairs", "")),
        ("Can both be true?", point["both_can_be_true"]),
        ("What would settle it", point["would_settle_it"]),
        ("To check outside the texts", point["to_check"]),
        ("The machine proposed", machine),
        ("Coded", coded + ("; a draft that no person has gone over" if point["draft"] else "")),
    ]
    return [(head, words) for head, words in listed if words]
