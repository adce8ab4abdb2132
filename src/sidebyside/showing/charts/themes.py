"""How much of its space each source gives a theme, and where in the text the theme stands."""

from __future__ import annotations

import pandas as pd

from sidebyside.reading import mentions
from sidebyside.reading.themes import body_words, per_thousand
from sidebyside.record import Comparison
from sidebyside.showing.charts.chart import Canvas, ChartAxes, Finding, Nothing, beside, chart, mark
from sidebyside.showing.palette import QUIET, RULE, source_colour
from sidebyside.showing.wording import listed

FEW = 6  # themes: fewer need no chart of full height
NEAR = 0.035  # of the width that marks span: closer, their names would run into each other


def theme_mentions(work: Comparison) -> pd.DataFrame:
    """Every mention of a theme's terms in the bodies (columns: reading.themes.MENTIONS)."""
    return mentions(work.texts, {theme.key: theme.terms for theme in work.about.themes})


def theme_counts(work: Comparison) -> pd.DataFrame:
    """Theme x source: mentions in 1,000 words (`A`) and mentions counted (`A counted`), most unlike first."""
    found, words = theme_mentions(work), body_words(work.texts)
    rate = per_thousand(found, words)
    rate = rate.reindex(work.themes.key, fill_value=0)
    counts = found.groupby(["theme", "source"]).size().unstack(fill_value=0)
    counts = counts.reindex(index=work.themes.key, columns=words.index, fill_value=0)
    order = (rate.iloc[:, 0] - rate.iloc[:, 1:].max(axis=1)).sort_values(ascending=False).index
    joined = rate.round(1).join(counts.add_suffix(" counted")).loc[order]
    return joined.rename(index=work.theme_name).rename_axis("theme").reset_index()


@chart(height=4.8, narrow_height=6.6)
def space_given(canvas: Canvas, work: Comparison) -> Finding:
    """Mentions of each theme in 1,000 words of body, a mark for each source on one line."""
    if work.themes.empty:
        raise Nothing("No theme is in the codebook yet")
    table = theme_counts(work)
    words = body_words(work.texts)
    keys = list(words.index)
    ax = canvas.add()
    rows = range(len(table))[::-1]
    most = table[keys].to_numpy().max()
    many = len(keys) > 2
    if len(table) < FEW:
        canvas.figure.set_figheight(1.1 + 0.55 * len(table))
    for y, row in zip(rows, table.to_dict("records"), strict=True):
        values = {key: row[key] for key in keys}
        least, largest = min(values.values()), max(values.values())
        ax.plot([least, largest], [y, y], color=RULE.light, lw=5, zorder=1)
        for key, value in values.items():
            mark(ax, key, value, y)
        # Of many sources only the ends are told: the numbers of all stand in the table.
        for value, side in {least: "left", largest: "right"}.items():
            beside(ax, f"{value:.1f}", value, y, side)
        if many:
            named_once(ax, values, y)
        elif not canvas.narrow:
            counted = ", ".join(f"{key} {row[f'{key} counted']}" for key in keys)
            ax.annotate(
                counted,
                (1, y),
                xycoords=("axes fraction", "data"),
                va="center",
                ha="right",
                fontsize=9,
                color=QUIET.light,
            )
    if not many:  # two marks name themselves once, on the top row
        named_once(ax, {key: table[key].iloc[0] for key in keys}, len(table) - 1)
    ax.set_yticks(list(rows), table.theme)
    ax.set(
        xlim=(-0.12 * most, (1.3 if not canvas.narrow else 1.18) * most),
        ylim=(-0.6, len(table) - 0.1),
        xlabel="mentions per 1,000 words",
    )
    ax.grid(axis="x")
    title = between_two(table, *keys) if len(keys) == 2 else most_apart(table, keys)
    counted = "" if many else "The numbers counted stand at the right. "
    note = (
        f"Mentions of a theme's terms in 1,000 words of body: {sizes(words)}. {counted}"
        "A term can mark more than one theme."
    )
    return Finding(title, note, table)


def named_once(ax: ChartAxes, values: dict[str, float], y: float) -> None:
    """The keys of sources above their marks; those whose marks stand on each other share a label."""
    span = ax.dataLim.width or 1
    groups: list[tuple[float, list[str]]] = []
    for key, value in sorted(values.items(), key=lambda found: found[1]):
        if groups and value - groups[-1][0] < NEAR * span:
            groups[-1][1].append(key)
        else:
            groups.append((value, [key]))
    for first, keys in groups:
        middle = (first + values[keys[-1]]) / 2
        ax.annotate(
            " ".join(keys), (middle, y), (0, 8), textcoords="offset points", ha="center", fontsize=9, fontweight="bold"
        )


def between_two(table: pd.DataFrame, first: str, second: str) -> str:
    """Which themes each of two sources gives more of its space than the other."""
    gap = table[first] - table[second]
    more = [t for t, g in zip(table.theme, gap, strict=True) if g > 3][:2]
    less = [t for t, g in zip(table.theme[::-1], gap[::-1], strict=True) if g < -3][:2]
    if not more and not less:
        return f"{first} and {second} give every theme much the same space"
    told = [f"{key} gives more of its space to {listed(lower(t))}" for key, t in ((first, more), (second, less)) if t]
    return told[0] if len(told) == 1 else f"{told[0]}, {second} to {listed(lower(less))}"


