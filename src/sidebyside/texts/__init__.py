"""What was written: a source, its parts and passages, and the place of a quote."""

from sidebyside.texts.masking import masked
from sidebyside.texts.parts import BODY, ROLES, Part
from sidebyside.texts.passages import Passage, passages_in
from sidebyside.texts.quotes import Place, QuoteFinder, shorten
from sidebyside.texts.shortening import shortened
from sidebyside.texts.source import Source, fingerprint, read_text

__all__ = [
    "BODY", "ROLES", "Part", "Passage", "Place", "QuoteFinder", "Source", "fingerprint", "masked", "passages_in",
    "read_text", "shorten", "shortened",
]  # fmt: skip
