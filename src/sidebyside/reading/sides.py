"""The side a voice belongs to, as far as the words for it tell: the country whose name, seat or people stands first."""

from __future__ import annotations

import re
from functools import cache

from sidebyside.reading.names.countries import CAPITALS, COUNTRIES, ROWS

# Short forms that stand for a country wherever they stand.
SHORT = {
    "U.S.": "United States", "US": "United States", "USA": "United States", "America": "United States",
    "UK": "United Kingdom", "U.K.": "United Kingdom", "Great Britain": "United Kingdom", "UAE": "United Arab Emirates",
    "USSR": "Soviet Union", "Soviets": "Soviet Union", "Russian Federation": "Russia", "PRC": "China",
}  # fmt: skip


def side_of(*phrases: str) -> str:
    """The country that the first telling phrase names first; "" where none does.

    Who speaks for whom stands first: "Russia's envoy to Afghanistan" is on Russia's side.

    >>> side_of("Kabulov", "Russian president’s envoy to Kabul"), side_of("U.S.-led forces"), side_of("experts")
    ('Russia', 'United States', '')
    """
    pattern, country_of = known()
    for phrase in phrases:
        found = pattern.search(phrase)
        if found:
            return country_of[found.group()]
    return ""


@cache
def known() -> tuple[re.Pattern[str], dict[str, str]]:
    """One expression for all words that tell a country, the longest first, and the country of each."""
    people = {word: country for country, _, words in ROWS for word in words.split()}
    country_of = {f"{word}s": country for word, country in people.items()} | people | CAPITALS | SHORT
    country_of |= {country: country for country in COUNTRIES}
    words = "|".join(map(re.escape, sorted(country_of, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])"), country_of
