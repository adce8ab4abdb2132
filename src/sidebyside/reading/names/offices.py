"""Titles and offices before a name are no part of it: "Maj. Gen. N.G. Stoletov", "Secretary of State Mike Pompeo"."""

from __future__ import annotations

from sidebyside.reading.names.countries import CAPITALS, COUNTRIES
from sidebyside.reading.names.cues import (
    DOUBTFUL_TITLES,
    HEAD_TYPES,
    KEPT_TITLES,
    KNOWN,
    OFFICE_WORDS,
    PARTICLES,
    TITLES,
)
from sidebyside.reading.names.runs import Run
from sidebyside.reading.names.words import Word

LONGEST_PERSON = 5  # words
NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split())


def parted(run: Run) -> tuple[Run, Run, Run]:
    """What stands before an office, the office, and the name after it; without an office all is name.

    A run that is an office and nothing more leaves no name.
    """
    if all(office_word(w) for w in run) and any(title(w) for w in run):
        return [], run, []
    for i in range(len(run) - 1, -1, -1):
        if not title(run[i]):
            continue
        end = i + 1
        if end + 2 < len(run) and run[end].text == "of":  # Secretary of State Mike Pompeo
            end += 2
        name = run[end:]
        first = i
        while first and office_word(run[first - 1]):
            first -= 1
        if not name:
            rest = run[:first]
            alone = first < i or len(rest) != 1 or rest[0].text in COUNTRIES | set(KNOWN)  # but: John Major, Anne King
            if run[i].lower not in DOUBTFUL_TITLES and rest and alone and run[i].text not in KNOWN:
                return rest, run[first:], []
            continue
        if person_shaped(name) and not belongs(run[i], run[i + 1]):
            if run[i].lower in KEPT_TITLES and len([w for w in name if w.text not in NUMERALS]) == 1:
                return run[:first], run[first:i], run[i:]
            return run[:first], run[first:end], name
    return [], [], run


def title(word: Word) -> bool:
    """Gen., President, Mullah: not in capitals throughout, but for CEO and the like."""
    return word.lower in TITLES and (not word.text.isupper() or len(word.text) == 3)


def office_word(word: Word) -> bool:
    """A word that may stand within an office."""
    return title(word) or word.text.lower().removesuffix("’s") in OFFICE_WORDS or word.text in ("of", "for", "the")


def person_shaped(name: Run) -> bool:
    """Whether the words after an office can be a person's name."""
    words = [w.text for w in name]
    plain = all(w[:1].isupper() or w in PARTICLES for w in words)
    listed = " ".join(words) in KNOWN or any(w in COUNTRIES or w in CAPITALS for w in words[:1] if len(words) == 1)
    return len(words) <= LONGEST_PERSON and plain and not listed and HEAD_TYPES.get(name[-1].lower) is None


def belongs(word: Word, after: Word) -> bool:
    """Whether a word like "General" is the first of another name, as the model sees it: General Motors."""
    one = word.token.ent_type_ in ("ORG", "GPE", "LOC", "FAC") and after.token.ent_iob_ == "I"
    return one and word.lower in DOUBTFUL_TITLES and not word.text.endswith(".") and after.text != "of"
