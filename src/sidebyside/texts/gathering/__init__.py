"""Gathering many texts: from a folder, a table or a zip, one after the other, each with whom it counts by and when."""

from sidebyside.texts.gathering.gather import gathered
from sidebyside.texts.gathering.text import Text

__all__ = ["Text", "gathered"]
