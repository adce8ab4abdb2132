"""The ribbon: the texts end to end at both sides, the themes between them, a band wherever a point hangs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap
from typing import Any

import pandas as pd

from sidebyside.record import Comparison
from sidebyside.showing.headings import LEADING, Stretch, thinned, told
from sidebyside.showing.markup import Html, render
from sidebyside.showing.wording import UNDECIDED, count
from sidebyside.texts import Source

TOP, HEIGHT, ROW, BAR = 34.0, 620.0, 34.0, 18.0  # of the drawing, in its own units
APART = 30.0  # between two texts of one side, for the key of the lower one
EACH = 3  # sources: with more, a theme tells the passages of all together
LINE = 32  # characters of a section's heading that fit beside a bar

NOTHING = "No point rests on the texts yet"


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
class Bar:
    """A source as a bar: on the left (0) or on the right (1), from its top on, so many units a character."""

    source: Source
    side: int
    top: float
    scale: float

    @property
    def head(self) -> float:
        """The height of its key: near to it, where another stands above."""
        return self.top - (16 if self.top == TOP else 6)

    def at(self, place: float) -> float:
        """The height of a place in the text."""
        return self.top + place * self.scale


@dataclass(frozen=True)
class Theme:
    """A row in the middle: its bands, and on how many passages its points rest, in words."""

    name: str
    y: float
    points: int
    counts: str
    bands: list[tuple[str, str]]


def ribbon(work: Comparison) -> Html:
    """The sources end to end, joined through the themes of the points that rest on their passages.

    The first half of them stands at the left, one under the other, the rest at the right; all share one scale of
    characters. A band begins at the passages of one paragraph that points of the theme rest on and is as thick at the
    theme as they are many.
    """
    used = resting(work)
    bars = list(placed(work.texts))
    whole = [list(stretches(work, bar)) for bar in bars]
    half = sum(bar.side == 0 for bar in bars)
    shown = thinned(whole[:half]) + thinned(whole[half:])
    drawings = [
        {
            "name": name,
            "layout": layout,
            "bars": [(bar, layout.bars[bar.side], text) for bar, text in zip(bars, shown, strict=True)],
            "themes": list(themes(work, used, layout, bars)),
        }
        for name, layout in (("wide", WIDE), ("narrow", NARROW))
    ]
    title = headline(work, used)
    whose = "Both texts" if len(bars) == 2 else "The texts, one under the other at both sides,"
    about: dict[str, Any] = {"whose": whose, "drawings": drawings if len(used) else [], "named": told(whole, shown)}
    about |= {"row": ROW, "width": BAR, "foot": TOP + HEIGHT, "leading": LEADING}
    about["nothing"] = UNDECIDED if work.points.empty else f"{NOTHING}."
    return render("ribbon.html.j2", title, title=title, **about)


def placed(texts: Sequence[Source]) -> Iterator[Bar]:
    """The bars of both sides; the longer side fills the height."""
    half = (len(texts) + 1) // 2
    sides = (texts[:half], texts[half:])
    apart = min(APART, HEIGHT / (2 * half))
    scale = min((HEIGHT - apart * (len(side) - 1)) / sum(len(s.text) for s in side) for side in sides if side)
    for number, side in enumerate(sides):
        top = TOP
        for source in side:
            yield Bar(source, number, top, scale)
            top += len(source.text) * scale + apart


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
    for key in work.keys:
        counts = used[used.source == key].theme.value_counts()
        if len(counts):
            passages = count(int(counts.iloc[0]), "passage")
            shown.append(f"{key} on {work.theme_name(counts.index[0]).lower()} ({passages})")
    if len(work.keys) > EACH:
        most = used.theme.value_counts()
        of = count(int(most.iloc[0]), "passage") if len(most) else ""
        return f"The points draw most on {work.theme_name(most.index[0]).lower()} ({of})" if of else NOTHING
    return f"The points draw most in {' and most in '.join(shown)}" if shown else NOTHING


def stretches(work: Comparison, bar: Bar) -> Iterator[Stretch]:
    """The paragraphs of a source as stretches of its bar; headings carry their words."""
    source = bar.source
    for _, group in groupby(source.passages, key=lambda p: p.paragraph):
        passages = list(group)
        first, last = passages[0], passages[-1]
        label = tuple(wrap(work.limit.quote(source.words(first)), LINE)[:2]) if first.part == "heading" else ()
        yield Stretch(bar.at(first.start), max(1.0, (last.end - first.start) * bar.scale), first.part, label)


def themes(work: Comparison, used: pd.DataFrame, layout: Layout, bars: Sequence[Bar]) -> Iterator[Theme]:
    """The rows in the middle, in the order of the codebook, evenly over the height."""
    present = [theme for theme in work.about.themes if theme.key in set(used.theme)]
    step = HEIGHT / max(1, len(present))
    sides = used.source.map({bar.source.key: bar.side for bar in bars})
    unit = min(1.4, (step - 6) / max(1, used.groupby(["theme", sides]).size().max())) if present else 0.0
    for number, theme in enumerate(present):
        y = TOP + (number + 0.5) * step
        rows = used[used.theme == theme.key]
        bands = []
        at = [y - (sides[rows.index] == side).sum() * unit / 2 for side in (0, 1)]
        for bar in bars:
            for _, group in rows[rows.source == bar.source.key].groupby("paragraph", sort=False):
                thick = len(group) * unit
                ends = (bar.at(group.start.min()), bar.at(group.end.max()))
                bands.append((bar.source.key, band(layout, bar.side, ends, (at[bar.side], at[bar.side] + thick))))
                at[bar.side] += thick
        points = int((work.points.theme == theme.key).sum())
        yield Theme(theme.name, y, points, counted(work, rows), bands)


def counted(work: Comparison, rows: pd.DataFrame) -> str:
    """On how many passages the points of a theme rest: of each source, or of all of many."""
    if len(work.keys) > EACH:
        return count(len(rows), "passage")
    return ", ".join(f"{key} {int((rows.source == key).sum())}" for key in work.keys)


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
