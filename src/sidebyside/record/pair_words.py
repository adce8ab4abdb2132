"""The verdicts of pairs in words: who stands how to whom, with as few names as say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations, product

from sidebyside.record.pairs import GRAVITY, Pair, PairEntry, pair_of
from sidebyside.record.vocabulary import VERDICTS
from sidebyside.wording import listed

VERBS = {
    "agree": ("agree", "with"),
    "conflict": ("conflict", "with"),
    "certainty": ("differ in certainty", "from"),
    "detail": ("differ in detail", "from"),
    "framing": ("differ in framing", "from"),
}


def pairs_told(pairs: Mapping[str, PairEntry], speaking: Iterable[str]) -> list[tuple[str, str]]:
    """(verdict, words) for each verdict that pairs have, the gravest first; `speaking` are the sources that speak.

    >>> pairs_told({"A-C": PairEntry(verdict="conflict"), "B-C": PairEntry(verdict="conflict")}, "ABC")
    [('conflict', 'C conflicts with A and B')]
    """
    by: dict[str, list[Pair]] = {}
    for key, entry in pairs.items():
        by.setdefault(entry.verdict, []).append(pair_of(key))
    order = sorted(by, key=lambda verdict: (-GRAVITY[verdict], list(VERDICTS).index(verdict)))
    return [(verdict, in_words(verdict, by[verdict], frozenset(speaking))) for verdict in order]


def in_words(verdict: str, pairs: Iterable[Pair], speaking: Iterable[str]) -> str:
    """What a verdict says of these pairs."""
    if verdict != "only":
        return "; ".join(of_camp(camp, *VERBS[verdict]) for camp in camps(pairs))
    names = ordered(pairs)
    loud, quiet = ([n for n in names if (n in speaking) == speaks] for speaks in (True, False))
    return f"{put(loud, 'speak')}, {put(quiet, 'do')} not"


def of_camp(pairs: list[Pair], verb: str, link: str) -> str:
    """Pairs that hang together: all to each other, some to the others, or so of the most, and then of the rest.

    >>> of_camp([("A", "B"), ("A", "C"), ("B", "C")], "agree", "with")
    'A, B and C agree'
    >>> of_camp([("A", "C"), ("A", "D"), ("B", "C"), ("B", "D")], "conflict", "with")
    'A and B conflict with C and D'
    >>> of_camp([("A", "B"), ("B", "C"), ("C", "D")], "differ in detail", "from")
    'B differs in detail from A and C; C and D differ in detail'
    >>> of_camp([("A", "B"), ("A", "C"), ("B", "C"), ("C", "D")], "agree", "with")
    'A, B and C agree; C and D agree'
    """
    names, known = ordered(pairs), {frozenset(pair) for pair in pairs}
    if all(frozenset(pair) in known for pair in combinations(names, 2)):
        return f"{listed(names)} {verb}"
    other = [name for name in names if frozenset((names[0], name)) in known]
    one = [name for name in names if name not in other]
    if {frozenset(pair) for pair in product(one, other)} == known:
        few, many = sorted((one, other), key=len)
        return f"{put(few, verb)} {link} {listed(many)}"
    most = sorted(names, key=lambda name: -sum(name in pair for pair in pairs))
    circle: list[str] = []
    for name in most:
        if all(frozenset((name, each)) in known for each in circle):
            circle.append(name)
    first = [pair for pair in pairs if ({*pair} <= {*circle} if len(circle) > 2 else most[0] in pair)]
    rest = camps(pair for pair in pairs if pair not in first)
    return "; ".join(of_camp(camp, verb, link) for camp in (first, *rest))


def camps(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs in groups that have no source in common, in the order of the sources.

    >>> camps([("A", "B"), ("C", "D"), ("B", "E")])
    [[('A', 'B'), ('B', 'E')], [('C', 'D')]]
    """
    found: list[list[Pair]] = []
    for pair in sorted(pairs, key=lambda pair: [in_order(name) for name in pair]):
        near = [camp for camp in found if any({*pair} & {*other} for other in camp)]
        found = [camp for camp in found if camp not in near]
        found.append([*(other for camp in near for other in camp), pair])
    return sorted(found, key=lambda camp: in_order(ordered(camp)[0]))


def ordered(pairs: Iterable[Pair]) -> list[str]:
    """The sources of pairs, in their order."""
    return sorted({name for pair in pairs for name in pair}, key=in_order)


def in_order(name: str) -> tuple[int, str]:
    """Where a source stands in their order: AA comes behind Z."""
    return len(name), name


def put(names: list[str], verb: str) -> str:
    """Who does it.

    >>> put(["A"], "differ in detail"), put(["A", "B"], "do")
    ('A differs in detail', 'A and B do')
    """
    first, *rest = verb.split()
    single = {"do": "does"}.get(first, f"{first}s")
    return f"{listed(names)} {' '.join([first if len(names) > 1 else single, *rest])}"
