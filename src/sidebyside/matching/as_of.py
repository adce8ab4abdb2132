"""Counts told as they stand on the day of writing: of two days, both may be right, and the count has changed.

"Thirty are missing" on Monday and "twelve are still missing" on Wednesday do not contradict each other; "thirty died"
and "twelve died" do, whenever they were written.
"""

from __future__ import annotations

from collections.abc import Sequence

from sidebyside.matching.apart import before
from sidebyside.matching.pair import Held
from sidebyside.matching.relations import Signal
from sidebyside.matching.told import Told
from sidebyside.matching.word import Word

MOVING = frozenset(["count", "per cent"])  # what is measured, dated or paid stays as it is
PRESENT = frozenset(["VBZ", "VBP"])  # are missing, has risen, stands at


def may_have_changed(pair: Held, signal: Signal) -> bool:
    """Whether two counts differ that were written on different days, one of them as it stood then."""
    a, b = pair.a.written, pair.b.written
    days = bool(a and b) and (before(a, b) or before(b, a))
    sides = ((pair.a, signal.a), (pair.b, signal.b))
    return signal.name == "figures" and days and any(stands(told, pieces[0].start) for told, pieces in sides)


def stands(told: Told, place: int) -> bool:
    """Whether a count that begins at a place of a statement is told in the present or the perfect."""
    kinds = {figure.kind for figure in told.statement.figures if figure.start == place}
    return bool(kinds & MOVING) and bool(tenses(told.statement.tokens, place) & PRESENT)


def tenses(tokens: Sequence[Word], place: int) -> set[str]:
    """The tags of the verb that what stands at a place hangs on, and of the words that help it."""
    number = next((i for i, word in enumerate(tokens) if word.start <= place < word.end), None)
    seen: set[int] = set()
    while number is not None and tokens[number].kind not in ("VERB", "AUX") and number not in seen:
        seen.add(number)
        number = tokens[number].head
    if number is None or number in seen:
        return set()
    return {tokens[number].tag} | {w.tag for w in tokens if w.head == number and w.role in ("aux", "auxpass")}
