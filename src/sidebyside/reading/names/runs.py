"""A run is the words that make one name: capitals side by side, and the small words that tie them together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sidebyside.reading.names.cues import GENERIC, HEAD_TYPES, MONTHS, NOBLE, TITLES
from sidebyside.reading.names.words import Word, capital, particle

if TYPE_CHECKING:
    from spacy.tokens import Doc

Run = list[Word]
INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
TIES = frozenset({"of", "for", "on", "against", "to", "in"})  # after the noun that a body, treaty or event is called by
OF_ONLY = frozenset({"place", "group", "project"})  # Republic of Ireland, but: the bridge on Friday
STATES = frozenset("secretary minister department ministry chief".split())
SPACES = re.compile(r"[ \t\u00a0\u2009\u202f]+")


def runs_in(doc: Doc, words: Sequence[Word]) -> list[Run]:
    """The runs of a passage in order; none overlaps another."""
    found: list[Run] = []
    again = {w.text for w in words if not w.opens and capital(w)}
    i = 0
    while i < len(words):
        if not (starts(words, i) or (words[i].opens and words[i].text in again)):
            i += 1
            continue
        end = i + 1
        while (step := reach(doc, words, i, end)) > end:
            end = step
        found.append(list(words[i:end]))
        i = end
    return found


def starts(words: Sequence[Word], i: int) -> bool:
    """Whether a name may begin at a word: a capital, initials, or the particle of a family name before a capital."""
    word = words[i]
    if capital(word):
        return True
    next_is_capital = i + 1 < len(words) and beside(word) and capital(words[i + 1])
    if word.lower in MONTHS and next_is_capital:  # the October Revolution
        return HEAD_TYPES.get(words[i + 1].lower) == "event"
    if INITIAL.fullmatch(word.text) and word.text[0].isupper():
        return next_is_capital
    return particle(word) and word.token.pos_ == "PROPN" and next_is_capital


def beside(word: Word) -> bool:
    """Whether only white space parts a word from the next."""
    return SPACES.fullmatch(word.gap) is not None and not word.tail and not word.possessive


def reach(doc: Doc, words: Sequence[Word], first: int, end: int) -> int:
    """Where a run that begins at `first` and has come to `end` reaches next; `end` where it stops."""
    last = words[end - 1]
    if end == len(words) or last.tail:
        return end
    after = words[end]
    if last.possessive:
        named = last.lower in GENERIC and (end - first == 1 or last.text != "King") and capital(after)
        return end + 1 if named and SPACES.fullmatch(last.gap) else end
    if last.gap in ("-", "‑") and last.lower in TITLES:
        return end + 1
    if last.gap == " & " and capital(after):
        return end + 1
    if not beside(last):
        return end
    if capital(after) or (INITIAL.fullmatch(after.text) and after.text[0].isupper()):
        return end + 1
    if (after.text.isdigit() or after.text[:1].isupper()) and together(last, after):  # Doctors Without Borders
        return end + 1
    return tied(words, first, end)


def tied(words: Sequence[Word], first: int, end: int) -> int:
    """Beyond small words: University of Warsaw, Treaty on the Union, Osama bin Laden."""
    small = end
    while small < len(words) and small - end < 3 and beside(words[small]) and not capital(words[small]):
        small += 1
    if small == end or small == len(words) or small - end > 2 or not capital(words[small]):
        return end
    between = [w.text for w in words[end:small]]
    if all(particle(w) for w in words[end:small]):
        return small + 1
    head = HEAD_TYPES.get(words[end - 1].lower)
    if between[0] in TIES and between[1:] in ([], ["the"]):
        if words[end - 1].lower in STATES | NOBLE and between == ["of"]:
            return small + 1
        if (
            head
            and (between[0] == "of" or head not in OF_ONLY)
            and (between[0] not in ("in", "to") or head == "document")
        ):
            return small + 1
    if between in (["and"], ["of"], ["of", "the"], ["for", "the"]) and together(words[end - 1], words[small]):
        return small + 1
    inside = any(w.text in ("of", "for", "on") for w in words[first:end])
    if between == ["and"] and inside and not words[small].token.ent_type_:
        return small + 1
    return end


def together(one: Word, other: Word) -> bool:
    """Whether the model sees both words in one name."""
    tokens = one.token.doc[one.token.i : other.token.i + 1]
    kind = one.token.ent_type_
    joined = all(t.ent_iob_ == "I" for t in tokens[1:]) and kind not in ("", "PERSON", "NORP", "DATE", "CARDINAL")
    return joined and len(tokens) > 1
