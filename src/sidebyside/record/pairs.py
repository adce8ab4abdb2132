"""Where three or more sources speak, a point may say of every two that matter how they stand to each other.

The verdict over all follows from these: it is one of theirs, and none of them is graver.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from sidebyside.record.fields import Model, one_of
from sidebyside.record.vocabulary import VERDICTS

ENOUGH = 3  # sources that speak: of two, the verdict over all is the pair's
BETWEEN = tuple(verdict for verdict in VERDICTS if verdict != "internal")  # a source against itself is no pair
# Of differences that can stand side by side, none is graver: the person says which one is the point's.
GRAVITY = {"conflict": 4, "internal": 3, "certainty": 2, "detail": 2, "framing": 2, "agree": 1, "only": 1}

Pair = tuple[str, str]
Fault = tuple[str, str, tuple[str | int, ...]]  # what, mend, path within the point


def naming_two(key: str) -> str:
    """Lets only such keys pass as name two sources."""
    if not all(part.isascii() and part.isalpha() and part.isupper() and len(part) < 3 for part in pair_of(key)):
        raise PydanticCustomError("pair", "Name two sources, such as A-C")
    return key


def pair_of(key: str) -> Pair:
    """The two sources, in the order of the sources' keys: a pair is the same whichever is named first.

    >>> pair_of("C-A"), pair_of("AA-B")
    (('A', 'C'), ('B', 'AA'))
    """
    one, _, other = key.partition("-")
    return (one, other) if (len(one), one) <= (len(other), other) else (other, one)


PairKey = Annotated[str, AfterValidator(naming_two)]


class PairEntry(Model):
    """The verdict between two sources, and why, where the point's own reason does not say it."""

    verdict: Annotated[str, one_of(BETWEEN)]
    reason: str = ""

    @model_validator(mode="before")
    @classmethod
    def alone(cls, data: Any) -> Any:
        """A verdict where both may stand counts as one without a reason."""
        return {"verdict": data} if isinstance(data, str) else data


def pair_faults(pairs: Mapping[str, PairEntry], verdict: str, speaks: Mapping[str, bool]) -> Iterator[Fault]:
    """What does not fit together; `speaks` says of each source that has a position whether it speaks."""
    if pairs and sum(speaks.values()) < ENOUGH:
        mend = "Take `pairs` out: where two speak, the verdict over all is theirs"
        yield f"verdicts of pairs where fewer than {ENOUGH} sources speak", mend, ("pairs",)
        return
    seen: set[Pair] = set()
    for key, entry in pairs.items():
        pair = pair_of(key)
        if pair[0] == pair[1]:
            yield f"{key} is a source with itself", "Name two sources, or use internal over all", ("pairs", key)
        elif pair in seen:
            yield f"{' and '.join(pair)} have two verdicts", "Take one out: A-C and C-A are one pair", ("pairs", key)
        elif missing := [name for name in pair if name not in speaks]:
            yield f"{key}: {missing[0]} has no position here", "Name sources that have one", ("pairs", key)
        elif not holds(entry.verdict, *(speaks[name] for name in pair)):
            silent = " and ".join(name for name in pair if not speaks[name])
            what = f"{key} is {entry.verdict}, yet {f'{silent} is silent' if silent else 'both speak'}"
            yield what, "only is where one of two speaks, any other verdict where both do", ("pairs", key, "verdict")
        seen.add(pair)
    yield from unfit(pairs, verdict)


def holds(verdict: str, one: bool, other: bool) -> bool:
    """Whether two can have that verdict, each of which speaks or is silent."""
    return one != other if verdict == "only" else one and other


def unfit(pairs: Mapping[str, PairEntry], verdict: str) -> Iterator[Fault]:
    """Where the verdict over all does not follow from those of the pairs."""
    given = {entry.verdict: " and ".join(pair_of(key)) for key, entry in reversed(list(pairs.items()))}
    if fits(given, verdict):
        return
    grave = gravest(given)
    if GRAVITY[grave] > GRAVITY[verdict]:
        what = f"the verdict over all is {verdict}, and of {given[grave]} it is {grave}, which is graver"
        yield what, f"Give {grave} over all, or mend the pair", ("verdict",)
    else:
        what = f"the verdict over all is {verdict}, and no pair has it"
        yield what, f"Say under `pairs` of which two it is, or give {grave} over all", ("verdict",)


def fits(given: Iterable[str], verdict: str) -> bool:
    """Whether a verdict over all goes with those of the pairs.

    It is one of theirs, and none is graver. That a source stands against itself, or that one is silent, is said of no
    two that speak: these need not be among them. Where no pair is named, any verdict goes.

    >>> fits(["agree", "detail", "certainty"], "detail"), fits(["agree", "conflict"], "detail"), fits(["agree"], "only")
    (True, False, True)
    """
    given = list(given)
    among = not given or verdict in given or verdict in ("internal", "only")
    return among and all(GRAVITY[each] <= GRAVITY[verdict] for each in given)


def gravest(given: Iterable[str]) -> str:
    """The gravest of some verdicts; of equal ones the first in the list of verdicts."""
    return max(sorted(given, key=list(VERDICTS).index), key=lambda verdict: GRAVITY[verdict])
