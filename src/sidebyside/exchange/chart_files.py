"""Every chart as a picture to print and to place, with the numbers behind it and what it says."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd

from sidebyside.exchange.csv_files import csv_bytes
from sidebyside.exchange.writing import written
from sidebyside.record import Comparison
from sidebyside.record.limiting import Limit

DPI = 300
TOLD = {
    "chart": "name of the chart, and of its files",
    "title": "what it answers",
    "note": "what was counted, and how many",
    "key": "what its numbered marks stand for",
    "drawn": "no where there was nothing to draw: then it has no files",
}


def write(work: Comparison, out: Path, excerpts: int | None) -> list[Path]:
    """Writes NAME.svg, NAME.png (300 dpi) and NAME.csv for every chart, and charts.csv (columns: TOLD).

    The bytes are the same each time. Single words that are counted and charted are no excerpt.
    """
    from sidebyside.showing import charts

    limit = Limit(work, excerpts)
    told: list[dict[str, str]] = []
    files: dict[str, bytes] = {}
    for name in sorted(set(charts.__all__) - {"theme_counts"}):  # which is a table
        axes = getattr(charts, name)(work)
        finding = axes.finding
        words = {"title": finding.title, "note": finding.note, "key": "\n".join(finding.key)}
        drawn = len(finding.numbers) > 0
        row = {column: limit.said(value, draft=True) for column, value in words.items()}
        told.append({"chart": name, **row, "drawn": "yes" if drawn else "no"})
        if drawn:
            files |= {f"{name}.{kind}": picture(axes.figure, kind, name) for kind in ("svg", "png")}
            files[f"{name}.csv"] = csv_bytes(limited(finding.numbers, limit))
    return written(out, files | {"charts.csv": csv_bytes(pd.DataFrame(told, columns=list(TOLD)))})


def limited(numbers: pd.DataFrame, limit: Limit) -> pd.DataFrame:
    """The numbers; what their words repeat of a source, as far as may be: a machine read them there."""
    return numbers.map(lambda value: limit.said(value, draft=True) if isinstance(value, str) else value)


def picture(figure: Any, kind: str, salt: str) -> bytes:
    """The figure as the bytes of an SVG or PNG file, the same each time."""
    from matplotlib import style

    from sidebyside.showing.charts.chart import look

    data = io.BytesIO()
    undated = {"svg": {"Date": None, "Creator": None}, "png": {"Software": None}}
    with look(), style.context({"svg.hashsalt": salt}):
        figure.savefig(data, format=kind, dpi=DPI, metadata=undated[kind])
    return data.getvalue()
