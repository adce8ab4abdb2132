"""The charts: each takes a comparison and returns the Axes."""

from sidebyside.showing.charts.themes import space_given, theme_counts, where_themes_stand
from sidebyside.showing.charts.timeline import timeline
from sidebyside.showing.charts.verdicts import verdicts_by_theme
from sidebyside.showing.charts.voices import attribution_profile, certainty_profile
from sidebyside.showing.charts.words import distinguishing_words

__all__ = [
    "attribution_profile", "certainty_profile", "distinguishing_words", "space_given", "theme_counts", "timeline",
    "verdicts_by_theme", "where_themes_stand",
]  # fmt: skip
