"""The themes that passages touch, each with the words that say so; and terms that a person may add to the codebook."""

from sidebyside.reading.themes.mentions import MENTIONS, body_words, mentions, pattern, per_thousand
from sidebyside.reading.themes.proposals import propose_terms
from sidebyside.reading.themes.reader import themes_in

__all__ = ["MENTIONS", "body_words", "mentions", "pattern", "per_thousand", "propose_terms", "themes_in"]
