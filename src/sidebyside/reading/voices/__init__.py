"""Who says it: the voices of a text, each with its cue, its source and the words it is given."""

from sidebyside.reading.voices.reader import voices_in
from sidebyside.reading.voices.rows import rows_of
from sidebyside.reading.voices.voice import KINDS, Voice

__all__ = ["KINDS", "Voice", "rows_of", "voices_in"]