def most_apart(table: pd.DataFrame, keys: list[str]) -> str:
    """The theme to which many sources give most unlike space, and who gives it most and least."""
    at = (table[keys].max(axis=1) - table[keys].min(axis=1)).idxmax()
    row = table.loc[at, keys].astype(float)
    name = lower([table.theme[at]])[0]
    if row.max() == row.min():
        return f"All {len(keys)} sources give {name} the same space"
    return (
        f"The sources part most over {name}: {row.idxmax()} names it {row.max():.1f} times in 1,000 words, "
        f"{row.idxmin()} {row.min():.1f} times"
    )


@chart(height=4.8, narrow_height=8.6)
def where_themes_stand(canvas: Canvas, work: Comparison) -> Finding:
    """One tick a mention at its place in the body, one panel a source, all panels to one scale of words."""
    found, words = theme_mentions(work), body_words(work.texts)
    themes = [theme.key for theme in work.about.themes if theme.key in set(found.theme)][::-1]
    if not themes:
        raise Nothing("No term of a theme stands in the sources")
    many = len(words) > 3  # beside each other, they would have no room for their numbers
    stacked = canvas.narrow or many
    if stacked:
        canvas.figure.set_figheight(len(words) * ((0.6 if many else 1.1) + 0.32 * len(themes)))
    grid = (
        canvas.figure.add_gridspec(len(words), 1)
        if stacked
        else canvas.figure.add_gridspec(1, len(words), width_ratios=list(words))
    )
    for place, (key, total) in enumerate(words.items()):
        ax = canvas.add(grid[place])
        for y, theme in enumerate(themes):
            spots = found[(found.source == key) & (found.theme == theme)].word
            ax.hlines(y, 0, total, color=RULE.light, lw=0.8, zorder=0)
            # One broken line, not one line a mention: a tenth of the size in the page.
            xs, ys = [v for x in spots for v in (x, x, float("nan"))], [y - 0.34, y + 0.34, float("nan")] * len(spots)
            ax.plot(xs, ys, color=source_colour(str(key)), lw=1.0)
            beside(ax, len(spots), total, y, gap=5)
        shown = [work.theme_name(t) for t in themes] if place == 0 or stacked else []
        ax.set_yticks(range(len(themes)) if shown else [], shown)
        for x in section_starts(work, str(key)):
            ax.axvline(x, color=QUIET.light, lw=0.7, ls=(0, (2, 2)), zorder=0, ymax=0.99)
        ax.set_xticks(
            [0, *range(1000, int(total), 1000)], ["word 1", *(f"{x:,}" for x in range(1000, int(total), 1000))]
        )
        if many and place + 1 < len(words):
            ax.set_xticks(ax.get_xticks(), [])  # one scale for all: the last panel names it
        ax.set(
            xlim=(0, words.max() if stacked else total), ylim=(-0.7, len(themes) - 0.4 if many else len(themes) + 0.2)
        )
        ax.set_title(f"{key}, {total:,} words", loc="left", fontsize=9.5, fontweight="bold")
        ax.spines["bottom"].set_visible(False)
    counts = found.groupby(["theme", "source"], sort=False).size().unstack(fill_value=0)
    tight = most_concentrated(found, words)
    title = "Where the themes stand"
    if tight:
        key, theme, share = tight
        title = f"{key} keeps nine tenths of {lower([work.theme_name(theme)])[0]} within {share:.0%} of its length"
    note = (
        "One tick, one mention; all texts to one scale of words, broken lines where a headed section begins. "
        f"At the right: mentions counted ({', '.join(f'{key} {counts[key].sum()}' for key in counts)} in all)."
    )
    numbers = counts.rename(index=work.theme_name).reset_index()
    return Finding(title, note, numbers)


def section_starts(work: Comparison, key: str) -> list[int]:
    """The number of the word at which each headed section of a body begins."""
    table = work.passages
    body = table[(table.source == key) & (table.part == "body")]
    before = body.words.cumsum().shift(fill_value=0)
    first = body.assign(before=before)[body.section != ""].groupby("section", sort=False).before.first()
    return [int(word) for word in first]


def most_concentrated(found: pd.DataFrame, words: pd.Series, least: int = 8) -> tuple[str, str, float] | None:
    """(source, theme, share of the body) of the theme whose middle nine tenths of mentions lie closest together."""
    spread = []
    for (key, theme), group in found.groupby(["source", "theme"]):
        if len(group) >= least:
            low, high = group.word.quantile([0.05, 0.95])
            spread.append((float((high - low) / words[key]), str(key), str(theme)))
    if not spread:
        return None
    share, key, theme = min(spread)
    return key, theme, share


def lower(names: list[str]) -> list[str]:
    """Theme names inside a sentence.

    >>> lower(["Peace talks", "United States and NATO"])
    ['peace talks', 'United States and NATO']
    """
    return [name if any(c.isupper() for c in name[1:]) else name[0].lower() + name[1:] for name in names]


def sizes(words: pd.Series) -> str:
    """The lengths of the bodies in words."""
    return ", ".join(f"{key} {total:,} words" for key, total in words.items())
