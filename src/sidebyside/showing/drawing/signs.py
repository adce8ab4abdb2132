"""What stands beneath the words: a sign under the very words of each mark, its label under that, in as few rows as fit.

Signs differ in their line, not in colour: certainty is the textured bar that it is everywhere, a date a bracket, a
figure two lines, a name a line between two bars, a theme dots.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sidebyside.showing.drawing.letters import SANS, fitted, width
from sidebyside.showing.drawing.lines import Format, Line, Run, runs
from sidebyside.showing.drawing.marks import Mark

LABEL = 12.0  # size of the type of labels
ROW = 23.0  # from one row of signs to the next
APART = 9.0  # between two labels of one row
SPARE = 1.06  # bold type and some fonts run wider than the table of widths
LONGEST = (190.0, 120.0)  # of the value and of the kind in a label; the list of findings has them whole


@dataclass(frozen=True)
class Label:
    """Words of ours: what was found, then, quieter, of what kind."""

    value: str
    kind: str
    width: float


@dataclass(frozen=True)
class Sign:
    """What is drawn on one line for a mark, or for several that say the same: in which row, and where the label is."""

    sign: str
    runs: tuple[Run, ...]
    row: int
    label: Label | None
    x: float

    @property
    def line(self) -> int:
        """The number of its line."""
        return self.runs[0].line


def label(value: str, kind: str) -> Label:
    """A label, its words cut to LONGEST."""
    value, kind = (fitted(words, LABEL, SANS, room) for words, room in zip((value, kind), LONGEST, strict=True))
    return Label(value, kind, SPARE * width(f"{value} {kind}".strip(), LABEL, SANS))


def label_of(mark: Mark) -> Label:
    """The label of a mark; what is simply asserted is told quietly, so that what is not stands out."""
    if mark.value == "asserted":
        return label("", f"{mark.value} {mark.kind}".strip())
    return label(mark.value, mark.kind)


def signs(marks: Iterable[Mark], lines: Sequence[Line], form: Format) -> list[Sign]:
    """The signs, lane by lane, each in the first row of its line that has room for it and its label."""
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    found = []
    for mark, here in together(marks, lines):
        told = label_of(mark) if here[0].first else None
        wide = told.width if told else 0.0
        x = max(0.0, min(here[0].left, form.width - wide))
        left, right = x - APART, max(here[-1].right, x + wide) + APART
        row = 0
        while any(left < end and start < right for start, end in taken.get((here[0].line, row), [])):
            row += 1
        taken.setdefault((here[0].line, row), []).append((x, right - APART))
        found.append(Sign(mark.sign, here, row, told, x))
    return found


def together(marks: Iterable[Mark], lines: Sequence[Line]) -> Iterator[tuple[Mark, tuple[Run, ...]]]:
    """What is drawn as one sign: a mark on one line, or all terms of one theme on it."""
    themes: dict[tuple[int, str], list[tuple[Mark, Run]]] = {}
    for mark in marks:
        for run in runs(lines, mark.place):
            if mark.lane == "themes":
                themes.setdefault((run.line, mark.value), []).append((mark, run))
            else:
                yield mark, (run,)
    for alike in themes.values():
        alike.sort(key=lambda pair: pair[1].left)
        yield alike[0][0], tuple(run for _, run in alike)


def stroke(sign: str, run: Run, y: float) -> str:
    """The path of a sign at a height; where its words go on in another line, the end stays open.

    >>> stroke("date", Run(0, 10, 50), 30), stroke("date", Run(0, 10, 50, last=False), 30)
    ('M10 27v3H50v-3', 'M10 27v3H50')
    """
    left, right = short(run.left), short(run.right)
    begins, ends = int(run.first), int(run.last)
    if sign == "date":
        return f"M{left} {short(y - 3 * begins)}{'v3' * begins}H{right}{'v-3' * ends}"
    if sign == "figure":
        return f"M{left} {short(y - 1.5)}H{right}M{left} {short(y + 1.5)}H{right}"
    if sign == "name":
        return (
            f"M{left} {short(y)}H{right}" + f"M{left} {short(y - 3)}v6" * begins + f"M{right} {short(y - 3)}v6" * ends
        )
    if sign in ("attributed", "denied"):
        box = f"M{left} {short(y - 2)}H{right}v4H{left}z"
        return box + (slash(run, y) if sign == "denied" else ticks(run, y))
    return f"M{left} {short(y)}H{right}"


def slash(run: Run, y: float) -> str:
    """The stroke through the bar of what is denied."""
    return f"M{short(run.middle - 4)} {short(y + 4)}l8 -8"


def ticks(run: Run, y: float) -> str:
    """The divisions of the bar of what is attributed."""
    count = max(1, int((run.right - run.left) / 6) - 1)
    step = (run.right - run.left) / (count + 1)
    return "".join(f"M{short(run.left + n * step)} {short(y - 2)}v4" for n in range(1, count + 1))


def short(number: float) -> str:
    """A number as a drawing needs it: to a tenth.

    >>> short(3.04), short(2.55)
    ('3', '2.5')
    """
    return f"{number:.1f}".removesuffix(".0")
