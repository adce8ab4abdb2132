"""A passage drawn with everything found in it: its words in lines, signs beneath them, voices as arrows above."""

from sidebyside.showing.drawing.piece import draw

__all__ = ["draw"]
