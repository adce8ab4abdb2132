"""What a passage says: its dates, figures, voices and meetings, the themes it touches and the words it favours."""

from sidebyside.reading.frames import CERTAINTIES, DATES, FIGURES, MEETINGS, VOICES
from sidebyside.reading.themes import mentions, per_thousand
from sidebyside.reading.words import distinguishing, tokens

__all__ = [
    "CERTAINTIES", "DATES", "FIGURES", "MEETINGS", "VOICES", "distinguishing", "mentions", "per_thousand", "tokens",
]  # fmt: skip
