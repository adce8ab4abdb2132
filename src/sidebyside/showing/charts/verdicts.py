"""How the verdicts fall on each theme, every number printed."""

from __future__ import annotations

from sidebyside.record import VERDICTS, Comparison
from sidebyside.showing.charts.chart import Canvas, Finding, Nothing, beside, chart
from sidebyside.showing.palette import HATCHES, PAPER, QUIET, RULE, source_colour
from sidebyside.showing.palette import VERDICTS as COLOURS
from sidebyside.showing.wording import UNDECIDED


@chart(height=5.0, narrow_height=7.6)
def verdicts_by_theme(canvas: Canvas, work: Comparison) -> Finding:
    """Theme x verdict: one bar a cell, drawn to one scale, its count beside it; themes as in the codebook."""
    if work.points.empty:
        raise Nothing(UNDECIDED[:-1])
    points = work.points.assign(column=[column(p.verdict, p.shown) for p in work.points.itertuples()])
    counts = points.groupby(["theme", "column"]).size().unstack(fill_value=0)
    themes = [theme for theme in work.themes.key if theme in counts.index]
    columns = [
        name
        for name in [*[v for v in VERDICTS if v != "only"], *sorted(c for c in counts if c.startswith("only"))]
        if name in counts
    ]
    counts = counts.loc[themes, columns]
    ax = canvas.add()
    rows, room = (range(len(themes))[::-1], 1.25 * counts.to_numpy().max())
    for place, name in enumerate(columns):
        left = place * room
        verdict = name.split()[0]
        colour = source_colour(name.split()[1]) if verdict == "only" else COLOURS[verdict]
        colour = colour if isinstance(colour, str) else colour.light
        hollow = verdict == "only"
        for y, count in zip(rows, counts[name], strict=True):
            ax.plot([left, left], [y - 0.32, y + 0.32], color=RULE.light, lw=0.8)
            if count:
                ax.barh(
                    y,
                    count,
                    0.62,
                    left=left,
                    facecolor=PAPER.light if hollow else colour,
                    edgecolor=colour if hollow else PAPER.light,
                    hatch=HATCHES[verdict] * (2 if canvas.narrow else 1),
                    linewidth=1.4 if hollow else 0,
                )
                beside(ax, count, left + count, y, gap=3)
        head = name if hollow else VERDICTS[verdict].shown.removeprefix("differ in ").replace("inconsistent ", "")
        ax.annotate(
            f"{head}\n{counts[name].sum()}",
            (left, len(themes) - 0.35),
            ha="left",
            va="bottom",
            fontsize=9 if not canvas.narrow else 8,
            color=QUIET.light,
            rotation=0 if not canvas.narrow else 90,
        )
    names = [work.theme_name(theme) for theme in themes]
    ax.set_yticks(list(rows), [f"{name}  {counts.loc[theme].sum()}" for theme, name in zip(themes, names, strict=True)])
    ax.set(xlim=(-0.1, room * len(columns)), ylim=(-0.6, len(themes) + (0.5 if not canvas.narrow else 1.4)), xticks=[])
    ax.spines["bottom"].set_visible(False)
    alone = sum(counts[c].sum() for c in columns if c.startswith("only"))
    totals = counts.sum()
    agreed, parted = totals.get("agree", 0), totals.get("conflict", 0)
    title = (
        f"On {alone} of {len(points)} points only one text speaks; they agree on {agreed} and conflict on {parted}"
        if len(work.keys) == 2
        else f"Of {len(points)} points the sources agree on {agreed} and conflict on {parted}; "
        f"on {alone} some speak and the others do not"
    )
    note = (
        f"Points by theme and verdict, n = {len(points)}. Bars to one scale; hollow: only that source speaks. "
        "A row's total stands after its theme, a column's under its verdict."
    )
    numbers = counts.assign(all=counts.sum(axis=1)).rename(index=work.theme_name).reset_index()
    return Finding(title, note, numbers)


def column(verdict: str, shown: str) -> str:
    """The column a verdict is counted in: `only` apart by who speaks."""
    return shown if verdict == "only" else verdict
