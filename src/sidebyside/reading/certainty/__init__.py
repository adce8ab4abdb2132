"""How surely a claim is put: read from the words that stand around it, from the sentence inwards."""

from sidebyside.reading.certainty.reader import certainties_in, certainty_of, setting_of
from sidebyside.reading.certainty.reference import Reference, by_reference
from sidebyside.reading.certainty.scale import MOODS, Certainty, Cue

__all__ = [
    "MOODS", "Certainty", "Cue", "Reference", "by_reference", "certainties_in", "certainty_of", "setting_of",
]  # fmt: skip
