"""The figures of a text: what was counted, how much, in what unit, how exactly, and where it stands."""

from sidebyside.reading.figures.figure import BOUNDS, KINDS, Figure
from sidebyside.reading.figures.reader import figures_in

__all__ = ["BOUNDS", "KINDS", "Figure", "figures_in"]
