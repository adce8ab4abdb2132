"""Lines in the order in which they are read: down one column, then down the next."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.texts.taking.formats.pdf.lines import Line

FEWEST = 4  # lines on either side of a gutter: fewer may be a table or a caption


def in_order(lines: Sequence[Line]) -> list[list[Line]]:
    """The columns of a page, or of a stretch of it, in reading order, each from top to bottom.

    A line across the gutter ends what is above it: a heading over both columns is read before both.
    """
    gutter = gutter_of(lines)
    if gutter is None:
        return [list(lines)] if lines else []
    done: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:
            done += [*in_order(left), *in_order(right)]
            left, right = [], []
            if done and done[-1] and crosses(done[-1][-1], gutter):
                done[-1].append(line)
            else:
                done.append([line])
    return [*done, *in_order(left), *in_order(right)]


def crosses(line: Line, gutter: float) -> bool:
    """The line stands on both sides of the gutter."""
    return line.left < gutter < line.right


def gutter_of(lines: Sequence[Line]) -> float | None:
    """Where the white between two columns is, in points from the left; None where the lines stand in one column.

    It is just left of some line, with FEWEST lines on either side, at one height with each other, and few across it.
    """
    best: tuple[int, float] | None = None
    for place in sorted({round(line.left) - 1.0 for line in lines}):
        left = [line for line in lines if line.right <= place]
        right = [line for line in lines if line.left >= place]
        if min(len(left), len(right)) < FEWEST or not side_by_side(left, right):
            continue
        across = len(lines) - len(left) - len(right)
        if across <= min(len(left), len(right)) and (best is None or across < best[0]):
            best = (across, place)
    return best[1] if best else None


def side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """At least half of the shorter side's lines stand at a height where the other side has lines, and both are wide."""
    shorter, other = sorted((left, right), key=len)
    low, high = min(line.base for line in other), max(line.base for line in other)
    beside = sum(low <= line.base <= high for line in shorter)
    widths = [max(line.right for line in side) - min(line.left for line in side) for side in (left, right)]
    return 2 * beside >= len(shorter) and min(widths) > 0.4 * max(widths)
