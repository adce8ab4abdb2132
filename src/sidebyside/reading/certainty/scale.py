"""Certainty has a degree and a voice: how far a thing is put as so, and whether on the source's word or another's.

The degree runs from -3 (certainly not) over 0 (left open) to 3 (certainly so). Each clause hands a degree down to the
clause inside it, and no clause can make the one inside surer than it is itself, save where it takes it for granted.
After Saurí and Pustejovsky, "FactBank", Language Resources and Evaluation 43 (2009), and Nairn, Condoravdi and
Karttunen, "Computing relative polarity for textual inference", ICoS-5 (2006).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sidebyside.reading.frames import CERTAINTIES

SO, LIKELY, MAYBE, OPEN = 3, 2, 1, 0

MOODS = {
    "assertion": "put as a statement",
    "conditional": "holds only if something else does, or is that condition",
    "question": "asked",
    "prediction": "said of a time to come",
    "wish": "wanted, feared, tried, planned or asked for",
    "command": "told to be done",
}


@dataclass(frozen=True)
class Cue:
    """Words that bear on a certainty, their place in code points, and what they do: a verb in the third person.

    `scope` is the clause that they cover, from its first code point to the one after its last.
    """

    words: str
    start: int
    end: int
    does: str
    scope: tuple[int, int] = (0, 0)  # filled as soon as the clause is known


@dataclass(frozen=True)
class Certainty:
    """How surely one predicate is put. Places are code points of the parsed text, the end excluded.

    `value` is a key of CERTAINTIES, `mood` one of MOODS; `degree` runs from -3 (certainly not) to 3 (certainly so),
    as the voice has it that speaks. `scope` is the clause that the predicate heads.
    """

    start: int
    end: int
    value: str
    mood: str
    degree: int
    cues: tuple[Cue, ...]
    scope: tuple[int, int]


class Standing(NamedTuple):
    """What has been gathered on the way in: the degree, whose word it is, the mood, and the cues met so far."""

    degree: int = SO
    reported: bool = False
    mood: str = "assertion"
    cues: tuple[Cue, ...] = ()

    def at(self, degree: int, cue: Cue | None = None, mood: str = "", reported: bool = False) -> Standing:
        """The same with another degree; a cue is added, a mood replaces the one before."""
        cues = (*self.cues, cue) if cue else self.cues
        return Standing(degree, self.reported or reported, mood or self.mood, cues)

    def taken_for_granted(self, cue: Cue | None = None) -> Standing:
        """What is presupposed is not touched by the denial, doubt or question around it; the voice stays."""
        heard = tuple(old for old in self.cues if old.does == "reports")
        return Standing(SO, self.reported, "assertion", (*heard, cue) if cue else heard)


class State(NamedTuple):
    """What holds at a token: before its own clause speaks, and after."""

    setting: Standing
    standing: Standing

    @property
    def around(self) -> Standing:
        """What holds for a clause beside this one: the setting, and whose word the clause says it is."""
        if self.standing.reported == self.setting.reported:
            return self.setting
        heard = tuple(cue for cue in self.standing.cues[len(self.setting.cues) :] if cue.does == "reports")
        return self.setting._replace(reported=True, cues=self.setting.cues + heard)


PLAIN = Standing()


def weaker(degree: int, bound: int) -> int:
    """The degree, no further from 0 than the bound.

    >>> weaker(3, 1), weaker(-3, 1), weaker(0, 1)
    (1, -1, 0)
    """
    return max(-bound, min(bound, degree))


def passed_down(degree: int, if_so: int, if_not: int) -> int:
    """The degree of an inner clause, from that of the outer one and from what the outer word makes of it.

    A factive gives the inner clause the same whether it is itself so, not so or open; all others leave it open when
    they are open.

    >>> passed_down(-3, if_so=3, if_not=-3)  # did not manage to
    -3
    >>> passed_down(1, if_so=-3, if_not=3)  # may have failed to
    -1
    >>> passed_down(0, if_so=3, if_not=3)  # does he know that?
    3
    """
    if if_so == if_not:
        return if_so
    return weaker(if_so if degree > 0 else if_not, abs(degree))


def value(standing: Standing) -> str:
    """The certainty's value, a key of CERTAINTIES. Only what is certain is asserted or denied.

    >>> value(Standing(SO)), value(Standing(SO, reported=True)), value(Standing(-2)), value(Standing(-3))
    ('asserted', 'attributed', 'hedged', 'denied')
    """
    if standing.degree <= -SO:
        found = "denied"
    elif standing.degree < SO:
        found = "hedged"
    else:
        found = "attributed" if standing.reported else "asserted"
    assert found in CERTAINTIES
    return found
