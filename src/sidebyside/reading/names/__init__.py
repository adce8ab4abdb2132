"""The names that a text uses: each mention with its place, merged over a document and over several."""

from sidebyside.reading.names.how import HOW
from sidebyside.reading.names.mention import SETTINGS, TYPES, Mention
from sidebyside.reading.names.merge import merged
from sidebyside.reading.names.reader import mentions_in

__all__ = ["HOW", "SETTINGS", "TYPES", "Mention", "mentions_in", "merged"]
