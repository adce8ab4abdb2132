"""Which way a sentence looks, back or ahead: by the nearest verb that says so."""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.reading.dates.tokens import Token

AHEAD = frozenset(
    "will shall expected expects expect scheduled due payable planned plans plan expires "
    "maturing soon effective starting beginning deadline".split()
)
PAST = frozenset(
    "said was were had been did told reported announced ended ago since closed began came went took made met gave left "
    "held won lost rose fell brought sold bought sent saw became".split()
)
NOUNS = frozenset("plan plans".split())  # "announced the plan Friday" was on Friday
A_NOUN_FOLLOWS = frozenset(("the", "a", "this", "that", "hyphen", "than", "possessive"))
MODAL = frozenset(("will", "shall"))
LEFT, RIGHT = 12, 8  # so far a verb may stand from its date, in tokens
OPENING = 2  # only a date that opens its sentence is dated by the verb to its right


def look(row: Sequence[Token], at: int, end: int) -> str:
    """Whether the sentence looks `ahead` or `back` around the tokens `at` to `end`; empty where no verb says.

    >>> both = lambda words, at: look(tokens(words), at, at + 1)
    >>> from sidebyside.reading.dates.tokens import tokens
    >>> both("It will meet Friday", 3), both("They met, he said Friday", 5), both("It was due Friday", 3)
    ('ahead', 'back', 'back')
    >>> both("until Friday", 1), both("the Friday", 1), both("In May, they will meet", 1), both("In May he left", 1)
    ('ahead', '', 'ahead', 'back')
    """
    first = next((i + 1 for i in range(at - 1, max(-1, at - LEFT - 1), -1) if row[i].kind == "stop"), max(0, at - LEFT))
    if said := next((said for i in range(at - 1, first - 1, -1) if (said := verb(row, i))), ""):
        return said
    for token in row[end : end + RIGHT] if at - first <= OPENING else ():
        if token.kind == "stop":
            return ""
        if token.word in PAST or token.word in MODAL:
            return "back" if token.word in PAST else "ahead"
    return ""


def verb(row: Sequence[Token], i: int) -> str:
    """Which way one token looks; empty for most."""
    word, before = row[i].word, row[i - 1] if i else None
    led = before.word if before else ""
    if word in PAST or (word in AHEAD and led in PAST):
        return "back"
    if before and before.kind in A_NOUN_FOLLOWS and (word in NOUNS or before.kind in ("hyphen", "than")):
        return ""
    if word in AHEAD or word == "until" or (word == "to" and led in ("is", "are", "set")):
        return "ahead"
    return "ahead" if word == "as" and led in ("early", "soon") else ""
