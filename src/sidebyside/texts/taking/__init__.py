"""Taking the text out of any file: its words, what it says of itself, its parts, and what was mended on the way."""

from sidebyside.texts.taking.take import pasted, taken, taken_all
from sidebyside.texts.taking.taken import FORMATS, PartLines, Proposed, Taken

__all__ = ["FORMATS", "PartLines", "Proposed", "Taken", "pasted", "taken", "taken_all"]
