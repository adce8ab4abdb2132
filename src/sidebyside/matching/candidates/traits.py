"""What a statement can have in common with another: names, times, figures, deeds, and words, each as a list of keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from sidebyside.matching.candidates.families import family

if TYPE_CHECKING:
    from sidebyside.matching.statement import Claimed, Statement

Trait = Callable[["Statement"], Iterator[str]]

WORD = re.compile(r"\w+")
LONGEST = 10  # years: a longer stretch of time overlaps with too much to tell anything
POINTING = frozenset(["", *"i you he she it we they who which that this these those there one".split()])  # not naming
EMPTY = frozenset("the a an of and for in on to mr mrs ms dr".split())  # words within names


def words(statement: Statement) -> Iterator[str]:
    """Its words in lower case, one by one and two by two."""
    found = WORD.findall(statement.words.lower())
    yield from found
    yield from (f"{a} {b}" for a, b in pairwise(found))


def names(statement: Statement) -> Iterator[str]:
    """The words of the names in it, as they stand there."""
    yield from words_of_names(mention.words for mention in statement.names)


def words_of_names(names: Iterable[str]) -> Iterator[str]:
    """Their words, so that Ana Holm and Holm meet."""
    yield from {word for name in names for word in WORD.findall(name.lower())} - EMPTY


def times(statement: Statement) -> Iterator[str]:
    """The years that its dates touch, and the months that are named."""
    yield from times_of(date.span for date in statement.dates)


def times_of(spans: Iterable[tuple[str, str]]) -> set[str]:
    """The years that some stretches of time touch, and the months that are named.

    >>> sorted(times_of([("2011-03", "2012"), ("2015", "..")]))
    ['2011', '2011-03', '2012', '2015']
    """
    found: set[str] = set()
    for span in spans:
        ends = [end for end in span if end[:4].isdigit()]
        found |= {end[:7] for end in ends if re.match(r"\d{4}-\d\d", end)}
        years = sorted(int(end[:4]) for end in ends)
        if years and years[-1] - years[0] <= LONGEST:
            found |= {str(year) for year in range(years[0], years[-1] + 1)}
    return found


def figures(statement: Statement) -> Iterator[str]:
    """What its figures count, and their kind; not their values, for two that clash are worth a comparison as well."""
    found: set[str] = set()
    for figure in statement.figures:
        found |= {word.lower().rstrip("s") for word in (figure.unit, figure.of.split(" ")[-1]) if word}
        found |= {figure.kind} - {"number", "count", "ordinal"}
    yield from found


def deeds(statement: Statement) -> Iterator[str]:
    """The families of its predicates."""
    yield from {family(claim.arguments.predicate) for claim in statement.claims} - {""}


def claimed(statement: Statement) -> Iterator[str]:
    """What its claims turn on, each marked by whether it is denied."""
    for claim in statement.claims:
        yield from (f"{'not ' * denied(claim)}{key}" for key in content(claim))


def gainsaid(statement: Statement) -> Iterator[str]:
    """The same with the marks turned round: what another statement would claim that denies this one, or is denied."""
    for claim in statement.claims:
        yield from (f"{'not ' * (not denied(claim))}{key}" for key in content(claim))


def denied(claim: Claimed) -> bool:
    """Whether a claim is put as not so."""
    return claim.certainty.value == "denied"


def content(claim: Claimed) -> frozenset[str]:
    """The deed of a claim, who does it and what it is done to."""
    return taking_part(claim) | ({family(claim.arguments.predicate)} - POINTING)


def taking_part(claim: Claimed) -> frozenset[str]:
    """Who does what a claim tells, and what it is done to."""
    return frozenset([claim.arguments.subject, *claim.arguments.objects]) - POINTING
