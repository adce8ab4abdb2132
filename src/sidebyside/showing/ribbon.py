"""The ribbon: two texts end to end at the sides, the themes between them, a band wherever a point hangs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

import pandas as pd

from sidebyside.record import Comparison
from sidebyside.showing.markup import Html, render
from sidebyside.texts import BODY, Source

TOP, HEIGHT, ROW, BAR = 34.0, 620.0, 34.0, 18.0  # of the drawing, in its own units
LINE = 32  # characters of a section's heading that fit beside a bar


@dataclass(frozen=True)
class Layout:
    """Where things stand from left to right, wide or narrow."""

    width: float
    bars: tuple[float, float]
    labels: tuple[float, float]

    @property
    def middle(self) -> float:
        """The middle of the labels."""
        return sum(self.labels) / 2


WIDE = Layout(1080, (206, 856), (430, 650))
NARROW = Layout(390, (4, 368), (108, 282))


@dataclass(frozen=True)
class Stretch:
    """A stretch of a bar, from top to bottom."""

    y: float
    height: float
    part: str = BODY
    label: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme:
    """A row in the middle: its bands, and how many passages of each source its points rest on."""

    name: str
    y: float
    points: int
    counts: dict[str, int]
    bands: list[tuple[str, str]]


def ribbon(work: Comparison) -> Html:
    """The first two sources end to end, joined through the themes of the points that rest on their passages.

    Both bars share one scale of characters. A band begins at the passages of one paragraph that points of the theme
    rest on and is as thick at the theme as they are many.
    """
    sources = work.texts[:2]
    scale = HEIGHT / max(len(source.text) for source in sources)
    used = resting(work)
    drawings = [
        {
            "name": name,
            "layout": layout,
            "bars": [(s.key, layout.bars[side], list(stretches(work, s, scale))) for side, s in enumerate(sources)],
            "themes": list(themes(work, used, layout, scale)),
        }
        for name, layout in (("wide", WIDE), ("narrow", NARROW))
    ]
    title = headline(work, used)
    left = f"; the other {len(work.keys) - 2} are in the tables" if len(work.keys) > 2 else ""
    whose = f"{' and '.join(work.keys[:2])}, the first two sources{left}," if left else "Both texts"
    return render(
        "ribbon.html.j2", title, title=title, whose=whose, drawings=drawings, top=TOP, height=HEIGHT, bar=BAR, row=ROW
    )


def resting(work: Comparison) -> pd.DataFrame:
    """One row for each passage that a theme's points rest on: theme, source, passage, paragraph, start, end."""
    placed = work.evidence[work.evidence.role == "evidence"].merge(
        work.points[["id", "theme"]], left_on="point", right_on="id"
    )
    pairs = placed[["theme", "source", "passage"]].drop_duplicates()
    where = work.passages[["id", "paragraph", "start", "end"]]
    return pairs.merge(where, left_on="passage", right_on="id").sort_values(["source", "start"])


def headline(work: Comparison, used: pd.DataFrame) -> str:
    """Which theme draws on most passages of each source."""
    shown = []
    for key in work.keys[:2]:
        counts = used[used.source == key].theme.value_counts()
        if len(counts):
            shown.append(f"{key} on {work.theme_name(counts.index[0]).lower()} ({counts.iloc[0]} passages)")
    return f"The points draw most in {' and most in '.join(shown)}" if shown else "No point rests on the texts yet"


def stretches(work: Comparison, source: Source, scale: float) -> Iterator[Stretch]:
    """The paragraphs of a source as stretches of its bar; headings carry their words."""
    for _, group in groupby(source.passages, key=lambda p: p.paragraph):
        passages = list(group)
        first, last = passages[0], passages[-1]
        label = tuple(wrap(work.limit.quote(source.words(first)), LINE)[:2]) if first.part == "heading" else ()
        yield Stretch(TOP + first.start * scale, max(1.0, (last.end - first.start) * scale), first.part, label)


def themes(work: Comparison, used: pd.DataFrame, layout: Layout, scale: float) -> Iterator[Theme]:
    """The rows in the middle, in the order of the codebook, evenly over the height."""
    present = [theme for theme in work.about.themes if theme.key in set(used.theme)]
    step = HEIGHT / max(1, len(present))
    unit = min(1.4, (step - 6) / max(1, used.groupby(["theme", "source"]).size().max()))
    for number, theme in enumerate(present):
        y = TOP + (number + 0.5) * step
        rows = used[used.theme == theme.key]
        bands = []
        for side, key in enumerate(work.keys[:2]):
            mine = rows[rows.source == key]
            at = y - len(mine) * unit / 2
            for _, group in mine.groupby("paragraph", sort=False):
                thick = len(group) * unit
                ends = (TOP + group.start.min() * scale, TOP + group.end.max() * scale)
                bands.append((key, band(layout, side, ends, (at, at + thick))))
                at += thick
        points = int((work.points.theme == theme.key).sum())
        yield Theme(theme.name, y, points, {key: int((rows.source == key).sum()) for key in work.keys[:2]}, bands)


def band(layout: Layout, side: int, text: tuple[float, float], theme: tuple[float, float]) -> str:
    """The outline of a band from a stretch of text (top, bottom) to its place at a theme (top, bottom)."""
    from_x = layout.bars[side] + (BAR if side == 0 else 0)
    to_x = layout.labels[side]
    turn = (from_x + to_x) / 2
    (a, b), (c, d) = text, theme
    return (
        f"M{from_x:.0f} {a:.1f}C{turn:.0f} {a:.1f} {turn:.0f} {c:.1f} {to_x:.0f} {c:.1f}"
        f"V{d:.1f}C{turn:.0f} {d:.1f} {turn:.0f} {b:.1f} {from_x:.0f} {b:.1f}Z"
    )
