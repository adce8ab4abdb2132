"""A passage's drawing, laid out: every line as high as what stands above and beneath it asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sidebyside.showing.drawing.lines import Format, Line, runs, set_in_lines
from sidebyside.showing.drawing.marks import Mark, Voice
from sidebyside.showing.drawing.signs import LABEL, ROW, Label, Sign, short, signs, stroke
from sidebyside.showing.drawing.tracks import FOOT, LEVEL, LOWEST, Heights, Track, strokes, tracks

ABOVE, BENEATH = 0.72, 0.24  # how far letters rise above and hang beneath their line, of the size of the type
AIR = 20.0  # between what belongs to one line and what belongs to the next


@dataclass(frozen=True)
class Told:
    """A label at its place; `over`: it belongs to a voice."""

    x: str
    y: str
    label: Label
    over: bool


@dataclass(frozen=True)
class Drawing:
    """What a template has to print: each line with its height, (x, width, word) in it, paths by sign, labels."""

    name: str
    width: str
    height: str
    lines: list[tuple[str, list[tuple[str, str, str]]]]
    paths: dict[str, str]
    labels: list[Told]


def laid_out(text: str, marks: Sequence[Mark], voices: Sequence[Voice], form: Format) -> Drawing:
    """The words with their marks beneath and their voices above, in lines of that format."""
    lines = set_in_lines(text, form)
    above, beneath = tracks(voices, lines, form), signs(marks, lines, form)
    base, heights, bottom = stacked(lines, above, beneath, form)
    paths: defaultdict[str, list[str]] = defaultdict(list)
    labels = []
    for track, height in zip(above, heights, strict=True):
        for name, path in strokes(track, height, form):
            paths[name].append(path)
        line, x = track.at
        labels.append(Told(short(x), short(height.track[line] - 5), track.label, True))
    for sign in beneath:
        y = base[sign.line] + BENEATH * form.size + 5 + sign.row * ROW
        paths[sign.sign] += [stroke(sign.sign, run, y) for run in sign.runs]
        paths["joins"] += [f"M{short(a.right)} {short(y)}H{short(b.left)}" for a, b in pairwise(sign.runs)]
        if sign.label:
            labels.append(Told(short(sign.x), short(y + LABEL + 2), sign.label, False))
    for run in dict.fromkeys(run for mark in marks for place in mark.cues for run in runs(lines, place)):
        paths["decides"].append(f"M{short(run.left)} {short(base[run.line] + 3)}H{short(run.right)}")
    shown = [
        (short(y), [(short(word.x), short(word.width), word.text) for word in line])
        for y, line in zip(base, lines, strict=True)
    ]
    joined = {name: "".join(path) for name, path in paths.items() if path}
    return Drawing(form.name, short(form.width), short(bottom), shown, joined, labels)


def stacked(
    lines: Sequence[Line], above: Sequence[Track], beneath: Sequence[Sign], form: Format
) -> tuple[list[float], list[Heights], float]:
    """Where each line stands, how high each track lies on each of its lines, and where the last line ends."""
    base: list[float] = []
    heights = [Heights({}, {}) for _ in above]
    y = 0.0
    for number in range(len(lines)):
        here = [n for n, track in enumerate(above) if number in {run.line for run in track.runs}]
        levels = sorted({above[n].level for n in here})
        named = [above[n].level for n in here if above[n].at[0] == number]
        top = y + (LOWEST + (len(levels) - 1) * LEVEL + (LABEL + 4 if levels[-1] in named else 0) if levels else 0)
        for n in here:
            heights[n].track[number] = top - LOWEST - levels.index(above[n].level) * LEVEL
            heights[n].foot[number] = top - FOOT
        base.append(top + ABOVE * form.size)
        rows = max((sign.row + 1 for sign in beneath if sign.line == number), default=0)
        y = base[-1] + BENEATH * form.size + rows * ROW + AIR
    return base, heights, y - AIR + 4
