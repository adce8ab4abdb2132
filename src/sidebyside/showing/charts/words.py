"""Which words mark one source against the other, with the counts on both sides."""

from __future__ import annotations

from sidebyside.reading import distinguishing
from sidebyside.reading.themes import body_words
from sidebyside.record import Comparison
from sidebyside.showing.charts.chart import Canvas, Finding, Nothing, chart
from sidebyside.showing.charts.themes import sizes
from sidebyside.showing.palette import QUIET, RULE, source_colour, source_marker
from sidebyside.showing.wording import listed

FEW = 8  # words: fewer need no chart of full height


@chart(height=4.6, narrow_height=7.4)
def distinguishing_words(
    canvas: Canvas, work: Comparison, first: str = "", second: str = "", most: int = 14
) -> Finding:
    """The words that mark two sources against each other most, by weighted log-odds (see reading.distinguishing)."""
    if work.excerpts == 0:
        raise Nothing("No words of the sources may be shown, and this chart is made of them")
    first, second = first or work.keys[0], second or work.keys[1]
    texts = {
        key: "\n".join(source.words(p) for p in source.body) for key in (first, second) for source in [work.source(key)]
    }
    names = {entry.name: entry.also for entry in work.about.names}
    table = distinguishing(texts, names)
    if table.empty:
        raise Nothing("No word stands often enough in the two texts to mark one of them")
    sides = {first: table[table.z > 0].head(most), second: table[table.z < 0][::-1].head(most)}
    longest = max(map(len, sides.values()))
    if longest < FEW:
        canvas.figure.set_figheight((1.1 + 0.26 * longest) * (2 if canvas.narrow else 1))
        most = longest
    for place, (key, rows) in enumerate(sides.items()):
        ax = canvas.add(2, 1, place + 1) if canvas.narrow else canvas.add(1, 2, place + 1)
        other = second if key == first else first
        for y, row in zip(range(len(rows))[::-1], rows.to_dict("records"), strict=True):
            z = abs(row["z"])
            ax.plot([0, z], [y, y], color=source_colour(key), lw=2)
            ax.plot(z, y, source_marker(key), color=source_colour(key), ms=5)
            ax.annotate(
                f"{row[key]} : {row[other]}", (z, y), (8, 0), textcoords="offset points", va="center", fontsize=9
            )
        ax.axvline(1.96, color=QUIET.light, lw=0.7, ls=(0, (2, 2)))
        ax.set_yticks(range(len(rows))[::-1], rows.word)
        ax.set(xlim=(0, 1.25 * table.z.abs().max()), ylim=(-0.7, most - 0.2))
        ax.set_title(f"marks {key}  (counts {key} : {other})", loc="left", fontsize=9.5, fontweight="bold")
        ax.spines["bottom"].set_color(RULE.light)
    strong = {
        key: [w for w, z in zip(rows.word, rows.z.abs(), strict=True) if z > 1.96][:3] for key, rows in sides.items()
    }
    title = "; ".join(
        f"{key} is marked by {listed([f'“{w}”' for w in found])}" for key, found in strong.items() if found
    )
    many = f"{first} against {second}, of {len(work.keys)} sources. " if len(work.keys) > 2 else ""
    note = (
        f"{many}Weighted log-odds in standard deviations, words that stand at least four times, a name under all its "
        f"forms; {sizes(body_words(work.texts))}. Broken line: 1.96, beyond which one word in twenty would fall by "
        f"chance alone; {len(table)} words were compared."
    )
    shown = table[table.z.abs() > 1].round(2)
    return Finding(title or f"No word marks {first} or {second} against the other beyond chance", note, shown)
