"""Findings in sentences: each takes a comparison, counts, and says what there is, also where there is nothing."""

from sidebyside.showing.told.coding import findings_of_coders, settled_between
from sidebyside.showing.told.machine import differences, held, proposed, recalled
from sidebyside.showing.told.making import origins, waiting
from sidebyside.showing.told.points import decided, evidence, silences, standing, themes_parted, verdicts
from sidebyside.showing.told.reading import denied, figures, times, voices
from sidebyside.showing.told.texts import account, comments, languages, on_whose_word, space

__all__ = [
    "account", "comments", "decided", "denied", "differences", "evidence", "figures", "findings_of_coders", "held",
    "languages", "on_whose_word", "origins", "proposed", "recalled", "settled_between", "silences", "space",
    "standing", "themes_parted", "times", "verdicts", "voices", "waiting",
]  # fmt: skip
