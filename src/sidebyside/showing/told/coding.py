"""The coders in sentences: what two of them found, and what they had to settle."""

from __future__ import annotations

from sidebyside.record import Comparison, found_by, settling
from sidebyside.showing.markup import Html
from sidebyside.showing.prose import say
from sidebyside.showing.wording import count, none_or, was

ONE = "No second coding has been made."


def findings_of_coders(work: Comparison, one: str = "first", two: str = "second") -> Html:
    """How many of the settled points each of two codings had found, and what was left out of them."""
    left = {coding.coder: len(coding.left_out) for coding in work.codings}
    if not {one, two} <= left.keys():
        return say(work, ONE)
    found = found_by(work, one, two)
    number = {who: none_or(int(found[who])) for who in ("both", one, two, "neither")}
    told = f"Of the {count(int(found.sum()), 'settled point')}, both codings had found {number['both']}, the {one} "
    told += f"alone {number[one]}, the {two} alone {number[two]}, and {number['neither']} came in when they were "
    told += "settled."
    if left[one] or left[two]:
        told += f" Of the {one} coding {none_or(left[one])} and of the {two} {none_or(left[two])} "
        told += f"{was(left[one] + left[two])} melted into others or left out."
    return say(work, told)


def settled_between(work: Comparison, one: str = "first", two: str = "second") -> Html:
    """On how many points two coders gave the same answer, another verdict, or another certainty."""
    both = settling(work, one, two)
    if both.empty:
        return say(work, ONE)
    number = {
        status: none_or(int((both.status == status).sum())) for status in ("same", "verdict", "certainty", "alone")
    }
    told = f"Of {count(len(both), 'point')} that the {one} or the {two} coder made, both gave the same answer on "
    told += f"{number['same']}; on {number['verdict']} they gave another verdict, on {number['certainty']} only "
    told += f"another certainty, and {number['alone']} only one of them made."
    return say(work, told)
